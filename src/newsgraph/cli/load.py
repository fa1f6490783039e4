"""`newsgraph load`"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from newsgraph.cli.common import STDIN, counted, progress, quiet_option, say, stdin_bytes
from newsgraph.cli.export import refuse_violations
from newsgraph.cli.storage import place, store_option
from newsgraph.share import Share

DATA = click.Path()


@click.command(name="load")
@click.argument("data", nargs=-1, required=True, metavar="FILE...", type=DATA)
@store_option
@click.option("--no-validate", is_flag=True, help="Load without asking the shapes.")
@quiet_option
def command(data: tuple[str, ...], folder: Path | None, no_validate: bool, quiet: bool) -> None:
    """Load RDF files (folders, or - for stdin, Turtle) into the store, each once it has passed the shapes.

    One named graph an article, one for the known names. An article that is loaded again replaces what was loaded of
    it, and nothing else. Each FILE is one transaction: whole or not at all.
    """
    from newsgraph.loading import load
    from newsgraph.store import writing

    where = place(folder)
    for name in data:
        with _no_collecting():
            shares = _shares(name, quiet)
            checked = shares if no_validate else _valid(list(shares))
            with writing(where) as store:
                graphs, triples = load(store, checked)
        say(f"loaded {name}: {counted(graphs, 'article')}, {counted(triples, 'triple')}", quiet=quiet)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Loading makes millions of terms and no cycles: looking for these would take a third of its time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _shares(name: str, quiet: bool) -> Iterator[Share]:
    """What a file, the files of a folder or stdin hold, graph by graph."""
    from newsgraph.rdf import files_of, not_blank
    from newsgraph.share import shares, shares_of

    if name == STDIN:
        yield from shares_of(not_blank(stdin_bytes(), "stdin"), "turtle", "stdin")
        return
    files = files_of(name)
    for number, file in enumerate(files, start=1):
        progress(f"loading {file} ({number} of {len(files)})", quiet)
        yield from shares(file)


def _valid(shares: list[Share]) -> list[Share]:
    """The shares, once all of them as one graph have passed the shapes. Raises FindingsError."""
    refuse_violations(list(dict.fromkeys(t for _, triples in shares for t in triples)))
    return shares

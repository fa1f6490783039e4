"""`newsgraph load`"""

from collections.abc import Iterator
from pathlib import Path

import click

from newsgraph.cli.common import STDIN, counted, progress_bar, quiet_option, say, stdin_bytes
from newsgraph.cli.export import refuse_violations
from newsgraph.cli.storage import place, store_option
from newsgraph.collecting import no_collecting
from newsgraph.share import Share

DATA = click.Path()
REBUILD = "Make the store anew of these files alone, in one transaction."


@click.command(name="load")
@click.argument("data", nargs=-1, required=True, metavar="FILE...", type=DATA)
@store_option
@click.option("--no-validate", is_flag=True, help="Load without asking the shapes.")
@click.option("--rebuild", is_flag=True, help=REBUILD)
@quiet_option
def command(data: tuple[str, ...], folder: Path | None, no_validate: bool, rebuild: bool, quiet: bool) -> None:
    """Load RDF files (folders, or - for stdin, Turtle) into the store, each once it has passed the shapes.

    One named graph an article, one for the known names. An article that is loaded again replaces what was loaded of
    it, and nothing else. Each FILE is one transaction: whole or not at all.
    """
    for names in [data] if rebuild else [(name,) for name in data]:
        graphs, triples = _load(place(folder), names, no_validate, rebuild, quiet)
        what = f"{counted(graphs, 'article')}, {counted(triples, 'triple')}"
        say(f"loaded {', '.join(names)}: {what}", quiet=quiet)


def _load(where: Path, names: tuple[str, ...], no_validate: bool, empty: bool, quiet: bool) -> tuple[int, int]:
    """Load in one transaction; the numbers of articles and triples."""
    from newsgraph.loading import load
    from newsgraph.store import writing

    with no_collecting():
        shares = _shares(names, quiet)
        checked = shares if no_validate else _valid(list(shares))
        with writing(where, empty=empty) as store:
            return load(store, checked)


def _shares(names: tuple[str, ...], quiet: bool) -> Iterator[Share]:
    """What files, the files of folders and stdin hold, graph by graph."""
    from newsgraph.rdf import files_of, not_blank
    from newsgraph.share import shares, shares_of

    files = [file for name in names for file in ([Path(name)] if name == STDIN else files_of(name))]
    with progress_bar(len(files), "files", quiet) as bar:
        for file in files:
            if str(file) == STDIN:
                yield from shares_of(not_blank(stdin_bytes(), "stdin"), "turtle", "stdin")
            else:
                yield from shares(file)
            bar.update(1)


def _valid(shares: list[Share]) -> list[Share]:
    """The shares, once all of them as one graph have passed the shapes. Raises FindingsError."""
    refuse_violations(
        list(dict.fromkeys(t for _, triples in shares for t in triples)), "load anyway with --no-validate"
    )
    return shares

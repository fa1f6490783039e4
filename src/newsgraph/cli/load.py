"""`newsgraph load`"""

from pathlib import Path

import click

from newsgraph.cli.common import counted, progress, quiet_option, say, triples_of
from newsgraph.cli.export import refuse_violations
from newsgraph.cli.storage import place, store_option

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
    from newsgraph.store import load, writing

    where = place(folder)
    for name in data:
        progress(f"loading {name}", quiet)
        graph = triples_of(name)
        if not no_validate:
            refuse_violations(graph)
        with writing(where) as store:
            found = load(store, graph)
        say(f"loaded {name}: {counted(len(found), 'article')}, {counted(len(graph), 'triple')}", quiet=quiet)

"""`newsgraph dump`"""

from pathlib import Path

import click

from newsgraph.cli.common import STDIN, put_pieces, quiet_option, say
from newsgraph.cli.storage import place, store_option

OUTPUT = "The file to write (.gz packs it); stdout where left out."


@click.command(name="dump")
@store_option
@click.option("--output", "-o", type=click.Path(path_type=Path, allow_dash=True), help=OUTPUT)
@quiet_option
def command(folder: Path | None, output: Path | None, quiet: bool) -> None:
    """Write all of the store as N-Quads: every named graph, sorted."""
    from newsgraph.store import dump, reading

    with reading(place(folder)) as store:
        put_pieces(dump(store), output)
    if output is not None and str(output) != STDIN:
        say(f"wrote {output}", quiet=quiet)

"""`newsgraph backup`"""

from pathlib import Path

import click

from newsgraph.cli.common import quiet_option, say
from newsgraph.cli.storage import place, store_option


@click.command(name="backup")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@store_option
@quiet_option
def command(target: Path, folder: Path | None, quiet: bool) -> None:
    """Copy the store to a new folder, which --store takes; a writer may go on meanwhile."""
    from newsgraph.store import backup

    backup(place(folder), target)
    say(f"wrote {target}", quiet=quiet)

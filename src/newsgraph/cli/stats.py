"""`newsgraph stats`"""

from pathlib import Path

import click

from newsgraph.cli.common import put
from newsgraph.cli.storage import place, store_option


@click.command(name="stats")
@store_option
def command(folder: Path | None) -> None:
    """Count what the store holds: triples of each article, of the known names, of all together."""
    from newsgraph.namespace import shorten
    from newsgraph.store import reading, sizes
    from newsgraph.table import table

    with reading(place(folder)) as store:
        rows = [[shorten(graph), f"{size:,}"] for graph, size in sizes(store)]
    put(table(["graph", "triples"], rows).encode(), None)

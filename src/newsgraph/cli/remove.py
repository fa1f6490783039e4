"""`newsgraph remove`"""

from pathlib import Path

import click

from newsgraph.cli.common import quiet_option, say
from newsgraph.cli.storage import place, store_option


@click.command(name="remove")
@click.argument("article")
@store_option
@quiet_option
def command(article: str, folder: Path | None, quiet: bool) -> None:
    """Take an article (its IRI or CURIE) out of the store; what other articles say, too, stays."""
    from newsgraph.store import iri, remove, writing

    with writing(place(folder)) as store:
        remove(store, iri(article))
    say(f"removed {article}", quiet=quiet)

"""`newsgraph update`"""

import json
from pathlib import Path

import click

from newsgraph.cli.asking import bound, hosts_option, sparql_of
from newsgraph.cli.common import quiet_option, say
from newsgraph.cli.storage import place, store_option
from newsgraph.worker import Task, answer

TIMEOUT = "Seconds after which the update is ended; nothing is changed then."
PARAM = "Value of a variable, as in newsgraph query."


@click.command(name="update")
@click.argument("change")
@store_option
@click.option("--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help=PARAM)
@click.option("--timeout", type=click.FloatRange(min=0.1), default=300.0, show_default=True, help=TIMEOUT)
@hosts_option
@quiet_option
def command(
    change: str, folder: Path | None, params: tuple[str, ...], timeout: float, hosts: tuple[str, ...], quiet: bool
) -> None:
    """Change the store in SPARQL Update: a text, a file FILE.ru, or - for stdin; as a whole or not at all.

    Without GRAPH, what is removed goes from every graph, and what is added goes to the known names. The next
    `newsgraph load` of an article replaces what was changed in its graph.
    """
    found = sparql_of(change, "update")
    if not found:
        raise click.UsageError("CHANGE is no SPARQL Update, and no file whose name ends with .ru.")
    where = place(folder)
    task = Task(bound(found[0], params), found[1], store=str(where), hosts=hosts, do="update")
    before, after = json.loads(b"".join(answer(task, seconds=timeout)))
    say(f"updated {where}: {before:,} triples before, {after:,} after", quiet=quiet)

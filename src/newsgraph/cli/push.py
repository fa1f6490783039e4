"""`newsgraph push`"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pyoxigraph as ox

from newsgraph.cli.common import STDIN, counted, kept_graph, progress_bar, quiet_option, say, stdin_bytes
from newsgraph.cli.storage import place, store_option
from newsgraph.errors import InputError
from newsgraph.share import Share

if TYPE_CHECKING:
    from newsgraph.push import Part

DATA = "RDF files or folders to push instead of the store."
UPDATE = "URL takes SPARQL Update, not the Graph Store Protocol."
GRAPH = "Push all into this one graph (an IRI, a CURIE, or default) instead of a graph an article."
ENDPOINT = "SPARQL endpoint of the same store, where the counts are asked for. Without it the graphs are read back."
BATCH = "Kilobytes of one request; 4096, with --update 128 where left out."
TRIES = "How often a request is tried again where the store is busy or not there."
UNCOUNTED = "Do not read the counts back."
RESTART = "Send everything, also what an interrupted push has sent."


@click.command(name="push")
@click.argument("url")
@click.option("--data", "-d", multiple=True, help=DATA)
@store_option
@click.option("--update", is_flag=True, help=UPDATE)
@click.option("--graph", "into", metavar="IRI", help=GRAPH)
@click.option("--endpoint", metavar="URL", help=ENDPOINT)
@click.option("--batch", type=click.IntRange(1, 1_000_000), metavar="KB", help=BATCH)
@click.option("--retries", type=click.IntRange(0, 100), default=5, show_default=True, help=TRIES)
@click.option("--no-count", is_flag=True, help=UNCOUNTED)
@click.option("--restart", is_flag=True, help=RESTART)
@quiet_option
def command(
    url: str,
    data: tuple[str, ...],
    folder: Path | None,
    update: bool,
    into: str | None,
    endpoint: str | None,
    batch: int | None,
    retries: int,
    no_count: bool,
    restart: bool,
    quiet: bool,
) -> None:
    """Send the store (or --data, or the kept graph) to the triple store at URL, graph by graph.

    Each graph takes the place of the graph of its name there. An interrupted push goes on where it stopped when it is
    called again. Credentials: NEWSGRAPH_REMOTE_USER and NEWSGRAPH_REMOTE_PASSWORD, or NEWSGRAPH_REMOTE_TOKEN.
    """
    from newsgraph.push import Target, push, verify
    from newsgraph.remote import checked, session
    from newsgraph.resume import forget, opened
    from newsgraph.userfolder import state_folder

    if update and not endpoint and not no_count:
        raise click.UsageError("--update needs --endpoint to read the counts back, or --no-count.")
    size = (batch or (128 if update else 4096)) * 1024
    target = Target(checked(url), update, size, checked(endpoint) if endpoint else "")
    client = session(tries=retries)
    state = opened(f"{url} {update} {into or ''}", state_folder() / "push")
    if restart:
        forget(state)
    elif state.sent:
        say(f"going on after {counted(len(state.sent), 'graph')} that were sent before", quiet=quiet)
    with _parts(data, folder, into) as (parts, total), progress_bar(total, "graphs", quiet) as bar:
        sizes = push(client, target, parts, state, lambda part: bar.update(1))
    if not no_count:
        verify(client, target, sizes)
    forget(state)
    word = "sent" if no_count else "sent and counted"
    say(f"{word}: {counted(len(sizes), 'graph')}, {counted(sum(sizes.values()), 'triple')}", quiet=quiet)


@contextmanager
def _parts(data: tuple[str, ...], folder: Path | None, into: str | None) -> Iterator[tuple[Iterable["Part"], int]]:
    """The graphs to send, and how many they are."""
    from newsgraph.push import part
    from newsgraph.store import NAMES, reading

    with reading(place(folder)) if _stored(data, folder) else _nothing() as store:
        if store is None or into:
            found = _merged(_files(data) if store is None else _graphs(store), into)
            yield (part(graph, triples) for graph, triples in found.items()), len(found)
        else:
            names = sum(1 for _ in store.named_graphs())
            yield (part((graph or NAMES).value, triples) for graph, triples in _graphs(store)), names


def _stored(data: tuple[str, ...], folder: Path | None) -> bool:
    from newsgraph.store import exists

    return not data and (folder is not None or exists(place(folder)))


@contextmanager
def _nothing() -> Iterator[None]:
    yield None


def _graphs(store: ox.Store) -> Iterable[Share]:
    from newsgraph.store import graphs

    return graphs(store)


def _files(data: tuple[str, ...]) -> Iterable[Share]:
    """The shares of files, folders and stdin, or of the kept graph."""
    from newsgraph.rdf import files_of, not_blank
    from newsgraph.share import shares, shares_of

    if not data:
        name, content = kept_graph()
        yield from shares_of(content, "turtle", name)
    for name in data:
        if name == STDIN:
            yield from shares_of(not_blank(stdin_bytes(), "stdin"), "turtle", "stdin")
        else:
            for file in files_of(name):
                yield from shares(file)


def _merged(shares: Iterable[Share], into: str | None) -> dict[str, set[ox.Triple]]:
    """The triples of each graph, whatever the number of its shares; of one graph where one is named."""
    from newsgraph.push import DEFAULT
    from newsgraph.store import NAMES, iri

    one = into and (DEFAULT if into == DEFAULT else iri(into).value)
    found: dict[str, set[ox.Triple]] = {}
    for graph, triples in shares:
        found.setdefault(one or (graph or NAMES).value, set()).update(triples)
    if not found:
        raise InputError("there is nothing to push")
    return dict(sorted(found.items()))

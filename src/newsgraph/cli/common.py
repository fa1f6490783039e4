"""What several commands share: options, input, output, progress, the kept graph."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from newsgraph.errors import InputError

if TYPE_CHECKING:  # pyoxigraph is loaded by those that need it
    import pyoxigraph as ox

    from newsgraph.report import Report

STDIN = "-"
GRAPH = "newsgraph.ttl"

language_option = click.option(
    "--language",
    "messages",
    envvar="NEWSGRAPH_LANGUAGE",
    type=click.Choice(["de", "en"]),
    default="en",
    show_default=True,
    help="Language of messages.",
)
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print only the results and errors.")


def say(text: str, *, quiet: bool = False, **style: Any) -> None:
    """A line on stderr, in colour only on a terminal."""
    if not quiet:
        click.secho(text, err=True, color=False if os.environ.get("NO_COLOR") else None, **style)


def progress(text: str, quiet: bool = False) -> None:
    """A line on stderr while work goes on, where stderr is a terminal."""
    if sys.stderr.isatty() and not quiet:
        say(text, dim=True)


@contextmanager
def progress_bar(total: int, label: str, quiet: bool = False) -> Iterator[Any]:
    """A bar on stderr that `update` moves on, where stderr is a terminal and there is more than one step."""
    hidden = quiet or total < 2 or not sys.stderr.isatty()
    with click.progressbar(length=total, label=label, file=sys.stderr, hidden=hidden, show_pos=True) as bar:
        yield bar


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number:,} {noun}{'s' * (number != 1)}"


def stdin_bytes(limit: int | None = None) -> bytes:
    """All of standard input. Raises InputError where it is too much."""
    from newsgraph.files import LIMIT, within_limit

    limit = LIMIT if limit is None else limit

    if sys.stdin is None:
        raise InputError("is closed, there is nothing to read", file="stdin")
    return within_limit(sys.stdin.buffer.read(limit + 1), "stdin", limit)


def stdout() -> BinaryIO:
    """Standard output for bytes. Raises InputError where it is closed."""
    if sys.stdout is None:
        raise InputError("is closed, there is nowhere to write", file="stdout", advice="name a file with --output")
    return sys.stdout.buffer


def put(content: bytes, output: Path | None) -> None:
    """Write to a file (whole or not at all), or to stdout."""
    put_pieces((content,), output)


def put_pieces(content: Iterable[bytes], output: Path | None) -> None:
    """Write piece by piece to a file (whole or not at all), or to stdout."""
    from newsgraph.files import write_pieces

    if output is None or str(output) == STDIN:
        stdout().writelines(content)
        stdout().flush()
    else:
        write_pieces(output, content)


def triples_of(name: str, fmt: str | None = None) -> "list[ox.Triple]":
    """The triples of a file, of all RDF files under a folder, or of stdin (`-`, Turtle unless `fmt` says other)."""
    from newsgraph.rdf import files_of, not_blank, parse, read, union

    if name == STDIN:
        return parse(not_blank(stdin_bytes(), "stdin"), fmt or "turtle", "stdin")
    found = files_of(name)
    return read(found[0], fmt) if found == [Path(name)] else union(*(read(f, fmt) for f in found))


def all_triples(names: tuple[str, ...], fmt: str | None = None) -> "list[ox.Triple]":
    """The triples of several files, folders or `-`, once each."""
    from newsgraph.rdf import union

    return union(*(triples_of(name, fmt) for name in names))


def graph_of(data: tuple[str, ...]) -> "list[ox.Triple]":
    """The triples of these files, or of the kept graph where none are named."""
    return all_triples(data) if data else _kept_graph()


def _kept_graph() -> "list[ox.Triple]":
    """The kept graph: that of ./graph where there is one, else the one that newsgraph ships."""
    from newsgraph.rdf import parse

    name, content = kept_graph()
    return parse(content, "turtle", name)


def kept_graph() -> tuple[str, bytes]:
    """The name and content of the kept graph's file. Raises InputError where there is none."""
    from newsgraph.data import folder
    from newsgraph.files import read_bytes

    here, shipped = Path("graph", GRAPH), folder("graph").joinpath(GRAPH)
    if here.is_file():
        return str(here), read_bytes(here)
    if shipped.is_file():
        return f"graph/{GRAPH}", shipped.read_bytes()
    raise InputError("there is no kept graph here", advice="run: newsgraph build, or name files with --data")


def show(report: "Report", language: str, emit: Callable[[str], None], least: str = "Info") -> None:
    """The results of a report, one a line, down to a severity."""
    from newsgraph.report import SEVERITIES

    for result in report:
        if result.severity <= SEVERITIES.index(least):
            emit(result.line(language))


def summary(report: "Report") -> str:
    """The counts of a report in one line."""
    from newsgraph.report import SEVERITIES

    counts = ", ".join(counted(report.count(s), s.lower()) for s in SEVERITIES)
    nodes = sum(n for _, n in report.focus_nodes)
    used = sum(n > 0 for _, n in report.focus_nodes)
    return f"{counts}; {nodes} focus nodes of {used} shapes"

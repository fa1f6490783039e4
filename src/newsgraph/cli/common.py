"""What several commands share: options, input, output, progress, the kept graph."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import click
import pyoxigraph as ox

from newsgraph.errors import InputError
from newsgraph.report import SEVERITIES, Report

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
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")


def say(text: str, *, quiet: bool = False, **style: Any) -> None:
    """A line on stderr, in colour only on a terminal."""
    if not quiet:
        click.secho(text, err=True, color=False if os.environ.get("NO_COLOR") else None, **style)


def progress(text: str, quiet: bool = False) -> None:
    """A line on stderr while work goes on, where stderr is a terminal."""
    if sys.stderr.isatty() and not quiet:
        say(text, dim=True)


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number:,} {noun}{'s' * (number != 1)}"


def stdin_bytes() -> bytes:
    """All of standard input. Raises InputError where it is too much."""
    from newsgraph.files import LIMIT, within_limit

    if sys.stdin is None:
        raise InputError("is closed, there is nothing to read", file="stdin")
    return within_limit(sys.stdin.buffer.read(LIMIT + 1), "stdin")


def stdout() -> BinaryIO:
    """Standard output for bytes. Raises InputError where it is closed."""
    if sys.stdout is None:
        raise InputError("is closed, there is nowhere to write", file="stdout", advice="name a file with --output")
    return sys.stdout.buffer


def put(content: bytes, output: Path | None) -> None:
    """Write to a file (whole or not at all), or to stdout."""
    from newsgraph.files import write_bytes

    if output is None or str(output) == STDIN:
        stdout().write(content)
        stdout().flush()
    else:
        write_bytes(output, content)


def triples_of(name: str, fmt: str | None = None) -> list[ox.Triple]:
    """The triples of a file, of all RDF files under a folder, or of stdin (`-`, Turtle unless `fmt` says other)."""
    from newsgraph.rdf import ENDINGS, not_blank, parse, read, union

    if name == STDIN:
        return parse(not_blank(stdin_bytes(), "stdin"), fmt or "turtle", "stdin")
    if not Path(name).is_dir():
        return read(Path(name), fmt)
    files = sorted(f for f in Path(name).rglob("*") if f.name.lower().removesuffix(".gz").endswith(ENDINGS))
    if not files:
        raise InputError("holds no RDF files", file=name, advice=f"expected files that end with {' '.join(ENDINGS)}")
    return union(*(read(f, fmt) for f in files))


def all_triples(names: tuple[str, ...], fmt: str | None = None) -> list[ox.Triple]:
    """The triples of several files, folders or `-`, once each."""
    from newsgraph.rdf import union

    return union(*(triples_of(name, fmt) for name in names))


def graph_of(data: tuple[str, ...]) -> list[ox.Triple]:
    """The triples of these files, or of the kept graph where none are named."""
    return all_triples(data) if data else _kept_graph()


def _kept_graph() -> list[ox.Triple]:
    """The kept graph: that of ./graph where there is one, else the one that newsgraph ships."""
    from newsgraph.data import folder
    from newsgraph.rdf import parse, read

    here, shipped = Path("graph", GRAPH), folder("graph").joinpath(GRAPH)
    if here.is_file():
        return read(here)
    if shipped.is_file():
        return parse(shipped.read_bytes(), "turtle", f"graph/{GRAPH}")
    raise InputError("there is no kept graph here", advice="run: newsgraph build, or name files with --data")


def show(report: Report, language: str, emit: Callable[[str], None], least: str = "Info") -> None:
    """The results of a report, one a line, down to a severity."""
    for result in report:
        if result.severity <= SEVERITIES.index(least):
            emit(result.line(language))


def summary(report: Report) -> str:
    """The counts of a report in one line."""
    counts = ", ".join(counted(report.count(s), s.lower()) for s in SEVERITIES)
    nodes = sum(n for _, n in report.focus_nodes)
    used = sum(n > 0 for _, n in report.focus_nodes)
    return f"{counts}; {nodes} focus nodes of {used} shapes"

"""What several commands share: options, output, progress, the kept graph."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pyoxigraph as ox

from newsgraph.errors import InputError
from newsgraph.report import SEVERITIES, Report

STDIN = "-"
GRAPH = "newsgraph.ttl"

language_option = click.option("--language", "messages", type=click.Choice(["de", "en"]), default="en", show_default=True, help="Language of messages.")
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors.")


def say(text: str, *, quiet: bool = False, **style: Any) -> None:
    """A line on stderr, in colour only on a terminal."""
    if not quiet:
        click.secho(text, err=True, **style)


def progress(text: str, quiet: bool = False) -> None:
    """A line on stderr while work goes on, where stderr is a terminal."""
    if sys.stderr.isatty() and not quiet:
        click.secho(text, err=True, dim=True)


def put(content: bytes, output: Path | None) -> None:
    """Write to a file (whole or not at all), or to stdout."""
    from newsgraph.files import write_bytes

    if output is None or str(output) == STDIN:
        stream = click.get_binary_stream("stdout")
        stream.write(content)
        stream.flush()
    else:
        write_bytes(output, content)


def kept_folder() -> Path:
    """The folder of the kept graph: ./graph where a graph lies there, else the one that newsgraph ships."""
    here = Path("graph")
    if (here / GRAPH).is_file():
        return here
    from newsgraph.data import folder

    shipped = folder("graph")
    if isinstance(shipped, Path) and shipped.joinpath(GRAPH).is_file():
        return shipped
    raise InputError("there is no kept graph here", advice="run: newsgraph build, or name files with --data")


def graph_of(data: tuple[Path, ...]) -> list[ox.Triple]:
    """The triples of these files, or of the kept graph where none are named."""
    from newsgraph.rdf import read, union

    files = data or (kept_folder() / GRAPH,)
    return union(*(read(f) for f in files)) if len(files) > 1 else read(files[0])


def show(report: Report, language: str, emit: Callable[[str], None], least: str = "Info") -> None:
    """The results of a report, one a line, down to a severity."""
    for result in report:
        if result.severity <= SEVERITIES.index(least):
            emit(result.line(language))


def summary(report: Report) -> str:
    """The counts of a report in one line."""
    counts = ", ".join(f"{report.count(s)} {s.lower()}{'s' * (report.count(s) != 1)}" for s in SEVERITIES)
    nodes = sum(n for _, n in report.focus_nodes)
    used = sum(n > 0 for _, n in report.focus_nodes)
    return f"{counts}; {nodes} focus nodes of {used} shapes"

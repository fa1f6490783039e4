"""`newsgraph export`"""

from pathlib import Path

import click
import pyoxigraph as ox

from newsgraph.cli.common import STDIN, counted, graph_of, put, quiet_option, say, show
from newsgraph.errors import FindingsError

FORMAT = "turtle, json-ld, n-triples, n-quads, trig or rdf-xml; else by the ending of --output."
OUTPUT = "The file to write (.gz packs it); stdout where left out."
DATA = "RDF files or folders (- for stdin, Turtle) to export instead of the kept graph."


@click.command(name="export")
@click.option("--format", "-f", "fmt", envvar="NEWSGRAPH_EXPORT_FORMAT", help=FORMAT)
@click.option("--output", "-o", type=click.Path(path_type=Path, allow_dash=True), help=OUTPUT)
@click.option("--data", "-d", multiple=True, help=DATA)
@click.option("--force", is_flag=True, help="Write even a graph with violations.")
@quiet_option
def command(fmt: str | None, output: Path | None, data: tuple[str, ...], force: bool, quiet: bool) -> None:
    """Write the kept graph (or --data) in another format, once it has passed the shapes."""
    from newsgraph.formats import by_ending, named

    to_file = output is not None and str(output) != STDIN
    chosen = named(fmt or "turtle") if fmt or not to_file else by_ending(str(output))
    graph = graph_of(data)
    if not force:
        refuse_violations(graph)
    put(chosen.write(graph), output)
    if to_file:
        say(f"wrote {output}: {counted(len(graph), 'triple')}", quiet=quiet)


def refuse_violations(graph: list[ox.Triple]) -> None:
    """Raise FindingsError where the graph has violations, after listing them on stderr."""
    from newsgraph.shape import validate

    report = validate(graph)
    wrong = report.count("Violation")
    if wrong:
        show(report, "en", say, least="Violation")
        raise FindingsError(f"not written: {counted(wrong, 'violation')}; mend this, or write anyway with --force")

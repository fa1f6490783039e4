"""`newsgraph validate`"""

import click

from newsgraph.cli.common import all_triples, language_option, quiet_option, say, show, summary
from newsgraph.report import SEVERITIES

LEVELS = [s.lower() for s in SEVERITIES]
FORMAT = "Format of the data; by its ending where left out (stdin: turtle)."
NOTHING = {
    "de": "Keine Form trifft auf diese Daten zu: nichts wurde geprüft.",
    "en": "No shape matches anything in this data: nothing was checked.",
}
FAIL_ON = click.Choice(LEVELS)


@click.command(name="validate")
@click.argument("data", nargs=-1, required=True)
@click.option("--shapes", "-s", multiple=True, help="Shapes to use instead of ours: a file or a folder.")
@click.option("--ontology", "-e", multiple=True, help="Ontology to use instead of ours: a file or a folder.")
@click.option("--format", "-f", "fmt", envvar="NEWSGRAPH_VALIDATE_FORMAT", help=FORMAT)
@click.option("--fail-on", type=FAIL_ON, default=LEVELS[0], show_default=True, help="Exit with 1 on these or worse.")
@language_option
@quiet_option
def command(
    data: tuple[str, ...],
    shapes: tuple[str, ...],
    ontology: tuple[str, ...],
    fmt: str | None,
    fail_on: str,
    messages: str,
    quiet: bool,
) -> None:
    """Validate RDF files (folders, or - for stdin) against the shapes.

    All files together are one graph. Exit code 1 where there are violations, or where no shape matches anything.
    """
    from newsgraph.shape import our_ontology, our_shapes, validate

    graph = all_triples(data, fmt)
    rules = all_triples(shapes) if shapes else our_shapes()
    terms = all_triples(ontology) if ontology else our_ontology()
    report = validate(graph, rules, terms)
    if not quiet:
        show(report, messages, click.echo)
        if not report.matched:
            click.echo(NOTHING[messages])
    say(summary(report), quiet=quiet)
    failed = any(r.severity <= LEVELS.index(fail_on) for r in report)
    raise SystemExit(1 if failed or not report.matched else 0)

"""`newsgraph validate`"""

from pathlib import Path

import click

from newsgraph.cli.common import STDIN, language_option, quiet_option, say, show, summary
from newsgraph.errors import InputError
from newsgraph.report import SEVERITIES

ENDINGS = (".ttl", ".jsonld", ".json", ".nt", ".nq", ".trig", ".rdf", ".xml")


@click.command(name="validate")
@click.argument("data", nargs=-1, required=True)
@click.option("--shapes", "-s", multiple=True, type=click.Path(path_type=Path), help="Shapes to use instead of ours.")
@click.option("--ontology", "-e", multiple=True, type=click.Path(path_type=Path), help="Ontology to use instead of ours.")
@click.option("--format", "-f", "fmt", help="Format of the data; by its ending where left out (stdin: turtle).")
@click.option("--fail-on", type=click.Choice([s.lower() for s in SEVERITIES]), default="violation", show_default=True, help="Exit with 1 on these.")
@language_option
@quiet_option
def command(
    data: tuple[str, ...], shapes: tuple[Path, ...], ontology: tuple[Path, ...], fmt: str | None, fail_on: str, messages: str, quiet: bool
) -> None:
    """Validate RDF files (folders, or - for stdin) against the shapes.

    All files together are one graph. Exit code 1 where there are violations, or where no shape matches anything.
    """
    from newsgraph.rdf import read, union
    from newsgraph.shape import our_ontology, our_shapes, validate

    graph = union(*(_triples(name, fmt) for name in data))
    rules = union(*(read(s) for s in shapes)) if shapes else our_shapes()
    terms = union(*(read(o) for o in ontology)) if ontology else our_ontology()
    report = validate(graph, rules, terms)
    if not quiet:
        show(report, messages, click.echo)
        if not report.matched:
            click.echo("No shape matches anything in this data: nothing was checked.")
    say(summary(report), quiet=quiet)
    failed = any(r.severity <= [s.lower() for s in SEVERITIES].index(fail_on) for r in report)
    raise SystemExit(1 if failed or not report.matched else 0)


def _triples(name: str, fmt: str | None) -> list[object]:
    from newsgraph.rdf import parse, read, union

    if name == STDIN:
        return list(parse(click.get_binary_stream("stdin").read(), fmt or "turtle", "stdin"))
    path = Path(name)
    if not path.is_dir():
        return list(read(path, fmt))
    files = sorted(f for f in path.rglob("*") if f.name.removesuffix(".gz").endswith(ENDINGS))
    if not files:
        raise InputError("holds no RDF files", file=name, advice=f"expected files that end with {' '.join(ENDINGS)}")
    return list(union(*(read(f) for f in files)))

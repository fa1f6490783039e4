"""`newsgraph ontology`"""

from collections.abc import Callable, Sequence
from pathlib import Path

import click
import pyoxigraph as ox

from newsgraph.cli.common import quiet_option, say
from newsgraph.errors import EngineError

Check = Callable[[Sequence[ox.Triple]], list[str]]


@click.group(name="ontology")
def command() -> None:
    """Check the ontology, or write its reference."""


@command.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--reason/--no-reason",
    default=True,
    show_default=True,
    help="Let HermiT judge consistency (needs newsgraph[reason]).",
)
@quiet_option
def check(files: tuple[Path, ...], reason: bool, quiet: bool) -> None:
    """Check the ontology, together with FILES (an extension of it, or data) where given.

    Five checks: hygiene (rules in SPARQL), profile (OWL 2 DL and RL), release (the version against the last release's
    terms), shapes (SHACL over the ontology) and consistency (HermiT). Exit code 1 where any finds something,
    3 where consistency could not be checked.
    """
    from newsgraph import hygiene, profile, release
    from newsgraph.rdf import read, read_data, union

    graph = union(read_data("ontology", "newsgraph.ttl", "concepts.ttl"), *(read(f) for f in files))
    checks: tuple[tuple[str, Check], ...] = (
        ("hygiene", hygiene.findings),
        ("profile", profile.findings),
        ("release", release.findings),
        ("shapes", hygiene.shape_findings),
    )
    found = sum([_report(name, run(graph), quiet) for name, run in checks])
    if reason:
        found += _reason(union(graph, read_data("ontology", "alignment.ttl")), quiet)
    else:
        _line("consistency", "not checked (--no-reason)", quiet)
    raise SystemExit(1 if found else 0)


@command.command()
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("docs/html"),
    show_default=True,
    help="Folder to write to.",
)
@quiet_option
def docs(output: Path, quiet: bool) -> None:
    """Write the reference as HTML: index.html in English, index.de.html in German, a diagram, one style sheet.

    Beside them the documents of a release: ontology, concepts and alignment as Turtle, JSON-LD and RDF/XML, the shapes,
    the context.
    """
    from newsgraph.docs import pages
    from newsgraph.docs.release import documents
    from newsgraph.files import write_bytes

    for name, content in (pages(_kept()) | documents()).items():
        write_bytes(output / name, content)
        say(f"wrote {output / name}", quiet=quiet)


def _report(name: str, findings: list[str], quiet: bool) -> int:
    """One line for a check, and one for each of its findings."""
    count = len(findings)
    _line(name, f"{count} finding{'s' * (count != 1)}" if count else "ok", quiet)
    for finding in findings:
        click.echo(f"  {finding}")
    return count


def _reason(graph: Sequence[ox.Triple], quiet: bool) -> int:
    from newsgraph import consistency

    try:
        return _report("consistency", consistency.findings(graph), quiet)
    except EngineError:
        _line("consistency", "not checked", quiet)
        raise


def _line(name: str, outcome: str, quiet: bool) -> None:
    if not quiet:
        click.echo(f"{name:<12} {outcome}")


def _kept() -> list[ox.Triple]:
    """The kept graph, the source of examples; none where there is no such graph."""
    from newsgraph.cli.common import graph_of
    from newsgraph.errors import InputError

    try:
        return graph_of(())
    except InputError:
        return []

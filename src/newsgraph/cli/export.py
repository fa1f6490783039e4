"""`newsgraph export`"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click
import pyoxigraph as ox

from newsgraph.cli.common import STDIN, counted, graph_of, quiet_option, say, show, stdout
from newsgraph.cli.storage import place, store_option
from newsgraph.collecting import no_collecting
from newsgraph.errors import FindingsError
from newsgraph.formats import NAMES, Format, Write, by_ending, named

if TYPE_CHECKING:
    from newsgraph.selection import Selection

FORMAT = f"One of: {NAMES.replace(' ', ', ')}. Else by the ending of --output."
OUTPUT = "The file to write (.gz packs it); stdout where left out."
DATA = "RDF files or folders (- for stdin, Turtle) to export instead of the store or the kept graph."
LAYER = "claims: what is said, with its evidence; facts: what may be read as fact; or all."
ARTICLE = "Only what this article says: its IRI or CURIE. May be given several times, as the next two."
SOURCE = "Only what this agent asserts."
MODALITY = "Only claims of this modality: asserted, planned, possible, unclear."
DESCRIBE = "Write a description (DCAT, VoID) beside the file: counts, digest, licence, version."
LICENCE = "The IRI of the licence, for --describe. The kept graph is CC BY 4.0."
SAFE = "csv: put an apostrophe before cells that a spreadsheet would take for a formula."
FOCUS = "svg: the thing in the middle, by IRI, CURIE or label; else the best connected one."
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
LANGUAGE = "svg: language of the words around the names."


@click.command(name="export")
@click.option("--format", "-f", "fmt", envvar="NEWSGRAPH_EXPORT_FORMAT", help=FORMAT)
@click.option("--output", "-o", type=click.Path(path_type=Path, allow_dash=True), help=OUTPUT)
@click.option("--data", "-d", multiple=True, help=DATA)
@store_option
@click.option("--layer", type=click.Choice(["claims", "facts", "all"]), default="all", show_default=True, help=LAYER)
@click.option("--article", "articles", multiple=True, metavar="IRI", help=ARTICLE)
@click.option("--source", "sources", multiple=True, metavar="IRI", help=SOURCE)
@click.option("--modality", "modalities", multiple=True, help=MODALITY)
@click.option("--describe", is_flag=True, help=DESCRIBE)
@click.option("--licence", metavar="IRI", help=LICENCE)
@click.option("--csv-safe", is_flag=True, help=SAFE)
@click.option("--focus", help=FOCUS)
@click.option("--language", type=click.Choice(["de", "en"]), default="en", show_default=True, help=LANGUAGE)
@click.option("--force", is_flag=True, help="Write even a graph with violations.")
@quiet_option
def command(
    fmt: str | None,
    output: Path | None,
    data: tuple[str, ...],
    folder: Path | None,
    layer: str,
    articles: tuple[str, ...],
    sources: tuple[str, ...],
    modalities: tuple[str, ...],
    describe: bool,
    licence: str | None,
    csv_safe: bool,
    focus: str | None,
    language: str,
    force: bool,
    quiet: bool,
) -> None:
    """Write the graph, or a part of it, in another format.

    Writes --data; else the store, where one was named or loaded; else the kept graph. Files and the kept graph are
    written once they have passed the shapes; what lies in the store passed them when it was loaded.
    """
    from newsgraph.store import exists, iri

    to_file = output is not None and str(output) != STDIN
    chosen = named(fmt or "turtle") if fmt or not to_file else by_ending(str(output))
    if licence:
        iri(licence)  # told before anything is written
    if describe and not to_file:
        raise click.UsageError("--describe needs a file: name one with --output.")
    wanted = _selection(layer, articles, sources, modalities)
    write = _writer(chosen, csv_safe, focus, language)
    where = place(folder)
    graph: list[ox.Triple] | None = None
    if not data and (folder or exists(where)):
        count = _store(where, chosen, write, wanted, output)
    elif force and not describe and _lines(data, chosen, wanted):
        count = _streamed(data, output)
    else:
        graph = _graph(data, chosen, write, wanted, output, force)
        count = len(graph)
    if to_file:
        say(f"wrote {output}: {counted(count, 'triple')}", quiet=quiet)
    if describe and output is not None:
        beside = _describe(output, chosen, graph, where, wanted, licence or ("" if graph is None or data else CC_BY))
        say(f"wrote {beside}", quiet=quiet)


def _selection(
    layer: str, articles: tuple[str, ...], sources: tuple[str, ...], modalities: tuple[str, ...]
) -> "Selection":
    from newsgraph.selection import Selection
    from newsgraph.store import iri

    concepts = (m if ":" in m else f"ngc:{m}" for m in modalities)
    return Selection(layer, *(frozenset(map(iri, names)) for names in (articles, sources, concepts)))


def _writer(chosen: Format, safe: bool, focus: str | None, language: str) -> Write:
    """The format's function with the options that are for it."""
    if chosen.name == "csv":
        from newsgraph import claimtable

        return partial(claimtable.write, safe=safe)
    if chosen.name == "svg":
        from newsgraph import svg

        return partial(svg.write, focus=focus, language=language)
    return chosen.write


@contextmanager
def sink(output: Path | None) -> Iterator[BinaryIO]:
    """A file that appears whole at the end, or stdout."""
    from newsgraph.files import writing

    if output is None or str(output) == STDIN:
        yield stdout()
        stdout().flush()
    else:
        with writing(output) as file:
            yield file


def _store(where: Path, chosen: Format, write: Write, wanted: "Selection", output: Path | None) -> int:
    from newsgraph.export import from_store
    from newsgraph.store import reading

    with reading(where) as store, sink(output) as out, no_collecting():
        return from_store(store, chosen.name, write, wanted, out)


def _lines(data: tuple[str, ...], chosen: Format, wanted: "Selection") -> bool:
    """Whether files go through line by line: nothing has to be in memory at one time."""
    plain = all(name.lower().endswith((".nt", ".nq")) and Path(name).is_file() for name in data)
    return bool(data) and plain and chosen.name in ("n-triples", "n-quads") and wanted == type(wanted)()


def _streamed(data: tuple[str, ...], output: Path | None) -> int:
    from newsgraph.named_graph import n_triples
    from newsgraph.rdf import streamed

    with sink(output) as out:
        return n_triples((t for name in data for t in streamed(Path(name))), out)


def _graph(
    data: tuple[str, ...], chosen: Format, write: Write, wanted: "Selection", output: Path | None, force: bool
) -> list[ox.Triple]:
    from newsgraph.linesort import in_order
    from newsgraph.rdf import union
    from newsgraph.selection import select

    graph = select(union(graph_of(data)), wanted)
    if not force:
        refuse_violations(graph)
    with no_collecting():
        content = in_order(graph) if chosen.name in ("n-triples", "n-quads") else write(graph)
    with sink(output) as out:
        out.write(content)
    return graph


def _describe(
    file: Path, chosen: Format, graph: list[ox.Triple] | None, where: Path, wanted: "Selection", licence: str
) -> Path:
    """Write the description of a file beside it; of what a store gave it, where there is no graph."""
    from newsgraph import description
    from newsgraph.export import part_of
    from newsgraph.files import write_bytes
    from newsgraph.store import reading

    if graph is not None:
        counts = description.counted(graph)
    else:
        with reading(where) as store:
            counts = description.counted(part_of(store, wanted))
    beside = file.with_name(f"{file.name}.void.ttl")
    write_bytes(beside, description.describe(file, chosen.name, counts, licence))
    return beside


def refuse_violations(graph: list[ox.Triple], otherwise: str = "write anyway with --force") -> None:
    """Raise FindingsError where the graph has violations, after listing them on stderr; `otherwise` is what one may do."""
    from newsgraph.shape import validate

    report = validate(graph)
    wrong = report.count("Violation")
    if wrong:
        show(report, "en", say, least="Violation")
        raise FindingsError(f"not written: {counted(wrong, 'violation')}; mend this, or {otherwise}")

"""What `newsgraph validate` does: read, judge, tell."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click
import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.cli.common import put, say, summary
from newsgraph.cli.complaint import complain
from newsgraph.cli.source import files, sources
from newsgraph.diagnostic.rules import rules
from newsgraph.diagnostic.text import text
from newsgraph.errors import InputError, NewsgraphError, SyntaxFault
from newsgraph.namespace import shorten
from newsgraph.place.place import Source
from newsgraph.rdf import BOM, base_of, parse
from newsgraph.report import SEVERITIES, Report
from newsgraph.screen.data import Data, holds_focus
from newsgraph.screen.screening import SUBCLASS
from newsgraph.shape import Triples, load, our_ontology, our_shapes, validate
from newsgraph.sniff import looks_like
from newsgraph.target import targets, unmatched

LEVELS = [s.lower() for s in SEVERITIES]
# formats that a document of the other may well look like
KIN = {"turtle": ("trig", "n-triples"), "trig": ("turtle", "n-triples", "n-quads"), "n-quads": ("n-triples",)}
MB = 1024 * 1024
LARGE = MB  # bytes from which on a document is loaded without its triples in between
PAUSE = 0.3  # seconds between two looks at the files


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of the command."""

    data: tuple[str, ...]
    shapes: tuple[str, ...]
    ontology: tuple[str, ...]
    form: str
    output: Path | None
    input_format: str | None
    engine: str
    against: Path | None
    severity: str
    fail_on: str
    max_results: int
    max_size: int
    verbose: bool
    messages: str
    quiet: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """The report, the documents it is about, those that no shape matches, and the shapes and ontology it was made with."""

    report: Report
    sources: tuple[Source, ...]
    unmatched: tuple[str, ...]
    data: Triples | Data
    shapes: Triples
    ontology: Triples


def validated(settings: Settings) -> int:
    """Validate once and tell what was found; the exit code."""
    checked = check(settings)
    if not settings.quiet or settings.output is not None:
        put(rendered(checked, settings).encode("utf-8", "backslashreplace"), settings.output)
    for note in checked.report.notes:
        say(f"note: {note}", quiet=settings.quiet)
    if settings.verbose:
        for shape, count in checked.report.focus_nodes:
            say(f"{count:>9,} focus nodes of {shorten(shape)}")
    say(summary(checked.report), quiet=settings.quiet)
    failed = any(r.severity <= LEVELS.index(settings.fail_on) for r in checked.report)
    return int(failed or bool(checked.unmatched) or not checked.report.matched)


def rendered(checked: Checked, settings: Settings) -> str:
    """The report in the form that was asked for."""
    from newsgraph.diagnostic.findings import findings
    from newsgraph.diagnostic.formats import FORMATS

    shown = [r for r in checked.report if r.severity <= LEVELS.index(settings.severity)]
    most = settings.max_results if settings.form == "text" and settings.max_results else len(shown)
    found = findings(
        replace(checked.report, results=tuple(shown)),
        checked.sources,
        checked.unmatched,
        rules(checked.shapes, checked.ontology).with_kinds(checked.data, shown),
        settings.messages,
        most,
        partial(lookup, checked.data),
    )
    if settings.form == "text" and settings.output is None and colourful():
        return text(found, click.style)
    return FORMATS[settings.form](found)


def lookup(data: Triples | Data, nodes: set[Term], as_objects: bool) -> Iterator[ox.Triple]:
    """The triples with these nodes as subjects, or as objects, too."""
    if not isinstance(data, Data):
        yield from (t for t in data if t.subject in nodes or (as_objects and t.object in nodes))
        return
    for node in sorted(nodes, key=str):
        yield from data.matching(node, None, None)
        if as_objects:
            yield from data.matching(None, None, node)


def colourful() -> bool:
    """Whether stdout is a terminal that may be coloured."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def check(settings: Settings) -> Checked:
    """Read everything and judge it. Raises InputError, EngineError."""
    limit = settings.max_size * MB
    shapes = together(read(settings.shapes, None, limit)[1]) if settings.shapes else our_shapes()
    ontology = together(read(settings.ontology, None, limit)[1]) if settings.ontology else our_ontology()
    given = [*sources(settings.data, settings.input_format, limit)]
    if settings.against is not None:
        return _against(settings.against, given, shapes, ontology)
    if settings.engine == "auto" and (quick := _loaded(given, shapes, ontology)):
        report, all_sources = validate(quick, shapes, ontology), tuple(s for s in given if isinstance(s, Source))
        alone = () if report.matched else tuple(s.name for s in all_sources)
        return Checked(report, all_sources, alone, quick, shapes, ontology)
    documents, graphs = parsed(given)
    data = together(graphs)
    report = validate(data, shapes, ontology, engine=settings.engine)
    missed = unmatched(graphs, targets(shapes, ontology, data))
    return Checked(report, tuple(documents), tuple(documents[n].name for n in missed), data, shapes, ontology)


def _against(folder: Path, given: Sequence[Source | InputError], shapes: Triples, ontology: Triples) -> Checked:
    """The documents together with a store. Raises InputError where there is none."""
    from newsgraph.increment import validate_against
    from newsgraph.store import exists, reading

    if not exists(folder):
        raise InputError("holds no store", file=str(folder), advice="make one with newsgraph load --store")
    documents, graphs = parsed(given)
    with reading(folder) as store:
        report = validate_against(together(graphs), store, shapes, ontology).report
    missed = () if report.matched else tuple(d.name for d in documents)
    return Checked(report, tuple(documents), missed, together(graphs), shapes, ontology)


def _loaded(given: Sequence[Source | InputError], shapes: Triples, ontology: Triples) -> Data | None:
    """Large documents, loaded without their triples in between; None where that is not the way."""
    found = [source for source in given if isinstance(source, Source)]
    if len(found) < len(given) or sum(len(s.content) for s in found) < LARGE or any(b"<<(" in s.content for s in found):
        return None
    documents = [(s.content.removeprefix(BOM), s.fmt, base_of(s.name)) for s in found]
    data = load(documents, ontology)
    if data is None or len(found) == 1:
        return data
    aims = targets(shapes, ontology, data.matching(None, SUBCLASS, None))
    return data if all(holds_focus(document, aims) for document in documents) else None


def together(graphs: Sequence[Triples]) -> Triples:
    """The triples of all graphs."""
    return graphs[0] if len(graphs) == 1 else [t for graph in graphs for t in graph]


def read(names: Sequence[str], fmt: str | None, limit: int) -> tuple[list[Source], list[Triples]]:
    """The documents and their triples. Raises InputError; where several have one, all are told before."""
    return parsed([*sources(names, fmt, limit)])


def parsed(given: Sequence[Source | InputError]) -> tuple[list[Source], list[Triples]]:
    """The documents and their triples, as `read`."""
    documents: list[Source] = []
    graphs: list[Triples] = []
    errors: list[InputError] = []
    for source in given:
        try:
            if isinstance(source, InputError):
                raise source
            graphs.append(_parsed(source))
            documents.append(source)
        except InputError as e:
            errors.append(e)
    for error in errors[:-1]:
        complain(str(error))
    if errors:
        raise errors[-1]
    return documents, graphs


def _parsed(source: Source) -> list[ox.Triple]:
    try:
        return parse(source.content, source.fmt, source.name)
    except SyntaxFault as e:
        other = looks_like(source.content)
        if other in ("", source.fmt, *KIN.get(source.fmt, ())):
            raise
        advice = f"it looks like {other}: rename the file, or give --input-format {other}"
        raise SyntaxFault(e.message, file=e.file, line=e.line, column=e.column, advice=advice) from e


def explained(shape: str, settings: Settings) -> str:
    """The page of a shape. Raises InputError where there is no such shape."""
    from newsgraph.diagnostic.explanation import explanation

    shapes = together(read(settings.shapes, None, settings.max_size * MB)[1]) if settings.shapes else our_shapes()
    return explanation(shape, rules(shapes, our_ontology()), settings.messages)


def watched(settings: Settings) -> None:
    """Validate now and whenever a file changes, until interrupted; errors are told, and the watch goes on."""
    before: object = None
    while True:
        now = _state((*settings.data, *settings.shapes, *settings.ontology))
        if now != before:
            before = now
            try:
                validated(settings)
            except NewsgraphError as e:
                complain(str(e))
            say("watching for changes; end with Ctrl-C", quiet=settings.quiet)
            sys.stdout.flush()
        time.sleep(PAUSE)


def _state(names: Sequence[str]) -> list[tuple[str, int, int]]:
    """The files with size and time of change."""
    found = [file for name in names for file in files(name) if isinstance(file, Path) and file.exists()]
    return [(str(f), f.stat().st_size, f.stat().st_mtime_ns) for f in found]

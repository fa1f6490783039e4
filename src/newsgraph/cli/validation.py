"""What `newsgraph validate` does: read, judge, tell."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click
import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.cli.beginning import MB, Begun, Settings, begun
from newsgraph.cli.common import put_pieces, say, summary
from newsgraph.cli.complaint import complain
from newsgraph.cli.document import Get, Parsed, given, parsed, web, with_imports, with_typos
from newsgraph.cli.source import files, sources
from newsgraph.diagnostic.rules import rules
from newsgraph.errors import InputError, NewsgraphError
from newsgraph.namespace import shorten
from newsgraph.place.place import Source
from newsgraph.report import SEVERITIES, Report
from newsgraph.screen import beside
from newsgraph.screen.beside import Beside
from newsgraph.screen.data import Data, holds_focus
from newsgraph.screen.native import Loading
from newsgraph.screen.screening import SUBCLASS
from newsgraph.shape import Triples, load, our_ontology, our_shapes, validate
from newsgraph.target import targets, unmatched

LEVELS = [s.lower() for s in SEVERITIES]
PAUSE = 0.3  # seconds between two looks at the files


@dataclass(frozen=True, slots=True)
class Checked:
    """The report, the documents it is about, those that no shape matches, and the shapes and ontology it was made with.

    `errors` say why other documents are not among them.
    """

    report: Report
    sources: tuple[Source, ...]
    unmatched: tuple[str, ...]
    data: Triples | Data
    shapes: Triples
    ontology: Triples
    errors: tuple[InputError, ...] = ()


def validated(settings: Settings, start: Begun) -> int:
    """Validate once and tell what was found; the exit code. What cannot be read is told, and the rest is validated."""
    checked = check(settings, start)
    for error in checked.errors:
        complain(str(error))
    empty = settings.form == "text" and not checked.sources
    if not empty and (not settings.quiet or settings.output is not None):
        put_pieces((p.encode("utf-8", "backslashreplace") for p in rendered(checked, settings)), settings.output)
    if checked.sources:
        _said(checked.report, settings)
    failed = any(r.severity <= LEVELS.index(settings.fail_on) for r in checked.report)
    return 2 if checked.errors else int(failed or bool(checked.unmatched) or not checked.report.matched)


def _said(report: Report, settings: Settings) -> None:
    """Notes and counts, on stderr."""
    for note in report.notes:
        say(f"note: {note}", quiet=settings.quiet)
    if settings.verbose:
        for shape, count in report.focus_nodes:
            say(f"{count:>9,} focus nodes of {shorten(shape)}")
    say(summary(report), quiet=settings.quiet)


def rendered(checked: Checked, settings: Settings) -> Iterator[str]:
    """The report in the form that was asked for, in pieces."""
    from newsgraph.diagnostic.findings import findings
    from newsgraph.diagnostic.formats import FORMATS
    from newsgraph.diagnostic.text import text

    shown = [r for r in checked.report if r.severity <= LEVELS.index(settings.severity)]
    most = settings.max_results if settings.form == "text" and settings.max_results else len(shown)
    found = findings(
        replace(checked.report, results=tuple(shown)),
        checked.sources,
        checked.unmatched,
        rules(checked.shapes, checked.ontology, settings.shapes).with_kinds(checked.data, shown),
        settings.messages,
        most,
        partial(lookup, checked.data),
        checked.errors,
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


def check(settings: Settings, start: Begun) -> Checked:
    """Read everything and judge it; shapes and an ontology that cannot be read judge nothing. Raises EngineError."""
    limit, get = settings.max_size * MB, web() if settings.allow_network else None
    ontology = _rules(settings.ontology, our_ontology, (), limit, get)
    shapes = _rules(settings.shapes, our_shapes, ontology.triples, limit, get)
    if start.judge is not None:
        beside.prepare(start.judge, shapes.triples)
    documents = given(start.documents, get)
    if errors := (*shapes.errors, *ontology.errors):
        return Checked(Report((), ()), (), (), (), shapes.triples, ontology.triples, errors)
    checked = _judged(documents, shapes.triples, ontology.triples, settings, start)
    notes = (*checked.report.notes, *ontology.notes, *shapes.notes)
    return replace(checked, report=replace(checked.report, notes=notes))


def _rules(names: Sequence[str], ours: Callable[[], Triples], known: Triples, limit: int, get: Get | None) -> Parsed:
    """The shapes or the ontology that the user names, with what they import; else ours."""
    if not names:
        return Parsed((), (ours(),))
    return with_imports(with_typos(parsed(given(sources(names, None, limit), get))), known, get)


def _judged(
    documents: Sequence[Source | InputError], shapes: Triples, ontology: Triples, settings: Settings, start: Begun
) -> Checked:
    if start.loading is not None and (quick := _loaded(start.loading, shapes, ontology)):
        report = validate(quick, shapes, ontology, beside=start.judge)
        all_sources = tuple(s for s in documents if isinstance(s, Source))
        alone = () if report.matched else tuple(s.name for s in all_sources)
        return Checked(report, all_sources, alone, quick, shapes, ontology)
    found = parsed(documents)
    if not found.sources:
        report, missed = Report((), ()), list[int]()
    elif settings.against is not None:
        report = _against(settings.against, found.triples, shapes, ontology, start.judge)
        missed = [] if report.matched else [*range(len(found.sources))]
    else:
        report = validate(found.triples, shapes, ontology, engine=settings.engine)
        missed = unmatched(found.graphs, targets(shapes, ontology, found.triples))
    alone = tuple(found.sources[n].name for n in missed)
    return Checked(report, found.sources, alone, found.triples, shapes, ontology, found.errors)


def _against(folder: Path, data: Triples, shapes: Triples, ontology: Triples, judge: Beside | None) -> Report:
    """What new data breaks together with a store. Raises InputError where there is none."""
    from newsgraph.increment import validate_against
    from newsgraph.store import exists, reading

    if not exists(folder):
        raise InputError("holds no store", file=str(folder), advice="make one with newsgraph load --store")
    with reading(folder) as store:
        return validate_against(data, store, shapes, ontology, judge).report


def _loaded(loading: Loading, shapes: Triples, ontology: Triples) -> Data | None:
    """Documents that are loaded without their triples in between; None where that is not the way."""
    contents = loading.native.documents
    data = load(contents, ontology, loading)
    if data is None or len(contents) == 1:
        return data
    aims = targets(shapes, ontology, data.matching(None, SUBCLASS, None))
    return data if all(holds_focus(content, aims) for content in contents) else None


def explained(shape: str, settings: Settings) -> str:
    """The page of a shape. Raises InputError where there is no such shape."""
    from newsgraph.diagnostic.explanation import explanation

    get = web() if settings.allow_network else None
    found = _rules(settings.shapes, our_shapes, our_ontology(), settings.max_size * MB, get)
    for error in found.errors:
        raise error
    return explanation(shape, rules(found.triples, our_ontology(), settings.shapes), settings.messages)


def watched(settings: Settings) -> None:
    """Validate now and whenever a file changes, until interrupted; errors are told, and the watch goes on."""
    before: object = None
    while True:
        now = _state((*settings.data, *settings.shapes, *settings.ontology))
        if now != before:
            before = now
            try:
                with begun(settings) as start:
                    validated(settings, start)
            except NewsgraphError as e:
                complain(str(e))
            say("watching for changes; end with Ctrl-C", quiet=settings.quiet)
            sys.stdout.flush()
        time.sleep(PAUSE)


def _state(names: Sequence[str]) -> list[tuple[str, int, int]]:
    """The files with size and time of change."""
    found = [file for name in names for file in files(name) if isinstance(file, Path) and file.exists()]
    return [(str(f), f.stat().st_size, f.stat().st_mtime_ns) for f in found]

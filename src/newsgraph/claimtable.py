"""The claims as a table, one row a claim: what spreadsheets and data frames read (CSV, RFC 4180, UTF-8)."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields

import pyoxigraph as ox

from newsgraph.lookup import Figure, Lookup, Node
from newsgraph.namespace import TYPE, expand, shorten

CLAIM = expand("ng:Claim")
# A claim that describes a node: what is its subject, its predicate, its object.
DESCRIBED = {
    "Measurement": ("ng:measured", "ng:metric", "ng:quantity"),
    "MarketPosition": ("ng:holder", "ng:rank", "ng:market"),
    "Role": ("ng:person", "ng:roleTitle", "ng:organization"),
    "Penalty": ("ng:penalised", "", "ng:amount"),
}
# Spreadsheets take a cell that begins so for a formula (CWE-1236); the wide forms, too, after their normalisation.
FORMULA = re.compile("[=+\\-@\t\r\n＝＋－＠]")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in words: what is said, by whom, how surely, in which words of which article.

    The object is empty where the claim only describes its subject; `start` and `end` count code points of the text.
    """

    subject_label: str
    predicate: str
    object_label: str
    amount: str
    bound: str
    currency: str
    approximate: bool
    who: str
    relayed_by: str
    denied_by: str
    modality: str
    negated: bool
    presupposed: bool
    review: str
    valid_from: str
    valid_until: str
    time: str
    condition: str
    quote: str
    title: str
    publisher: str
    issued: str
    claim: str
    subject: str
    object: str
    describes: str
    asserted_by: str
    article: str
    start: int | None
    end: int | None


COLUMNS = tuple(f.name for f in fields(Row))


def write(triples: Iterable[ox.Triple], *, safe: bool = False) -> bytes:
    """The claims of a graph, sorted by article and place. With `safe`, no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in sorted(rows(triples), key=lambda r: (r.article, r.start or 0, r.claim)):
        cells = list(map(_cell, astuple(row)))
        writer.writerow([_harmless(cell) for cell in cells] if safe else cells)
    return out.getvalue().encode("utf-8", "replace")


def rows(triples: Iterable[ox.Triple]) -> Iterator[Row]:
    """The claims of a graph in words."""
    graph = Lookup(triples)
    for node in graph.of:
        if CLAIM in graph.values(node, TYPE):
            yield _row(graph, node)


def _row(graph: Lookup, claim: Node) -> Row:
    one = graph.value
    subject, predicate, value = _said(graph, claim)
    passage, article = one(claim, expand("ng:evidence")), one(claim, expand("ng:statedIn"))
    figure = (graph.figure(value) if value is not None else None) or Figure("", "", "", False)
    number, bound, currency, approximate = astuple(figure)
    who = one(claim, expand("ng:assertedBy"))
    start, end = (graph.text(passage, p) for p in ("oa:start", "oa:end"))
    return Row(
        subject_label=_label(graph, subject),
        predicate=_label(graph, predicate),
        object_label=_label(graph, value),
        amount=number,
        bound=bound,
        currency=currency,
        approximate=approximate,
        who=_label(graph, who),
        relayed_by=_labels(graph, claim, "ng:relayedBy"),
        denied_by=_labels(graph, claim, "ng:deniedBy"),
        modality=_concept(one(claim, expand("ng:modality"))),
        negated=graph.true(claim, "ng:negated"),
        presupposed=graph.true(claim, "ng:presupposed"),
        review=_concept(one(claim, expand("ng:reviewStatus"))),
        valid_from=graph.text(claim, "ng:validFrom"),
        valid_until=graph.text(claim, "ng:validUntil"),
        time=graph.text(claim, "ng:timeExpression"),
        condition=graph.text(claim, "ng:condition"),
        quote=graph.text(claim, "ng:quote"),
        title=graph.text(article, "dcterms:title"),
        publisher=_labels(graph, article, "dcterms:publisher"),
        issued=graph.text(article, "dcterms:issued"),
        claim=_iri(claim),
        subject=_iri(subject),
        object=_iri(value),
        describes=_iri(one(claim, expand("ng:describes"))),
        asserted_by=_iri(who),
        article=_iri(article),
        start=int(start) if start.isdigit() else None,
        end=int(end) if end.isdigit() else None,
    )


def _said(graph: Lookup, claim: Node) -> tuple[Node | None, Node | None, Node | None]:
    """Subject, predicate and object of a claim; of a claim that describes a node, those of the node."""
    node = graph.value(claim, expand("ng:describes"))
    if node is None:
        value = graph.value(claim, expand("ng:object")) or graph.value(claim, expand("ng:objectValue"))
        return graph.value(claim, expand("ng:subject")), graph.value(claim, expand("ng:predicate")), value
    names = DESCRIBED.get(graph.kind(node), ())
    found = [graph.value(node, expand(name)) if name else None for name in names]
    subject, predicate, value = found or [node, None, None]
    return subject, predicate if predicate is not None else graph.value(node, TYPE), value


def _label(graph: Lookup, node: Node | None) -> str:
    return graph.label(node) if node is not None else ""


def _labels(graph: Lookup, node: Node, curie: str) -> str:
    return "; ".join(graph.label(value) for value in graph.values(node, expand(curie)))


def _concept(node: Node | None) -> str:
    return shorten(node.value).partition(":")[2] if node is not None else ""


def _iri(node: Node | None) -> str:
    """The CURIE of a node; nothing for a literal."""
    if node is None or isinstance(node, ox.Literal):
        return ""
    return str(node) if isinstance(node, ox.BlankNode) else shorten(node.value)


def _cell(value: object) -> str:
    """A value as the table writes it; what is false or unknown is left empty."""
    return "true" if value is True else "" if value is None or value is False else str(value)


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what begins like one."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell

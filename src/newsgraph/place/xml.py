"""RDF/XML read with places: elements by expat, triples as section 2 of RDF 1.1 XML Syntax has them.

A DOCTYPE was refused before (newsgraph.rdf), so there are no entities.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin
from xml.parsers import expat

import pyoxigraph as ox

from newsgraph.adjacency import FIRST, NIL, REST, Term
from newsgraph.namespace import RDF, TYPE
from newsgraph.place.span import Located, Span

XML = "http://www.w3.org/XML/1998/namespace"
MARKUP = ox.NamedNode(RDF + "XMLLiteral")
SEPARATOR = "\n"
NOT_PROPERTIES = {
    RDF + name for name in ("about", "ID", "nodeID", "resource", "datatype", "parseType", "aboutEach", "bagID")
}


@dataclass(slots=True)
class Element:
    """An open element: node or property, where it stands, what holds in it, what it has gathered."""

    name: str
    attributes: dict[str, str]
    span: Span
    base: str
    language: str
    role: str = "node"  # or "property", "root" (rdf:RDF), "markup" (within a literal of XML)
    node: Term | None = None  # of a node element; of a property element its object
    text: list[str] = field(default_factory=list)
    items: list[tuple[Term, Span]] = field(default_factory=list)  # of a collection
    count: int = 0  # of rdf:li

    @property
    def kind(self) -> str:
        """How the content of a property is read: rdf:parseType, "" where it says nothing; an unknown one is Literal."""
        found = self.attributes.get(f"{RDF}parseType", "")
        return found if found in ("", "Resource", "Collection") else "Literal"


def read(content: bytes, base: str, wanted: frozenset[str] | None = None) -> Iterator[Located]:
    """The triples of a document that pyoxigraph accepts; with `wanted`, those whose subject is such an IRI."""
    for found in _Reader(content, base).read():
        if wanted is None or (isinstance(found.subject, ox.NamedNode) and found.subject.value in wanted):
            yield found


class _Reader:
    """The open elements, and the triples so far."""

    def __init__(self, content: bytes, base: str) -> None:
        self.content, self.base = content, base
        self.open: list[Element] = []
        self.found: list[Located] = []

    def read(self) -> list[Located]:
        self.parser = expat.ParserCreate(namespace_separator=SEPARATOR)
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.start, self.end
        self.parser.CharacterDataHandler = self.characters
        try:
            self.parser.Parse(self.content, True)
        except expat.ExpatError as e:
            raise ValueError(str(e)) from e
        return self._with_markup()

    def _with_markup(self) -> list[Located]:
        """The triples, literals of XML as pyoxigraph writes them: it repeats the namespaces in them, in the same order."""
        places = [n for n, t in enumerate(self.found) if _is_markup(t.object)]
        if places:
            quads = ox.parse(self.content, ox.RdfFormat.RDF_XML, base_iri=self.base)
            written = [q.object for q in quads if _is_markup(q.object)]
            for n, value in zip(places, written, strict=True):
                self.found[n] = self.found[n]._replace(object=value)
        return self.found

    def characters(self, text: str) -> None:
        if self.open:
            self.open[-1].text.append(text)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        end = self.content.find(b">", at) + 1
        known = {key.replace(SEPARATOR, ""): value for key, value in attributes.items()}
        above = self.open[-1] if self.open else None
        base = urljoin(above.base if above else self.base, known.get(f"{XML}base", ""))
        language = known.get(f"{XML}lang", above.language if above else "")
        element = Element(name.replace(SEPARATOR, ""), known, Span(at, end), base, language)
        element.role = _role(element, above)
        if element.role == "node":
            self._node(element, above)
        elif element.role == "property" and element.kind == "Resource":
            element.node = ox.BlankNode(f"n{element.span.start}")
        if element.name == RDF + "li" and element.role == "property" and above is not None:
            above.count += 1
            element.name = f"{RDF}_{above.count}"
        self.open.append(element)

    def _node(self, element: Element, above: Element | None) -> None:
        element.node = self._subject(element)
        if above is not None and above.kind == "Collection":
            above.items.append((element.node, element.span))
        elif above is not None and above.role == "property":
            above.node = element.node
        if element.name != RDF + "Description":
            self._add(element, element.span, TYPE, ox.NamedNode(element.name))
        for key, value in element.attributes.items():
            if key not in NOT_PROPERTIES and not key.startswith((XML, "xmlns")):
                kind = ox.NamedNode(value) if key == TYPE.value else literal(value, element.language)
                self._add(element, element.span, ox.NamedNode(key), kind)

    def _subject(self, element: Element) -> Term:
        known = element.attributes
        if f"{RDF}about" in known:
            return ox.NamedNode(urljoin(element.base, known[f"{RDF}about"]))
        if f"{RDF}ID" in known:
            return ox.NamedNode(urljoin(element.base, "#" + known[f"{RDF}ID"]))
        return ox.BlankNode("l" + known[f"{RDF}nodeID"] if f"{RDF}nodeID" in known else f"n{element.span.start}")

    def end(self, _: str) -> None:
        element = self.open.pop()
        above = self.open[-1] if self.open else None
        if above is not None and above.node is not None and element.role == "property":
            value = self._list(element) if element.kind == "Collection" else self._object(element)
            if value is not None:
                self._add(above, element.span, ox.NamedNode(element.name), value)

    def _list(self, element: Element) -> Term:
        """The head of a collection, its cells each at the place of its item."""
        cells: list[Term] = [ox.BlankNode(f"c{span.start}") for _, span in element.items]
        for (item, span), cell, rest in zip(element.items, cells, [*cells[1:], NIL], strict=False):
            self.found.append(Located(cell, FIRST, item, (span, span, span)))
            self.found.append(Located(cell, REST, rest, (span, span, span)))
        return cells[0] if cells else NIL

    def _object(self, element: Element) -> Term | None:
        known = element.attributes
        if element.node is not None:
            return element.node
        if element.kind == "Literal":
            return ox.Literal("", datatype=MARKUP)
        if f"{RDF}resource" in known:
            return ox.NamedNode(urljoin(element.base, known[f"{RDF}resource"]))
        if f"{RDF}nodeID" in known:
            return ox.BlankNode("l" + known[f"{RDF}nodeID"])
        kind = known.get(f"{RDF}datatype", "")
        text = "".join(element.text)
        return ox.Literal(text, datatype=ox.NamedNode(kind)) if kind else literal(text, element.language)

    def _add(self, subject: Element, place: Span, predicate: ox.NamedNode, value: Term) -> None:
        assert subject.node is not None
        self.found.append(Located(subject.node, predicate, value, (subject.span, place, place)))


def _role(element: Element, above: Element | None) -> str:
    """What an element inside `above` is: nodes and properties take turns, but for what rdf:parseType changes."""
    if above is None:
        return "root" if element.name == RDF + "RDF" else "node"
    if above.role == "property" and above.kind != "Resource":
        return "markup" if above.kind == "Literal" else "node"
    return {"root": "node", "node": "property", "property": "property"}.get(above.role, "markup")


def _is_markup(value: object) -> bool:
    return isinstance(value, ox.Literal) and value.datatype == MARKUP


def literal(text: str, language: str) -> Term:
    """A string, with its language if it has one."""
    return ox.Literal(text, language=language) if language else ox.Literal(text)

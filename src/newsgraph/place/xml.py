"""RDF/XML read with places: elements by expat, triples as section 2 of RDF 1.1 XML Syntax has them.

Not placed: what rdf:parseType makes. A DOCTYPE was refused before (newsgraph.rdf), so there are no entities.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin
from xml.parsers import expat

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import RDF, TYPE
from newsgraph.place.span import Located, Span

XML = "http://www.w3.org/XML/1998/namespace"
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
    node: Term | None = None  # of a node element; of a property element its object
    text: list[str] = field(default_factory=list)


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
        if self._is_node(above):
            self._node(element, above)
        self.open.append(element)

    def _is_node(self, above: Element | None) -> bool:
        """Whether an element inside `above` is a node: nodes and properties take turns, rdf:RDF is neither."""
        depth = len([e for e in self.open if e.name != RDF + "RDF"])
        return depth % 2 == 0

    def _node(self, element: Element, above: Element | None) -> None:
        if element.name == RDF + "RDF":
            return
        element.node = self._subject(element)
        if above is not None and above.name != RDF + "RDF":
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
        if above is not None and above.node is not None and element.node is not above.node and self._is_property():
            value = self._object(element)
            if value is not None:
                self._add(above, element.span, ox.NamedNode(element.name), value)

    def _is_property(self) -> bool:
        return len([e for e in self.open if e.name != RDF + "RDF"]) % 2 == 1

    def _object(self, element: Element) -> Term | None:
        known = element.attributes
        if element.node is not None or f"{RDF}parseType" in known:
            return element.node
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


def literal(text: str, language: str) -> Term:
    """A string, with its language if it has one."""
    return ox.Literal(text, language=language) if language else ox.Literal(text)

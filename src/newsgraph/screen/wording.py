"""The messages of results that are found without pySHACL: the shape's own, or else the words that pySHACL has for them."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import SH
from newsgraph.screen.judge import messages, rdflib_term, to_rdflib, validator_of
from newsgraph.screen.unsupported import Unsupported

Said = tuple[tuple[str, str], ...]  # text by language
Template = tuple[tuple[str, ...], Said | None]  # pySHACL's words with marks; all that is said, where there are none
NODE, VALUE = "urn:newsgraph:node", "urn:newsgraph:value"  # the marks
Words = Callable[[Term, str, Term, Term | None], Said]  # of a shape, by component's name, focus node, value


def wording(shapes: Sequence[ox.Triple]) -> Words:
    """The messages of a shapes graph, as newsgraph.screen.judge has them. They raise Unsupported about blank nodes."""
    rules = to_rdflib(shapes)
    own = cache(lambda shape: _own(shape, rules))
    generic = _Generic(rules)

    def words(shape: Term, name: str, node: Term, value: Term | None) -> Said:
        return own(shape) or generic.said(shape, name, node, value)

    return words


def _own(shape: Term, rules: Any) -> Said:
    """The messages that stand at a shape, () where there are none. Raises Unsupported on those with gaps to fill."""
    from rdflib import URIRef

    node = rdflib_term(shape)
    given = [*rules.objects(node, URIRef(SH + "message"))]
    if any("{" in m for m in given):
        raise Unsupported("a message with a gap")
    return messages(given, rules, node, {}) if given else ()


class _Generic:
    """pySHACL's words for results of shapes without a message; it is not started before there is one.

    It is asked once for each constraint, with marks for node and value; most of its words name neither.
    """

    def __init__(self, rules: Any) -> None:
        self.rules = rules
        self.templates: dict[tuple[Term, str, bool], Template] = {}
        self.shapes: dict[Any, Any] = {}
        self.graph: Any = None
        self.text = lru_cache(10_000)(self._text)

    def said(self, shape: Term, name: str, node: Term, value: Term | None) -> Said:
        """The text for a result. Raises Unsupported where it would describe a blank node."""
        if isinstance(node, ox.BlankNode) or isinstance(value, ox.BlankNode):
            raise Unsupported("a message that describes a blank node")
        words, said = self.templates.get((shape, name, value is None)) or self._template(shape, name, value is None)
        if said is not None:
            return said
        filled = (w.replace(f"<{NODE}>", self.text(node)) for w in words)
        if value is not None:
            filled = (w.replace(f"<{VALUE}>", self.text(value)) for w in filled)
        return self._messages(shape, filled)

    def _template(self, shape: Term, name: str, alone: bool) -> Template:
        from rdflib import URIRef

        component = self._component(shape, name)
        value = None if alone else URIRef(VALUE)
        words = tuple(str(m) for m in component.make_generic_messages(self.graph, URIRef(NODE), value))
        marked = any(mark in w for w in words for mark in (NODE, VALUE))
        found = words, None if marked else self._messages(shape, words)
        self.templates[shape, name, alone] = found
        return found

    def _messages(self, shape: Term, words: Iterable[str]) -> Said:
        from rdflib import Literal

        return messages([Literal(w) for w in words], self.rules, rdflib_term(shape), {})

    def _text(self, term: Term) -> str:
        from pyshacl.rdfutil.stringify import stringify_node

        text: str = stringify_node(self.graph, rdflib_term(term))
        return text

    def _component(self, shape: Term, name: str) -> Any:
        from pyshacl.constraints import CONSTRAINT_PARAMETERS_MAP
        from pyshacl.graph_abstraction import DataGraph

        if self.graph is None:
            self.graph = DataGraph.from_rdflib_graph(to_rdflib(()))
            self.shapes = {s.node: s for s in validator_of(self.rules).shacl_graph.shapes}
        kinds = {k.constraint_name(): k for k in CONSTRAINT_PARAMETERS_MAP.values()}
        return kinds[f"{name}ConstraintComponent"](self.shapes[rdflib_term(shape)])

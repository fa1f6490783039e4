"""The messages of results that are found without pySHACL: the shape's own, or else the words that pySHACL has for them."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import SH
from newsgraph.screen.judge import messages, rdflib_term, to_rdflib, validator_of
from newsgraph.screen.unsupported import Unsupported

Said = tuple[tuple[str, str], ...]  # text by language
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
    """pySHACL's words for results of shapes without a message; it is not started before there is one."""

    def __init__(self, rules: Any) -> None:
        self.rules = rules
        self.components: dict[tuple[Term, str], Any] = {}
        self.shapes: dict[Any, Any] = {}
        self.graph: Any = None

    def said(self, shape: Term, name: str, node: Term, value: Term | None) -> Said:
        """The text for a result. Raises Unsupported where it would describe a blank node."""
        if isinstance(node, ox.BlankNode) or isinstance(value, ox.BlankNode):
            raise Unsupported("a message that describes a blank node")
        found = None if value is None else rdflib_term(value)
        component = self.components.get((shape, name)) or self._component(shape, name)
        given = component.make_generic_messages(self.graph, rdflib_term(node), found)
        return messages(given, self.rules, rdflib_term(shape), {})

    def _component(self, shape: Term, name: str) -> Any:
        from pyshacl.constraints import CONSTRAINT_PARAMETERS_MAP
        from pyshacl.graph_abstraction import DataGraph

        if self.graph is None:
            self.graph = DataGraph.from_rdflib_graph(to_rdflib(()))
            self.shapes = {s.node: s for s in validator_of(self.rules).shacl_graph.shapes}
        kinds = {k.constraint_name(): k for k in CONSTRAINT_PARAMETERS_MAP.values()}
        found = kinds[f"{name}ConstraintComponent"](self.shapes[rdflib_term(shape)])
        self.components[shape, name] = found
        return found

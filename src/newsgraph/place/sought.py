"""Which triple of a file a result speaks of: the ways to find it, best first."""

from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import NGS, SH
from newsgraph.path import is_one_step, predicates
from newsgraph.report import Result

SUBJECT, PREDICATE, OBJECT = 0, 1, 2
TOO_MANY = {SH + name + "ConstraintComponent" for name in ("MaxCount", "UniqueLang", "QualifiedMaxCount")}
MARKED = {
    NGS + "UnknownSubject": SUBJECT,
    NGS + "RedefinedTerm": SUBJECT,
    NGS + "UnknownPredicate": PREDICATE,
    NGS + "NoProperty": PREDICATE,
    NGS + "OtherDomain": PREDICATE,
    SH + "ClosedConstraintComponent": PREDICATE,
}


@dataclass(frozen=True, slots=True)
class Sought:
    """A triple by what is known of it (None, or no predicates: anything), the term to mark, and whether the last counts."""

    subject: Term
    predicates: tuple[str, ...] = ()
    object: Term | None = None
    mark: int = SUBJECT
    last: bool = False

    def fits(self, subject: Term, predicate: Term, value: Term) -> bool:
        """Whether this is such a triple."""
        return (
            self.subject == subject
            and (not self.predicates or (isinstance(predicate, ox.NamedNode) and predicate.value in self.predicates))
            and (self.object is None or self.object == value)
        )


def ways(result: Result, partners: tuple[str, ...] = ()) -> tuple[Sought, ...]:
    """How the triple of a result is found: the triple with the value, what is too much, the node.

    `partners` are predicates that the shape names: the parameter of sh:disjoint, or where a query's value is at fault.
    """
    focus, value, names = result.focus_node, result.value_node, predicates(result.path)
    found: list[Sought] = []
    if value is not None and names and is_one_step(result.path):
        ends = (value, focus) if result.path.startswith("^") else (focus, value)
        found.append(Sought(ends[0], names, ends[1], MARKED.get(result.component, OBJECT)))
    elif value is not None and partners and not names and value == focus:
        found.append(Sought(focus, partners, value, OBJECT))
    elif value is not None and not names and value != focus:
        found += [Sought(value, partners, None, OBJECT)] if partners else []
        found += [Sought(value)] if not isinstance(value, ox.Literal) else [Sought(focus, (), value, OBJECT)]
    elif names and not result.path.startswith(("^", "(")) and (value is not None or result.component in TOO_MANY):
        first = names if is_one_step(result.path) else names[:1]
        found.append(Sought(focus, first, None, OBJECT, last=value is None))
    return (*found, Sought(focus))

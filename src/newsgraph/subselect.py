"""Patterns written as sub-selects: what is read as a whole, and joined in the order in which it is nested.

A sub-select that projects all variables of its patterns has their solutions (SPARQL 1.1, sections 12 and 18.2.4.4), and
the engine does not look into it when it orders joins.
"""

from newsgraph.cardinality import Data, given_values, of_step, plain
from newsgraph.group_pattern import Group, Pattern
from newsgraph.joinorder import Order
from newsgraph.propertypath import Step
from newsgraph.variable import is_variable, variables

HOP = "?_hop"
NO_LIMIT = 2**63 - 1


def chained(chain: Order, group: Group, data: Data) -> str:
    """The patterns of a chain of joins, in the order in which the engine takes those that look alike to it.

    In a sub-select of its own where it would begin with VALUES instead, or ask an EXISTS for each row of each pattern:
    it does not reach into a LIMIT.
    """
    given = sorted({v for p, hashed in chain.joins if not hashed for v in variables(p)} & group.values.keys())
    parts = (whole(p, group, data) if hashed else plain(p) for p, hashed in chain.joins)
    text = " ".join([*(given_values(v, group, data) for v in given), *parts])
    if group.exists:
        return f"{{ SELECT * {{ {text} }} LIMIT {NO_LIMIT} }}"
    return f"{{ SELECT * {{ {text} }} }}" if group.values else text


def whole(p: Pattern, group: Group, data: Data) -> str:
    """The pattern in a sub-select."""
    given = sorted(v for v in variables(p) if v in group.values)
    if not given and len(p.steps) and is_variable(p.object):
        return _hops(p.subject, p.steps, p.object, data)
    text = " ".join([*(given_values(v, group, data) for v in given), plain(p)])
    shown = [t for t in (p.subject, p.path, p.object) if is_variable(t)]
    return f"{{ SELECT {' '.join(shown)} {{ {text} }} }}"


def _hops(subject: str, steps: tuple[Step, ...], thing: str, data: Data) -> str:
    """A path in a sub-select, each step in one of its own; of two the smaller first, which the engine holds in memory."""
    if len(steps) == 1:
        return f"{{ SELECT {subject} {thing} {{ {subject} {steps[0]} {thing} }} }}"
    hop = f"{HOP}{len(steps)}"
    rest = _hops(hop, steps[1:], thing, data)
    if not steps[0].zero:
        parts = [_hops(subject, steps[:1], hop, data), rest]
        if of_step(steps[1], data) < of_step(steps[0], data):
            parts.reverse()
        return f"{{ SELECT {subject} {thing} {{ {' '.join(parts)} }} }}"
    # a step that may be left out gives each node once (section 9.3)
    once = (
        f"{{ SELECT DISTINCT {subject} {hop} {{ {subject} {steps[0]} {hop} FILTER (!sameTerm({subject}, {hop})) }} }}"
    )
    return (
        f"{{ SELECT {subject} {thing} {{ {{ {_hops(subject, steps[1:], thing, data)} }} UNION {{ {once} {rest} }} }} }}"
    )

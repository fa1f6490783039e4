"""Events as the shapes ask for them: who acts is an agent, and a node that tells of one thing is written for each.

«Alpha investiert …» names an app and means its company; «Ungarn fördert …» names a country and means its state.
"""

from collections.abc import Iterator
from itertools import product

from newsgraph.filler import Event, Filler
from newsgraph.relation import Relation
from newsgraph.replacement import replace

ACTS_AS = {"App": "Company", "Chip": "Company", "Product": "Company", "Place": "PublicBody"}
AGENTS = ("investor", "lead", "seller", "penalised", "imposer", "organization")
ONE = {  # roles of which a node has exactly one filler
    "Role": ("person", "organization"),
    "Measurement": ("measured", "value"),
    "Penalty": ("penalised",),
}
NEEDED = {"Role": ("person",), "Measurement": ("measured", "value"), "Penalty": ("penalised",)}


def agents(event: Event) -> Event:
    """The event with agents in the roles of those who act; a news organization that owns is a company."""
    if all(_agent(f, role) is f for role, fillers in event.roles.items() for f in fillers):
        return event
    return replace(
        event, roles={role: tuple(_agent(f, role) for f in fillers) for role, fillers in event.roles.items()}
    )


def _agent(filler: Filler, role: str) -> Filler:
    kind = ACTS_AS.get(filler.kind) if role in AGENTS else None
    if role == "parent" and filler.kind == "NewsOrganization":
        kind = "Company"
    return replace(filler, kind=kind, id="") if kind is not None else filler


def singly(event: Event, relation: Relation) -> Iterator[Event]:
    """The event once for each choice of its roles that hold one filler; not at all where a role that it needs has none."""
    if any(role not in event.roles for role in NEEDED.get(relation.kind, ())):
        return
    single = [role for role in ONE.get(relation.kind, ()) if role in event.roles]
    if all(len(event.roles[role]) == 1 for role in single):
        yield event
        return
    for chosen in product(*(event.roles[role] for role in single)):
        yield replace(event, roles={**event.roles, **{r: (f,) for r, f in zip(single, chosen, strict=True)}})

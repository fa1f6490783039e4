"""Writes rules down: whom they bind, who made or signed them, what they delay."""

from newsgraph.claim import Claim, Literal, Thing, Value
from newsgraph.filler import Event, Filler
from newsgraph.identity import node
from newsgraph.parse import Parse
from newsgraph.register import Register
from newsgraph.relation import Relation
from newsgraph.replacement import replace


def enter(register: Register, relation: Relation, event: Event, p: Parse, claim: Claim) -> None:
    """A rule and whom it binds, who made or signed it, what it delays."""
    named = event.roles.get("rule", ())
    kind = event.frame.set.get("ng:regulationKind", "")
    here = register.rule_node(named[0], kind) if named else _unnamed(register, event, p, kind)
    for role, fillers in event.roles.items():
        for filler in fillers if role in relation.roles else ():
            register.claims.append(
                replace(claim, subject=here, predicate=relation.roles[role], object=_value(register, filler))
            )
            if role == "enactor" and filler.kind == "Place":
                register.claims.append(
                    replace(claim, subject=here, predicate="ng:jurisdiction", object=_value(register, filler))
                )


def _value(register: Register, filler: Filler) -> Value:
    if filler.kind == "duration":
        return Literal(filler.name, datatype="xsd:duration")
    return register.rule_node(filler, "") if filler.kind == "rule" else register.thing(filler)


def _unnamed(register: Register, event: Event, p: Parse, kind: str) -> str:
    whom = {register.thing(f) for f in event.roles.get("affected", ()) if f.kind != "rule"}
    for f in event.roles.get("enactor", ()):
        by = {c.subject for c in register.claims if c.predicate == "ng:enactedBy" and c.object == register.thing(f)}
        bound = {c.subject for c in register.claims if c.predicate == "ng:affects" and c.object in whom}
        if same := sorted(r for r in by & bound if f"ngc:{kind}" in str(register.things[r].facts)):
            return same[0]
    here = node("regulation", register.article.digest, p.tokens[event.first].start)
    facts: tuple[tuple[str, Value], ...] = (("ng:regulationKind", f"ngc:{kind}"),) if kind else ()
    first, last = event.span
    label = register.article.text[p.tokens[first].start : p.tokens[last].end]
    register.things[here] = Thing(here, "Regulation", label, facts=facts)
    return here

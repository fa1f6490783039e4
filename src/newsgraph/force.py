"""How far a rule has come: planned, possible, in force, lifted; and what the words of its clause say of that."""

from functools import cache

from newsgraph.clause import Clause
from newsgraph.filler import Event
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.pattern import Frame
from newsgraph.replacement import replace
from newsgraph.source import Source
from newsgraph.subject import subject

BINDS, MAY_NOT = "restriction/binds", "restriction/may-not"
KEPT = ("complies-with", "breach-of", "keeps-to")  # frames of patterns/<code>/rules.toml


@cache
def frame(name: str, kind: str) -> Frame:
    """The frame that such an event stands for."""
    facts = {"ng:regulationKind": kind} if kind else {}
    return Frame(name, "rule", frozenset(), frozenset(), (), (), (), facts, "", frozenset(), False)


def stage(p: Parse, event: Event, clause: Clause, language: Language) -> str:
    """Whether "planned" or "possible" because the rule is not in force yet: «das geplante Gesetz», «es beträfe»."""
    table = language.grammar["restriction"]
    if clause.verb.mood == "konjunktiv2" and clause.verb.modal in language.verb.must_may_or_none:
        return "possible"
    if clause.verb.lemma in table["permit"] and "enactor" in event.roles and not clause.verb.modal:
        return "granted"  # «stimmte nur unter der Bedingung zu»
    laws = [f for f in event.roles.get("rule", ()) if f.here]
    near = [i for f in laws for i in range(max(clause.first, f.first - 4), f.last + 1)]
    words = [p.tokens[i].low for i in near]
    if any(w.startswith(tuple(table["planned"])) or w.endswith(tuple(table["drafts"])) for w in words):
        return "planned"
    inside = {p.tokens[i].low for i in clause.tokens}
    return "planned" if laws and not inside.isdisjoint(table["future"]) else ""


def own_verb(event: Event, clause: Clause, language: Language) -> int:
    """The token that an event was read from: of a rule or a fine the verb, where that orders («verpflichtete zur …»)."""
    if event.frame.relation not in ("rule", "penalty") or clause.verb.at is None:
        return event.first
    table = language.grammar["restriction"]
    orders = any(clause.verb.lemma in table[key] for key in ("order", "ban", "requires"))
    return clause.verb.at if orders else event.first


def says_no(frame: Frame, clause: Clause, language: Language) -> bool:
    """Whether the «nicht» of the clause is what the rule says: «darf nicht»."""
    return frame.name == MAY_NOT or (frame.name == BINDS and clause.verb.modal in language.verb.may)


def breaks(event: Event, clause: Clause, language: Language) -> bool:
    """Whether it is told that somebody breaks or keeps a law: it binds him, whether he does or denies it."""
    kept = event.frame.name.rpartition("/")[2] in KEPT
    return kept or clause.verb.lemma in language.grammar["restriction"]["breaching"]


def speaks_itself(event: Event, source: Source | None) -> bool:
    """Whether the source of a rule is a rule: what a law asks for, the text says («die Verordnung verlangt von Alpha …»)."""
    said_by = source.mention if source is not None and event.frame.relation == "rule" else None
    return said_by is not None and said_by.kind == "Regulation"


def is_vehicle(p: Parse, event: Event, language: Language) -> bool:
    """«die Busse von Alpha»: buses, where neither a sum nor who fines is told, nor «gegen Alpha»."""
    if event.frame.relation != "penalty" or p.low[event.first] not in language.grammar["restriction"]["buses"]:
        return False
    against = any(
        f.prep in language.grammar["restriction"]["against"] and f.mention is not None for f in p.phrases[event.clause]
    )
    told = against or "imposer" in event.roles or any(q.is_money for q in p.quantities)
    return p.low[event.first].endswith("es") or not told


def annuls(p: Parse, event: Event, clause: Clause, language: Language) -> bool:
    """Whether a fine does not hold any more: «hob die Buße auf», «erklärte sie für nichtig», «das Gericht kassierte sie»."""
    if clause.verb.lemma in language.verb.receive:  # who gets a fine is not who quashes it
        own = subject(p, clause)
        fined = {f.name for f in event.roles.get("penalised", ())}
        body = own.mention if own is not None else None
        courts = tuple(language.grammar["sums"]["authorities"])
        judges = own is not None and (
            p.low[own.head].endswith(courts) or (body is not None and body.kind == "PublicBody")
        )
        return judges and (body is None or body.name not in fined)
    void = clause.verb.lemma in language.verb.declare and any(
        p.low[i] in language.grammar["restriction"]["void"] for i in clause.tokens
    )
    return void or lifts(clause, language)


def without_judge(p: Parse, event: Event, clause: Clause) -> Event:
    """A fine that is quashed, without who quashes it as who imposed it."""
    own = subject(p, clause)
    judge = [f for f in event.roles.get("imposer", ()) if own is not None and own.first <= f.first <= own.last]
    return replace(event, roles={r: f for r, f in event.roles.items() if r != "imposer"}) if judge else event


def ends(p: Parse, event: Event, clause: Clause, language: Language) -> bool:
    """Whether a clause ends a rule; not «muss wegen des Gesetzes den Betrieb einstellen», where the rule is the cause."""
    if not lifts(clause, language):
        return False
    rules = [f.last for f in event.roles.get("rule", ()) if f.here]
    caused = (
        f.prep in language.prep.causes
        for parts in p.phrases
        for f in parts
        if any(f.first <= at <= f.last for at in rules)
    )
    return not any(caused)


def lifts(clause: Clause, language: Language) -> bool:
    """Whether the clause ends a rule, or turns it down: «hob das Verbot auf», «lehnt ein Verbot ab»."""
    return clause.verb.lemma in language.grammar["restriction"]["lift"]

"""Whose something is: whom «sein», «ihr», «unser», «dessen» stand for."""

from newsgraph.clause import Clause
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.pronoun import AGENTS, ours
from newsgraph.reference import Focus
from newsgraph.relative import antecedent
from newsgraph.subject import subject
from newsgraph.unknown_owner import are_several_firms
from newsgraph.wordlist import tails


def possessor(focus: Focus, p: Parse, clause: Clause, phrase: Phrase) -> Mention | None:
    """Whose «sein» is: the subject of the clause, else the topic."""
    if phrase.det.startswith(focus.language.stem.our):
        return ours(focus, p)
    if phrase.det in focus.language.pron.whose:
        found = antecedent(p, clause) if clause.kind == "relative" and phrase.first == clause.first else None
        if found is not None and found[1].mention is None:
            return focus.of(p, found[1])  # «die Zentrale, deren Chefin …»: nobody else's
        inside = [m for m in p.mentions if m.last < phrase.first and m.kind in ("", *AGENTS) and not m.adjective]
        return inside[-1] if inside else focus.last(*AGENTS)
    own = subject(p, clause)
    if own is not None and own.mention is None and (told := people_of(p, clause, own)) is not None:
        return told
    if own is not None and own.last < phrase.first and are_several_firms(p, clause, own):
        return None
    if own is not None and own.pronoun and clause.kind == "relative" and (found := antecedent(p, clause)) is not None:
        own = found[1]
    if (
        own is not None
        and own is not phrase
        and (own.first < phrase.first or phrase.last < (clause.verb.finite or 0))
        and (mention := focus.of(p, own)) is not None
        and mention.kind in ("", *AGENTS)
    ):
        return focus.company_of(mention)
    if phrase.prep in focus.language.prep.with_ and (beside := _beside(p, phrase)) is not None:
        return beside
    return _acting(focus, p, phrase) or focus.acting


def people_of(p: Parse, clause: Clause, own: Phrase) -> Mention | None:
    """«die Macher von Alpha … ihr Modell»: a firm's people have what it has."""
    article = own.det in p.language.det.feminine or own.det in p.language.det.neuter
    if not article or not p.low[own.head].endswith(tails(p.language.code, "people_endings")):
        return None
    behind = next((f for f in p.phrases[clause.index] if f.first == own.last + 1), None)
    hung = behind is not None and (behind.prep in p.language.prep.of or behind.link == "genitive")
    m = behind.mention if behind is not None and hung else None
    return m if m is not None and m.kind == "Company" and not m.rest and not m.adjective else None


def _beside(p: Parse, phrase: Phrase) -> Mention | None:
    """«die Bank Alpha etwa mit ihrer App Beta»: who stands right before it."""
    at = phrase.first - 1
    while at > 0 and p.tokens[at].is_a("ADV"):
        at -= 1
    before = next((m for m in p.mentions if m.last == at), None)
    return before if before is not None and before.kind in AGENTS and not (before.rest or before.adjective) else None


def _acting(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """The company or body that is subject of the last main clause before the phrase."""
    for clause in reversed(p.clauses):
        own = subject(p, clause) if clause.kind == "main" else None
        mention = focus.of(p, own) if own is not None and own is not phrase and own.last < phrase.first else None
        if mention is not None and mention.kind in ("Company", "PublicBody", "NewsOrganization"):
            return mention
    return None

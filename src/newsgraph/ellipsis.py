"""Sentences that begin with their verb and leave their subject out: «Und Alpha? Gehört seit 2014 der Firma Beta.»

Whom the sentence before put up («Und Alpha?», «Bleibt Alpha.») is the subject, else whom the text is about (Duden grammar,
«Ellipse», «Vorfeldellipse»).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.phrase import Phrase
from newsgraph.replacement import replace
from newsgraph.replacement import replace as replaced
from newsgraph.segment import FINITE
from newsgraph.subject import subject
from newsgraph.verb import Verb
from newsgraph.wordlist import words

if TYPE_CHECKING:
    from newsgraph.parse import Parse
    from newsgraph.reference import Focus

SHORT = 9  # tokens of a sentence that but names whom the next one is about: «Bleibt noch Alpha.»
POSED = ("Company", "App", "Product", "Chip", "NewsOrganization", "")


def posed(p: Parse) -> Mention | None:
    """Whom a sentence puts up for the next one: «Und Alpha?», «Was macht Alpha?», «Bleibt Alpha.», «Anders der Fall Alpha.»"""
    asks = p.tokens[-1].text == "?" if p.tokens else False
    if (asks and not p.language.pron.asked.isdisjoint(p.low)) or (not asks and len(p.tokens) > SHORT):
        return None
    named = {m.name: m for m in p.mentions if m.kind in POSED and not m.rest and not m.adjective}
    mention = next(iter(named.values())) if len(named) == 1 else None
    return mention if mention is not None and (asks or _but_names(p, mention)) else None


def _but_names(p: Parse, mention: Mention) -> bool:
    """Whether a sentence says nothing but a name, whose case it is: «Nächstes Beispiel: die Firma Alpha.»"""
    code = p.language.code
    verbs = [t.lemma.lower() for t in p.tokens if t.is_a("VV", "VA", "VM")]
    nouns = [t.lemma.lower() for i, t in enumerate(p.tokens) if t.is_a("NN") and not _names(p, i, mention)]
    plain = all(v in words(code, "posing_verbs") for v in verbs) and all(
        n in words(code, "posing_nouns") for n in nouns
    )
    return plain and not any(t.is_a("CARD", "PTKNEG") for t in p.tokens)


def _names(p: Parse, i: int, mention: Mention) -> bool:
    """Whether a token belongs to the phrase of the name («die Firma Alpha»)."""
    return any(
        f.mention is not None and f.mention.name == mention.name and f.first <= i <= f.last
        for fs in p.phrases
        for f in fs
    )


def restored(p: Parse, focus: Focus) -> Parse:
    """A sentence with the subject that it leaves out, where it begins with its verb, or has none: «Und Alpha? Seit Mai eine
    Tochter von Beta.»"""
    put = focus.posed
    if (
        put is None
        or not p.clauses
        or any(t.is_a(*FINITE) for t in p.tokens)
        or any(m.name == put.name for m in p.mentions)
    ):
        _fill(p, focus)
        return p
    first = p.clauses[0]
    if first.kind != "main" or p.low[first.first] in p.language.prep.dative_opening:
        return p
    found = replace(p, clauses=(replaced(first, verb=Verb(lemma=p.language.written.be)), *p.clauses[1:]))
    found.subjects[0] = _left_out(put, first.first)
    return found


def _left_out(mention: Mention, at: int) -> Phrase:
    """The subject that is not in the sentence, as if it stood at a token."""
    named = Mention(at, at, mention.name, mention.kind, mention.id)
    return Phrase(-1, at, at, at, cases=frozenset(("nom",)), mention=named)


def _fill(p: Parse, focus: Focus) -> None:
    """Give a sentence that begins with its verb and names no subject the one that it leaves out."""
    at = next((i for i, t in enumerate(p.tokens) if t.text not in QUOTES), None)
    clause = p.clauses[0] if p.clauses else None
    if at is None or clause is None or clause.kind != "main" or clause.verb.finite != at or p.tokens[-1].text == "?":
        return
    if _is_condition(p):
        return
    own, put = subject(p, clause), focus.posed
    if own is not None and (
        put is None or _is_plain(p, own) or (own.mention is not None and own.mention.name == put.name)
    ):
        return
    meant = put or focus.topic
    if meant is not None:
        p.subjects[clause.index] = _left_out(meant, at)


def _is_condition(p: Parse) -> bool:
    """«Kommt Alpha, so …», «Kauft Alpha die Firma, wächst …»: a main clause follows, with its verb or «so» in front."""
    behind = [c for c in p.clauses[1:] if c.kind == "main" and not c.joined]
    return any(c.verb.finite == c.first or p.low[c.first] in p.language.adv.so_then for c in behind) and not _goes_on(p)


def _goes_on(p: Parse) -> bool:
    """«Sitzt in Graz, beliefert Alpha, gehört Beta»: what follows lists more, and has no subject either."""
    behind = [c for c in p.clauses[1:] if c.kind == "main" and not c.joined]
    return all(subject(p, c) is None for c in behind)


def _is_plain(p: Parse, own: Phrase) -> bool:
    """Whether a phrase can but be the subject: a pronoun, or a nominative by its form."""
    return (own.pronoun and p.low[own.head] in p.language.pron.own_subject) or (
        "nom" in own.cases and "acc" not in own.cases
    )

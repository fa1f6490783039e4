"""Who rules in a sentence: laws and bans, named or by their noun, authorities, states and towns."""

from collections.abc import Iterator
from functools import cache, lru_cache

from newsgraph.clause import Clause
from newsgraph.filler import Filler
from newsgraph.language import Language
from newsgraph.law_noun import law_noun
from newsgraph.lexicon import forms
from newsgraph.parse import Parse
from newsgraph.party import base_form, rule_noun
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.relative import antecedent
from newsgraph.statute import gender
from newsgraph.subject import subject

ROMAN = frozenset("IVX")
LAW, BODY, STATE = "Regulation", "PublicBody", "Place"


def is_law(filler: Filler) -> bool:
    return filler.kind in (LAW, "rule")


def ruler(p: Parse, phrase: Phrase, language: Language, focus: Focus | None = None) -> Filler | None:
    """The law, authority or place that a phrase names; with a `focus` also one that it stands for («die Behörde», «sie»)."""
    m = phrase.mention
    if m is not None and phrase.head < m.first and m.kind not in (LAW, BODY, STATE):
        return _beside(p, phrase, language)
    if m is not None and m.rest.lower().endswith(tuple(language.grammar["restriction"]["lists"])):
        return Filler(m.kind, m.first, m.last, m.name, m.id, verbal=True) if m.kind in (BODY, STATE) else None
    if m is not None:
        if m.kind not in (LAW, BODY, STATE) or m.adjective or (m.rest and m.kind != LAW):
            return _by_noun(p, phrase, language, focus) if m.adjective else None
        return Filler(m.kind, m.first, m.last, m.name, m.id, verbal=True)
    if phrase.quantity is not None:
        return None
    if phrase.pronoun:
        if focus is not None and (law := _law_meant(p, phrase, focus)) is not None:
            return law
        found = focus.of(p, phrase) if focus is not None else None
        ok = found is not None and found.kind in (LAW, BODY)
        return (
            Filler(found.kind, phrase.first, phrase.last, found.name, found.id, verbal=True) if found and ok else None
        )
    return _by_noun(p, phrase, language, focus)


def _law_meant(p: Parse, phrase: Phrase, focus: Focus) -> Filler | None:
    """«Die Richtlinie ist beschlossen. Sie zwingt …»: the law spoken of last, where the pronoun has its gender."""
    named = p.tokens[phrase.head].is_a("PREL") and any(m.last == phrase.first - 2 for m in p.mentions)  # «Alpha, das …»
    if focus.ruling is None or named or p.sentence.index - focus.ruling[0] > 1:
        return None
    _, law, det = focus.ruling
    shown = gender(law.name, p.language) or p.language.gender.law_article.get(det, "")
    fits = p.language.gender.law_pronoun.get(p.low[phrase.head], "") == shown != ""
    return Filler(law.kind, phrase.first, phrase.last, law.name, law.id, verbal=True) if fits else None


def _by_noun(p: Parse, phrase: Phrase, language: Language, focus: Focus | None) -> Filler | None:
    """«die Datenschutzbehörde», «das Lieferkettengesetz»; of a noun for any, the one last named, if one was."""
    head = p.head(phrase)
    if focus is not None and focus.ruling is not None and (law := law_noun(p, phrase.head, focus, language)):
        return law
    kind = language.nouns.class_of(head.text) if head.is_a("NN", "NE", "FM", "XY") else ""
    if not kind and head.lemma.lower() in language.grammar["restriction"]["judges"]:
        return Filler(BODY, phrase.first, phrase.last, _called(p, phrase), verbal=True)
    if kind not in (LAW, BODY):
        return None
    meant = focus.of(p, phrase, bare=True) if focus is not None and phrase.mention is None else None
    if meant is not None and meant.kind == kind:
        return Filler(kind, phrase.first, phrase.last, meant.name, meant.id, verbal=True)
    if kind == LAW:
        last = _numbered(p, phrase.head)
        name = " ".join((rule_noun(head), *(t.text for t in p.tokens[phrase.head + 1 : last + 1]))).replace(" / ", "/")
        return Filler("rule", phrase.first, max(last, phrase.last), name, verbal=True)
    return Filler(BODY, phrase.first, phrase.last, _called(p, phrase), verbal=True)


def _numbered(p: Parse, head: int) -> int:
    """The last token of «Verordnung 12/2030», «Abgasnorm Euro 8», «Gesetz Nr. 17»."""
    behind = [t.text for t in p.tokens[head + 1 : head + 3]]
    if len(behind) == 2 and behind[0].isdigit() and behind[1] == "/":
        return head + 3
    if behind and behind[0][-1:].isdigit() and not behind[0].isdigit() and "," not in behind[0]:
        return head + 1
    named = len(behind) == 2 and behind[0][0].isupper() and (behind[1][0].isdigit() or set(behind[1]) <= ROMAN)
    return head + 2 if named and "," not in behind[1] else head


def _beside(p: Parse, phrase: Phrase, language: Language) -> Filler | None:
    """«hatte die Finanzaufsicht Alpha untersagt»: the noun alone, what follows it is another."""
    head = p.head(phrase)
    if head.is_a("NN") and language.nouns.class_of(head.text) == BODY:
        return Filler(BODY, phrase.first, phrase.head, base_form(head), verbal=True)
    return None


def _called(p: Parse, phrase: Phrase) -> str:
    """The name that the noun for an authority makes, with the town right behind it: «Gewerbeaufsichtsamt Kassel»."""
    name, after = base_form(p.head(phrase)), phrase.head + 1
    placed = next((m for m in p.mentions if m.first == after and m.kind == STATE and not m.adjective), None)
    return f"{name} {placed.name}" if placed is not None else name


@lru_cache(1000)
def is_plain(noun: str, language: Language) -> bool:
    """Whether a noun for a rule names none: «die Auflagen»."""
    return any(f in language.grammar["restriction"]["plain"] for f in forms(noun))


def rulers(p: Parse, clause: Clause, language: Language, focus: Focus) -> Iterator[tuple[Filler, Phrase]]:
    """Who rules in a clause, with the phrase; in a relative clause also what it speaks of."""
    first = subject(p, clause)
    for phrase in p.phrases[clause.index]:
        stands = (
            (phrase is first and clause.marker not in language.prep.like)
            or not phrase.pronoun
            or phrase.prep in language.prep.according_behind
        )
        idle = phrase.pronoun and p.low[phrase.head] in language.pron.it and clause.verb.lemma in language.verb.idle
        idle = idle or (
            phrase.pronoun
            and clause.verb.lemma not in _ruling(language)
            and phrase.prep not in language.prep.according_behind
        )
        found = ruler(p, phrase, language, focus if stands and not idle else None)
        if found is not None and not (found.kind == "rule" and _is_mere(p, clause, phrase, language)):
            yield _of_whom(p, clause, phrase, found), phrase
    if clause.kind == "relative" and (before := antecedent(p, clause)) is not None:
        found = ruler(p, before[1], language, focus)
        if found is not None:
            yield found, before[1]


def _is_mere(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> bool:
    """«am ersten Tag der Beschränkungen», «als Voraussetzung eines Verbots»: the rule is only spoken of."""
    if phrase.link != "genitive" or phrase.to is None:
        return False
    return p.low[p.phrases[clause.index][phrase.to].head] in language.grammar["restriction"]["mere"]


@cache
def _ruling(language: Language) -> frozenset[str]:
    """The verbs whose subject may be a law or a body that «sie», «es» stand for."""
    table = language.grammar["restriction"]
    law = ("bind", "bound", "requires", "regulating", "lift", "resting", "listing", "helping")
    body = ("ban", "order", "make", "permit", "decree", "demand")
    return frozenset(verb for key in (*law, *body) for verb in table[key])


def _of_whom(p: Parse, clause: Clause, phrase: Phrase, found: Filler) -> Filler:
    """«die Aufseher der Zentralbank Alpha»: the body itself, where people stand for it."""
    behind = next((f for f in p.phrases[clause.index] if f.to == phrase.index and f.first == phrase.last + 1), None)
    m = behind.mention if behind is not None and behind.link == "genitive" else None
    if found.id or found.kind != BODY or m is None or m.kind != BODY or m.rest:
        return found
    return Filler(BODY, m.first, m.last, m.name, m.id, verbal=True)

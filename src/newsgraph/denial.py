"""Who denies what: clauses that deny what hangs on them, and sentences that deny the one before."""

import re
from collections.abc import Iterator
from functools import cache
from re import Pattern

from newsgraph.clause import Clause
from newsgraph.hedge import cues, split_cues
from newsgraph.language import Language
from newsgraph.negation import is_negated, words_of
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.pronoun import AGENTS
from newsgraph.reference import Focus
from newsgraph.source import Source, source_of
from newsgraph.source_label import label
from newsgraph.subject import subject


def denies(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether a clause denies what hangs on it, or what it speaks of."""
    lemma = clause.verb.lemma
    if lemma in language.grammar["certainty"]["holds"] and is_negated(p, clause, language, None):
        return True  # «treffen nicht zu»
    if _is_denial(lemma, language):
        return True
    denials = language.grammar["certainty"]["denial"]
    if not p.words(clause).isdisjoint(denials) and any(w in denials for w in words_of(p, clause)):
        return True
    return "denied" in (*cues(p, clause, language), *split_cues(p, clause, language))


def denier(p: Parse, clause: Clause, focus: Focus, language: Language) -> Source | None:
    """The first phrase that can speak: the subject, or another where a word of denial stands there («„Unsinn“, sagt Alpha»)."""
    first = subject(p, clause)
    others = [f for f in p.phrases[clause.index] if f is not first and not f.prep and not f.link and "nom" in f.cases]
    if clause.verb.passive:  # «Bei Alpha wurde das dementiert»
        others = [f for f in p.phrases[clause.index] if f.prep in language.prep.by_passive]
    for phrase in ([first] if first is not None else []) + others:
        if p.head(phrase).low.endswith(tuple(language.grammar["certainty"]["denied_nouns"])):
            continue  # «Gerüchte … nannte Alpha falsch»
        after = [f for f in p.phrases[clause.index] if f.first > phrase.last]
        source = source_of(p, phrase, after, focus, language)
        if source is not None and (source.mention is None or source.mention.kind in ("", *AGENTS)):
            return source
    return None


def denial(p: Parse, focus: Focus, language: Language) -> Source | None:
    """Who denies what the sentence before said, in a sentence without a content of its own («Alpha dementierte.»)."""
    if p.quantities or any(_has_content(p, c, language) for c in p.clauses):
        return None
    for clause in p.clauses:
        if clause.kind != "main":
            continue
        denying = denies(p, clause, language) and not _leaves_open(p, clause, language)
        empty = denying and all(_empty(p, f, language) for f in _spoken_of(p, clause))
        if not empty and not _rejects(p, clause, language):
            continue
        told = [c for c in p.clauses if c.verb.lemma in language.speech.verbs or c.kind == "so"]
        for speaker in told or [clause]:
            source = denier(p, speaker, focus, language)
            if source is not None and (source.mention is not None or source.unnamed):
                return source
        first = next((f for c in (*told, clause) if (f := subject(p, c)) is not None and _speaks(p, f, language)), None)
        if empty and first is not None:
            return Source(unnamed=label(p, first))  # «Beide Unternehmen dementierten.»
        people = (f.mention for c in p.clauses if (f := subject(p, c)) is not None and f.mention is not None)
        if empty and (person := next((m for m in people if m.kind == "Person" and not m.rest), None)) is not None:
            return Source(person)  # «Muster sagt dazu nur ein Wort: „Märchen“»
    return None


def _has_content(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether a clause tells something of its own; not «…, mit den Grazern zu verhandeln», behind who denies it."""
    if clause.marker in language.conj.content:
        return True
    host = p.clauses[clause.parent] if clause.kind == "infinitive" and clause.parent is not None else None
    talks = clause.verb.lemma in language.grammar["certainty"]["talking"]
    return clause.kind == "infinitive" and not (host is not None and talks and _disputes(p, host, language))


def _is_denial(lemma: str, language: Language) -> bool:
    """Whether a verb denies by itself: «dementieren», «bestreiten»."""
    return language.modality.verbs.get(lemma) == "denied" or language.speech.verbs.get(lemma) == "deny"


def _leaves_open(p: Parse, clause: Clause, language: Language) -> bool:
    """«mag das nicht einmal dementieren»: who does not deny it."""
    lemma = clause.verb.lemma
    denying = _is_denial(lemma, language)
    return denying and is_negated(p, clause, language, None)


def _speaks(p: Parse, phrase: Phrase, language: Language) -> bool:
    """«beide Unternehmen», «der Unternehmer»; not «das», nor «„Märchen“»."""
    plain = phrase.mention is None and not phrase.pronoun and phrase.quantity is None
    return plain and p.low[phrase.head] not in language.grammar["certainty"]["denial"]


def rumoured(p: Parse, clause: Clause, language: Language) -> bool:
    """«Es hält sich das Gerücht, Alpha wolle …»: what a rumour right before says."""
    before = p.clauses[clause.index - 1] if clause.index else None
    if before is None or not clause.verb.mood.startswith("konjunktiv") or before.last + 2 < clause.first:
        return False
    nouns, verbs = tuple(language.grammar["certainty"]["rumours"]), language.grammar["certainty"]["spreading"]
    told = (f for f in p.phrases[before.index] if f.mention is None and not f.prep and p.low[f.head].endswith(nouns))
    return before.verb.lemma in verbs and any(told)


def hearsay(p: Parse) -> bool:
    """«Im März hatte es geheißen, …»: nobody is named who says it."""
    return not p.language.pron.it.isdisjoint(p.low) and not p.language.verb.is_called_forms.isdisjoint(p.low)


def disputed(p: Parse, focus: Focus, language: Language) -> Source | None:
    """Who denies a report that the text has yet to tell: «Alpha wies einen Bericht zurück. Die Zeitung hatte geschrieben, …»."""
    nouns = tuple(language.grammar["certainty"]["rumours"])
    for clause in p.clauses:
        if clause.kind != "main":
            continue
        rumour = [f for f in p.phrases[clause.index] if f.mention is None and p.low[f.head].endswith(nouns)]
        if rumour and denies(p, clause, language):
            return denier(p, clause, focus, language)
    return None


def recounts(p: Parse, language: Language) -> bool:
    """Whether a sentence tells what somebody had said before: «hatte berichtet, …»."""
    had = [
        c
        for c in p.clauses
        if c.verb.finite is not None and p.low[c.verb.finite] in language.verb.had and c.kind == "main"
    ]
    nouns = tuple(language.grammar["certainty"]["rumours"])
    return any(
        language.speech.verbs.get(c.verb.lemma) in ("report", "say", "announce")
        or any(
            f.mention is None and p.low[f.head].endswith(nouns) for f in p.phrases[c.index]
        )  # «das Gerücht war aufgekommen»
        for c in had
    )


def denied_at_once(p: Parse, clause: Clause, language: Language) -> Clause | None:
    """«Alpha wolle Beta kaufen; der Konzern nannte das Unsinn»: the clause behind that denies what a main clause says."""
    for other in p.clauses[clause.index + 1 :] if clause.kind == "main" else ():
        if other.kind != "main":
            if (
                other.marker in language.pron.what
                and other.parent in (None, clause.index)
                and _disputes(p, other, language)
            ):
                return other  # «…, was der Konzern bestreitet»
            continue
        parts = list(_spoken_of(p, other))
        if not parts and not any(f.prep for f in p.phrases[other.index]) and _disputes(p, other, language):
            return other  # «…; der Konzern dementiert»
        nouns = tuple(language.grammar["certainty"]["rumours"])
        goes_back = any(
            not language.det.neuter.isdisjoint((p.low[f.head], f.det))
            or not language.pron.that.isdisjoint((p.low[f.head], f.det))
            for f in parts
        ) or _goes_back(p, clause, parts, nouns)
        goes_back = goes_back or any(
            f.det.startswith(language.stem.plural) and f.mention is None and p.low[f.head].endswith(nouns)
            for f in parts
        )
        if goes_back and denies(p, other, language) and all(_empty(p, f, language) for f in parts):
            return other
        if clause.verb.mood != "indicative" and _replies(p, other, language):
            return other
    return None


def _goes_back(p: Parse, clause: Clause, parts: list[Phrase], nouns: tuple[str, ...]) -> bool:
    """«Gerüchte kursieren seit Langem; Muster nannte sie Unsinn»."""
    own = subject(p, clause)
    rumour = own is not None and own.mention is None and p.low[own.head].endswith(nouns)
    return rumour and any(f.pronoun and p.low[f.head] in p.language.pron.she for f in parts)


def _disputes(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether a clause's own verb denies, and nothing keeps it from doing so."""
    lemma = clause.verb.lemma
    own = _is_denial(lemma, language)
    return own and not is_negated(p, clause, language, None)


def _replies(p: Parse, clause: Clause, language: Language) -> bool:
    """«…, hatte Alpha gemeldet; der Chef ließ ausrichten, er kaufe keine Firmen»: who is said to buy buys nothing."""
    first = subject(p, clause)
    own = first is not None and p.low[first.head] in language.pron.replying
    table = language.grammar["certainty"]
    deals = clause.verb.lemma in table["dealing"] and clause.verb.mood == "konjunktiv1"
    words = {p.low[i] for i in clause.tokens}
    return own and deals and not words.isdisjoint(table["nothing"]) and words.isdisjoint(table["besides"])


def denied_above(p: Parse, clause: Clause, language: Language) -> Clause | None:
    """«Alpha, dem man nachsagte, es wolle Beta kaufen, lässt dies bestreiten»: the main clause around what is said denies it."""
    at = clause.parent if clause.verb.mood != "indicative" else None
    while at is not None and p.clauses[at].kind != "main":
        at = p.clauses[at].parent
    above = p.clauses[at] if at is not None else None
    if above is None or above.last < clause.last or not denies(p, above, language) or _leaves_open(p, above, language):
        return None
    back = [f for f in p.phrases[above.index] if f.pronoun and p.low[f.head] in language.pron.said_before]
    return above if back else None


@cache
def _rejections(language: Language) -> Pattern[str]:
    """What rejects: one pattern for all wordings, as whole words."""
    wordings = language.grammar["certainty"]["rejections"]
    told = (r" (?:\S+ ){0,8}?".join(map(re.escape, entry.split(" * "))) for entry in wordings)
    return re.compile(r"\b(?:" + "|".join(told) + r")\b")


def _rejects(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether a clause rejects what was said: «daran sei nichts wahr»; not «von einem Umzug wolle er nichts wissen»."""
    said = words_of(p, clause)
    found = _rejections(language).search(" ".join(said))
    if found is None and not _never(p, said, language):
        return False
    told = found.group().split() if found is not None else said
    others = (
        f
        for f in p.phrases[clause.index]
        if f.mention is None and not f.pronoun and f.prep not in language.prep.placed_denial
    )
    return all(
        p.low[f.head] in told or not p.tokens[f.head].is_a("NN") or _empty(p, f, language) or _acts(p, f, language)
        for f in others
    )


def _never(p: Parse, said: list[str], language: Language) -> bool:
    """«Man habe zu keiner Zeit ein Angebot gemacht», «nicht einmal miteinander gesprochen»: no deal was ever talked about."""
    if any(m.kind != "Person" for m in p.mentions):
        return False
    table = language.grammar["certainty"]
    spoken = " ".join(said)
    talked = any(word in table["talked"] or word.endswith(tuple(table["talks"])) for word in said)
    return talked and any(f" {words} " in f" {spoken} " for words in table["never"])


def _acts(p: Parse, phrase: Phrase, language: Language) -> bool:
    """«der Konzern», «beide Unternehmen», «ein Sprecher»: who denies."""
    noun = p.head(phrase).text
    people = language.speech.source(noun) or language.nouns.is_title(noun) or language.nouns.class_of(noun) == "Company"
    return not phrase.prep and bool(people)


def _spoken_of(p: Parse, clause: Clause) -> Iterator[Phrase]:
    """The phrases of a clause except its subject."""
    first = subject(p, clause)
    people = (f for f in p.phrases[clause.index] if f is not first and not f.prep and f.link != "genitive")
    return (f for f in people if f.mention is None or f.mention.kind != "Person")


def _empty(p: Parse, phrase: Phrase, language: Language) -> bool:
    """«das», «den Bericht»: words that go back to what was said."""
    low = p.head(phrase).low
    table = language.grammar["certainty"]
    return phrase.pronoun or (
        phrase.mention is None and (low.endswith(tuple(table["denied_nouns"])) or low in table["denial"])
    )

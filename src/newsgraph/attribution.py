"""Who says so: the nearest source that the text names for a clause, and through whom it came.

Signs, strongest first: a prepositional phrase in the clause («laut X», «X zufolge»), a comment clause («wie X berichtet»,
«so X», «…, teilte X mit»), a verb of saying that governs the clause, Konjunktiv I that goes on with the source before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse, subject
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.slot import subjects

PREPOSITIONS = ("laut", "gemäß", "zufolge", "nach")
HEADS = ("angabe", "information", "bericht", "einschätzung", "aussage", "darstellung", "auffassung", "ansicht", "meinung", "worten", "wort",
         "schätzung", "berechnung", "daten", "datum", "zahl", "recherche", "erkenntnis", "medienbericht")  # fmt: skip
REPORTING = ("say", "report", "announce", "confirm", "expect", "estimate")
CONCESSIVE = ("obwohl", "während", "wenngleich", "obgleich", "wohingegen", "nachdem", "seit", "seitdem", "als")


@dataclass(frozen=True, slots=True)
class Source:
    """A source: a name, or unnamed people whom `outlet` cites; `noun` is the word for them, `relay` who passed it on."""

    mention: Mention | None = None
    unnamed: str = ""
    outlet: Mention | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The source of each clause of a sentence (None: the article itself), and the one that goes on into the next."""

    sources: tuple[Source | None, ...]
    carried: Source | None


def attribute(p: Parse, focus: Focus, language: Language, before: Source | None) -> Attribution:
    """Find the source of every clause; `before` is the source that the sentence before carries on."""
    found: dict[int, Source] = {}
    for clause in p.clauses:
        source = _in_phrase(p, clause, focus, language)
        if source is not None:
            _spread(p, found, clause.index, source)
    for clause in p.clauses:
        _by_comment(p, clause, found, focus, language)
        _by_verb(p, clause, found, focus, language)
    carried = next((found[c.index] for c in reversed(p.clauses) if c.index in found), None)
    if not found and before is not None and _goes_on(p):
        found = {c.index: before for c in p.clauses}
        carried = before
    return Attribution(tuple(found.get(c.index) for c in p.clauses), carried)


def source_at(p: Parse, found: Attribution, clause: Clause, token: int, focus: Focus, language: Language) -> Source | None:
    """The source of what stands at a token: of its clause, or, where the clause itself speaks («berichtet über …»), its speaker."""
    source = found.sources[clause.index]
    if source is not None or language.speech.verbs.get(clause.verb.lemma) not in REPORTING:
        return source
    about = [f for f in p.phrases[clause.index] if f.prep in ("über", "von") and f.first <= token]
    speaker = subject(p, clause)
    return source_of(p, speaker, (), focus, language) if about and speaker is not None else None


def _goes_on(p: Parse) -> bool:
    """Konjunktiv I in a main clause without a verb of saying: indirect speech that goes on."""
    mains = [c for c in p.clauses if c.kind == "main" and c.verb.finite is not None]
    return bool(mains) and (mains[0].verb.mood == "konjunktiv1" or mains[0].verb.mood == "konjunktiv2" and not mains[0].verb.modal)


def _spread(p: Parse, found: dict[int, Source], index: int, source: Source) -> None:
    """A source holds for a clause and for all that hang on it, concessive clauses before it excepted."""
    found.setdefault(index, source)
    for clause in p.clauses:
        if clause.parent == index and clause.index not in found and not (clause.marker in CONCESSIVE and clause.first < p.clauses[index].first):
            _spread(p, found, clause.index, source)


def _in_phrase(p: Parse, clause: Clause, focus: Focus, language: Language) -> Source | None:
    """«laut Alpha», «nach Angaben von Alpha», «Alpha zufolge»."""
    parts = p.phrases[clause.index]
    for n, phrase in enumerate(parts):
        after = p.tokens[phrase.last + 1].text.lower() if phrase.last + 1 < len(p.tokens) else ""
        head = p.head(phrase).lemma.lower()
        if phrase.prep == "laut" or after == "zufolge" or after == "nach" and head in HEADS:
            return source_of(p, phrase, parts[n + 1 :], focus, language)
        if phrase.prep in ("nach", "gemäß") and head.endswith(HEADS):
            if any(p.tokens[i].lemma in ("eigen", "eigene") for i in range(phrase.first, phrase.last)):
                own = next((f for _, f in subjects(p, clause)), None)
                return source_of(p, own, (), focus, language) if own is not None else None
            return source_of(p, phrase, parts[n + 1 :], focus, language)
    return None


def _by_comment(p: Parse, clause: Clause, found: dict[int, Source], focus: Focus, language: Language) -> None:
    """«wie Alpha berichtet», «so Alpha»: the source of the clause that it comments."""
    speaks = clause.verb.lemma in language.speech.verbs
    if clause.kind == "so" or clause.marker == "wie" and speaks:
        parts = p.phrases[clause.index]
        phrase = subject(p, clause) or (parts[0] if parts else None)
        host = _top(p, clause)
        if phrase is not None and host is not None:
            source = source_of(p, phrase, [f for f in parts if f.first > phrase.last], focus, language)
            if source is not None:
                found.pop(host, None)
                _spread(p, found, host, source)
                _spread_before(p, found, clause, source)


def _spread_before(p: Parse, found: dict[int, Source], clause: Clause, source: Source) -> None:
    """«A, B, so X»: the main clause before a comment also keeps its conditions."""
    if clause.kind == "so" and clause.parent is not None and p.clauses[clause.parent].marker not in CONCESSIVE:
        found.setdefault(clause.parent, source)


def _top(p: Parse, clause: Clause) -> int | None:
    """The main clause that a clause hangs on in the end."""
    at = clause.parent
    while at is not None and p.clauses[at].kind != "main" and p.clauses[at].parent is not None:
        at = p.clauses[at].parent
    return at


def _by_verb(p: Parse, clause: Clause, found: dict[int, Source], focus: Focus, language: Language) -> None:
    """A verb of saying gives its subject as the source of what it governs."""
    kind = language.speech.verbs.get(clause.verb.lemma)
    if kind is None or clause.kind != "main" or clause.marker:
        return
    phrase = subject(p, clause)
    source = source_of(p, phrase, [f for f in p.phrases[clause.index] if phrase and f.first > phrase.last], focus, language) if phrase else None
    if source is None:
        return
    weak = clause.verb.lemma in language.speech.weak
    for other in p.clauses:
        if other.index == clause.index or other.index in found:
            continue
        embedded = other.parent == clause.index and other.marker in ("dass", "ob", "wonach", "wie")
        told = other.kind == "main" and not weak and (other.verb.mood != "indicative" or other.first < clause.first and _posed_after(p, clause))
        if embedded or told:
            _spread(p, found, other.index, source)


def _posed_after(p: Parse, clause: Clause) -> bool:
    """«…, sagte Alpha»: the verb of saying opens its clause."""
    return clause.verb.finite is not None and clause.verb.finite == next(i for i in clause.tokens if p.tokens[i].text[0].isalnum())


def source_of(p: Parse, phrase: Phrase, after: "list[Phrase] | tuple[Phrase, ...]", focus: Focus, language: Language) -> Source | None:
    """The source that a phrase names, with what follows it («Quellen von Alpha», «Sprecher des Unternehmens»)."""
    mention = focus.of(p, phrase) if not phrase.pronoun else focus.of(p, phrase)
    if mention is not None and mention.kind != "Place" and phrase.mention is not None:
        return Source(mention)
    head = p.head(phrase)
    kind = language.speech.source(head.text)
    owner = next(_owners(p, phrase, after, focus), None)
    if kind == "unnamed":
        return Source(unnamed=head.text, outlet=owner or _compound(phrase))
    if kind == "spokesperson":
        return Source(owner or _compound(phrase) or focus.topic)
    if owner is not None:
        return Source(owner)
    if kind == "document":
        if language.nouns.class_of(head.text) == "Regulation":
            return Source(document=head.text)
        outlet = focus.last("NewsOrganization")
        return Source(outlet) if outlet is not None else Source(unnamed=head.text)
    if mention is not None:
        return Source(mention)
    return Source(unnamed=head.text) if kind in ("expert", "media") else None


def _compound(phrase: Phrase) -> Mention | None:
    return phrase.mention if phrase.mention is not None and phrase.mention.rest else None


def _owners(p: Parse, phrase: Phrase, after: "list[Phrase] | tuple[Phrase, ...]", focus: Focus) -> Iterator[Mention]:
    """The name behind the phrase as a genitive or with «von», as long as nothing stands between."""
    last = phrase.last
    for other in after:
        if other.first > last + 1 or not (other.link in ("genitive", "possessor") or other.prep in ("von", "aus", "bei", "der")):
            break
        mention = focus.of(p, other)
        if mention is not None and mention.kind != "Place":
            yield mention
        last = other.last

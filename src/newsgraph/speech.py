"""Who speaks in a clause, and whether it is one of saying: «sagte Alpha», «heißt es in Bankenkreisen», «…, träumt Muster»."""

from functools import cache, lru_cache

from newsgraph.actor import subjects
from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.replacement import replace
from newsgraph.source import Source, source_of
from newsgraph.subject import subject


def says(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether the clause's verb is one of saying, or stands right behind what is said («…, träumt Muster»)."""
    if clause.verb.lemma in words(language, "unsaid") and not language.pron.reflexive.isdisjoint(p.words(clause)):
        return False  # «befindet sich in Graz»
    if clause.verb.modal in language.verb.duty and clause.verb.lemma in words(language, "reported"):
        return False  # «Alpha muss Angriffe melden»
    if clause.verb.lemma in language.speech.verbs:
        return True
    bare = p.tokens[clause.verb.at].lemma.lower() if clause.verb.at is not None else ""
    rest = _expressions(language).get(bare, frozenset())
    if rest and any(p.tokens[i].low in rest for i in clause.tokens):
        return True
    return posed_after(p, clause) and clause.index > 0 and _asides(p, clause)


@lru_cache(8)
def _expressions(language: Language) -> dict[str, frozenset[str]]:
    """Verbs that say something together with another word («zu Protokoll geben»): the words by verb."""
    pairs = [e.split() for e in words(language, "expressions")]
    return {verb: frozenset(rest for v, rest in pairs if v == verb) for verb, _ in pairs}


def _asides(p: Parse, clause: Clause) -> bool:
    """«…, träumt Muster»: a short clause of a person and a full verb right behind what is said."""
    phrase = subject(p, clause)
    if (
        phrase is None
        or clause.verb.at != clause.verb.finite
        or len(clause.tokens) > 9
        or any(clause.first <= q.first <= clause.last for q in p.quantities)
    ):
        return False
    person = (phrase.mention is not None and phrase.mention.kind == "Person") or p.head(
        phrase
    ).text.lower() in p.language.pron.speaker
    said = p.clauses[clause.index - 1]
    return (
        person
        and said.verb.finite is not None
        and said.marker not in p.language.conj.whether
        and said.last + 2 >= clause.first - 1
    )


def posed_after(p: Parse, clause: Clause) -> bool:
    """«…, sagte Alpha»: the verb of saying opens its clause."""
    opening = next((i for i in clause.tokens if p.tokens[i].text[0].isalnum()), None)
    return clause.verb.finite is not None and clause.verb.finite == opening


def _two_offices(p: Parse, phrase: Phrase, parts: tuple[Phrase, ...], language: Language) -> Phrase | None:
    """«sagt Mitgründer und Geschäftsleiter Max Muster»: one person with two offices."""
    if phrase.mention is not None or phrase.det or not language.nouns.is_title(p.head(phrase).text):
        return None
    listed = (f for f in parts if f.link == "list" and f.to == phrase.index and not f.det)
    return next((f for f in listed if f.mention is not None and f.mention.kind == "Person"), None)


def speaker(p: Parse, clause: Clause, focus: Focus, language: Language, before: Source | None) -> Source | None:
    """Who speaks in a clause of saying: its subject, or «in …», «aus …» where that is «es» or a thing."""
    parts = p.phrases[clause.index]
    phrase = next((f for _, f in subjects(p, clause)), None) if clause.kind == "relative" else subject(p, clause)
    if phrase is not None and p.head(phrase).low in language.pron.that_thing:  # «Das kündigte Alpha an»
        rest = [
            f
            for f in parts
            if f.first > phrase.last and not f.prep and not f.link and "nom" in f.cases and f.quantity is None
        ]
        people = (f for f in rest if language.speech.source(p.head(f).text) == "unnamed")
        phrase = next(people, rest[0] if rest else phrase)  # «Das sagten mehrere mit der Sache befasste Personen»
    phrase = phrase or (parts[0] if parts and (clause.kind == "so" or clause.marker in language.prep.like) else None)
    impersonal = (
        phrase is None or p.head(phrase).low in language.pron.that_it_one or clause.verb.lemma in language.verb.be_heard
    )
    if impersonal:
        placed = next((n for n, f in enumerate(parts) if f.prep in language.prep.placed_speech and not f.pronoun), None)
        if placed is None:
            return before if p.clauses[0] is not clause else None
        return source_of(p, parts[placed], parts[placed + 1 :], focus, language, before)
    assert phrase is not None
    phrase = _two_offices(p, phrase, parts, language) or phrase
    after = [f for f in parts if f.first > phrase.last]
    source = source_of(p, phrase, after, focus, language, before)
    if source is not None and source.mention is not None and source.mention.kind == "Chip":
        return None  # «Die Chips rechnen schnell»
    quoted = cited(p, clause, focus, language, before)
    if quoted is not None and source is not None and source.mention is not None:
        return (
            replace(quoted, relay=source.mention)
            if quoted.mention is not None
            else replace(quoted, outlet=quoted.outlet or source.mention)
        )
    return source


def cited(p: Parse, clause: Clause, focus: Focus, language: Language, before: Source | None) -> Source | None:
    """«unter Berufung auf X», «erfuhr die Zeitung aus Kreisen der Eigentümer»: whom the speaker has it from."""
    parts = p.phrases[clause.index]
    for n, phrase in enumerate(parts):
        if phrase.prep in language.prep.out_of and language.speech.source(p.head(phrase).text) == "unnamed":
            return source_of(p, phrase, parts[n + 1 :], focus, language, before)
        if phrase.prep in language.prep.on and n and p.head(parts[n - 1]).low in words(language, "relay"):
            return source_of(p, phrase, parts[n + 1 :], focus, language, before)
    return None


@cache
def words(language: Language, name: str) -> tuple[str, ...]:
    """A word list of grammar.toml's [attribution]."""
    return tuple(language.grammar["attribution"][name])

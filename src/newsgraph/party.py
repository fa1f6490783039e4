"""Parties to a payment that need no name: who imposes a fine, what is sold of a company or by it, who lives by putting money in.

Each kind is a role's type in the patterns (newsgraph.pattern): authority, part, funds, ware, definite-ware, unnamed.
"""

from collections.abc import Callable, Iterator

from newsgraph.actor import subjects
from newsgraph.by_whom import by_whom
from newsgraph.clause import Clause
from newsgraph.complement import objects
from newsgraph.filler import CLASSES, Filler
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.ware import is_ware
from newsgraph.wordlist import class_of

Take = Callable[[Parse, Clause, Phrase, Language], Iterator[Filler]]


def base_form(token: Token) -> str:
    """A noun without the ending that its lemma lacks: «Verbots» → «Verbot»."""
    lemma = token.lemma
    return token.text[: len(lemma)] if token.low.startswith(lemma.lower()) else token.text


def rule_noun(token: Token) -> str:
    """A noun for a rule as the text has it, plurals too, without the genitive's ending: «des Verbots» → «Verbot»."""
    return base_form(token) if token.text.endswith("s") else token.text


def take(p: Parse, clause: Clause, phrase: Phrase, kind: str, language: Language) -> Iterator[Filler]:
    """The phrase as a filler of one of KINDS, if it can be one."""
    return KINDS[kind](p, clause, phrase, language)


def _authority(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """A public body, named or known by its noun only («die italienische Kartellbehörde», «das Bundesamt für Verkehr»)."""
    m = phrase.mention
    if m is not None and m.kind == "PublicBody" and not m.rest:
        yield Filler("PublicBody", phrase.first, phrase.last, m.name, m.id)
    elif (
        _ends(p.head(phrase).text, "authorities", language)
        and phrase.quantity is None
        and not _ends(p.head(phrase).text, "reporters", language)
    ):
        first = next((i for i in range(phrase.first, phrase.head) if p.tokens[i].is_a("ADJ(A)")), phrase.head)
        words = [
            base_form(p.tokens[i]) if i == phrase.head else p.tokens[i].text for i in range(first, phrase.head + 1)
        ]
        yield Filler("PublicBody", phrase.first, phrase.last, " ".join([*words, *_duty(p, clause, phrase)]))


def _imposer(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """An authority, or a union of states that acts as one: «die EU verhängte»; not «in der EU»."""
    m = phrase.mention
    union = m is not None and not m.rest and not m.adjective and m.name in language.grammar["sums"]["unions"]
    if m is not None and union and phrase.prep in language.prep.by_or_none:
        yield Filler("PublicBody", phrase.first, phrase.last, m.name, m.id)
        return
    yield from _authority(p, clause, phrase, language)


def _duty(p: Parse, clause: Clause, phrase: Phrase) -> list[str]:
    """«für Verkehr» behind an authority's noun."""
    behind = (
        f
        for f in p.phrases[clause.index]
        if f.prep in p.language.prep.for_ and adjacent(p.tokens, phrase.last, f.first)
    )
    duty = next((f for f in behind if f.quantity is None and f.mention is None), None)
    return [p.tokens[i].text for i in range(duty.first, duty.last + 1)] if duty is not None else []


def _part(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """What is sold of a company: «die Sensorsparte der Firma Alpha», «112 Filialen», «22 der 40 Filialen»."""
    if phrase.quantity is not None and phrase.quantity.noun is None and not phrase.quantity.is_money:
        of = (f for f in p.phrases[clause.index] if f.link == "genitive" and f.to == phrase.index)
        yield from (replace(f, first=phrase.first) for whole in of for f in _part(p, clause, whole, language))
        return
    noun = p.head(phrase)
    own = phrase.mention is None or bool(phrase.mention.rest)
    if (
        own
        and noun.is_a("NN")
        and p.low[phrase.head] not in language.word.majority  # of what, the words around it say
        and (
            _ends(noun.text, "parts", language)
            or _ends(base_form(noun), "parts", language)
            or noun.text in language.word.parts
        )
        and not (phrase.quantity and phrase.quantity.is_money)
    ):
        last = phrase.last
        for other in p.phrases[clause.index]:
            if (
                adjacent(p.tokens, last, other.first)
                and (other.link == "genitive" or other.prep in language.prep.of)
                and not other.quantity
            ):
                last = other.last
        yield Filler("text", phrase.first, last, name=noun.text)


def _funds(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """Who lives by putting money into companies: «der Fonds Alpha», «Alpha Ventures», «mehrere Geldgeber»."""
    words = [p.tokens[i].text for i in range(phrase.first, phrase.last + 1)]
    if (noun := next((w for w in words if _ends(w, "funds", language)), None)) is not None:
        yield Filler("text", phrase.first, phrase.last, name=noun)  # not the name, which fills another role


def _ends(word: str, key: str, language: Language) -> bool:
    return word.lower().endswith(tuple(language.grammar["sums"][key]))


def _ware(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """What is sold among companies: «Sensoren», «die Software Beta», «baut die Sensoren nicht, sondern kauft sie»."""
    if is_ware(p, phrase) or _stands_for_ware(p, clause, phrase):
        yield Filler("text", phrase.first, phrase.last, name=p.head(phrase).text)


def _own_ware(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """A ware that is not named after somebody («in den Alpha-Regalen»)."""
    m = phrase.mention
    if m is None or not m.rest or m.kind not in ("Company", "NewsOrganization"):
        yield from _ware(p, clause, phrase, language)


def _the_ware(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """A ware spoken of before: «das Programm», «die Software»."""
    low = p.head(phrase).low
    known = phrase.mention is None and phrase.det in language.det.definite_or_this
    product = class_of(language.code, p.head(phrase).text) in CLASSES["maker's"] or low.endswith(
        language.ending.technics
    )
    behind = next((f for f in p.phrases[clause.index] if adjacent(p.tokens, phrase.last, f.first)), None)
    owned = behind is not None and (behind.link == "genitive" or behind.prep in language.prep.of)
    if known and product and phrase.quantity is None and not owned:
        yield Filler("text", phrase.first, phrase.last, name=p.head(phrase).text)


def _definite_ware(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """A ware that was spoken of, whatever it is: «die Zellen», «diese Limonade»."""
    if phrase.mention is None and phrase.det in language.det.definite_or_this and is_ware(p, phrase):
        yield Filler("text", phrase.first, phrase.last, name=p.head(phrase).text)


def _stands_for_ware(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """A pronoun for a thing that the clause before has for its object."""
    if not phrase.pronoun or not clause.index or p.head(phrase).low not in p.language.pron.object_third:
        return False
    before = p.clauses[clause.index - 1]
    return any(is_ware(p, f) for f in objects(p, before) if not f.pronoun)


def _unnamed(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """A thing that has no name yet: «das Ergebnis», «es», «sie»; no person and no company."""
    low = p.head(phrase).low
    points = phrase.pronoun and low in language.pron.party
    thing = phrase.mention is None and not phrase.pronoun and (is_ware(p, phrase) or low in language.grammar["unnamed"])
    q = phrase.quantity
    known = bool(phrase.det) and phrase.det in language.det.definite_or_this
    several = q is None or (known and not q.is_money and q.unit != "percent")  # «Gebaut werden die 28 Wagen von Alpha»
    if several and (points or thing):
        yield Filler("text", phrase.first, phrase.last, name=p.head(phrase).text)


KINDS: dict[str, Take] = {
    "authority": _imposer,
    "part": _part,
    "funds": _funds,
    "ware": _ware,
    "own-ware": _own_ware,
    "the-ware": _the_ware,
    "definite-ware": _definite_ware,
    "unnamed": _unnamed,
}


def imposing(p: Parse, clause: Clause, language: Language) -> Iterator[Filler]:
    """Who imposes a fine in another clause: «eine Buße, die das Kartellgericht verhängt hatte»."""
    verbs = language.grammar["sums"]["imposing"]
    for other in p.clauses:
        if other is not clause and other.verb.lemma in verbs:
            acting = by_whom(p, other) if other.verb.passive else (f for f in p.phrases[other.index] if not f.prep)
            for phrase in acting:
                yield from _authority(p, other, phrase, language)


def overseer(p: Parse, language: Language) -> Iterator[Filler]:
    """The one authority of which the sentence speaks."""
    found = [f for c in p.clauses for phrase in p.phrases[c.index] for f in _authority(p, c, phrase, language)]
    if len({f.name for f in found}) == 1:
        yield found[0]


def watchdog(p: Parse, clause: Clause, language: Language) -> Iterator[Filler]:
    """An authority of which the sentence speaks before the clause: «Die EU-Kommission greift durch: …»."""
    for other in p.clauses:
        if other.index < clause.index and other.kind == "main":
            for _, phrase in subjects(p, other):
                yield from _authority(p, other, phrase, language)

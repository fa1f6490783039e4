"""Firms that have the name of their app: «der Konzern Alpha», «die Alpha-Tochter Beta», «die Alpha-Aktie».

So does an app of which the text names no other maker, where a text about it speaks of «der Konzern».
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from newsgraph.background import makers
from newsgraph.language import Language
from newsgraph.nameclass import before
from newsgraph.namespan import Mention
from newsgraph.sentence import Sentence, Token
from newsgraph.tagger import infinitive
from newsgraph.wordlist import class_of, relates, words

ATTRIBUTE = 9  # words from a name to the participle that says what was done by it
OFTEN = 3  # times that a text names what it is about


def acting_apps(text: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language) -> Iterator[str]:
    """The CURIEs of the known apps that the text takes for firms: those that have daughters, shares, or a firm's noun before."""
    for sentence, inside in zip(text, found, strict=True):
        for m in inside:
            if m.kind == "App" and m.id and not m.adjective and _is_firm(sentence.tokens, m, language):
                yield m.id
    subject = _most_named(found)
    if subject is not None and any(_is_presented(s.tokens, found[k], subject, language) for k, s in enumerate(text)):
        return
    named = {m.id for inside in found for m in inside}
    alone = subject is not None and named.isdisjoint(makers(subject.name))
    if subject is not None and alone and any(_speaks_of_firm(s.tokens, language) for s in text):
        yield subject.id


def _most_named(found: Sequence[Sequence[Mention]]) -> Mention | None:
    """The known app that the text names more often than any company."""
    named = [m for inside in found for m in inside if m.kind in ("App", "Company") and not m.adjective]
    often = Counter(m.name for m in named).most_common(2)
    if not often or often[0][1] < OFTEN or (len(often) > 1 and 2 * often[1][1] > often[0][1]):
        return None
    return next((m for m in named if m.name == often[0][0] and m.kind == "App" and m.id), None)


def _speaks_of_firm(tokens: Sequence[Token], language: Language) -> bool:
    """«der Firmenchef», «des Unternehmens»: what an app does not have or is."""
    nouns = words(language.code, "firm_offices")
    return any(t.text.removesuffix(language.written.feminine) in nouns for t in tokens)


def _is_firm(tokens: Sequence[Token], m: Mention, language: Language) -> bool:
    if m.rest:
        return m.rest.lower() in words(language.code, "firm_compounds")
    if _buys(tokens, m, language):
        return True
    noun = before(tokens, m.first)
    if noun is not None and noun.low in language.prep.to and _belongs(tokens, m, language):
        return True
    behind = tokens[m.last + 1].text if m.last + 1 < len(tokens) else ""
    if noun is None or behind in language.prep.of or relates(language.code, noun.text, "rivals"):
        return False  # «der Konkurrent Alpha», «der Anbieter Alpha von Beta»: apps have rivals too
    return noun.is_a("NN") and class_of(language.code, noun.text) == "Company"


def _buys(tokens: Sequence[Token], m: Mention, language: Language) -> bool:
    """«die von Alpha für viel Geld gekaufte Plattform Beta»: who has bought something."""
    if not m.first or tokens[m.first - 1].low not in language.prep.of:
        return False
    behind = tokens[m.last + 1 : m.last + ATTRIBUTE]
    end = next((i for i, t in enumerate(behind) if t.is_a("$", "V")), len(behind))
    verbs = words(language.code, "takeover_verbs")
    return any(t.is_a("ADJ(A)") and infinitive(language.code, t.lemma) in verbs for t in behind[:end])


def _belongs(tokens: Sequence[Token], m: Mention, language: Language) -> bool:
    """«Alpha gehört seit Mai zu Beta»: an app has nothing that belongs to it, a firm has."""
    ends = m.last + 1 == len(tokens) or not tokens[m.last + 1].is_a("NN", "NE")
    return ends and any(t.is_a("VV") and t.lemma in words(language.code, "belonging_verbs") for t in tokens)


def _is_presented(tokens: Sequence[Token], inside: Sequence[Mention], app: Mention, language: Language) -> bool:
    """«der Messenger Alpha»: the text calls it a service."""
    own = (m for m in inside if m.id == app.id and not m.rest)
    nouns = (noun for m in own if (noun := before(tokens, m.first)) is not None and noun.is_a("NN"))
    return any(class_of(language.code, noun.text) in ("App", "Product") for noun in nouns)

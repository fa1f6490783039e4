"""Services that are firms of the same name: they have a home town, owners and staff, are bought, and nobody else runs them.

«Die Leipziger Handelsplattform Alpha gehört zu 70 Prozent …»: what the noun calls a service, the text treats as a company.
"""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.nameclass import before, is_origin
from newsgraph.namespan import Mention
from newsgraph.sentence import Sentence, Token
from newsgraph.wordlist import noun_class, tails, words

NEAR = 3  # tokens


def firmlike(text: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language) -> frozenset[str]:
    """The new names of services that the text treats as firms, none of whose maker it tells."""
    firms, made = set[str](), set[str]()
    for sentence, inside in zip(text, found, strict=True):
        for k, m in enumerate(inside):
            if m.id or m.adjective or m.kind not in ("App", "") or any(c.isdigit() for c in m.name):
                continue
            if _is_made(sentence.tokens, inside, k, language):
                made.add(m.name)
            if _is_firm(sentence.tokens, m, language):
                firms.add(m.name)
    return frozenset(firms - made)


def _is_made(tokens: Sequence[Token], inside: Sequence[Mention], k: int, language: Language) -> bool:
    """«Alphas Dienst Beta», «der Alpha-Dienst Beta», «Beta von Alpha», «der Betreiber der Plattform Beta»: of another firm."""
    m = inside[k]
    left = inside[k - 1] if k else None
    right = inside[k + 1] if k + 1 < len(inside) else None
    start = _phrase_start(tokens, m.first)
    owned = (
        left is not None and left.kind == "Company" and left.last >= start - 1 and (left.inflected or bool(left.rest))
    )
    by = (
        right is not None
        and right.kind == "Company"
        and right.first == m.last + 2
        and tokens[m.last + 1].text in language.prep.of
    )
    run = any(t.low.endswith(tails(language.code, "running_nouns")) for t in tokens[max(0, start - 2) : start])
    return owned or by or run or tokens[start].is_a("PPOSAT")


def _phrase_start(tokens: Sequence[Token], first: int) -> int:
    """The first token of the noun phrase that ends with the name."""
    start = first
    while (
        start > 0
        and tokens[start - 1].is_a("NN", "ADJ(A)", "ART", "APPRART", "PPOSAT", "CARD", "NE")
        and first - start < 6
    ):
        start -= 1
        if tokens[start].is_a("ART", "PPOSAT", "APPRART"):
            break
    return start


def _is_firm(tokens: Sequence[Token], m: Mention, language: Language) -> bool:
    return _from_home(tokens, m, language) or _owned(tokens, m, language) or _does(tokens, m, language)


def _from_home(tokens: Sequence[Token], m: Mention, language: Language) -> bool:
    """«der Kölner Abo-Dienst Alpha», «Alpha mit Sitz in …»: what is run has a seat; an app has none."""
    noun = before(tokens, m.first)
    service = noun is not None and noun.is_a("NN") and noun.low.endswith(tails(language.code, "service_nouns"))
    origin = m.first > 1 and tokens[m.first - 1] is noun and is_origin(tokens[m.first - 2].text, language)
    behind = [t.low for t in tokens[m.last + 1 : m.last + 3]]
    seat = (
        len(behind) == 2 and behind[0] in language.prep.with_ and behind[1].endswith(tails(language.code, "seat_nouns"))
    )
    return (service and origin) or seat


def _owned(tokens: Sequence[Token], m: Mention, language: Language) -> bool:
    """«Anteile an Alpha», «der Umsatz von Alpha», «bei Alpha eingestiegen», «nach Angaben von Alpha»."""
    if m.first < 2 or m.rest:
        return False
    prep, noun = tokens[m.first - 1], tokens[m.first - 2]
    if noun.is_a("NN") and prep.text in language.prep.firm_of:
        return noun.low.endswith(tails(language.code, "firm_things"))
    last = tokens[m.last + 1 : m.last + 1 + NEAR]
    joined = prep.text in language.prep.firm_joined and any(
        t.lemma.lower() in words(language.code, "joining_verbs") for t in last
    )
    return joined and not noun.is_a("NN")


def _does(tokens: Sequence[Token], m: Mention, language: Language) -> bool:
    """«Alpha beschäftigt …», «Alpha gehörte bisher …», «Alpha übernehmen»: what only firms do and suffer."""
    verb = tokens[m.last + 1] if m.last + 1 < len(tokens) else None
    if verb is None or m.rest:
        return False
    if m.first == 0 and verb.is_a("VV(FIN)"):
        return verb.lemma.lower() in words(language.code, "firm_deeds")
    noun = before(tokens, m.first)
    called = noun is not None and noun.is_a("NN") and noun_class(language.code, noun.text) == "App"
    return (
        called
        and verb.is_a("VV(INF)", "VV(IZU)", "VV(PP)")
        and verb.lemma.lower() in words(language.code, "takeover_verbs")
    )

"""Names of what a company offers, by the thing that the sentence says it is: «bietet mit Alpha eine App an», «Alpha, wie die App
heißt, …»."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.wordlist import PRODUCTS, noun_class, words

REACH = 14  # tokens in which the thing is told
NEAR = 8  # tokens from «wie» to «heißt»


def offered(tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """The class of product that the new name from `first` to `last` is said to be, or ""."""
    if last + 2 < len(tokens) and tokens[last + 1].text == "," and tokens[last + 2].text in language.adv.like_or_so:
        return _called(tokens, last + 3, language)
    front = tokens[first - 1] if first else None
    if front is None:
        return ""
    together = first > 1 and tokens[first - 2].low in language.adv.together
    named = front.text in words(language.code, "name_givers") and first > 2
    if together or not (named or front.low in language.prep.with_):
        return ""
    inside = tokens[max(0, first - NEAR) : last + REACH]
    verbs = words(language.code, "offering_verbs")
    return _thing(tokens, last + 1, language) if any(t.is_a("V") and t.lemma.lower() in verbs for t in inside) else ""


def _thing(tokens: Sequence[Token], start: int, language: Language) -> str:
    """The class of the first thing with «ein» behind, where that is a product."""
    for i in range(start, min(len(tokens), start + REACH) - 1):
        if tokens[i].text in ",;:.":
            return ""
        if tokens[i].text in language.det.one:
            noun = next((t for t in tokens[i + 1 : i + 5] if t.is_a("NN", "FM", "XY")), None)
            kind = noun_class(language.code, noun.text) if noun is not None else ""
            return kind if kind in PRODUCTS else ""
    return ""


def _called(tokens: Sequence[Token], start: int, language: Language) -> str:
    """«Alpha, wie die App der Firma Beta heißt, …»: the class of the noun that is called so."""
    near = tokens[start : start + NEAR]
    end = next((k for k, t in enumerate(near) if t.text == ","), len(near))
    if not any(t.lemma.lower() in words(language.code, "named_verbs") for t in near[:end]):
        return ""
    noun = next((t for t in near[:end] if t.is_a("NN")), None)
    kind = noun_class(language.code, noun.text) if noun is not None else ""
    return kind if kind in PRODUCTS else ""

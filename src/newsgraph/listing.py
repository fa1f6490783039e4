"""The phrase that a list goes on with, where something stands between: a seat, what a firm has, an apposition."""

from newsgraph.language import Language
from newsgraph.phrase import Phrase
from newsgraph.sentence import Token
from newsgraph.tagset import VERBAL

FAR = 30  # words within which a list with articles ends


def goes_on(found: list[Phrase], phrase: Phrase, said: list[str], language: Language) -> Phrase:
    """The phrase that a list goes on with: a name seeks the phrase on the verb rather than a bare noun behind a preposition."""
    before = found[-1]
    if (
        len(said) == 2
        and said[0] == ","
        and said[1] in language.conj.and_
        and phrase.det
        and (told := next((f for f in found[-3:] if f.link == "apposition"), None))
    ):
        return (
            found[told.to] if told.to is not None else before
        )  # «Alpha, ein Ableger von Beta, und der Versorger Gamma»
    if len(found) > 1 and (
        _is_seat(found[-2], before, phrase, language) or _is_with(found[-2], before, phrase, language)
    ):
        before = found[-2]  # «Alpha aus Wien und die britische Beta»
    if (
        phrase.mention is not None
        and before.mention is None
        and before.prep
        and not phrase.prep
        and before.link != "list"
    ):
        free = next((f for f in reversed(found) if not f.prep and not f.link and f.det), None)
        if free is not None and language.conj.and_.isdisjoint(said):
            return free
    hung = before.link == "genitive" and before.to is not None
    item = hung and said == [","] and before.to is not None and found[before.to].link == "list"
    owner = found[before.to] if hung and before.to is not None and (item or not phrase.det) else before
    if owner.link == "list" and owner.to is not None and phrase.mention is not None and not phrase.prep:
        return found[owner.to]  # «Alpha, die Sparte des Verlags, Beta und Gamma»
    return found[before.to] if before.link in ("list", "apposition") and before.to is not None else before


def is_item(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«die Bank Alpha, die Sparte der Beta, der Versorger Gamma sowie …»: the second of at least three, each with its article.

    An apposition looks the same («die Bank Alpha, die Sparte der Beta, …») but no other item comes behind it before «sowie».
    """
    named = before.mention is not None and before.mention.first > before.first and before.det != ""
    if not named or phrase.prep or phrase.det not in language.det.article_any:
        return False
    commas = 0
    for j in range(phrase.last + 1, min(phrase.last + FAR, len(tokens) - 1)):
        token, following = tokens[j], tokens[j + 1]
        if token.tag in VERBAL or token.is_a("PREL", "KOUS"):
            return False
        if token.low in language.conj.enumerating:
            return commas > 0 and tokens[j - 1].text != "," and following.is_a("ART", "NE", "NN", "ADJ(A)", "PPOSAT")
        if token.text == ",":
            commas += 1
            if not following.is_a("ART", "NE", "NN", "PPOSAT"):
                return False
    return False


def _is_seat(named: Phrase, place: Phrase, phrase: Phrase, language: Language) -> bool:
    """Whether a place only tells where what is named before it sits, and the phrase is another one of those."""
    sits = (
        place.prep in language.prep.placed_in and is_place(place) and not place.link and named.last == place.first - 1
    )
    a, b = named.mention, phrase.mention
    listed = (
        named.link == "list" and b is not None and b.kind in ("Company", "Person")
    )  # «Eva Muster, Alpha aus Wien und Beta»
    alike = a is not None and b is not None and b.kind in ("Company", "Person", "App", "Product") and a.kind == b.kind
    alike = alike or (
        a is not None and b is not None and a.kind == "Company" and not b.kind and place.prep in language.prep.out_of
    )
    alike = alike or (listed and a is not None and a.kind in ("Company", "Person", ""))
    return sits and alike and not phrase.prep and not a.rest if a is not None else False


def _is_with(named: Phrase, own: Phrase, phrase: Phrase, language: Language) -> bool:
    """«Alpha mit seiner Uhr und Beta»: what a firm has parts it from the next one."""
    a, b = named.mention, phrase.mention
    has = (
        own.prep in language.prep.with_ and own.det.startswith(language.stem.possessive) and named.last == own.first - 1
    )
    firms = a is not None and b is not None and a.kind == b.kind == "Company" and not (a.rest or b.rest)
    return has and firms and not phrase.prep and (own.mention is None or own.mention.kind != "Company")


def is_place(phrase: Phrase) -> bool:
    return phrase.mention is not None and phrase.mention.kind == "Place"

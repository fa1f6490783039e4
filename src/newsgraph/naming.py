"""Words that give a name: «unter dem Namen Möwe», «heißt Möwe», «früher als Möwe bekannt»."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.nameclass import before
from newsgraph.sentence import Token
from newsgraph.tagset import NOMINAL, WRITTEN
from newsgraph.wordlist import noun_class, words


def is_named(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«unter dem Namen Möwe», «heißt Möwe»: words that give a name."""
    front = before(tokens, i)
    if front is None:
        return _asks(tokens, i, language)
    given = front.text in words(language.code, "name_givers") and front.is_a("NN")
    given = given or front.text in language.prep.by_the_name  # «ein Editor namens Möwe»
    if given or tokens[i].tag not in WRITTEN:
        return given
    return _names(front, language) or _closes(tokens, i, front, language) or _renamed(tokens, i, front, language)


def _asks(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Möwe heißt die Firma, …»: the name opens the sentence, what bears it stands behind the verb."""
    if i or len(tokens) < 5 or not tokens[i].is_a("NN", "NE", "FM"):
        return False
    at = 2 if tokens[1].text[0].isupper() else 1
    verb, article, noun = tokens[at : at + 3]
    called = verb.is_a("VV(FIN)") and verb.lemma.lower() in words(language.code, "named_verbs")
    if called and article.is_a("PPER", "APPR", "ADV"):
        return True  # «Alpha Eins heißt er», «Alpha hieß bis 2019 …»
    if noun.is_a("ADJ") and at + 3 < len(tokens):
        noun = tokens[at + 3]  # «Alpha heißt die neue App»
    return called and article.is_a("ART", "PPOSAT") and bool(noun_class(language.code, noun.text))


def _names(token: Token, language: Language) -> bool:
    lemma = token.lemma.lower()
    return lemma in words(language.code, "named_verbs") or lemma in words(language.code, "renaming_verbs")


def _closes(tokens: Sequence[Token], i: int, front: Token, language: Language) -> bool:
    """«die in Japan Möwe heißt», «die Möwe genannte App»: a noun without article right before the verb that names."""
    at = i + 1
    if at + 1 < len(tokens) and tokens[at].tag in NOMINAL:
        at += 1  # «die bis 2020 Möwe Chemie hieß»
    if at >= len(tokens) or tokens[at].tag != "VV(FIN)":
        return False
    if tokens[at].lemma.lower() not in words(language.code, "named_verbs"):
        return False
    if at + 1 < len(tokens) and tokens[at + 1].low in language.pron.it:
        return False  # «aus der Firma heißt es»
    year = front.text.isdigit() and len(front.text) == 4
    return year or not front.is_a("ART", "ADJ(A)", "PPOSAT", "PDAT", "PIAT", "APPRART", "CARD", "PPER")


def _renamed(tokens: Sequence[Token], i: int, front: Token, language: Language) -> bool:
    """«früher als Möwe bekannt», «ehemals Möwe», «heißt heute Möwe», «benennt sich in Möwe um»: where nouns need an article."""
    word = front.low
    if word in language.prep.called:
        return not words(language.code, "known_as").isdisjoint(t.low for t in tokens[i + 1 : i + 4])
    if word in language.adv.formerly_named:
        return True
    if word in language.adv.until_now and i > 1 and tokens[i - 2].text in ("(", ","):
        return tokens[i + 1 : i + 2] != () and tokens[i + 1].text in (")", ",")
    place = (
        front.text in language.places or front.text.removesuffix("s") in language.places
    )  # «heißt außerhalb Chinas Möwe»
    if word not in language.prep.in_ and not place and not front.is_a("ADV", "ADJ(D)", "VV(FIN)"):
        return False
    at = next((k for k in range(max(i - 6, 0), min(i + 4, len(tokens))) if _names(tokens[k], language)), None)
    spoken = at is not None and tokens[at + 1 : at + 2] != () and tokens[at + 1].low in language.pron.it  # «heißt es»
    bare = (
        word not in language.prep.in_
        or (at is not None and tokens[at].lemma not in language.verb.be_called)
        or place
        or front.is_a("ADV", "ADJ(D)", "VV(FIN)")
    )
    return at is not None and not spoken and bare

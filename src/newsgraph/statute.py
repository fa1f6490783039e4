"""Names of laws: «das Glücksspielgesetz», «die KI-Verordnung», «Cloud Fairness Act», «das Gesetz über digitale Dienste»."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.tagset import beginning
from newsgraph.wordlist import tails, words

LONGEST = 6  # words of a name in capitals
SHORTEST = 10  # letters of a name: «Postgesetz»
SMALL = beginning("ART", "APPR", "ADV", "PPOSAT", "PDAT")
OPEN = ("US", "EU", "Senate")  # first parts that tell whose law, not which


def may_be_law(text: str, language: Language) -> bool:
    """Whether the word ends as the names of laws do."""
    return (
        text.lower().endswith(tails(language.code, "law_endings"))
        or text.rpartition("-")[2] in language.word.law_hyphened
        or text in language.word.law_titled
        or (text.startswith("EU-") and any(w in text for w in words(language.code, "law_packages")))
        or text.lower().endswith(tuple(language.grammar["restriction"]["fields"]))
    )


def law(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a compound names one law: «das Glücksspielgesetz», «die KI-Verordnung», «der Medienstaatsvertrag»."""
    text = tokens[i].text
    low = text.lower()
    if "-" in text and text.rpartition("-")[2] in language.word.law_hyphened:
        return text.partition("-")[0] not in OPEN
    if low.startswith("eu-") and low.endswith(language.ending.package):
        return not any(part in low for part in language.word.aid)  # «das EU-Mobilitätspaket»
    if low.endswith(tuple(language.grammar["restriction"]["fields"])):
        return tokens[i - 1].low in language.det.articles_law if i else False
    if not low.endswith(tails(language.code, "law_endings")) or len(low) < SHORTEST:
        return False
    bare = bare_law(text, language)
    plain = (
        bare.lower() in language.nouns.heads
        or bare in words(language.code, "plain_laws")
        or (bare.endswith(language.ending.law) and familiar(language.code, bare[:-6]) == "other")
    )
    front = next(
        (t for t in reversed(tokens[max(0, i - 2) : i]) if t.is_a("ART", "APPR", "PPOSAT", "PIAT", "PDAT")), None
    )
    if plain or front is None:
        return False
    det = front.low
    return det in language.det.articles_law or det in language.det.law_owned


def bare_law(text: str, language: Language) -> str:
    """The name of a law without the genitive's ending: «Glücksspielgesetzes», «Data-Acts»."""
    low = text.lower()
    if low.endswith(language.ending.law_genitive):
        return text.removesuffix("es")
    return text.removesuffix("s") if low.endswith(language.ending.treaty) else text


def gender(name: str, language: Language) -> str:
    """The gender of a law's name, by its head noun: "f", "n", "m", or "" where that shows none."""
    parts = name.lower().split()
    heads = [w for w in (parts[0], parts[-1]) if w] if parts else []
    return next(
        (g for w in heads for g, ends in language.grammar["law_genders"].items() if w.endswith(tuple(ends))), ""
    )


def foreign_law(tokens: Sequence[Token], i: int, language: Language) -> int | None:
    """The last token of «Cloud Fairness Act», where capitals lead to a word for a law."""
    last = i
    if i + 1 >= len(tokens) or not tokens[i + 1].text[0].isupper() or tokens[i].tag in SMALL:
        return None
    while last + 1 < len(tokens) and last - i < LONGEST and tokens[last + 1].text[0].isupper():
        last += 1
        given = (
            tokens[last].text in language.given_names and last + 1 < len(tokens) and tokens[last + 1].text[0].isupper()
        )
        if tokens[last].text in words(language.code, "law_words") and not given:  # «Chef Bill Muster»
            return last
    return None


def titled_law(tokens: Sequence[Token], i: int, language: Language) -> int | None:
    """The last token of «Gesetz über digitale Dienste», «Richtlinie zum Schutz von Kindern im Netz», behind an article."""
    if (
        tokens[i].text not in language.word.law_titled
        or not i
        or i + 2 >= len(tokens)
        or tokens[i + 1].text not in language.prep.law_about
    ):
        return None
    article = next((t for t in reversed(tokens[max(0, i - 2) : i]) if t.low in language.det.articles_law), None)
    last = _thing(tokens, i + 2) if article is not None else None
    while last is not None and last + 2 < len(tokens) and tokens[last + 1].text in language.prep.law_behind:
        if (more := _thing(tokens, last + 2)) is None:
            break
        last = more
    return last


def _thing(tokens: Sequence[Token], i: int) -> int | None:
    """The noun of a noun phrase that begins at token i: «(die) digitalen Dienste»."""
    while i < len(tokens) and tokens[i].is_a("ART", "ADJ(A)", "ADV"):
        i += 1
    if i >= len(tokens) or not tokens[i].text[0].isupper():
        return None
    if tokens[i].is_a("NN") and not (i + 1 < len(tokens) and tokens[i + 1].is_a("FM")):
        return i
    last = i
    while last + 1 < len(tokens) and tokens[last + 1].is_a("FM", "NE", "NN") and tokens[last + 1].text[0].isupper():
        last += 1
    return last if last > i and tokens[i].is_a("NN", "NE", "FM") else None  # «Gesetz gegen Fast Fashion»

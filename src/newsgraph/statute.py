"""Names of laws: «das Glücksspielgesetz», «die KI-Verordnung», «Cloud Fairness Act», «das Gesetz über digitale Dienste»."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.tagset import beginning
from newsgraph.wordlist import tails, words

LONGEST = 6  # words of a name in capitals
HYPHENED = ("Act", "Acts", "Gesetz", "Gesetzes", "Richtlinie", "Verordnung")  # «AI-Act»
TITLED = ("Bundesgesetz", "EU-Gesetz", "EU-Richtlinie", "EU-Verordnung", "Gesetz", "Richtlinie", "Verordnung")
ABOUT = ("über", "für", "zum", "zur", "gegen")  # what stands between a law and what it is about
ARTICLES = ("das", "dem", "des", "die", "der", "den", "zum", "zur", "im", "vom", "beim")
OWNED = ("ihr", "ihre", "ihrem", "ihrer", "sein", "seine", "seinem", "seiner")  # «in ihrer Exportverordnung»
SMALL = beginning("ART", "APPR", "ADV", "PPOSAT", "PDAT")
OPEN = ("US", "EU", "Senate")  # first parts that tell whose law, not which


def may_be_law(text: str, language: Language) -> bool:
    """Whether the word ends as the names of laws do."""
    return (
        text.lower().endswith(tails(language.code, "law_endings"))
        or text.rpartition("-")[2] in HYPHENED
        or text in TITLED
    )


def law(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a compound names one law: «das Glücksspielgesetz», «die KI-Verordnung», «der Medienstaatsvertrag»."""
    text = tokens[i].text
    low = text.lower()
    if "-" in text and text.rpartition("-")[2] in HYPHENED:
        return text.partition("-")[0] not in OPEN
    if not low.endswith(tails(language.code, "law_endings")) or len(low) < 12:
        return False
    bare = bare_law(text)
    plain = (
        bare.lower() in language.nouns.heads
        or bare in words(language.code, "plain_laws")
        or (bare.endswith(("sgesetz", "-Gesetz")) and familiar(language.code, bare[:-6]) == "other")
    )
    front = next(
        (t for t in reversed(tokens[max(0, i - 2) : i]) if t.is_a("ART", "APPR", "PPOSAT", "PIAT", "PDAT")), None
    )
    return not plain and front is not None and front.text.lower() in (*ARTICLES, *OWNED)


def bare_law(text: str) -> str:
    """The name of a law without the genitive's ending: «Glücksspielgesetzes», «Data-Acts»."""
    low = text.lower()
    if low.endswith("gesetzes"):
        return text.removesuffix("es")
    return text.removesuffix("s") if low.endswith(("trags", "-acts")) else text


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


def titled_law(tokens: Sequence[Token], i: int) -> int | None:
    """The last token of «Gesetz über digitale Dienste», «Richtlinie zum Schutz von Kindern im Netz», behind an article."""
    if tokens[i].text not in TITLED or not i or i + 2 >= len(tokens) or tokens[i + 1].text not in ABOUT:
        return None
    article = next((t for t in reversed(tokens[max(0, i - 2) : i]) if t.text.lower() in ARTICLES), None)
    last = _thing(tokens, i + 2) if article is not None else None
    while last is not None and last + 2 < len(tokens) and tokens[last + 1].text in ("von", "vor", "im", "der", "des"):
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

"""Names before a colon that head the items of an article: «Alphaguss: Die Ulmer …», «Und schließlich Betalab: Das Start-up …».

A noun of the dictionary («Laufmasche») can be such a name where most of the other heads are in no dictionary.
"""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.namespan import Mention
from newsgraph.sentence import Sentence, Token
from newsgraph.tagger import familiar
from newsgraph.wordlist import PRODUCTS, class_of, is_title

FEWEST, LONGEST = 3, 4  # heads of an article; words of one


def heads(text: Sequence[Sentence], language: Language) -> dict[int, Mention]:
    """The heads by the index of their sentence, with the class that the noun behind the colon tells; none of them twice."""
    found = {k: span for k, s in enumerate(text) if (span := _span(s.tokens, language)) is not None}
    names = {k: " ".join(t.text for t in text[k].tokens[a : b + 1]) for k, (a, b) in found.items()}
    new = sum(_is_new(text[k].tokens[a : b + 1], language) for k, (a, b) in found.items())
    if len(found) < FEWEST or len({*names.values()}) < len(names) or 2 * new <= len(found):
        return {}
    return {k: Mention(a, b, names[k], _kind(text[k].tokens, b + 2, language)) for k, (a, b) in found.items()}


def _span(tokens: Sequence[Token], language: Language) -> tuple[int, int] | None:
    """First and last token of what stands before the colon, where it can be a name."""
    first = 2 if len(tokens) > 2 and tokens[0].low in language.conj.and_ and tokens[1].text.islower() else 0
    end = next((i for i, t in enumerate(tokens[: first + LONGEST + 1]) if t.text == ":"), first)
    words = tokens[first:end]
    if not words or tokens[first].text in language.given_names:
        return None
    if not all((t.text[0].isupper() or t.text[0].isdigit()) and _fits(t, language) for t in words):
        return None
    return first, end - 1


def _fits(token: Token, language: Language) -> bool:
    plain = class_of(language.code, token.text) or is_title(language.code, token.text) or language.is_major(token.text)
    return not plain and not token.is_a("ART", "PPER", "PDAT", "APPR", "ADV", "KON", "VV", "VA", "VM")


def _is_new(words: Sequence[Token], language: Language) -> bool:
    return any(familiar(language.code, t.text) in ("", "name") for t in words)


def _kind(tokens: Sequence[Token], after: int, language: Language) -> str:
    """The class that the subject behind the colon tells («Die App …»): mostly a company is spoken of."""
    opens = after < len(tokens) and tokens[after].is_a("ART")
    first = next((t for t in tokens[after + 1 : after + 4] if not t.is_a("ADJ(A)")), None) if opens else None
    kind = language.nouns.class_of(first.text) if first is not None and first.is_a("NN") else ""
    return kind if kind in PRODUCTS else "Company"

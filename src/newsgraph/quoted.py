"""Names that quotation marks, or an adjective with a capital, hold together: «Börsenplatz Zürich», the «Hanseatische Bote»."""

from collections.abc import Sequence
from functools import cache

from newsgraph.language import Language
from newsgraph.nameclass import QUOTES, before, is_noun
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.wordlist import noun_class, tails, words

LONGEST = 6
STRONG = ("m", "f", "n")

Found = tuple[int, str, str]  # last token, name, class


def quoted(tokens: Sequence[Token], i: int, language: Language) -> Found | None:
    """The name that fills the quotation marks before token i: behind a class noun whatever it is, else a newspaper's."""
    if not i or tokens[i - 1].text not in QUOTES:
        return None
    last = next((k - 1 for k in range(i + 1, min(len(tokens), i + LONGEST + 1)) if tokens[k].text in QUOTES), None)
    if last is None or not all(_fits(t, language) for t in tokens[i : last + 1]):
        return None
    name = nominative(tokens, i, last, language)
    if media_tail(tokens[last].text, language) or _is_cited(tokens, i, language):
        return last, name, "NewsOrganization"
    foreign = last > i and all(
        familiar(language.code, t.text) in ("", "name", "other") and t.text[0].isupper()
        for t in (tokens[i], tokens[last])
    )
    noun = tokens[i - 2] if i > 1 else None
    if noun is not None and _is_given(tokens, noun, language):
        return last, name, ""
    if foreign and not (noun is not None and noun_class(language.code, noun.text)):
        return last, name, "Regulation" if tokens[last].text in words(language.code, "law_words") else ""
    if noun is None or not is_noun(noun):
        return None
    kind = noun_class(language.code, noun.text)
    giver = noun.text in words(language.code, "name_givers")
    if not (kind or giver) or any(t.lemma.lower() in words(language.code, "calling_verbs") for t in tokens):
        return None
    return last, " ".join(t.text for t in tokens[i : last + 1]), kind


def _is_cited(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«nach Informationen des „Alpha“», «ein Bericht der „Alpha“»: whose report it is, is a paper."""
    return i > 3 and tokens[i - 2].text in language.det.genitives and tokens[i - 3].text in language.word.reports


def _is_given(tokens: Sequence[Token], front: Token, language: Language) -> bool:
    """«als „Möwe“ vertrieben», «heißt „Möwe“»: the name that something goes by, and no opinion of it."""
    lemmas = {t.lemma.lower() for t in tokens}
    if not lemmas.isdisjoint(words(language.code, "calling_verbs")):
        return False
    return (
        front.lemma.lower() in words(language.code, "named_verbs")
        or front.low in words(language.code, "also_called")
        or (front.low in language.prep.called and not lemmas.isdisjoint(words(language.code, "sold_as")))
    )


def _fits(token: Token, language: Language) -> bool:
    return (
        token.text[0].isupper() or token.text[0].isdigit() or token.text in words(language.code, "name_links")
    ) and not token.is_a("$")


def newspaper(tokens: Sequence[Token], i: int, language: Language) -> Found | None:
    """«die Neue Wirtschaftspost», «der Kölner Kurier» where the sentence reports; «Radio Alpha»."""
    if i + 1 >= len(tokens) or not tokens[i].text[0].isupper():
        return None
    after = tokens[i + 1]
    if tokens[i].text in ("Radio", "Tele") and after.text[0].isupper() and after.is_a("NN", "NE", "FM"):
        return i + 1, f"{tokens[i].text} {after.text}", "NewsOrganization"
    adjective = i > 0 and (tokens[i].is_a("ADJ") or tokens[i].text in language.demonyms)
    if not adjective or not media_tail(after.text, language) or not reports(tokens, language):
        return None
    if after.low in language.nouns.heads or (tokens[i].is_a("ADJ") and tokens[i].text[0].islower()):
        return None
    return i + 1, nominative(tokens, i, i + 1, language), "NewsOrganization"


def reports(tokens: Sequence[Token], language: Language) -> bool:
    """Whether somebody is quoted in the sentence."""
    return any(t.low in language.word.reports_low or t.lemma.lower() in language.speech.verbs for t in tokens)


def media_tail(word: str, language: Language) -> str:
    """The gender that the last part of a newspaper's name has («Hafenbote»: m), or "" for another word."""
    low = word.lower()
    if not low.rstrip("ns").endswith(_stems(language.code)):
        return ""
    for tail, gender in language.grammar["media_tails"].items():
        for end in ("", *(("n", "s") if gender in STRONG else ())):
            if low.endswith(tail + end) and (len(low) > len(tail + end) or word[0].isupper()):
                return str(gender)
    return ""


@cache
def _stems(code: str) -> tuple[str, ...]:
    return tuple(t.rstrip("ns") for t in tails(code, "media_tails"))


def nominative(tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """The name in its first case: «des „Hanseatischen Boten“» → «Hanseatischer Bote»."""
    words = [t.text for t in tokens[first : last + 1]]
    noun, gender = words[-1], media_tail(words[-1], language)
    tails = [t for t in language.grammar["media_tails"] if noun.lower().endswith(t)]
    article = before(tokens, first)
    if gender in STRONG and not tails and article is not None and article.is_a("ART", "APPR"):
        words[-1] = noun[:-1]
    head = words[0]
    if (
        len(words) > 1
        and gender
        and tokens[first].is_a("ADJ")
        and head not in language.demonyms
        and not head.endswith("er")
    ) or (head.endswith("en") and tokens[first].is_a("ADJ") and len(words) > 1 and gender):
        stem = next((head.removesuffix(e) for e in language.ending.adjective if head.endswith(e)), head)
        words[0] = stem + language.grammar["nominative_endings"][gender]
    return " ".join(words)

"""Noun phrases of a clause: preposition, determiner, head, and how a phrase hangs on the one before.

«des Chipherstellers Alpha» hangs as a genitive, «, ein Anbieter aus Wien,» as an apposition, «und Beta» as a part of a list.
"""

from dataclasses import dataclass, replace

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.mention import QUOTES, Mention
from newsgraph.quantity import Quantity
from newsgraph.sentence import Token

ALL_CASES = frozenset(("nom", "acc", "dat", "gen"))
DETERMINER = ("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PRELAT", "PWAT")
PRONOUN = ("PPER", "PREL", "PDS", "PIS", "PPOSS", "PWS")
MODIFIER = ("ADJ", "CARD", "TRUNC", "PTKNEG", "VV(PP)")
PRONOUNS = ("der", "die", "das", "den", "dem", "denen", "welcher", "welche", "welches", "welchen", "welchem")
ARTICLES = ("der", "die", "das", "den", "dem")
JOINING = {",", "und", "oder", "sowie", "bzw.", "beziehungsweise"}
NOUN = ("NN", "NE", "FM", "XY", "TRUNC")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last`; `head` is its noun or pronoun. `cases` are those its form permits.

    `link` says how it hangs on phrase `to`: genitive, apposition, list, or "" (on the verb).
    """

    index: int
    first: int
    last: int
    head: int
    prep: str = ""
    det: str = ""
    cases: frozenset[str] = ALL_CASES
    mention: Mention | None = None
    quantity: Quantity | None = None
    pronoun: bool = False
    link: str = ""
    to: int | None = None


def phrases(
    clause: Clause,
    tokens: tuple[Token, ...],
    mentions: tuple[Mention, ...],
    quantities: tuple[Quantity, ...],
    language: Language,
) -> tuple[Phrase, ...]:
    """The phrases of a clause, from left to right."""
    by_token = {t: m for m in mentions for t in range(m.first, m.last + 1)}
    amounts = {t: q for q in quantities for t in range(q.first, q.last + 1)}
    inside = tuple(i for i in clause.tokens if tokens[i].text not in QUOTES)
    found, n = list[Phrase](), 0
    while n < len(inside):
        if clause.kind == "relative" and n == 0 and (opening := _pronoun(inside, tokens, language)) is not None:
            found.append(opening)
            n = inside.index(opening.last) + 1
            continue
        phrase, after = _at(len(found), n, inside, tokens, by_token, amounts, language)
        if phrase is None:
            n += 1
            continue
        found.append(_linked(phrase, found, tokens, language))
        n = max(after, n + 1)
    return tuple(found)


def _pronoun(inside: tuple[int, ...], tokens: tuple[Token, ...], language: Language) -> Phrase | None:
    """The relative pronoun that opens a relative clause, with its preposition, whatever its tag."""
    at = 1 if tokens[inside[0]].is_a("APPR") and len(inside) > 1 else 0
    token = tokens[inside[at]]
    if token.text.lower() not in PRONOUNS:
        return None
    prep = tokens[inside[0]].text.lower() if at else ""
    return Phrase(0, inside[0], inside[at], inside[at], prep, "", _cases(token, language), pronoun=True)


def _at(
    index: int,
    n: int,
    inside: tuple[int, ...],
    tokens: tuple[Token, ...],
    mentions: dict[int, Mention],
    amounts: dict[int, Quantity],
    language: Language,
) -> tuple[Phrase | None, int]:
    """A phrase that begins at position n of the clause, and the position after it."""
    start, prep, cases = n, "", ALL_CASES
    contractions = language.grammar["contractions"]
    word = tokens[inside[n]]
    if word.is_a("APPR", "KOKOM") and inside[n] not in amounts and inside[n] not in mentions:
        low = word.text.lower()
        prep = contractions[low][0] if low in contractions else low
        cases = frozenset((contractions[low][1],)) if low in contractions else frozenset(("acc", "dat", "gen"))
        n += 1
    det = ""
    while n < len(inside):
        i = inside[n]
        token = tokens[i]
        if i in amounts:
            return _amount(index, start, n, inside, mentions, amounts[i], prep, det, cases)
        if (
            not det
            and token.is_a("CARD")
            and len(token.text) == 4
            and token.text[:2] in ("19", "20")
            and token.text.isdigit()
        ):
            return Phrase(index, inside[start], i, i, prep, det, cases), n + 1  # a year stands by itself
        if i in mentions and not mentions[i].adjective:
            return _named(index, start, n, inside, tokens, mentions, prep, det, cases)
        article = (
            token.is_a("PREL") and i != inside[0] and token.text.lower() in ARTICLES and _before_noun(n, inside, tokens)
        )
        if (
            article
            or token.is_a(*DETERMINER)
            or (token.text.lower() in ("deren", "dessen") and _before_noun(n, inside, tokens))
        ):
            det, cases = token.text.lower(), cases & _cases(token, language)
        elif (
            i in mentions
            and mentions[i].adjective
            and not mentions[i].rest
            and n + 1 < len(inside)
            and token.text[0].isupper()
        ):
            pass  # a city's adjective, whatever its tag
        elif token.is_a(*NOUN):
            end = _noun_end(n, inside, tokens, mentions)
            name = mentions.get(inside[end]) if end > n else None
            last = _position(inside, name.last, end) if name else end
            return Phrase(index, inside[start], inside[last], i, prep, det, cases, name), last + 1
        elif token.is_a(*PRONOUN) and (n == start or prep):
            return Phrase(index, inside[start], i, i, prep, "", cases & _cases(token, language), pronoun=True), n + 1
        elif (
            (token.text in language.demonyms or token.text in language.people)
            and det
            and not _before_noun(n, inside, tokens)
        ):
            return Phrase(index, inside[start], i, i, prep, det, cases), n + 1  # «die Münchner»
        elif not (token.is_a(*MODIFIER) or (token.is_a("ADV") and det) or i in mentions):
            return None, n
        n += 1
    return None, n


def _cases(token: Token, language: Language) -> frozenset[str]:
    """The cases that a determiner or pronoun shows: by the word, else by its ending."""
    table, word = language.grammar["cases"], token.text.lower()
    if word in ("deren", "dessen") and not token.is_a("PRELS"):
        return ALL_CASES
    ending = next((e for e in ("em", "en", "er", "es", "e") if word.endswith(e)), "")
    return frozenset(table.get(word) or table.get(ending) or ALL_CASES)


def _position(inside: tuple[int, ...], token: int, default: int) -> int:
    return inside.index(token) if token in inside else default


def _amount(
    index: int,
    start: int,
    n: int,
    inside: tuple[int, ...],
    mentions: dict[int, Mention],
    q: Quantity,
    prep: str,
    det: str,
    cases: frozenset[str],
) -> tuple[Phrase, int]:
    last = _position(inside, q.noun if q.noun is not None and q.noun in inside else q.last, n)
    name = mentions.get(inside[last]) if q.noun is not None else None
    return Phrase(index, inside[start], inside[last], inside[last], prep, det, cases, name, q), last + 1


def _named(
    index: int,
    start: int,
    n: int,
    inside: tuple[int, ...],
    tokens: tuple[Token, ...],
    mentions: dict[int, Mention],
    prep: str,
    det: str,
    cases: frozenset[str],
) -> tuple[Phrase, int]:
    mention = mentions[inside[n]]
    last = _position(inside, mention.last, n)
    possessor = (
        last + 1 < len(inside) and tokens[inside[last]].text.endswith(("s", "'", "’")) and not det and not mention.rest
    )
    following = inside[last + 1] if possessor else -1
    if (
        possessor
        and adjacent(tokens, inside[last], following)
        and tokens[following].is_a("NN", "ADJ(A)", "NE")
        and mention.inflected
    ):
        return Phrase(
            index, inside[start], inside[last], inside[last], prep, "", frozenset(("gen",)), mention, link="possessor"
        ), last + 1
    return Phrase(index, inside[start], inside[last], inside[last], prep, det, cases, mention), last + 1


def adjacent(tokens: tuple[Token, ...], first: int, second: int) -> bool:
    """Whether nothing but quotation marks stands between two tokens."""
    return first < second and all(tokens[i].text in QUOTES for i in range(first + 1, second))


def _before_noun(n: int, inside: tuple[int, ...], tokens: tuple[Token, ...]) -> bool:
    return n + 1 < len(inside) and tokens[inside[n + 1]].is_a("NN", "NE", "ADJ(A)", "TRUNC")


def _noun_end(n: int, inside: tuple[int, ...], tokens: tuple[Token, ...], mentions: dict[int, Mention]) -> int:
    """The last position of nouns that stand side by side («Konzern Alpha»): a common noun takes a name after it."""
    after = n + 1
    if after < len(inside) and adjacent(tokens, inside[n], inside[after]) and inside[after] in mentions:
        name = mentions[inside[after]]
        if not name.adjective and name.first == inside[after]:
            return after
    return n


def _linked(phrase: Phrase, found: list[Phrase], tokens: tuple[Token, ...], language: Language) -> Phrase:
    """Hang the phrase on the one before where form and the words between say so."""
    if not found or phrase.link == "possessor":
        return phrase
    before = found[-1]
    between = [tokens[i].text.lower() for i in range(before.last + 1, phrase.first)]
    if before.link == "possessor" and before.to is None and not between:
        found[-1] = replace(before, to=phrase.index)
        return replace(phrase, prep=before.prep, cases=ALL_CASES if not before.prep else phrase.cases)
    words = [w for w in between if w not in '"„“”»«']
    if (
        not words
        and not phrase.prep
        and "gen" in phrase.cases
        and phrase.det
        in (
            "des",
            "der",
            "eines",
            "einer",
            "dieses",
            "dieser",
            "ihrer",
            "ihres",
            "seiner",
            "seines",
            "unserer",
            "unseres",
        )
    ):
        person = (
            before.mention is not None and before.mention.kind == "Person"
        )  # a name takes no genitive: «sagte Eva Muster der Zeitung»
        if phrase.det in ("des", "eines", "dieses") or (not before.pronoun and not person):
            return replace(phrase, link="genitive", to=before.index)
    if (phrase.prep and phrase.prep != before.prep) or phrase.pronoun:
        return phrase
    if words == [","] and _is_apposition(before, phrase, tokens, language):
        return replace(phrase, link="apposition", to=before.index)
    if set(words) & JOINING and set(words) <= JOINING | {"auch", "zudem"} and not before.pronoun:
        host = _host(found, phrase, words)
        return replace(phrase, link="list", to=host.index, prep=phrase.prep or host.prep)
    return phrase


def _host(found: list[Phrase], phrase: Phrase, words: list[str]) -> Phrase:
    """The phrase that a list goes on with: a name seeks the phrase on the verb rather than a bare noun behind a preposition."""
    before = found[-1]
    if (
        phrase.mention is not None
        and before.mention is None
        and before.prep
        and not phrase.prep
        and before.link != "list"
    ):
        free = next((f for f in reversed(found) if not f.prep and not f.link and f.det), None)
        if free is not None and "und" not in words:
            return free
    return found[before.to] if before.link in ("list", "apposition") and before.to is not None else before


def _is_apposition(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«Alpha, ein Anbieter …» and «der Chef der Bank, Eva Muster,»: one has a name, the other a bare noun with an article."""
    if before.link == "list":
        return False
    title = language.nouns.is_title(tokens[phrase.head].text) or language.nouns.class_of(tokens[phrase.head].text) != ""
    bare = phrase.mention is None or bool(phrase.mention.rest)
    described = (
        before.mention is not None
        and not before.mention.rest
        and bare
        and (phrase.det != "" or title)
        and phrase.quantity is None
    )
    naming = before.mention is None and phrase.mention is not None and phrase.det == "" and before.det != ""
    return described or (naming and phrase.mention is not None and phrase.mention.kind == "Person")

"""Where a sentence ends: a line of text as the places of its words, numbers and marks, cut behind datelines and closing marks."""

import re
from collections.abc import Iterator
from functools import cache

from newsgraph.language import Language

Span = tuple[int, int]
INITIALS = re.compile(r"[A-ZÄÖÜ](\.[A-ZÄÖÜ])?")

CLOSING = frozenset(".!?…\"“”«»'’)")  # marks that a sentence can end with
ASIDE = 12  # tokens in brackets behind a mark that belongs to a name
LONGEST = 400  # tokens: what is longer is no sentence, and is cut


@cache
def word_pattern(abbreviations: frozenset[str]) -> re.Pattern[str]:
    """Abbreviations, numbers, words with inner marks, and single marks, tried in that order."""
    short = _one_of(sorted(abbreviations, key=lambda a: (-len(re.escape(a)), re.escape(a))))
    number = r"\d+(?:[.,:]\d+)*(?![\w-])"
    word = r"\w+(?:[-.'’&/+_]\w+)*(?:\+(?!\w)|[-–](?=\s|,|$))?"
    return re.compile(rf"(?<!\w)(?:{short})|{number}|{word}|\.{{2,}}|[^\w\s]")


def _one_of(words: list[str]) -> str:
    """The pattern of one of these words, the first that fits; by their first letters, so that few of them are tried."""
    rest: dict[str, list[str]] = {}
    for word in words:
        rest.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(ends)})" for first, ends in sorted(rest.items()))


def words_of(line: str, offset: int, language: Language) -> list[tuple[Span, str]]:
    found = word_pattern(language.abbreviations).finditer(line)
    return [((m.start() + offset, m.end() + offset), m.group()) for m in found]


def split(tokens: list[tuple[Span, str]], language: Language) -> Iterator[list[Span]]:
    head = _dateline(tokens, language)
    if head:
        yield [span for span, _ in tokens[:head]]
        tokens = tokens[head:]
    current: list[Span] = []
    last = len(tokens) - 1
    for i, (span, text) in enumerate(tokens):
        current.append(span)
        if ((text in CLOSING or i == last) and _ends(tokens, i, language)) or len(current) >= LONGEST:
            closing = text in ".!?" and i + 1 < len(tokens) and tokens[i + 1][1] in "\"“”«»'’)"
            if not (closing and tokens[i + 1][0][0] == span[1]):
                yield current
                current = []
    if current:
        yield current


def _dateline(tokens: list[tuple[Span, str]], language: Language) -> int:
    """The tokens of «Graz, 3. März (eigene Meldung) –» before a paragraph; 0 where there is none."""
    dash = next((i for i, (_, text) in enumerate(tokens[:16]) if text in ("–", "—", "-")), 0)
    words = [text for _, text in tokens[:dash]]
    place = bool(words) and any(" ".join(words[:n]) in language.places for n in (1, 2, 3))
    date = any(w in language.months for w in words) or any(w in ("(", "/") for w in words) or len(words) <= 4
    return (
        dash + 1
        if place and date and not any(w[0].islower() and len(w) > 4 and w not in language.word.own for w in words)
        else 0
    )


def _ends(tokens: list[tuple[Span, str]], i: int, language: Language) -> bool:
    """Whether a sentence ends with token i: a closing mark before a space and a capital, no ordinal, no initial."""
    span, text = tokens[i]
    if i + 1 == len(tokens):
        return True
    after, following = tokens[i + 1]
    if text in "\"“”«»'’)" and i and tokens[i - 1][1] in (".", "!", "?"):
        return after[0] > span[1] and (following[0].isupper() or following[0] in '"„»“')
    if text not in (".", "!", "?", "…") or after[0] == span[1]:
        return False
    if not (following[0].isupper() or following[0].isdigit() or following[0] in '"„»«“(+•'):
        return False
    if text != "." and following == "(" and _goes_on(tokens, i):
        return False
    before = tokens[i - 1][1] if i else ""
    ordinal = (
        before.isdigit() and len(before) <= 2 and (following in language.months or following in language.after_ordinal)
    )
    initial = INITIALS.fullmatch(before) is not None and before not in language.grammar["no_initials"]
    opens = following.lower() in language.grammar["sentence_openers"]  # «… den Messenger Alpha X. Im Geschäft …»
    return not (text == "." and (ordinal or (initial and not opens)))


def _goes_on(tokens: list[tuple[Span, str]], i: int) -> bool:
    """«die Firma Alpha! (3 Millionen Kunden) wächst»: the mark is part of the name."""
    close = next((n for n in range(i + 2, min(i + ASIDE, len(tokens) - 1)) if tokens[n][1] == ")"), None)
    return close is not None and tokens[close + 1][1][0].islower()

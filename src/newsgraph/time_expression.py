"""Expressions of time in a sentence, and the days that they mean («am Montag», «bis Ende 2027», «um 75 Tage»).

`times` finds them, the longest that fits, by the phrases of languages/*/dates.toml; prepositions, parts and years may
stand before and after what the file lists («von Frühjahr 2027 an», «im Juni vergangenen Jahres»). `resolve` is pure:
absolute expressions need nothing, relative ones the article's date; without it they keep their words only.
"""

from collections.abc import Iterator
from functools import lru_cache

from newsgraph.denomination import word_at
from newsgraph.language import Language
from newsgraph.replacement import replace
from newsgraph.sentence import Sentence, Token
from newsgraph.time_lexicon import Lead, TimeWords
from newsgraph.time_phrase import TimeExpression, compound, length_in, phrase, worded
from newsgraph.time_resolution import duration, resolve
from newsgraph.time_slot import CACHE, may_open

__all__ = ["TimeExpression", "duration", "resolve", "times"]
NO_DATE = ("vague", "set", "duration")
LEADS = 3  # words before an expression that may follow each other («spätestens bis zum …»)
NOT, SURELY, ARTICLE = 0, 1, 2  # whether an expression may begin with a word
BARE = -1  # for what is read without any of them


Known = dict[tuple[int, int], TimeExpression | None]  # what begins at a token after so many leads: read once, so linear


def times(sentence: Sentence, language: Language) -> tuple[TimeExpression, ...]:
    """The expressions of time of a sentence, from left to right."""
    tokens, found, i, known = sentence.tokens, list[TimeExpression](), 0, Known()
    while i < len(tokens):
        text = tokens[i].text
        if not _may_be_led(text, language):
            i += 1
            continue
        tried = _may_begin(text, tokens[i + 1].text if i + 1 < len(tokens) else "", language)
        if tried == ARTICLE:
            tried = SURELY if i + 2 < len(tokens) and _may_be_led(tokens[i + 2].text, language) else NOT
        expression = _range(tokens, i, language, known) if tried else None
        if expression is None:
            i += 1
            continue
        found.append(expression)
        i = expression.last + 1
    return tuple(_same_year(found))


def _may_begin(text: str, following: str, language: Language) -> int:
    """Whether an expression can begin with this word, which can begin one, and go on with the following.

    ARTICLE where the following is an article, and what comes behind that decides.
    """
    words, low = language.times, following.lower()
    if may_open(text, following, language) or length_in(text, language) is not None:
        return SURELY
    leads = words.leads.get(text.lower(), ())
    if any(_may_be_led(following, language) if len(lead.words) == 1 else lead.words[1] == low for lead in leads):
        return SURELY
    return ARTICLE if low in words.articles and any(len(lead.words) == 1 for lead in leads) else NOT


@lru_cache(CACHE)
def _may_be_led(text: str, language: Language) -> bool:
    """Whether an expression can begin with this word, whatever follows it: asked of every word, so remembered."""
    known = bool(text) and (may_open(text, None, language) or length_in(text, language) is not None)
    return known or text.lower() in language.times.leads


def _same_year(found: list[TimeExpression]) -> Iterator[TimeExpression]:
    """«2024 … im dritten Quartal»: the year that the sentence speaks of."""
    years = {e.year for e in found if e.unit == "year" and e.year is not None and e.upper is None and e.mode == "at"}
    for e in found:
        bare = e.ordinal and e.year is None and e.year_offset is None
        yield replace(e, year=next(iter(years))) if bare and len(years) == 1 else e


# --- putting expressions together
def _range(tokens: tuple[Token, ...], i: int, language: Language, known: Known) -> TimeExpression | None:
    """«von Januar bis März 2025», «zwischen Montag und Mittwoch», «vom 3. bis 5. Mai»."""
    low = _led(tokens, i, language, known)
    if low is None or low.kind in NO_DATE or low.upper is not None or low.mode not in ("at", "from"):
        return low
    joint, at = word_at(tokens, low.last + 1), low.last + 2
    opened = tokens[i].low
    if joint not in language.conj.range_marks and not (joint in language.conj.and_ and opened in language.prep.between):
        return low
    high = _led(tokens, at, language, known)
    if high is None or high.kind in NO_DATE or high.upper is not None or high.mode not in ("at", "from", "until"):
        return low
    if low.year is None and low.year_offset is None and low.unit in ("day", "month", "quarter", "season"):
        low = replace(low, year=high.year, year_offset=high.year_offset)
    high = replace(high, tense="future" if high.year is None else "")
    return worded(tokens, low, last=high.last, mode="between", kind="period", upper=high)


def _led(tokens: tuple[Token, ...], i: int, language: Language, known: Known, depth: int = 0) -> TimeExpression | None:
    """An expression with the preposition and the part before it («bis Ende kommenden Jahres»); the longest reading wins."""
    key = i, depth
    if key not in known:
        known[key] = _longest(tokens, i, language, known, depth)
    return known[key]


def _longest(tokens: tuple[Token, ...], i: int, language: Language, known: Known, depth: int) -> TimeExpression | None:
    words = language.times
    if (i, BARE) not in known:
        known[i, BARE] = _dated(tokens, i, language, words)
    best = known[i, BARE]
    if depth == LEADS:
        return best
    for lead in words.leads.get(word_at(tokens, i), ()):
        at = i + len(lead.words)
        if at > i + 1 and tuple([word_at(tokens, k) for k in range(i, at)]) != lead.words:
            continue
        for start in range(at, at + 1 + (word_at(tokens, at) in words.articles)):
            core = _led(tokens, start, language, known, LEADS if lead.part else depth + 1)
            if core is None or core.mode != "at" or core.kind in NO_DATE or (lead.part and core.part):
                continue
            led = _with_lead(tokens, i, lead, core)
            if led is not None and (
                best is None or led.last > best.last or (led.last == best.last and led.mode != "at")
            ):
                best = led
    return best


def _with_lead(tokens: tuple[Token, ...], i: int, lead: Lead, core: TimeExpression) -> TimeExpression | None:
    last = core.last
    if lead.end:
        if word_at(tokens, last + 1) not in lead.end:
            return None
        last += 1
    tense = lead.tense or core.tense
    return worded(tokens, core, first=i, last=last, mode=lead.kind, part=lead.part or core.part, tense=tense)


def _dated(tokens: tuple[Token, ...], i: int, language: Language, words: TimeWords) -> TimeExpression | None:
    """A phrase with the year (or week) that follows it: «im Juni vergangenen Jahres», «am Montag der Vorwoche»."""
    core = compound(tokens, i, language) or phrase(tokens, i, language, words)
    if core is None or core.mode != "at" or core.year is not None or core.kind in NO_DATE:
        return core
    at = core.last + 1
    at += word_at(tokens, at) in words.articles
    for start in dict.fromkeys((at, core.last + 1)):
        after = phrase(tokens, start, language, words)
        if after is None or after.mode != "at" or after.part:
            continue
        if core.weekday and after.unit == "week" and after.offset is not None:
            return worded(tokens, core, last=after.last, week_offset=after.offset)
        if core.unit == "week" and core.offset is not None and not core.part and after.weekday and not after.day:
            return worded(tokens, after, first=core.first, week_offset=core.offset)
        yearless = (core.unit in ("month", "quarter", "halfYear", "season") and core.offset is None) or (
            core.month and core.day
        )
        if yearless and after.unit == "year" and not after.anchored:
            return worded(tokens, core, last=after.last, year=after.year, year_offset=after.offset)
    return core

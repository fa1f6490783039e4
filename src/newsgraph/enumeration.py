"""Lists inside subordinate clauses, whose commas are no ends: «…, über den Alpha, Beta und Gamma zahlen, …»."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.segment import FINITE, to_infinitive, words_in
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.tagset import VERBAL

MEMBER = 6  # words that a member of the list has at most


def whole(language: Language, tokens: tuple[Token, ...], parts: Sequence[list[int]]) -> list[list[int]]:
    """The segments of a stretch, those put together of which the first opens a clause and the last ends a list and the clause."""
    found: list[list[int]] = []
    n = 0
    while n < len(parts):
        end = _end(tokens, parts, n, language) if _opens(tokens, parts[n], language) else n
        wanted = n > 0 and end == n and _is_wanted(tokens, parts[n - 1], parts[n], language)
        end = _end(tokens, parts, n, language, infinitive=True) if wanted else end
        if end > n and (wanted or _may_be(language, tokens, parts[n], parts[end])):
            found.append([i for part in parts[n : end + 1] for i in part])
        else:
            found, end = [*found, list(parts[n])], n
        n = end + 1
    return found


def _opens(tokens: tuple[Token, ...], part: list[int], language: Language) -> bool:
    """Whether a segment without a verb begins as a relative or subordinate clause does."""
    words = words_in(tokens, part)
    if not words or not words[0] or len(words) > 2 * MEMBER or any(tokens[i].tag in VERBAL for i in words):
        return False
    at = _pronoun(tokens, words)
    opener = tokens[words[at]].low
    return len(words) > at + 1 and (opener in language.pron.relative or opener in language.conj.subordinating_lists)


def _is_wanted(tokens: tuple[Token, ...], before: list[int], part: list[int], language: Language) -> bool:
    """«Alpha kündigt an, zu den Rivalen Beta, Gamma und Delta aufzuschließen»: a segment without a verb behind one that has it."""
    words = words_in(tokens, part)
    if not words or len(words) > 3 * MEMBER or any(tokens[i].tag in VERBAL for i in words):
        return False
    return any(tokens[i].tag in FINITE for i in before) and tokens[words[0]].low not in language.conj.enumerating


def _pronoun(tokens: tuple[Token, ...], words: list[int]) -> int:
    return 1 if tokens[words[0]].is_a("APPR") and len(words) > 1 else 0


def _end(
    tokens: tuple[Token, ...], parts: Sequence[list[int]], start: int, language: Language, *, infinitive: bool = False
) -> int:
    """The segment that holds the last member, behind «und», and ends with the verb, or with «zu» and it; else `start`."""
    for n in range(start + 1, len(parts)):
        words = words_in(tokens, parts[n])
        verbs = [i for i in words if tokens[i].tag in VERBAL]
        if not verbs:
            if len(words) > MEMBER:
                return start
            continue
        joined = any(tokens[i].low in language.conj.enumerating for i in words[1 : MEMBER + 1] if i < verbs[0])
        final = words[-len(verbs) :] == verbs and tokens[verbs[-1]].is_a(*FINITE, "VV(PP)", "VV(INF)")
        if infinitive:
            final = len(verbs) == 1 and to_infinitive(tokens, words)
        return n if joined and final and not _opens_another(tokens, words) else start
    return start


def _opens_another(tokens: tuple[Token, ...], words: list[int]) -> bool:
    return tokens[words[0]].is_a("KON", "KOUS", "PREL", "PWAV")


def _may_be(language: Language, tokens: tuple[Token, ...], first: list[int], last: list[int]) -> bool:
    """Not «der Konzern Alpha, Beta und Gamma wachsen»: an article and its noun, in a list that is the subject."""
    words = words_in(tokens, first)
    at = _pronoun(tokens, words)
    opener, following = tokens[words[at]].low, tokens[words[at + 1]]
    if opener in language.conj.subordinating_lists or opener in language.pron.relative_oblique:
        return True
    noun = following.is_a("NN", "ADJ(A)", "CARD") and familiar(language.code, following.text) not in ("", "name")
    singular = not tokens[words_in(tokens, last)[-1]].low.endswith(language.ending.plural_verb)
    return not noun or (
        opener in language.det.feminine and singular and at == 0 and tokens[words[at + 1]].text != following.lemma
    )

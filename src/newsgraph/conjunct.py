"""Verb groups joined by «und» that share a finite verb: «will ein Werk bauen und Stellen schaffen».

Each says something of its own; all but the first leave out the subject (Duden grammar, «Zusammenziehung»).
"""

from newsgraph.language import Language
from newsgraph.sentence import Token

FULL = ("VV(INF)", "VV(PP)", "VV(IZU)")
HELPERS = ("VA(INF)", "VA(PP)", "VM(INF)")
FINITE = ("VV(FIN)", "VA(FIN)", "VM(FIN)")
CONJUNCTION = ("KON", "KOUS")
CONTENT = ("NN", "NE", "FM", "XY", "CARD", "PPER")

Group = tuple[list[int], list[int]]


def conjuncts(tokens: tuple[Token, ...], part: list[int], language: Language) -> list[Group]:
    """The verb groups of a clause: the tokens of each, and the verbs that it shares with the others. One group, no share,
    where nothing is joined."""
    joins = language.conj.joining_words
    found = [n for n, i in enumerate(part) if tokens[i].tag in CONJUNCTION]
    cuts = [n for n in found if n and tokens[part[n]].low in joins and _joins(tokens, part, n)]
    if not cuts:
        return [(part, [])]
    groups = [part[a:b] for a, b in zip([0, *cuts], [*cuts, len(part)], strict=True)]
    helpers = [i for i in part if tokens[i].is_a(*HELPERS, *FINITE)]
    finite = sum(tokens[i].is_a(*FINITE) for i in part)
    if finite > 1 or not _has_content(tokens, groups[0]) or not all(_says(tokens, g) for g in groups[1:]):
        return [(part, [])]
    return [(g, [i for i in helpers if i not in g]) for g in groups]


def _joins(tokens: tuple[Token, ...], part: list[int], n: int) -> bool:
    """Whether «und» stands behind a verb form and before a group that ends with a form of the same sort."""
    before, last = tokens[part[n - 1]], _closing(tokens, part[n + 1 :])
    if last is None or not before.is_a(*FULL) or part[n - 1] + 1 != part[n]:
        return False
    return any(before.is_a(form) and tokens[last].is_a(form) for form in FULL) or _both_infinitive(before, tokens[last])


def _both_infinitive(one: Token, other: Token) -> bool:
    """«auszubauen und … zu stärken»."""
    return one.is_a("VV(INF)", "VV(IZU)") and other.is_a("VV(INF)", "VV(IZU)")


def _closing(tokens: tuple[Token, ...], part: list[int]) -> int | None:
    """The full verb that ends the group, helping verbs and marks left out."""
    for i in reversed(part):
        if tokens[i].is_a(*FULL):
            return i
        if tokens[i].text[0].isalnum() and not tokens[i].is_a(*HELPERS, *FINITE):
            return None
    return None


def _says(tokens: tuple[Token, ...], part: list[int]) -> bool:
    """Whether a group has something of its own, or a participle only: «hat Alpha gekauft und umbenannt»."""
    return _has_content(tokens, part) or any(tokens[i].is_a("VV(PP)") for i in part)


def _has_content(tokens: tuple[Token, ...], part: list[int]) -> bool:
    """Whether there is more than verbs and adverbs: «behaupten und weiter ausbauen» share their object too."""
    return any(tokens[i].is_a(*CONTENT) for i in part)

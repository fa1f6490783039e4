"""What stands between marks behind a name, other words before it: «Alpha, mit 300 Leuten der größte Arbeitgeber in Graz, …»."""

from newsgraph.language import Language
from newsgraph.phrase import Phrase
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.tagset import VERBAL

MARKS = frozenset((",", "–", "—"))


def apposed(found: list[Phrase], tokens: tuple[Token, ...], language: Language) -> list[Phrase]:
    """The phrases, of which those that tell between two marks what a name is are appositions to it."""
    for n, name in enumerate(found):
        if name.mention is None or name.mention.adjective or name.last + 1 >= len(tokens):
            continue
        mark = tokens[name.last + 1].text
        if mark not in MARKS or name.link or (end := _end(tokens, name.last + 2, mark)) is None:
            continue
        inside = [f for f in found[n + 1 :] if f.first < end]
        bare = [f for f in inside if not f.prep and f.link not in ("genitive", "measure")]
        if len(bare) == 1 and _tells(bare[0], name, tokens, language):
            found[bare[0].index] = replace(bare[0], link="apposition", to=name.index)
    return found


def _end(tokens: tuple[Token, ...], first: int, mark: str) -> int | None:
    """The mark that ends what begins behind a mark, where no verb and no «und» stands between."""
    for i in range(first, len(tokens)):
        if tokens[i].text == mark:
            return i
        if tokens[i].tag in VERBAL or tokens[i].is_a("KON", "KOUS", "PREL", "$"):
            return None
    return None


def _tells(phrase: Phrase, name: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """Whether a phrase without a name, no sum and no time, may be what somebody is."""
    if phrase.link or phrase.mention is not None or phrase.quantity is not None or phrase.pronoun:
        return False
    if phrase.first <= name.last + 2 or tokens[name.last + 2].low in language.adv.so_then:
        return False  # right behind the mark it is one already; «Alpha, so der Chef, …»
    return (
        "nom" in phrase.cases
        and tokens[phrase.head].is_a("NN")
        and bool(language.nouns.class_of(tokens[phrase.head].text) or phrase.det)
    )

"""Where a noun without article stands that is a name: behind a class noun, before its verb, as what a verb takes."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.nameapposition import apposition
from newsgraph.nameclass import FINITE, QUOTES
from newsgraph.namesign import DETERMINER
from newsgraph.namestart import after_class_noun
from newsgraph.sentence import Token
from newsgraph.tagset import beginning
from newsgraph.wordlist import tails

OPENING = (".", ":", ",", "–", "-", "+", "•", "*", "|", ";")  # before what opens a clause
NO_NOUN = ("ART", "APPR", "APPRART", "ADV", "PPOSAT", "PRF", "PIAT", "CARD", "PTK")
SENDING = beginning("KOUS", "PREL", "PWAV")  # tags: what sends the verb to the end
WEAK = frozenset({"object", "helped", "clause"})  # signs that a mass can have too («braucht Geld», «dass Geld fehlt»)
LAST = ("VV(INF)", "VV(PP)", "VV(IZU)", "PTKVZ")  # tags: what closes a clause


def signs(tokens: Sequence[Token], i: int, language: Language) -> list[str]:
    """The places of names that the word at token i has, each by a word of its own."""
    front = next((tokens[k] for k in range(i - 1, -1, -1) if tokens[k].text not in QUOTES), None)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    found = ["slot"] if after_class_noun(tokens, i, language) else []
    if _is_quoted(tokens, i):
        found.append("quoted")
    found += _beside_verb(i, front, after, language)
    found += _told(tokens, i, language)
    if front is not None and front.is_a("APPR") and front.low in language.prep.recurring:
        found.append("bare")
    return found


def determined(tokens: Sequence[Token], i: int) -> bool:
    """Whether a determiner or an adjective stands before; a capital is no adjective's."""
    front = tokens[i - 1] if i else None
    return front is not None and front.is_a(*DETERMINER) and not (front.is_a("ADJ") and front.text[0].isupper())


def _is_quoted(tokens: Sequence[Token], i: int) -> bool:
    both = 0 < i < len(tokens) - 1 and tokens[i - 1].text in QUOTES and tokens[i + 1].text in QUOTES
    return both and not determined(tokens, i - 1)


def _beside_verb(i: int, front: Token | None, after: Token | None, language: Language) -> list[str]:
    """What the verb beside the word makes of it: its subject or its object."""
    opens = front is None or front.text in OPENING or (i == 1 and front.is_a("ADV", "KON"))  # «Auch Alpha hat …»
    if opens and after is not None and after.is_a(*FINITE):
        return ["subject"]
    if front is None:
        return []
    if front.is_a("VV(FIN)") and front.low in language.verb.let_forms and after is not None:
        return ["inverted"] if after.is_a("VV(INF)") else []  # «ließ Alpha mitteilen»
    helps = front.is_a("VA(FIN)", "VM(FIN)") and after is not None
    if helps and after is not None and i < 4 and after.is_a(*NO_NOUN):
        return ["inverted"]  # «Mit dem Geld will Alpha den …»
    if helps and after is not None and after.is_a(*NO_NOUN, *LAST):
        return ["helped"]  # «Beta wolle Alpha loswerden»
    if front.tag in SENDING:
        return ["clause"]  # «…, wo Alpha den …»
    if front.is_a("VV(FIN)") and (after is None or not after.is_a("NN", "NE")):
        return ["object"]  # «Beta übernimmt Alpha»
    return []


def _told(tokens: Sequence[Token], i: int, language: Language) -> list[str]:
    """What stands behind the word and tells of a company: where it is from, where it sits, what it is."""
    behind = [t.text for t in tokens[i + 1 : i + 3]]
    if len(behind) < 2:
        return []
    if behind[0] in language.prep.out_of and behind[1] in language.places:
        return ["from"]
    if behind[0] in language.prep.with_ and behind[1].lower().endswith(tails(language.code, "seat_nouns")):
        return ["from"]
    return ["told"] if apposition(tokens, i, language) else []

"""Abbreviations in brackets, and names as the text has them."""

from newsgraph.clause import Clause
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.parse import Parse

BEGIN = 4  # letters that a word made from a name has of it


def surface(p: Parse, mention: Mention) -> str:
    """A name as the text has it here: «ABG» where the mention stands for all that the letters mean."""
    words = [p.tokens[i].text for i in range(mention.first, mention.last + 1) if p.tokens[i].text not in QUOTES]
    return mention.name if mention.inflected else " ".join(words)


def is_acronym(text: str, p: Parse, clause: Clause) -> bool:
    """Whether capitals stand, in order, for the name right before the brackets («Alpha Beta Gesellschaft (ABG)»)."""
    before = next((m for m in p.mentions if m.last + 2 == clause.first), None)
    within = next((m for m in p.mentions if m.first in clause.tokens and m.id), None)
    if before is not None and before.id and within is not None and within.id == before.id:
        return within.last - within.first + 1 == len(clause.tokens) - 1 or len(text) > 1
    if before is not None and before.kind == "Company" and _is_blend(text, before.name):
        return True
    if before is None or not _is_short(text, before.kind == "Regulation"):
        return False
    whole = surface(p, before).lower()
    if before.kind == "Regulation" and not whole.startswith(text[0].lower()):
        whole = whole.partition("-")[2]  # «EU-Batterieverordnung (BattVO)»
    initials = iter(whole)
    return whole.startswith(text[0].lower()) and all(c in initials for c in text.lower())


def _is_blend(text: str, name: str) -> bool:
    """«Grazer Hafen AG (Grazport)»: one new word that begins as the name does."""
    return (
        text.isalpha() and len(text) > BEGIN and text[0].isupper() and text[:BEGIN] == name[:BEGIN] and text not in name
    )


def _is_short(text: str, law: bool) -> bool:
    """«ABG»; of laws «BattVO», «LkSG» too."""
    plain = text.replace("&", "").isalpha()
    if law:
        return plain and 2 <= len(text) <= 12 and sum(c.isupper() for c in text) > 1
    return plain and text.isupper() and 2 <= len(text) <= 6

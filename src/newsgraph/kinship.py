"""Whom «die Tochter», «der Mutterkonzern» mean without a name: of those told of lately, else who was bought, or bought."""

from newsgraph.dealing import Dealings
from newsgraph.filler import Filler
from newsgraph.language import Language
from newsgraph.mention import Mention

REACH = 6  # sentences after which nobody is «die Tochter» without a name


def kin(dealings: Dealings, noun: str, sentence: int, topic: Mention | None, language: Language) -> Mention | None:
    """The company that `noun` (lower case) means; a daughter of whom the text is about, or its mother, first."""
    words = language.grammar["reference"]
    lately = [(child, parent) for at, child, parent in reversed(dealings.parents) if sentence - at <= REACH]
    own = topic.name if topic is not None else ""
    if noun in words["daughters"]:
        lately.sort(key=lambda pair: pair[1].name != own)
        return _named([child for child, _ in lately], own) or dealings.bought(sentence)
    if noun in words["mothers"] or noun in words["buying"]:
        lately.sort(key=lambda pair: pair[0].name != own)
        return _named([parent for _, parent in lately], own) or dealings.buyer(sentence)
    return None


def _named(fillers: list[Filler], own: str) -> Mention | None:
    """The first company that is another than `own`."""
    found = next((f for f in fillers if f.name and f.name != own and f.kind == "Company"), None)
    return Mention(found.first, found.last, found.name, found.kind, found.id) if found is not None else None

"""Letters for a name of the article: «Oberau Chemische Werke (OCW)», «Alpha Umbau, in der Szene nur AU genannt».

The letters stand in the name, in this order.
"""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.namespan import Mention
from newsgraph.sentence import Sentence, Token
from newsgraph.wordlist import words

REACH = 9  # tokens between a name and its letters, where a verb of naming follows
NAMED = ("Company", "")


def acronyms(text: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language) -> dict[str, Mention]:
    """By the letters, the mention of the name that they stand for."""
    short: dict[str, Mention] = {}
    for sentence, inside in zip(text, found, strict=True):
        for m in (m for m in inside if not m.adjective and not m.rest):
            if told := _told(sentence.tokens, m, language) or _called(sentence.tokens, m, language):
                short.setdefault(told, m)
    return short


def _told(tokens: Sequence[Token], m: Mention, language: Language) -> str:
    """«Nordwolke Serverbetrieb, kurz NSB»; a town's adjective in front may be part of the name («Lausitzer Alpha AG, kurz LA»)."""
    if m.last + 3 >= len(tokens) or tokens[m.last + 1].text not in ("(", ","):
        return ""
    after = [t.text for t in tokens[m.last + 1 : m.last + 4]]
    bracket = after[0] == "(" and after[2] == ")"
    if not (bracket or (after[0] == "," and after[1] in language.adv.short)):
        return ""
    told = after[1] if bracket else after[2]
    front = tokens[m.first - 1].text if m.first and tokens[m.first - 1].text[0].isupper() else ""
    names = (m.name, f"{front} {m.name}") if front else (m.name,)
    return told if told not in m.name and any(abbreviates(told, name) for name in names) else ""


def _called(tokens: Sequence[Token], m: Mention, language: Language) -> str:
    """«Alpha Umbau, in der Szene nur AU genannt»: letters behind the name, with a verb of naming at the end of the aside."""
    if m.kind not in NAMED or m.last + 1 >= len(tokens) or tokens[m.last + 1].text != ",":
        return ""
    for k in range(m.last + 2, min(m.last + REACH, len(tokens) - 1)):
        if tokens[k].text.isalpha() and abbreviates(tokens[k].text, m.name):
            verb = tokens[k + 1].lemma.lower()
            return tokens[k].text if verb in words(language.code, "naming_verbs") else ""
    return ""


def abbreviates(short: str, name: str) -> bool:
    """Whether these are letters of the name, in this order and with its first, mostly capitals."""
    letters = iter(name.lower())
    return (
        2 <= len(short) <= 8
        and sum(c.isupper() for c in short) > 1
        and short[0] == name[0]
        and all(c in letters for c in short.lower())
    )

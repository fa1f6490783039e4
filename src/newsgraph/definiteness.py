"""Whether a noun phrase is definite, and means a thing that has been spoken of."""

from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.tagger import familiar

ATTRIBUTE = 14  # tokens between an article and the participle that ends what stands before its noun
DEFINITE = (
    "der", "die", "das", "den", "dem", "des", "dieser", "diese", "dieses", "diesen", "diesem", "sein", "seine", "ihr",
    "ihre",
)  # fmt: skip


def opens_far(p: Parse, phrase: Phrase) -> bool:
    """«Die 1998 von Eva Muster gegründete Firma»: the article stands before all that the participle has with it."""
    if phrase.det or phrase.prep or phrase.link or not p.tokens[phrase.first].is_a("ADJ(A)"):
        return False
    for i in range(phrase.first - 1, max(-1, phrase.first - ATTRIBUTE), -1):
        if p.tokens[i].is_a("V", "$", "KON"):
            return False
        if p.tokens[i].is_a("ART") and p.tokens[i + 1].is_a("CARD", "APPR", "ADV"):
            return p.low[i] in DEFINITE
    return False


def names_another(p: Parse, phrase: Phrase) -> bool:
    """«den Grazer Hersteller Xy + Z»: behind the noun stands a capital that is no noun, a name that nobody could read."""
    after = phrase.last + 1
    return (
        phrase.mention is None
        and after < len(p.tokens)
        and p.tokens[after].is_a("ADJ")
        and p.tokens[after].text[:1].isupper()
    )


def is_itself(p: Parse, phrase: Phrase) -> bool:
    """«Das Netzwerk selbst hat …», after what belongs to it: hardly the thing that was named last."""
    return phrase.last + 1 < len(p.tokens) and p.low[phrase.last + 1] in ("selbst", "selber")


def is_unread(language: Language, p: Parse, phrase: Phrase) -> bool:
    """«der Ulmer Firma Wire»: right behind stands a name that was not made out, no noun."""
    after = p.tokens[phrase.last + 1] if phrase.last + 1 < len(p.tokens) else None
    if after is None or not after.text[0].isupper() or language.nouns.class_of(p.head(phrase).text) != "Company":
        return False
    bare = not any(m.first <= phrase.last + 1 <= m.last for m in p.mentions)
    return bare and familiar(language.code, after.text) in ("", "name", "other") and not after.is_a("ART", "APPR")

"""Names as fillers: what bears a name, the other name, the market in which it goes by it."""

from collections.abc import Iterator

from newsgraph.acronym import is_acronym, surface
from newsgraph.filler import CLASSES, Filler
from newsgraph.mention import Mention
from newsgraph.phrase import Phrase
from newsgraph.taking import Taking


def called(t: Taking, phrase: Phrase, kind: str, name: str) -> Iterator[Filler]:
    """What is named («die App» in «so heißt die App Alpha»), the name, or the market in which it goes by it."""
    mention = phrase.mention
    if kind == "nameable":
        own = mention if name in ("bracketed", "ahead", "antecedent") else None
        behind = (
            own
            or product_meant(t, phrase)
            or t.focus.of(t.p, phrase, bare=mention is not None and mention.first > phrase.head)
        )
        behind = behind or mention
        if phrase.pronoun and behind is not None and behind.kind in ("", "Company") and not _renames(t):
            return  # «Es heißt Alpha»: mostly something that was made
        if behind is not None and behind.kind in ("", "App", "Product", "Chip", "Company") and not behind.rest:
            yield Filler(behind.kind or "Company", phrase.first, phrase.last, behind.name, behind.id)
    elif kind == "market":
        yield from _market(t, phrase)
    elif kind == "acronym" and mention is None:
        text = t.p.head(phrase).text
        if phrase.first == phrase.last and is_acronym(text, t.p, t.clause):
            yield Filler("text", phrase.first, phrase.last, name=text)
    elif kind == "another-name" and phrase not in t.p.phrases[t.clause.index]:
        return  # «die App Alpha, die in Japan Beta heißt»: Alpha is what bears the name
    elif (
        mention is not None and not mention.adjective and not mention.rest and mention.kind not in ("Place", "Person")
    ) and (kind == "another-name" or is_acronym(surface(t.p, mention), t.p, t.clause)):
        yield Filler("text", mention.first, mention.last, name=surface(t.p, mention))


def _renames(t: Taking) -> bool:
    """Whether the clause sets a time against another: «Es heißt heute Alpha»."""
    words = t.language.grammar["renaming"]
    return t.clause.kind == "relative" or any(t.p.tokens[i].text.lower() in words for i in t.clause.tokens)


def product_meant(t: Taking, phrase: Phrase) -> Mention | None:
    """The product that «er», «sie» or «die App» stands for: the one named most, of several the last."""
    if phrase.mention is not None and phrase.mention.first == phrase.head and not phrase.pronoun:
        return None
    kinds = (
        set(CLASSES["maker's"])
        if phrase.pronoun
        else set(t.language.nouns.refers_to(t.p.head(phrase).text)) & set(CLASSES["maker's"])
    )
    here = (m for m in t.p.mentions if m.first < phrase.last)  # what follows may be the name that is given
    before = [m for m in (*t.focus.seen, *here) if m.kind in kinds]
    if phrase.pronoun:
        return before[-1] if before else None
    return max(reversed(before), key=lambda m: sum(b.name == m.name for b in before), default=None)


def _market(t: Taking, phrase: Phrase) -> Iterator[Filler]:
    """«in Japan», «auf dem chinesischen Markt»."""
    for mention in t.p.mentions:
        if mention.kind == "Place" and phrase.first <= mention.first <= phrase.last and not mention.rest:
            yield Filler("Place", mention.first, mention.last, mention.name, mention.id)

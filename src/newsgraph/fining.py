"""Which authority fines somebody, where a sentence speaks of a fine."""

from functools import cache

from newsgraph.filler import Filler
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.subject import subject
from newsgraph.tagset import NOUN


@cache
def _ends(language: Language, key: str) -> tuple[str, ...]:
    """How the nouns end for fines, or for authorities."""
    return tuple(language.grammar["sums"][key])


def fining(p: Parse, language: Language) -> Filler | None:
    """The authority that a sentence which speaks of a fine names, or has a noun for, whoever has to pay it."""
    if not tells_fine(p, language):
        return None
    nouns, low = _ends(language, "authorities"), [t.low if t.tag in NOUN else "" for t in p.tokens]
    unions = language.grammar["sums"]["unions"]
    named = [m for m in p.mentions if not m.rest and not m.adjective]
    body = next((m for m in named if m.kind == "PublicBody"), None) or next(
        (m for m in named if m.name in unions and p.low[m.first - 1] in language.det.feminine_any), None
    )
    noun = next((i for i, w in enumerate(low) if w.endswith(nouns)), None)
    if body is not None:
        return Filler("PublicBody", body.first, body.last, body.name, body.id, here=False)
    if noun is not None:
        return Filler("PublicBody", noun, noun, p.tokens[noun].text, here=False)
    return _by_union(p, language)


def tells_fine(p: Parse, language: Language) -> bool:
    """Whether a sentence speaks of a fine."""
    tails = _ends(language, "fines")
    fined = any(t.tag in NOUN and t.low.endswith(tails) for t in p.tokens)
    return fined or any(verb in p.lemmas for verb in language.grammar["sums"]["fining_verbs"])


def _by_union(p: Parse, language: Language) -> Filler | None:
    """«müssen ein EU-Bußgeld zahlen»: who imposed it stands in the noun."""
    tails = _ends(language, "fines")
    fined = ((i, t.text.partition("-")[0]) for i, t in enumerate(p.tokens) if t.tag in NOUN and t.low.endswith(tails))
    union = next(((i, first) for i, first in fined if first in language.grammar["sums"]["unions"]), None)
    return Filler("PublicBody", union[0], union[0], union[1], here=False) if union is not None else None


def watching(p: Parse, language: Language) -> Filler | None:
    """The authority that is subject of a main clause: «Das Kartellamt prüfte Alpha. Am Ende musste der Konzern … zahlen»."""
    nouns = _ends(language, "authorities")
    for clause in p.clauses:
        own = subject(p, clause) if clause.kind == "main" else None
        m = own.mention if own is not None else None
        if own is not None and m is not None and m.kind == "PublicBody" and not m.rest and not m.adjective:
            return Filler("PublicBody", m.first, m.last, m.name, m.id, here=False)
        if own is not None and m is None and p.low[own.head].endswith(nouns) and own.det in language.det.nominative:
            return Filler("PublicBody", own.head, own.head, p.tokens[own.head].text, here=False)
    return None

"""Names that are people's, by what the text says of them anywhere: «Vorstandschef Muster», «klagt Muster», «Muster starb …».

A name of two words that nobody called anything, and that acts, would else be taken for a company.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newsgraph.language import Language
from newsgraph.nameclass import FINITE, before
from newsgraph.namespan import Mention
from newsgraph.sentence import Sentence, Token
from newsgraph.wordlist import is_title, words

FIRMLY = 3  # votes: that something said so


def people(
    text: Sequence[Sentence], found: Sequence[Sequence[Mention]], votes: Mapping[str, Counter[str]], language: Language
) -> frozenset[str]:
    """The new names of which only that they act speaks for a company, and something else for a person."""
    named = [(s.tokens, m) for s, ms in zip(text, found, strict=True) for m in ms if not m.id and not m.adjective]
    human = {m.name.split()[-1] for tokens, m in named if not m.rest and any(_signs(tokens, m, language))}
    alive = {m.name for tokens, m in named if not m.rest and _verb(tokens, m) in words(language.code, "living_verbs")}
    both = {m.name for _, m in named if len(m.name.split()) == 2 and m.name.split()[-1] in human}
    firms = {
        name for name, c in votes.items() if any(n >= FIRMLY for kind, n in c.items() if kind not in ("", "Person"))
    }
    return frozenset(n for n in (both | alive) - firms if n.replace("-", "").replace(" ", "").isalpha())


def _signs(tokens: Sequence[Token], m: Mention, language: Language) -> Iterator[bool]:
    """Whether an office stands before the name, or a verb beside it that only people do."""
    front = before(tokens, m.first)
    yield front is not None and front.is_a("NN") and is_title(language.code, front.text) and m.kind in ("", "Person")
    verb = _verb(tokens, m)
    yield verb in words(language.code, "human_verbs") or verb in words(language.code, "living_verbs")


def _verb(tokens: Sequence[Token], m: Mention) -> str:
    """The finite verb right beside a name."""
    beside = (tokens[i] for i in (m.last + 1, m.first - 1) if 0 <= i < len(tokens))
    return next((t.lemma.lower() for t in beside if t.is_a(*FINITE)), "")

"""Interviews: whose «wir», «unser» and «Ihr Haus» it is in a text of questions and answers.

A text is one where questions address somebody («haben Sie», «Ihre Firma») and answers speak for a firm («wir», «unser»).
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.replacement import replace
from newsgraph.sentence import Sentence, Token
from newsgraph.wordlist import words

FEWEST = 2  # sentences of each sort
NEAR = 4  # tokens between «Ihr», or an office, and the name
BY_ADDRESS, BY_OFFICE, BY_DEED = 5, 3, 2  # votes; enough is the least of them


def interviewed(
    text: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language
) -> tuple[Mention, frozenset[int]] | None:
    """The firm whose people answer, and the sentences of the conversation; None where the text is no interview."""
    if sum("?" in s.texts for s in text) < FEWEST:
        return None
    bare = [_unquoted(s.tokens) for s in text]
    asked = {k for k, tokens in enumerate(bare) if _addresses(tokens, language)}
    answered = {k for k, tokens in enumerate(bare) if any(t.low in language.pron.our_forms for t in tokens)}
    questions = sum(any(t.text == "?" for t in tokens) for tokens in bare)
    if min(len(asked), len(answered - asked), questions) < FEWEST:
        return None
    votes: Counter[str] = Counter()
    firms = {m.name: m for ms in found for m in ms if m.kind in ("Company", "") and not m.adjective}
    for sentence, inside in zip(text, found, strict=True):
        for m in inside:
            if m.name in firms and m.kind in ("Company", "") and not m.adjective:
                votes[m.name] += _points(sentence.tokens, m, inside, language)
    best = min(votes, key=lambda name: (-votes[name], name), default="")
    if not best or votes[best] < BY_DEED:
        return None
    return replace(firms[best], kind="Company", rest=""), frozenset(range(min(asked), max(asked | answered) + 1))


def _unquoted(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens that no quotation marks hold."""
    kept, inside = [], False
    for token in tokens:
        if token.text in QUOTES:
            inside = not inside
        elif not inside:
            kept.append(token)
    return tuple(kept)


def _addresses(tokens: Sequence[Token], language: Language) -> bool:
    """«Haben Sie», «Frau Muster, Ihr Betrieb»: a capital that no beginning explains."""
    return any(
        t.text in language.pron.addressed and a.text not in (".", ":", "?", "!", "–") for a, t in pairwise(tokens)
    )


def _points(tokens: Sequence[Token], m: Mention, inside: Sequence[Mention], language: Language) -> int:
    front = [t.text for t in tokens[max(0, m.first - NEAR) : m.first]]
    if any(w.lower() in language.pron.our_forms for w in front):
        return 0  # «unser Partner Beta»
    at = next((i for i, w in enumerate(front) if w in language.pron.yours), None)
    yours = at is not None and not {",", ".", "?"} & {*front[at:]}
    if yours and not m.rest:
        return BY_ADDRESS
    if language.nouns.is_office(m.rest) or any(language.nouns.is_office(w) for w in front):
        return BY_OFFICE
    person = any(x.kind == "Person" and not x.rest for x in inside)
    return BY_DEED if person and any(t.lemma.lower() in words(language.code, "leading_verbs") for t in tokens) else 0

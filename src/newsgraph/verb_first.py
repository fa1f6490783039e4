"""A sentence that begins with its finite verb, which looks like a participle: «Gehört seit 2014 der Alpha AG und wächst»."""

from itertools import takewhile

from newsgraph.language import Language
from newsgraph.replacement import replace
from newsgraph.segment import FINITE
from newsgraph.sentence import Sentence, may_be_finite


def with_finite(sentence: Sentence, language: Language) -> Sentence:
    """What opens a sentence like a participle is its finite verb, where there is no other: «Gehört seit 2014 der Alpha AG»."""
    tokens = sentence.tokens
    if not tokens or not tokens[0].is_a("VV") or tokens[-1].text in ("?", "!"):
        return sentence
    first = list(takewhile(lambda t: t.text not in language.conj.verb_first_ends, tokens))
    if not may_be_finite(tokens[0]) or any(t.is_a(*FINITE) for t in first[1:]) or len(first) < 2:
        return sentence
    if tokens[0].is_a("VV(PP)") and any(t.text in language.prep.agent_merged for t in first):
        return sentence  # «Entwickelt von Alpha, …»
    opens = (
        0,
        *(
            i
            for i in range(1, len(tokens))
            if tokens[i - 1].text in language.conj.comma_or_and and may_be_finite(tokens[i])
        ),
    )
    if not any(tokens[i].is_a("VV(PP)") for i in opens):
        return sentence
    kept = tuple(replace(t, tag="VV(FIN)") if i in opens else t for i, t in enumerate(tokens))
    return replace(sentence, tokens=kept)

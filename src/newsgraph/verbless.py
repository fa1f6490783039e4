"""A name holds no verb, whatever the tagger takes its words for («Max List», «Lendus muss»)."""

from collections.abc import Sequence

from newsgraph.mention import Mention
from newsgraph.replacement import replace
from newsgraph.sentence import Sentence


def verbless(sentence: Sentence, mentions: Sequence[Mention]) -> Sentence:
    """A name holds no verb («Max List», «Lendus muss»)."""
    inside = {i for m in mentions if not m.adjective for i in range(m.first, m.last + 1)}
    if not any(sentence.tokens[i].is_a("VV", "VA", "VM") for i in inside):
        return sentence
    tokens = tuple(
        replace(t, tag="NE") if i in inside and t.is_a("VV", "VA", "VM") else t for i, t in enumerate(sentence.tokens)
    )
    return replace(sentence, tokens=tokens)

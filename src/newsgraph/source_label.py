"""What a source is called where it has no name."""

from newsgraph.parse import Parse
from newsgraph.phrase import Phrase


def label(p: Parse, phrase: Phrase) -> str:
    """What unnamed people are called, without the dative's -n: «Insidern» → «Insider», «mit der Sache vertraute Personen»."""
    head = p.head(phrase)
    word = head.text
    if (word.endswith("ern") and head.lemma.endswith("er")) or word.lower().endswith(p.language.ending.source):
        word = word[:-1]
    left = next(
        (
            i
            for i in range(phrase.head - 1, max(-1, phrase.head - 3), -1)
            if p.tokens[i].text.startswith(p.language.stem.familiar)
        ),
        None,
    )
    start = (
        next(
            (
                i
                for i in range((left or 0) - 1, max(-1, (left or 0) - 7), -1)
                if p.tokens[i].low in p.language.prep.with_
            ),
            None,
        )
        if left
        else None
    )
    if left is None or start is None:
        return word
    middle = " ".join(t.text for t in p.tokens[start + 1 : left])
    return p.language.written.familiar_with.format(about=middle, who=word)

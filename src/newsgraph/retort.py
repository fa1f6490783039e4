"""A name asked for, and the verb that answers at once: «Und Alpha? Gehört seit 2014 der Beta AG.» reads as one sentence."""

from newsgraph.tagger import tag

SHORT = 7  # tokens of what is asked, its mark counted
MARK = "?"


def answered(code: str, words: list[str]) -> bool:
    """Whether the last word is a finite verb for which the question before it, that has none, gives the subject."""
    *asked, verb = words
    if len(asked) < 2 or asked[-1] != MARK or not verb[0].isupper() or not verb[1:].islower():
        return False
    tags = [t for t, _ in tag(code, [*asked[:-1], verb.lower()])]
    noun = tags[-2].startswith(("NN", "NE", "FM", "XY"))
    finite = tags[-1].endswith("(FIN)") or (tags[-1] == "VV(PP)" and verb.endswith("t"))  # «gehört» is both
    return noun and finite and not any(t.startswith(("V", "PW", "KOUS")) for t in tags[:-1])


def as_answer(words: list[str]) -> list[str]:
    """The words as they are tagged: the verb behind the mark inside a sentence begins none."""
    if MARK not in words[:-1]:
        return words
    at = words.index(MARK)
    return [*words[: at + 1], words[at + 1].lower(), *words[at + 2 :]] if words[at + 1][0].isupper() else words

"""A name asked for, and the verb that answers at once: «Und Alpha? Gehört seit 2014 der Beta AG.» reads as one sentence."""

from newsgraph.tagger import tag
from newsgraph.wordlist import words as listed

SHORT = 12  # tokens of what is asked, its mark counted
MARK = "?"


def answered(code: str, asked: list[str], answer: list[str]) -> bool:
    """Whether an answer begins with a finite verb, or has none, and the question before it, that has none, gives the subject."""
    verb = answer[0]
    if len(asked) < 2 or asked[-1] != MARK or not verb[0].isupper() or not verb[1:].islower():
        return False
    tags = [t for t, _ in tag(code, [*asked[:-1], verb.lower()])]
    noun = tags[-2].startswith(("NN", "NE", "FM", "XY"))
    finite = tags[-1].endswith("(FIN)") or (tags[-1] == "VV(PP)" and verb.endswith("t"))  # «gehört» is both
    plain = noun and not any(t.startswith(("V", "PW", "KOUS")) for t in tags[:-1])
    if not plain or finite or verb.lower() not in listed(code, "since_words"):
        return plain and finite
    return not any(t.endswith("(FIN)") for t, _ in tag(code, answer))  # «Und Alpha? Seit 2014 Teil von Beta.»


def as_answer(words: list[str]) -> list[str]:
    """The words as they are tagged: the verb behind the mark inside a sentence begins none."""
    if MARK not in words[:-1]:
        return words
    at = words.index(MARK)
    return [*words[: at + 1], words[at + 1].lower(), *words[at + 2 :]] if words[at + 1][0].isupper() else words

"""A known name of several words in front of a noun: «Delta Bank-Chefin», where the hyphen stands behind the last word only."""

from newsgraph.knownname import KnownScan
from newsgraph.namespan import Mention

WORDS = 3  # of a name before the one with the hyphen


def opened(known: KnownScan, i: int) -> Mention | None:
    """The known name that begins at token i and ends in a word with a noun hung on it."""
    texts = [t.text for t in known.tokens[i : i + WORDS + 1]]
    for n in range(1, len(texts)):
        front, hyphen, rest = texts[n].partition("-")
        if not hyphen:
            if not texts[n][:1].isupper():
                return None
            continue
        hit = known.names.at([*texts[:n], front]) if front and rest[:1].isupper() else None
        if hit is None or hit[0] != n + 1:
            return None
        return Mention(i, i + n, hit[1].label, hit[1].kind, hit[1].id, rest=rest)
    return None

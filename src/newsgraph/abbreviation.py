"""Names that an abbreviation in brackets spells out: «Vereinigte Elektrowerke (VEW)»."""

from collections.abc import Collection, Sequence

from newsgraph.sentence import Token

LONGEST = 8  # words of a name that letters stand for


def spelled(tokens: Sequence[Token], i: int, shortly: frozenset[str], forms: Collection[str] = ()) -> int | None:
    """The last token of the name that begins at token i and whose capitals the brackets, or a comma and a word
    of `shortly`, repeat in order, legal `forms` aside."""
    if not tokens[i].text[0].isupper():
        return None
    end = next((k for k in range(i + 2, min(i + LONGEST + 1, len(tokens) - 2)) if _opens(tokens, k, shortly)), None)
    if end is None:
        return None
    at = end + 1 if tokens[end].text == "(" else end + 2
    if at + 1 >= len(tokens) or tokens[at + 1].text not in (")", ",", ".", ";", "–"):
        return None
    letters = tokens[at].text
    words = [t.text for t in tokens[i:end] if t.text not in forms]
    if not (letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 6 and all(w[0].isalpha() for w in words)):
        return None
    initials = "".join(w[0] for w in words if w[0].isupper())
    return (
        end - 1
        if initials == letters or (letters[0] == words[0][0] and len(words) > 1 and in_order(letters, words))
        else None
    )


def _opens(tokens: Sequence[Token], k: int, shortly: frozenset[str]) -> bool:
    """Whether letters for what stands before follow: «(VEW)», «, kurz VEW,»."""
    return tokens[k].text == "(" or (tokens[k].text == "," and tokens[k + 1].text in shortly)


def in_order(letters: str, words: Sequence[str]) -> bool:
    """«Vereinigte Elektrowerke» for VEW: each letter in turn, every word giving one at least."""
    if not words:
        return False
    rest = letters.lower()
    for word in words:
        if word[0].isupper() and rest[:1] != word[0].lower():
            return False
        if word[0].islower():
            continue
        rest = rest[1:]
        tail = word[1:].lower()
        while rest and rest[0] in tail and not _starts_next(rest[0], word, words):
            tail = tail[tail.index(rest[0]) + 1 :]
            rest = rest[1:]
    return not rest


def _starts_next(letter: str, word: str, words: Sequence[str]) -> bool:
    following = [w for w in words[words.index(word) + 1 :] if w[0].isupper()]
    return bool(following) and following[0][0].lower() == letter


def first_case(name: str, first: Token) -> str:
    """The name as a title would have it: «Vereinigten Elektrowerke» → «Vereinigte Elektrowerke»."""
    head, _, rest = name.partition(" ")
    return f"{head[:-1]} {rest}" if first.is_a("ADJ") and head.endswith("en") and rest else name

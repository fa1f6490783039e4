"""A new name as a mention: where it begins and ends, without its genitive ending, and the class that its place gives it."""

from collections.abc import Sequence

from newsgraph import initial, newname
from newsgraph.barefirm import only_firm
from newsgraph.closedname import two_words
from newsgraph.language import Language
from newsgraph.learning import Local
from newsgraph.nameclass import QUOTES, class_at
from newsgraph.names import Names, uninflected
from newsgraph.namespan import Mention
from newsgraph.pairname import paired
from newsgraph.sentence import Token
from newsgraph.wordlist import class_of, noun_class


def new_mention(tokens: Sequence[Token], i: int, language: Language, names: Names, local: Local) -> Mention | None:
    """The new name that begins at token i: a person with initials, else as far as a new name goes."""
    text = tokens[i].text
    initials = len(text) in initial.LETTERS or text in language.given_names
    if initials and (last := initial.run(tokens, i, language)) is not None:
        return Mention(i, last, initial.spelled(tokens, i, last), "Person")
    last = newname.run(tokens, i, language, names, local.words)
    if last is None:
        return None
    parts = [tokens[k].text for k in range(i, last + 1) if tokens[k].text not in QUOTES]
    bare = _bare(parts, tokens, i, last, language, local)
    name = " ".join([*parts[:-1], bare or parts[-1]])
    kind = class_at(tokens, i, last, language) or _branded(parts, language, local)
    if last == i + 1 and kind in ("", "Person") and two_words(tokens, i, language):
        kind = "Company"
    if not kind and ((last == i + 1 and paired(tokens, i, language)) or (last == i and only_firm(tokens, i, language))):
        kind = "Company"
    return Mention(i, last, name, kind, inflected=bool(bare))


def _bare(
    words: Sequence[str], tokens: Sequence[Token], first: int, last: int, language: Language, local: Local
) -> str:
    """The last word without its genitive ending, where it has one: the bare name is known, or a noun follows."""
    forms = uninflected(words[-1]) if " ".join(words) not in local.kinds else []
    learnt = next((b for b in forms if " ".join([*words[:-1], b]) in local.kinds), "")
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if learnt or following is None or not following.is_a("NN", "ADJ(A)", "NE"):
        return learnt
    front = tokens[first - 1] if first else None
    if len(words) == 1 and front is not None and front.is_a("NN") and noun_class(language.code, front.text):
        return ""  # «wirft der Firma Alphas Verstöße vor»: behind a class noun the name stands as it is
    if following.is_a("ADJ(A)") and front is not None and (front.is_a("APPR") or class_of(language.code, front.text)):
        return ""  # «von Alphas entwickelte»: the participle goes with the preposition
    return next((b for b in forms if tokens[last].lemma.lower() == b.lower()), "")


def _branded(words: Sequence[str], language: Language, local: Local) -> str:
    """«Alpha Mail»: a company's name with a word behind it that products bear."""
    owner = len(words) == 2 and words[1] in language.grammar["product_words"]
    return "App" if owner and local.kinds.get(words[0]) == "Company" else ""

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
from newsgraph.wordlist import class_of, is_title, noun_class, words


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
    if (doctor := _doctored(tokens, i, last, name, language, local)) is not None:
        return doctor
    kind = class_at(tokens, i, last, language) or _branded(parts, language, local)
    if last == i + 1 and kind in ("", "Person") and two_words(tokens, i, language):
        kind = "Company"
    if not kind and ((last == i + 1 and paired(tokens, i, language)) or (last == i and only_firm(tokens, i, language))):
        kind = "Company"
    return Mention(i, last, name, kind, inflected=bool(bare))


def _doctored(
    tokens: Sequence[Token], i: int, last: int, name: str, language: Language, local: Local
) -> Mention | None:
    """«das Pharmaunternehmen Dr. Muster», and where the article has it again: a firm called by its founder with his title."""
    if not i or tokens[i - 1].text not in words(language.code, "name_titles"):
        return None
    whole = f"{tokens[i - 1].text} {name}"
    told = i > 1 and tokens[i - 2].is_a("NN") and noun_class(language.code, tokens[i - 2].text) == "Company"
    if local.kinds.get(whole) != "Company" and (not told or is_title(language.code, tokens[i - 2].text)):
        return None
    return Mention(i - 1, last, whole, "Company")


def _bare(
    parts: Sequence[str], tokens: Sequence[Token], first: int, last: int, language: Language, local: Local
) -> str:
    """The last word without its genitive ending, where it has one: the bare name is known, or a noun follows."""
    forms = uninflected(parts[-1]) if " ".join(parts) not in local.kinds else []
    learnt = next((b for b in forms if " ".join([*parts[:-1], b]) in local.kinds), "")
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    if learnt or following is None or not following.is_a("NN", "ADJ(A)", "NE"):
        return learnt
    front = tokens[first - 1] if first else None
    if len(parts) == 1 and front is not None and front.is_a("NN") and noun_class(language.code, front.text):
        return ""  # «wirft der Firma Alphas Verstöße vor»: behind a class noun the name stands as it is
    if following.is_a("ADJ(A)") and front is not None and (front.is_a("APPR") or class_of(language.code, front.text)):
        return ""  # «von Alphas entwickelte»: the participle goes with the preposition
    return next((b for b in forms if tokens[last].lemma.lower() == b.lower()), "")


def _branded(parts: Sequence[str], language: Language, local: Local) -> str:
    """«Alpha Mail»: a company's name with a word behind it that products bear."""
    owner = len(parts) == 2 and parts[1] in language.grammar["product_words"]
    return "App" if owner and local.kinds.get(parts[0]) == "Company" else ""

"""A common noun between two companies of a list, which only a name can be: «Alpha, Weltrad und Beta»."""

from newsgraph.barefirm import is_base
from newsgraph.knownname import KnownScan
from newsgraph.namespan import Mention
from newsgraph.namestart import may_start
from newsgraph.wordlist import class_of, is_title


def listed(known: KnownScan, i: int) -> Mention | None:
    """The noun at token i, in the singular, with a listed company before it and one behind it."""
    tokens, code = known.tokens, known.language.code
    if i < 2 or i + 2 >= len(tokens) or tokens[i + 1].text not in known.language.conj.joining:
        return None
    token = tokens[i]
    if not token.is_a("NN", "NE") or not is_base(token) or class_of(code, token.text) or is_title(code, token.text):
        return None
    kinds = {_kind(known, i - 2), _kind(known, i + 2)}
    return Mention(i, i, token.text, "Company" if "Company" in kinds else "") if kinds <= {"Company", ""} else None


def _kind(known: KnownScan, i: int) -> str:
    """The class of the listed name of one word at token i, "" for a new one, "-" where no name stands."""
    hit, text = known.names_of(i), known.tokens[i].text
    if hit is not None:
        return hit[1].kind if not hit[1].ambiguous else "-"
    if known.language.is_major(text) or text in known.language.given_names or i + 1 == len(known.tokens):
        return "-"
    return "" if may_start(known.tokens, i, known.language) else "-"

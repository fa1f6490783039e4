"""What stands before a postposition («Insidern zufolge») hangs on it: it is neither subject nor object."""

from newsgraph.language import Language
from newsgraph.nameclass import QUOTES
from newsgraph.phrase import Phrase
from newsgraph.replacement import replace
from newsgraph.sentence import Token


def postposed(parts: tuple[Phrase, ...], tokens: tuple[Token, ...], language: Language) -> tuple[Phrase, ...]:
    """«Insidern zufolge», «Angaben der Firma zufolge»: what stands before a postposition is no subject."""
    found = list(parts)
    for phrase in parts:
        after = phrase.last + 1
        if after < len(tokens) and tokens[after].text in QUOTES:
            after += 1  # «Der "Alpha-Zeitung" zufolge»
        if after < len(tokens) and tokens[after].low in language.prep.according_behind:
            at = phrase
            while at.link == "genitive" and at.to is not None:
                at = found[at.to]
            if not at.prep:
                found[at.index] = replace(at, prep=tokens[after].low, cases=frozenset(("dat",)))
    return tuple(found)

"""An aside that tells what somebody is whom only a noun means: «Die Grazer, eine Tochter der Alpha AG, …»."""

from newsgraph.kin_apposition import is_firm
from newsgraph.language import Language
from newsgraph.phrase import Phrase
from newsgraph.sentence import Token


def tells_more(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """Whether «eine Tochter …» behind a comma tells of «Das Unternehmen», which stands for a company, and is none of a list."""
    if before.mention is not None and not before.mention.adjective:
        return False
    owns = before.link == "genitive" and phrase.det in language.det.one_oblique  # «des Unternehmens, einer Tochter …»
    if (before.link and not owns) or before.quantity is not None:
        return False
    if before.det not in language.det.definite_shown_neuter or phrase.mention is not None:
        return False
    if not (owns or phrase.det in language.det.one) or phrase.prep not in ("", before.prep):
        return False
    after = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
    listed = after is None or (after.text in language.conj.joining_sums and after.text != ",")
    return not listed and is_firm(tokens[phrase.head].text, language) and stands(tokens[before.head].text, language)


def stands(noun: str, language: Language) -> bool:
    """Whether a noun with an article stands for a company: «das Unternehmen», «die Ulmer», «den Schweden»."""
    people = (noun, noun.removesuffix("n"))
    return "Company" in language.nouns.refers_to(noun) or any(
        w in language.people or w in language.demonyms for w in people
    )

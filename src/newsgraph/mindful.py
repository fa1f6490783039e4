"""Which mentions are kept in mind, and as what."""

from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.replacement import replace


def speaks_of_it(mention: Mention, language: Language) -> bool:
    """Whether a mention speaks of what it names; «Alpha-Chefin» speaks of Alpha too."""
    return not mention.rest or (mention.kind == "Company" and language.nouns.is_office(mention.rest))


def bare(mention: Mention) -> Mention:
    """The same without what a compound says of it."""
    return replace(mention, rest="") if mention.rest else mention

"""Which mentions are kept in mind, and as what."""

from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.replacement import replace
from newsgraph.wordlist import words


def speaks_of_it(mention: Mention, language: Language) -> bool:
    """Whether a mention speaks of what it names; «Alpha-Chefin» speaks of Alpha too."""
    return not mention.rest or (mention.kind == "Company" and language.nouns.is_office(mention.rest))


def by_way(p: Parse, mention: Mention) -> bool:
    """«teilte per Beta mit»: an app that only carries what somebody says is not spoken of."""
    before = p.low[mention.first - 1] if mention.first else ""
    return mention.kind == "App" and before in words(p.language.code, "channel_words")


def bare(mention: Mention) -> Mention:
    """The same without what a compound says of it."""
    return replace(mention, rest="") if mention.rest else mention

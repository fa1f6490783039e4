"""What names are called in a sentence: «der Chipausrüster Alpha», «Alpha, ein Anbieter von …»."""

from collections.abc import Iterator

from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse


def names_called(p: Parse, language: Language) -> Iterator[tuple[str, Mention]]:
    """The nouns, in small letters, and the names that they are said of."""
    for parts in p.phrases:
        for phrase in parts:
            beside = phrase.link == "apposition" and phrase.to is not None and phrase.to < len(parts)
            host = parts[phrase.to] if beside and phrase.to is not None else phrase
            mention, noun = phrase.mention or host.mention, p.head(phrase)
            if mention is None or mention.rest or mention.adjective:
                continue
            if mention.first <= phrase.head <= mention.last:
                if mention.first == phrase.first:
                    continue
                noun = p.tokens[mention.first - 1]  # a name that is a noun too heads its phrase
            if noun.is_a("NN") or language.nouns.refers_to(noun.text):
                yield noun.low, mention

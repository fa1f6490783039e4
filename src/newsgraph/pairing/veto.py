"""What speaks against a pair that the model holds likely: who speaks for a company does not lead it, a limit counts nobody."""

from collections.abc import Iterable

from newsgraph.filler import Event
from newsgraph.language import Language
from newsgraph.parse import Parse


def refused(event: Event, p: Parse, read: Iterable[Event], language: Language) -> bool:
    """Whether the words around the pair forbid it."""
    if event.frame.relation == "office":
        return _speaks(event, p, language)
    if event.frame.relation == "measurement":
        return any(e.frame.relation == "rule" and e.clause == event.clause for e in read)
    if event.frame.relation in ("acquisition", "investment"):
        words = {p.tokens[i].text.lower() for i in p.clauses[event.clause].tokens}
        return not words.isdisjoint(language.grammar["sums"]["damages"])
    return False


def _speaks(event: Event, p: Parse, language: Language) -> bool:
    """«Alpha-Sprecherin Eva Muster»."""
    before = [p.tokens[f.first - 1].text for f in event.roles.get("person", ()) if f.here and f.first]
    return any(language.speech.source(word.rpartition("-")[2]) == "spokesperson" for word in before)

"""What speaks against a pair that the model holds likely: who speaks for a company does not lead it, a limit counts nobody."""

from collections.abc import Iterable

from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.parse import Parse


def refused(event: Event, p: Parse, read: Iterable[Event], language: Language) -> bool:
    """Whether the words around the pair forbid it."""
    if event.frame.relation == "office":
        return _speaks(event, p, language)
    if event.frame.relation in ("supplies", "competes"):
        return any(f.kind == "NewsOrganization" or _is_product_of(f, p, language) for f in event.all())
    if event.frame.relation == "measurement":
        return any(e.frame.relation == "rule" and e.clause == event.clause for e in read)
    if event.frame.relation in ("acquisition", "investment"):
        words = {p.tokens[i].text.lower() for i in p.clauses[event.clause].tokens}
        return not words.isdisjoint(language.grammar["sums"]["damages"])
    return False


def _is_product_of(filler: Filler, p: Parse, language: Language) -> bool:
    """«Alpha-Chips» are Alpha's, and not Alpha."""
    own = (m for m in p.mentions if m.first == filler.first and m.rest and not m.adjective)
    return any(language.nouns.class_of(m.rest) in ("App", "Chip", "Product") for m in own)


def _speaks(event: Event, p: Parse, language: Language) -> bool:
    """«Alpha-Sprecherin Eva Muster»."""
    before = [p.tokens[f.first - 1].text for f in event.roles.get("person", ()) if f.here and f.first]
    return any(language.speech.source(word.rpartition("-")[2]) == "spokesperson" for word in before)

"""Values that a claim states: decimals, bounds, the words of a filler, the time that stands nearest to an event."""

from decimal import Decimal

from newsgraph.article import Article
from newsgraph.claim import Literal, Value
from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.quantity import Quantity
from newsgraph.time_expression import TimeExpression

BOUNDS = (
    ("value", "ng:value"),
    ("more_than", "ng:moreThan"),
    ("at_least", "ng:atLeast"),
    ("less_than", "ng:lessThan"),
    ("at_most", "ng:atMost"),
)


def facts_of(q: Quantity) -> list[tuple[str, Value]]:
    """What a quantity's node states: its value or bounds, whether they are approximate, its currency."""
    facts: list[tuple[str, Value]] = [(p, decimal(v)) for a, p in BOUNDS if (v := getattr(q, a)) is not None]
    facts += [("ng:approximate", Literal("true", datatype="xsd:boolean"))] if q.approximate else []
    return facts + ([("ng:currency", Literal(q.currency))] if q.currency else [])


def when(p: Parse, event: Event, nominal: bool = False) -> TimeExpression | None:
    """The expression of time in the event's clause that stands nearest to what was read; inside it, if a phrase says it all."""
    first, last = event.span
    inside = _times(p, event.clause)
    if nominal:
        inside = [t for t in inside if first <= t.first <= last]
    return min(inside, key=lambda t: (t.kind == "vague", max(first - t.last, t.first - last, 0), t.first), default=None)


def reported_when(p: Parse, event: Event, language: Language) -> TimeExpression | None:
    """When it was reported, for what hangs on a clause that says so («Am Montag berichtete Alpha, dass …»)."""
    parent = p.clauses[event.clause].parent
    if parent is None or p.clauses[parent].verb.lemma not in language.speech.verbs:
        return None
    return next(iter(_times(p, parent)), None)


def _times(p: Parse, clause: int) -> list[TimeExpression]:
    return [t for t in p.times if t.first in p.clauses[clause].tokens and t.kind in ("point", "period", "vague")]


def decimal(value: Decimal) -> Literal:
    """xsd:decimal with a decimal point, without exponent.

    >>> decimal(Decimal("2E+10")).value
    '20000000000.0'
    """
    text = format(value, "f")
    whole, _, rest = text.partition(".")
    return Literal(f"{whole}.{rest.rstrip('0') or '0'}", datatype="xsd:decimal")


def words_of(p: Parse, filler: Filler, article: Article) -> str:
    """The filler's words as they stand in the text, without the preposition."""
    first = filler.first
    while first < filler.last and p.tokens[first].is_a("APPR", "APPRART", "ART", "PPOSAT"):
        first += 1
    return article.text[p.tokens[first].start : p.tokens[filler.last].end]

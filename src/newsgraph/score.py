"""One article: which facts of the gold its graph states, which it misses, what is wrong in it (docs/evaluate.md)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from newsgraph.gold import Annotated, Entity, Gold
from newsgraph.likeness import akin, closeness, words
from newsgraph.stated import Source, Stated
from newsgraph.units import HELPERS, Unit, units

TOLERANCE = 0.005  # of an amount
SUBJECT_ONLY = {"funding_round", "valuation_excluded", "user_count"}  # whose object is not compared
VAGUE = re.compile("insider|kreise|bericht|zeitung|gerücht|person|sprecher|quelle", re.IGNORECASE)
BAN = re.compile(r"\bban\b|verbot")

Hit = tuple[Gold, Unit]
Quality = tuple[bool, float, int]


@dataclass(frozen=True, slots=True)
class Scored:
    """The outcome for one article. `entities` tells for each entity whether it was found, and with a right class.

    `violated` pairs the negatives that were fallen into with the facts that did it; `counts` are those of COUNTS.
    """

    name: str
    problem: str
    hits: tuple[Hit, ...]
    missed: tuple[Gold, ...]
    wrong: tuple[Unit, ...]
    violated: tuple[Hit, ...]
    entities: tuple[tuple[str, bool, bool], ...]
    bad_quotes: tuple[str, ...]
    counts: tuple[int, ...]


COUNTS = (
    "negatives",
    "claims",
    "claims without quote",
    "quotes",
    "quotes not in the article",
    "investors of found rounds",
    "investors found",
    "leads of found rounds",
    "leads found",
)


def score(annotated: Annotated, graph: Stated, problem: str = "") -> Scored:
    """Compare the graph of an article with its gold; `problem` says why the graph is empty."""
    text, due, negatives = annotated.article.text, annotated.due, annotated.negatives
    found = units(graph, text)
    hits = assign(due, found)
    wrong = _wrong(annotated, found, hits)
    traps = [(n, next((u for u in found if _violates(n, u, hits, wrong)), None)) for n in negatives]
    quotes = [unicodedata.normalize("NFC", q) for voice in graph.claims.values() for q in voice.quotes]
    bad = tuple(q for q in quotes if q not in text)
    silent = sum(not voice.quotes for voice in graph.claims.values())
    return Scored(
        name=annotated.article.name,
        problem=problem,
        hits=tuple(hits),
        missed=tuple(fact for fact in due if not any(fact is hit for hit, _ in hits)),
        wrong=tuple(wrong),
        violated=tuple((negative, unit) for negative, unit in traps if unit is not None),
        entities=_entities(annotated.entities, graph),
        bad_quotes=bad,
        counts=(len(negatives), len(graph.claims), silent, len(quotes), len(bad), *_rounds(hits)),
    )


# ------------------------------------------------------------------ one fact and one unit
def fits(gold: Gold, wanted: Sequence[str | None], names: Sequence[str], strict: bool = False) -> float:
    """How close the names come; 0 not at all. What is no entity of the article (a description) is compared loosely."""
    if wanted[0] is None:
        return 1
    close = [_near(gold, want, name, strict) for want in wanted if want for name in names]
    return max(close, default=0)


def _near(gold: Gold, wanted: str, name: str, strict: bool) -> float:
    loose = not strict and wanted not in gold.named
    return closeness(wanted, name, gold.entities) or (0.5 if loose and akin(wanted, name) else 0)


def amount_fits(gold: Gold, unit: Unit, any_currency: bool = False) -> bool:
    """Whether one of the unit's numbers is one of the gold's sums, within TOLERANCE."""
    return any(
        abs(number - wanted) <= TOLERANCE * wanted and (any_currency or not currency or currency == own)
        for wanted, currency in gold.sums
        for number, own in unit.amounts
    )


def names_fit(gold: Gold, unit: Unit) -> float:
    """How close subject and object come; 0 where either does not fit."""
    if gold.relation == "alias":
        return 4 * _same_pair(gold, unit)
    if unit.site and gold.subjects[0] in gold.named:  # where money goes is the site of a facility only
        return 0
    best = _pair_fits(gold, unit, unit.subjects, unit.objects)
    if gold.relation == "competitor_of":
        best = max(best, _pair_fits(gold, unit, unit.objects, unit.subjects))
    return best


def _same_pair(gold: Gold, unit: Unit) -> bool:
    """Whether both names of an alias are those of the unit, in any order."""
    one, two = (words(names[0] or "") for names in (gold.subjects, gold.objects))
    other, names = words(unit.objects[0]), [words(n) for n in unit.subjects]
    return (other == one and two in names) or (other == two and one in names)


def _pair_fits(gold: Gold, unit: Unit, subjects: Sequence[str], objects: Sequence[str]) -> float:
    """An equal amount makes the description of an object superfluous; a joint sum has all investors for its subject."""
    subject = fits(gold, (*gold.subjects, *(gold.investors if unit.joint else ())), subjects)
    strict = gold.relation == "located_in"
    value = 1 if gold.relation in SUBJECT_ONLY else fits(gold, gold.objects, objects, strict)
    if not value and gold.amount is not None and gold.objects[0] not in gold.named:
        value = 0.5
    return subject + value if subject and value else 0


def match(gold: Gold, unit: Unit) -> Quality | None:
    """How well the unit hits the fact, sortable; None where it does not. Only a denial hits a denied fact."""
    asked = gold.amount is not None
    if gold.relation != unit.relation or (asked and not amount_fits(gold, unit)):
        return None
    if not any(gold.moods & m if "denied" in m else gold.moods != {"denied"} for m in unit.moods(asked)):
        return None
    close = names_fit(gold, unit)
    return (asked, close, source_right(gold, unit) + mood_right(gold, unit)) if close else None


def source_right(gold: Gold, unit: Unit) -> bool:
    """Where the gold names a source, one of the unit's is it; where not, the unit has none that is not accepted."""
    said = [source for voice in unit.voices(gold.amount is not None) for source in voice.sources] or [None]
    right = [_accepts(gold, source) for source in said]
    return any(right) if gold.source else all(right)


def _accepts(gold: Gold, source: Source | None) -> bool:
    if source is None:
        return None in gold.sources
    wanted = [name for name in gold.sources if name]
    unnamed = any(VAGUE.search(name) for name in wanted if name not in gold.named)
    vague = unnamed if gold.source else "reported" in gold.moods
    return (source.unnamed and vague) or bool(wanted and fits(gold, wanted, source.names))


def mood_right(gold: Gold, unit: Unit) -> bool:
    """Whether one of the unit's claims has one of the gold's modalities."""
    return any(mood & gold.moods for mood in unit.moods(gold.amount is not None))


def trap(negative: Gold, unit: Unit, wrong: bool = False) -> bool | None:
    """True: violated; False: the unit is what the negative warns of, but hedged as it allows; None: it is not."""
    moods = unit.moods(negative.amount is not None)
    if unit.relation != negative.relation or unit.soft or {"denied"} in moods:
        return None
    if negative.amount is None:
        hit = bool(names_fit(negative, unit))
    else:
        any_currency = negative.only_if != "currency_matches"
        hit = bool(fits(negative, negative.subjects, unit.subjects)) and amount_fits(negative, unit, any_currency)
    if not hit or not _narrowed(negative, unit, wrong):
        return None
    return not all(mood & negative.excused for mood in moods)


def _narrowed(negative: Gold, unit: Unit, wrong: bool) -> bool:
    """Whether the condition of the negative holds."""
    match negative.only_if:
        case "duplicate":
            return wrong
        case "object_matches":
            return bool(fits(negative, negative.objects, unit.objects))
        case "amount_given":
            return bool(unit.amounts)
        case "period_active":
            return "active" in unit.metric
        case "period_monthly":
            return "monthly" in unit.metric
        case "typed_as_ban":
            return bool(BAN.search(unit.kind))
        case _:
            return True


# ------------------------------------------------------------------ all of them
def assign(due: Sequence[Gold], found: Sequence[Unit]) -> list[Hit]:
    """Pair facts and units one to one, the closest first, then in their order."""
    close = {(i, j): q for i, g in enumerate(due) for j, u in enumerate(found) if (q := match(g, u)) is not None}
    pairs: dict[int, int] = {}
    for i, j in sorted(close, key=lambda e: (close[e], -e[0], -e[1]), reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(due[i], found[j]) for i, j in pairs.items()]


def _wrong(annotated: Annotated, found: Sequence[Unit], hits: Sequence[Hit]) -> list[Unit]:
    """The units that hit nothing and that nothing excuses."""
    used = {id(unit) for _, unit in hits}
    left = [u for u in found if id(u) not in used and not u.soft and not _further(u, hits)]
    return [u for u in left if not any(match(f, u) for f in annotated.optional) and not _excused(annotated, u)]


def _further(unit: Unit, hits: Sequence[Hit]) -> bool:
    """A further sum or name of a node that hits."""
    more = bool(unit.amounts) or unit.relation == "alias"
    return more and any(match(fact, unit) and unit.node == hit.node for fact, hit in hits)


def _excused(annotated: Annotated, unit: Unit) -> bool:
    """A denial of what the gold does not state, or something hedged as a negative asks."""
    known = any(f.relation == unit.relation and names_fit(f, unit) for f in annotated.due)
    if not known and all("denied" in mood for mood in unit.moods(bool(unit.amounts))):
        return True
    return any(trap(n, unit) is False and (n.amount is not None or not known) for n in annotated.negatives)


def _violates(negative: Gold, unit: Unit, hits: Sequence[Hit], wrong: Sequence[Unit]) -> bool:
    """What hits a fact in all that the negative names is no violation, unless the negative asks for more."""
    if not trap(negative, unit, any(unit is w for w in wrong)):
        return False
    if negative.excused or negative.only_if:
        return True
    return not any(unit is hit and (negative.amount is None or fact.amount is not None) for fact, hit in hits)


def _entities(entities: Sequence[Entity], graph: Stated) -> tuple[tuple[str, bool, bool], ...]:
    """(class, found, with a right class) for each entity; one of the nodes closest to its name must have the class."""
    things = {n: graph.names(n) for n in graph.nodes if graph.kinds(n) and not graph.kinds(n) & HELPERS}
    names = {e.name for e in entities}
    found = []
    for entity in entities:
        close = {node: max(closeness(entity.name, n, names) for n in own) for node, own in things.items()}
        best = [node for node, q in close.items() if q and q == max(close.values())]
        found.append((entity.kind, bool(best), any(graph.kinds(node) & entity.kinds for node in best)))
    return tuple(found)


def _rounds(hits: Sequence[Hit]) -> tuple[int, int, int, int]:
    """Investors and leads that the gold names for the rounds that were found, and how many of them the graph has."""
    rounds = [(fact, unit) for fact, unit in hits if unit.relation == "funding_round"]
    investors = [any(fits(f, [name], n) for n in u.investors) for f, u in rounds for name in f.investors]
    leads = [any(fits(f, [name], n) for n in u.leads) for f, u in rounds for name in f.leads]
    return len(investors), sum(investors), len(leads), sum(leads)

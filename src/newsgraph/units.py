"""The facts that a graph states, in the relations of the gold (docs/evaluate.md).

The same relation between the same nodes is one fact, however often it is claimed; a node with several sums makes one
fact for each.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from newsgraph.likeness import likeness, words
from newsgraph.stated import LABELS, Stated, Sum, Voice, Words, local

# Classes whose nodes help to say something and are themselves no thing of the news.
HELPERS = frozenset([
    "Claim", "Passage", "Article", "Measurement", "MarketPosition", "Role", "MarketName", "Quantity", "MonetaryAmount",
    "Penalty", "Investment", "FundingRound", "Acquisition", "Concept", "ConceptScheme",
])  # fmt: skip
EDGES = (
    ("provides", "develops"),
    ("competesWith", "competitor_of"),
    ("parentCompany", "subsidiary_of"),
    ("suppliesTo", "supplier_of"),
    ("locatedIn", "located_in"),
    ("country", "located_in"),
    ("affects", "restricts"),
)
HELPED = (("Role", "executive_of", "person", "organization"), ("MarketPosition", "supplier_of", "supplier", "holder"))
HEDGES = {"planned": {"planned"}, "possible": {"possible"}, "rumoured": {"reported", "possible"}}
PARTIES = ("investor", "leadInvestor", "target")
USES = ("purpose", "goal", "location")

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One fact of a graph. A soft one counts where it hits and is never counted as wrong.

    `kind` is that of a regulation, `metric` that of a measurement; several investors spend a `joint` sum; a `site` is
    where the money goes. `said` are the claims on the relation, `sum_said` those on the amount.
    """

    relation: str
    node: str
    subjects: Names
    objects: Names
    amounts: tuple[Sum, ...]
    status: str
    soft: bool = False
    said: tuple[Voice, ...] = ()
    sum_said: tuple[Voice, ...] = ()
    kind: str = ""
    metric: str = ""
    joint: bool = False
    site: bool = False
    investors: tuple[Names, ...] = ()
    leads: tuple[Names, ...] = ()

    def voices(self, with_amount: bool) -> tuple[Voice, ...]:
        """The claims that decide on source and modality: on the amount where that is asked, else on the relation."""
        return (self.sum_said or self.said) if with_amount else (self.said or self.sum_said)

    def moods(self, with_amount: bool) -> list[set[str]]:
        """The modalities of the gold that each of these claims may stand for; the node's status may hedge instead."""
        if self.status in ("denied", "cancelled"):
            return [{"denied"}]
        return [self._mood(voice) for voice in self.voices(with_amount) or (None,)]

    def _mood(self, voice: Voice | None) -> set[str]:
        if voice is not None and voice.denied:
            return {"denied"}
        if voice is not None and voice.modality != "asserted":
            return {voice.modality}
        told = voice is not None and any(voice.sources)
        return HEDGES.get(self.status) or ({"fact", "reported"} if told else {"fact"})

    def __str__(self) -> str:
        money = " ".join(f"{number:.12g} {currency or ''}".strip() for number, currency in self.amounts)
        return f"{self.relation}: {' / '.join(self.subjects[:3])} -> {' / '.join(self.objects[:3])} {money}".strip()


def units(graph: Stated, text: str) -> list[Unit]:
    """The facts of a graph that was read from this text."""
    found = _Units(graph)
    for node in graph.nodes:
        _edges(found, node)
        _names(found, node, text.casefold())
    for node in graph.of("Investment", "FundingRound", "Acquisition"):
        _investment(found, node)
    for node in graph.of("Measurement"):
        _measurement(found, node)
    for kind, relation, a, b in HELPED:
        for node in graph.of(kind):
            for subject in graph.get(node, a):
                for value in graph.get(node, b):
                    soft = kind == "Role" and "PublicBody" in graph.kinds(value)
                    found.add(relation, node, [subject], [value], graph.on(node, a, b), key=(subject, value), soft=soft)
    for node in graph.of("Penalty"):
        parties = graph.get(node, "penalised"), graph.get(node, "imposedBy")
        found.add("fine", node, *parties, graph.on(node, "penalised", "imposedBy"), sums="amount")
    return list(found.units.values())


class _Units:
    """Collects units by relation, key and sum."""

    def __init__(self, graph: Stated) -> None:
        self.graph = graph
        self.units: dict[tuple[object, ...], Unit] = {}

    def add(
        self,
        relation: str,
        node: str,
        subjects: Sequence[str],
        objects: Sequence[str | None],
        said: Sequence[Voice],
        *,
        sums: str = "",
        key: tuple[object, ...] = (),
        soft: bool = False,
        **more: Any,
    ) -> None:
        """One unit for each sum under the property `sums`; where key and sum are known, the claims join those known."""
        status = local(next(iter(self.graph.get(node, "status")), ""))
        for sum_said, money in (self.graph.sums(node, sums) if sums else []) or [([], [])]:
            here = (relation, key or (node, *subjects, *objects), *money)
            if here not in self.units:
                names = tuple(self.graph.names(*subjects)), tuple(self.graph.names(*objects))
                self.units[here] = Unit(relation, node, *names, tuple(money), status, soft=True, **more)
            unit = self.units[here]
            said_all, sum_all = (*unit.said, *said), (*unit.sum_said, *sum_said)
            self.units[here] = replace(unit, soft=unit.soft and soft, said=said_all, sum_said=sum_all)


def _edges(found: _Units, node: str) -> None:
    """Relations that are one property."""
    graph = found.graph
    areas = bool(graph.kinds(node) & {"Place", "PublicBody"})
    for prop, relation in EDGES:
        for value, said in graph.edges(node, prop).items():
            found.add(
                relation,
                node,
                [node, *graph.get(node, "enactedBy")] if relation == "restricts" else [node],
                [value],
                said,
                key=tuple(sorted((node, value))) if relation == "competitor_of" else (node, value),
                soft=prop == "country" or (relation == "located_in" and areas),
                kind=" ".join(graph.names(*graph.get(node, "regulationKind"))).casefold(),
            )


def _names(found: _Units, node: str, text: str) -> None:
    """Every further name of a thing; soft where it is but a longer or shorter form, or the text does not use it."""
    graph = found.graph
    kinds = graph.kinds(node)
    if not kinds or kinds & HELPERS:
        return
    first, *others = graph.names(node)
    for name in others:
        edges = [graph.edges(node, prop) for prop in (*LABELS, "marketName")]
        said = [v for edge in edges for value, voices in edge.items() if name in graph.names(value) for v in voices]
        absent = any(n.casefold() not in text for n in (first, name))
        soft = absent or likeness(first, name) > 0 or "Place" in kinds
        found.add("alias", node, [node], [Words(name)], said, key=(node, *words(name)), soft=soft)


def _investment(found: _Units, node: str) -> None:
    graph = found.graph
    buyers, targets = graph.get(node, "investor", "leadInvestor"), graph.get(node, "target")
    if "FundingRound" in graph.kinds(node):
        investors = tuple(tuple(graph.names(b)) for b in buyers)
        leads = tuple(tuple(graph.names(b)) for b in graph.get(node, "leadInvestor"))
        for target in targets:
            said = graph.on(node, *PARTIES)
            found.add("funding_round", node, [target], [], said, sums="amount", investors=investors, leads=leads)
    else:
        _spending(found, node, buyers, targets)
    for one in graph.get(node, "beneficiary"):
        said = graph.on(node, "beneficiary", only={one})
        found.add("beneficiary_of_investment", node, [one], buyers, said, key=(one, *buyers))
    for place in graph.get(node, "location"):
        said = graph.on(node, "location")
        found.add("located_in", node, [*buyers, *targets], [place], said, soft=True, site=True)


def _spending(found: _Units, node: str, buyers: list[str], targets: list[str]) -> None:
    """A sum is spent by all investors together; without a sum each investor makes a fact."""
    graph = found.graph
    relation = "acquisition" if "Acquisition" in graph.kinds(node) else "investment"
    groups = [buyers] if graph.get(node, "amount") or not buyers else [[buyer] for buyer in buyers]
    for group in groups:
        for target in targets or (None,):
            said = graph.on(node, *PARTIES, only={*group, target}) or graph.on(node, *PARTIES, *USES)
            objects = [target, *graph.get(node, *USES)]
            found.add(relation, node, group, objects, said, sums="amount", joint=len(group) > 1)


def _measurement(found: _Units, node: str) -> None:
    """Numbers of users, and valuations, which are no investments."""
    graph = found.graph
    metric = " ".join(local(m).casefold() for m in graph.get(node, "metric"))
    if re.search("valuation|market-?cap", metric):
        relation = "valuation_excluded"
    elif re.search("user|customer|subscriber", metric) and "new" not in metric:
        relation = "user_count"
    else:
        return
    said = graph.on(node, "measured", "metric")
    for subject in graph.get(node, "measured"):
        found.add(relation, node, [subject], [], said, sums="quantity", key=(subject, metric), metric=metric)

"""A reading while decisions about its claims are applied to it: claims found by content and place, things at hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from newsgraph import names
from newsgraph.build import build
from newsgraph.claim import Claim, Reading, Thing, Value
from newsgraph.namespace import NG, NGI, expand, shorten
from newsgraph.reviewfile import ADDRESS, Table, is_curie
from newsgraph.wording import Graph, first, graph_of, kind, nodes, number, values, wording

STRENGTH = ("unreviewed", "confirmed", "disputed", "rejected")  # of two decisions on a claim the stronger holds
ARTICLE = "article"  # as a source: the article itself
USUAL = {"modality": "asserted", "negated": False, "assertedBy": ARTICLE}  # of a claim that is added


def address(graph: Graph, claim: str) -> dict[str, Any]:
    """The content and place of a claim, as a review file states them."""
    said: dict[str, Any] = {"quote": first(graph, claim, NG + "quote")}
    for key, prop in (
        ("subject", "subject"),
        ("predicate", "predicate"),
        ("object", "object"),
        ("object", "objectValue"),
    ):
        for value in values(graph, claim, NG + prop):
            said[key] = wording(graph, value)
    for value in values(graph, claim, NG + "describes"):
        said["describes"] = wording(graph, value, deep=True)
    sources = [n for n in nodes(graph, claim, "assertedBy") if kind(graph, n) != "ng:Article"]
    return said | {
        "modality": first(graph, claim, NG + "modality").rpartition("/")[2] or USUAL["modality"],
        "negated": first(graph, claim, NG + "negated") == "true",
        "assertedBy": wording(graph, expand(shorten(sources[0]))) if sources else USUAL["assertedBy"],
    }


class Desk:
    """A reading while decisions are applied to it."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.article = reading, reading.article
        self.claims = list(reading.claims)
        self.things = {thing.id: thing for thing in reading.things}
        self.pool: dict[str, Thing] = {}  # things that become part of the reading once a claim or review needs them
        self.records: list[str] = []
        graph = graph_of(build(reading, with_text=False))
        self.addresses = [address(graph, NGI + claim.id(self.article)[4:]) for claim in reading.claims]
        self.covered: list[tuple[int, int]] = []

    def at(self, data: Table) -> list[int]:
        """The claims that an entry means: same content, overlapping its quote; those with just this quote, if any."""
        spans = list(occurrences(self.article.text, data["quote"]))
        same = [i for i in range(len(self.addresses)) if self._says(i, data)]
        exact = [i for i in same if (self.claims[i].start, self.claims[i].end) in spans]
        return exact or [i for i in same if any(self.claims[i].start < b and a < self.claims[i].end for a, b in spans)]

    def _says(self, i: int, data: Table) -> bool:
        """Whether a claim says what an entry says it does; a node may be meant by its CURIE too."""
        claim, own = self.claims[i], self.addresses[i]
        ids = {
            "subject": claim.subject,
            "object": claim.object,
            "describes": claim.describes,
            "assertedBy": claim.asserted_by,
        }
        wanted = {key: str(_bare(data[key])) for key in ADDRESS[1:] if key in data}
        return all(said in (str(own.get(key)), str(ids.get(key))) for key, said in wanted.items())

    def decide(self, i: int, status: str) -> None:
        """Set the status of a claim, unless a stronger one holds."""
        stronger = max(self.claims[i].review, status, key=STRENGTH.index)
        self.claims[i] = replace(self.claims[i], review=stronger)

    def offer(self, thing: Thing) -> str:
        """Hold a thing ready; its CURIE."""
        self.pool.setdefault(thing.id, thing)
        return thing.id

    def words(self, name: str) -> str:
        """The node in words, as an address states it."""
        things = tuple((self.pool | self.things).values())
        graph = graph_of(build(Reading(self.article, things, ()), with_text=False))
        return wording(graph, expand(name), deep=True)

    def named(self, name: str) -> str | None:
        """The node that a CURIE or a name means here: one of the reading's, then one of the known names."""
        if is_curie(name):
            return name
        found = sorted(t.id for t in self.things.values() if name in (t.label, *t.also) and _is_said(t))
        if found:
            return found[0]
        hit = names.load().at(name.split())
        if hit is None or hit[0] != len(name.split()):
            return None
        return self.offer(Thing(hit[1].id, hit[1].kind, hit[1].label))

    def result(self) -> Reading:
        """The reading with all that its claims and reviews need."""
        todo = [*self.records, *(str(v) for c in self.claims for v in _nodes(c))]
        todo += [str(v) for thing in self.things.values() for _, v in thing.facts]
        while todo:
            thing = self.pool.pop(todo.pop(), None)
            if thing is not None and thing.id not in self.things:
                self.things[thing.id] = thing
                todo += [str(v) for _, v in thing.facts]
        things = tuple(self.things[i] for i in sorted(self.things))
        unread = tuple(s for s in self.reading.unread if not any(s[0] < b and a < s[1] for a, b in self.covered))
        return replace(self.reading, things=things, claims=tuple(self.claims), unread=unread)


def _nodes(claim: Claim) -> Sequence[Value]:
    """All that a claim points to."""
    parts = (claim.subject, claim.object, claim.describes, claim.asserted_by, claim.denied_by, claim.pattern)
    return (*parts, *claim.relayed_by)


def _is_said(thing: Thing) -> bool:
    """Whether a thing belongs to the news, not to the record of reviews."""
    return not thing.kind.startswith("prov:") and not thing.id.endswith("-reviewer")


def _bare(given: object) -> object:
    """A value as `address` words it."""
    plain = given["value"] if isinstance(given, Mapping) else given
    return plain if isinstance(plain, str | bool) else number(str(plain))


def occurrences(text: str, quote: str) -> Iterable[tuple[int, int]]:
    at = text.find(quote)
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + 1)

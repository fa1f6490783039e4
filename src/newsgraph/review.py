"""What people decided about claims, applied to a reading: confirmed, disputed, rejected, added (docs/review.md).

A claim is meant by its content and its place, so that a review survives re-reading. What no longer fits is returned as
stale, with its file and line. Every review is itself attributed (PROV-O): to whom, when, why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from newsgraph import names
from newsgraph.article import Article
from newsgraph.build import build
from newsgraph.claim import Claim, Literal, Reading, Thing, Value, article_id
from newsgraph.identity import node, slug
from newsgraph.ledger import decimal
from newsgraph.namespace import NG, NGI, expand, shorten
from newsgraph.reviewfile import ADDRESS, STATUS, Entry, ReviewFile, Table, is_curie, properties
from newsgraph.wording import Graph, first, graph_of, kind, nodes, number, values, wording

STRENGTH = ("unreviewed", "confirmed", "disputed", "rejected")  # of two decisions on a claim the stronger holds
ARTICLE = "article"  # as a source: the article itself
USUAL = {"modality": "asserted", "negated": False, "assertedBy": ARTICLE}  # of a claim that is added
MERGED = "skos:closeMatch"  # docs/decisions/0004-reviews.md


@dataclass(frozen=True, slots=True, order=True)
class Stale:
    """An entry that no longer fits: its file and line, and what is missing."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: stale review: {self.message}"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reading with the decisions in it, and the entries that did not fit."""

    reading: Reading
    stale: tuple[Stale, ...] = ()


def meant(article: Article, files: Iterable[ReviewFile]) -> list[ReviewFile]:
    """The files about this article."""
    return [f for f in files if article.digest == f.digest or (f.article and article.name == f.article)]


def apply(reading: Reading, files: Sequence[ReviewFile]) -> Reviewed:
    """Apply the files about this article to its reading; what is said of other articles is left alone."""
    mine = meant(reading.article, files)
    if not mine:
        return Reviewed(reading)
    desk = _Desk(reading)
    for file in mine:
        _File(desk, file).apply()
    return Reviewed(desk.result(), tuple(sorted(desk.stale)))


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


class _Desk:
    """A reading while decisions are applied to it."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.article = reading, reading.article
        self.claims = list(reading.claims)
        self.things = {thing.id: thing for thing in reading.things}
        self.pool: dict[str, Thing] = {}  # things that become part of the reading once a claim or review needs them
        self.records: list[str] = []
        graph = graph_of(build(reading, with_text=False))
        self.addresses = [address(graph, NGI + claim.id(self.article)[4:]) for claim in reading.claims]
        self.stale: list[Stale] = []
        self.covered: list[tuple[int, int]] = []

    def at(self, data: Table) -> list[int]:
        """The claims that an entry means: same content, overlapping its quote; those with just this quote, if any."""
        spans = list(_occurrences(self.article.text, data["quote"]))
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


@dataclass(slots=True)
class _File:
    """One file on its way into a reading; `nodes` are those that its entries describe."""

    desk: _Desk
    file: ReviewFile
    nodes: dict[str, str] = field(default_factory=dict)

    def apply(self) -> None:
        self._describe()
        for entry in self.file.of("review"):
            self._review(entry)
        for entry in self.file.of("add"):
            self._add(entry)
        for entry in self.file.of("merge"):
            self._merge(entry)

    def _stale(self, entry: Entry, message: str) -> None:
        self.desk.stale.append(Stale(self.file.file, entry.line, message))

    # --- decisions
    def _review(self, entry: Entry) -> None:
        data, desk = entry.data, self.desk
        if data["quote"] not in desk.article.text:
            self._stale(entry, f"the quote is not in {desk.article.name}: {_short(data['quote'])}")
            return
        found = desk.at(data)
        if not found:
            self._stale(entry, f"no claim at this place of {desk.article.name} says {content(data)}")
        self._decide(found, data)

    def _decide(self, found: Iterable[int], data: Table) -> None:
        status = STATUS[data.get("decision", "confirm")]
        for i in found:
            self.desk.decide(i, status)
            self._record(data, status, [self.desk.claims[i].id(self.desk.article)])

    def _record(self, data: Table, status: str, about: Sequence[str]) -> None:
        """The review as an entity of its own, with the activity that made it and the agent who was at work."""
        facts: list[tuple[str, Value]] = [("prov:wasDerivedFrom", a) for a in about]
        facts += [("prov:wasGeneratedBy", self._activity(data))]
        facts += [("dcterms:description", Literal(data["reason"]))] if data.get("reason") else []
        here = node("review", status, *about, data["by"], data.get("date", ""))
        self.desk.records.append(
            self.desk.offer(Thing(here, "prov:Entity", f"{status} by {_signed(data)}", facts=tuple(facts)))
        )

    def _activity(self, data: Table) -> str:
        who = self.desk.offer(Thing(f"ngi:{slug(data['by'])}-reviewer", "prov:Agent", data["by"]))
        facts: list[tuple[str, Value]] = [("prov:wasAssociatedWith", who)]
        if "date" in data:
            facts.append(("dcterms:created", Literal(data["date"].isoformat(), datatype="xsd:date")))
        here = node("reviewing", data["by"], data.get("date", ""))
        return self.desk.offer(Thing(here, "prov:Activity", f"review by {_signed(data)}", facts=tuple(facts)))

    # --- claims that people add
    def _add(self, entry: Entry) -> None:
        """A claim of the reviewer's; where the reader gives it too, a decision about that one."""
        data, desk = entry.data, self.desk
        spans = list(_occurrences(desk.article.text, data["quote"]))
        nth = data.get("occurrence", 1)
        if len(spans) < nth:
            many = f"only {len(spans)} times " if spans else "not "
            self._stale(entry, f"the quote is {many}in {desk.article.name}: {_short(data['quote'])}")
            return
        desk.covered.append(spans[nth - 1])
        named = {k: desk.words(self.nodes[v[2:]]) for k, v in data.items() if self._described(v)}
        if found := desk.at({**USUAL, **data, **named}):
            self._decide(found, data)
            return
        claim = self._claim(data, spans[nth - 1])
        if isinstance(claim, str):
            self._stale(entry, f"nothing in {desk.article.name} is called {claim!r}; describe it in a [[node]]")
            return
        desk.claims.append(claim)
        self._record(data, claim.review, [claim.id(desk.article)])

    def _claim(self, data: Table, span: tuple[int, int]) -> Claim | str:
        """The claim; or the name that means nothing here."""
        refs = {
            k: data[k] for k in ("subject", "describes", "assertedBy", "deniedBy") if data.get(k, ARTICLE) != ARTICLE
        }
        if "predicate" in data and properties()[data["predicate"]][0] == "ObjectProperty":
            refs["object"] = data["object"]
        found = {key: self._node(str(name)) for key, name in refs.items()}
        relayed = [(name, self._node(name)) for name in data.get("relayedBy", ())]
        unknown = [str(refs[k]) for k, v in found.items() if v is None] + [n for n, v in relayed if v is None]
        if unknown:
            return str(unknown[0])
        ids = {key: value or "" for key, value in found.items()}
        value: Value = ids.get("object", "")
        if "object" in data and "object" not in refs:
            value = _literal(data["predicate"], data["object"], self.desk.article)
        return Claim(
            ids.get("assertedBy", article_id(self.desk.article)),
            *span,
            subject=ids.get("subject", ""),
            predicate=data.get("predicate", ""),
            object=value,
            describes=ids.get("describes", ""),
            modality=data.get("modality", "asserted"),
            negated=data.get("negated", False),
            denied_by=ids.get("deniedBy", ""),
            relayed_by=tuple(v for _, v in relayed if v),
            time_expression=data.get("timeExpression", ""),
            valid_from=str(data.get("validFrom", "")),
            valid_until=str(data.get("validUntil", "")),
            pattern=self._activity(data),
            review=STATUS[data.get("decision", "confirm")],
        )

    # --- nodes that people describe
    def _describe(self) -> None:
        """The nodes of the file; helper nodes get an IRI of their content, named things that of their name."""
        entries = {e.data["name"]: e for e in self.file.of("node")}
        for name, entry in entries.items():
            self.nodes[name] = self._id(entry.data)
        for name, entry in entries.items():
            facts: list[tuple[str, Value]] = []
            for key, given in entry.data.get("facts", {}).items():
                prop = key if ":" in key else f"ng:{key}"
                for one in given if isinstance(given, list) else [given]:
                    value = self._value(prop, one)
                    if value is None:
                        self._stale(entry, f"nothing in {self.desk.article.name} is called {one!r}")
                    else:
                        facts.append((prop, value))
            also = tuple(entry.data.get("also", ()))
            thing = Thing(self.nodes[name], entry.data["class"].removeprefix("ng:"), entry.data.get("label", ""), also)
            self.desk.offer(replace(thing, facts=tuple(sorted(facts, key=str))))

    def _id(self, data: Table) -> str:
        what = data["class"].rpartition(":")[2].lower()
        if data.get("label"):
            return self.desk.named(data["label"]) or f"ngi:{slug(data['label'])}-{what}"
        facts = sorted((k, str(v)) for k, v in data.get("facts", {}).items())
        return node(what, self.desk.article.digest, "review", data["name"], *facts)

    def _node(self, name: str) -> str | None:
        return self.nodes.get(name[2:]) if name.startswith("_:") else self.desk.named(name)

    def _described(self, name: object) -> bool:
        return isinstance(name, str) and name.startswith("_:") and name[2:] in self.nodes

    def _value(self, prop: str, given: object) -> Value | None:
        if properties()[prop][0] == "ObjectProperty":
            return self._node(str(given))
        return _literal(prop, given, self.desk.article)

    # --- two names of one thing
    def _merge(self, entry: Entry) -> None:
        """An edge between two nodes, never an edit: both stay, and the edge goes with the review."""
        ids = [self._node(entry.data[key]) for key in ("one", "other")]
        for name, found in zip((entry.data["one"], entry.data["other"]), ids, strict=True):
            if found not in self.desk.things:
                self._stale(entry, f"nothing in {self.desk.article.name} is called {name!r}")
                return
        one, other = (str(i) for i in ids)
        thing = self.desk.things[one]
        self.desk.things[one] = replace(thing, facts=(*thing.facts, (MERGED, other)))
        self._record(entry.data, "merged", [one, other])


def content(data: Table) -> str:
    """What an entry says that the claim says: «ByteDance · ng:provides · Doubao (asserted, article)»."""
    said = data.get("describes") or " · ".join(str(data.get(k, "")) for k in ("subject", "predicate", "object"))
    how = [str(data[key]) for key in ("modality", "assertedBy") if key in data]
    return f"{'not: ' * bool(data.get('negated'))}{said}" + f" ({', '.join(how)})" * bool(how)


def _occurrences(text: str, quote: str) -> Iterable[tuple[int, int]]:
    at = text.find(quote)
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + 1)


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


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else quote[:59] + "…"


def _signed(data: Table) -> str:
    return f"{data['by']}, {data['date']}" if "date" in data else str(data["by"])


def _literal(prop: str, given: object, article: Article) -> Literal:
    """A literal of the kind that the property has; a table { value, language | datatype } says it outright."""
    if isinstance(given, Mapping):
        return Literal(str(given["value"]), given.get("language", ""), given.get("datatype", "xsd:string"))
    if isinstance(given, bool):
        return Literal(str(given).lower(), datatype="xsd:boolean")
    if isinstance(given, date):
        return Literal(given.isoformat(), datatype="xsd:date")
    if isinstance(given, int | Decimal):
        whole = isinstance(given, int) and properties()[prop][1] != "xsd:decimal"
        return Literal(str(given), datatype="xsd:integer") if whole else decimal(Decimal(given))
    spoken = prop.startswith("ng:") and properties()[prop][1] == "rdfs:Literal"
    return Literal(str(given), article.language if spoken else "")

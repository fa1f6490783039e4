"""What people decided about claims, applied to a reading: confirmed, disputed, rejected, added (docs/review.md).

A claim is meant by its content and its place, so that a review survives re-reading. What no longer fits is returned as
stale, with its file and line. Every review is itself attributed (PROV-O): to whom, when, why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from newsgraph.article import Article
from newsgraph.claim import Claim, Literal, Reading, Thing, Value, article_id
from newsgraph.desk import ARTICLE, USUAL, Desk, occurrences
from newsgraph.identity import node, slug
from newsgraph.reviewfile import STATUS, Entry, ReviewFile, Table, properties
from newsgraph.value import decimal

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
    desk = Desk(reading)
    stale = [one for file in mine for one in _File(desk, file).apply()]
    return Reviewed(desk.result(), tuple(sorted(stale)))


@dataclass(slots=True)
class _File:
    """One file on its way into a reading; `nodes` are those that its entries describe."""

    desk: Desk
    file: ReviewFile
    nodes: dict[str, str] = field(default_factory=dict)
    stale: list[Stale] = field(default_factory=list)

    def apply(self) -> list[Stale]:
        """Apply every entry; the stale ones are returned."""
        self._describe()
        for entry in self.file.of("review"):
            self._review(entry)
        for entry in self.file.of("add"):
            self._add(entry)
        for entry in self.file.of("merge"):
            self._merge(entry)
        return self.stale

    def _stale(self, entry: Entry, message: str) -> None:
        self.stale.append(Stale(self.file.file, entry.line, message))

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
        spans = list(occurrences(desk.article.text, data["quote"]))
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
    """What an entry says that the claim says: «Alpha · ng:provides · Beta (asserted, article)»."""
    said = data.get("describes") or " · ".join(str(data.get(k, "")) for k in ("subject", "predicate", "object"))
    how = [str(data[key]) for key in ("modality", "assertedBy") if key in data]
    return f"{'not: ' * bool(data.get('negated'))}{said}" + f" ({', '.join(how)})" * bool(how)


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

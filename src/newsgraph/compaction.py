"""JSON-LD compaction of many nodes: PyLD compacts one value of each kind, and the others are written after it.

What compaction (JSON-LD 1.1 API, sections 6 and 7) makes of a value depends on its property and its kind: a text in a
language, a datatype, an IRI. A graph has millions of values and some hundred kinds. With our context a property has one
term at most, and only concepts and terms of ours are written without a prefix (`@type: @vocab`); they count as a kind each.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from newsgraph.errors import FormatError

Node = dict[str, Any]
Kind = tuple[str, ...]
Compact = Callable[[list[Node]], list[Node]]  # PyLD with our context: as many nodes as it is given
SAMPLE = "urn:newsgraph:sample"
ENDS = (":", "/", "?", "#", "[", "]", "@")  # of what a term must stand for to be a prefix (RFC 3986, gen-delims)


@dataclass(frozen=True, slots=True)
class Rule:
    """How a value of one kind is written: under which term; within a map, under which language; in an object around it,
    in which place; or always the same.
    """

    term: str
    language: str = ""
    around: Node | None = None
    place: str = ""
    always: str = ""


class Compaction:
    """Compact forms with one context."""

    def __init__(self, context: Node, compact: Compact) -> None:
        self.compact = compact
        self.prefixes = {t: i for t, i in context.items() if isinstance(i, str) and i.endswith(ENDS)}
        words = (d["@id"] for d in context.values() if isinstance(d, dict) and d.get("@type") == "@vocab")
        self.words = {self._iri(word) for word in words}
        self.confused = tuple(f"{term}:" for term in self.prefixes)
        self.rules: dict[Kind, Rule] = {}
        self.types: dict[str, str] = {}
        self.known: dict[str, str] = {}

    def _iri(self, curie: str) -> str:
        prefix, _, local = curie.partition(":")
        return self.prefixes[prefix] + local

    def nodes(self, nodes: list[Node]) -> list[Node]:
        """The compact forms of expanded nodes. Raises FormatError for an IRI that would be read as another."""
        self._learn(nodes)
        return [self._node(node) for node in nodes]

    def _learn(self, nodes: Iterable[Node]) -> None:
        """Ask PyLD about every kind of value and every class that is new, in one call."""
        found: dict[Kind, Any] = {}
        for node in _all(nodes):
            for name, values in node.items():
                if name == "@type":
                    found.update((("@type", kind), kind) for kind in values)
                elif name != "@id":
                    found.update((self._kind(name, value), value) for value in values)
        new = [(kind, value) for kind, value in found.items() if kind not in self.rules]
        answers = self.compact([self._sample(kind, value) for kind, value in new]) if new else []
        for (kind, _), answer in zip(new, answers, strict=True):
            self.rules[kind] = _rule(kind, answer)

    def _kind(self, name: str, value: Node) -> Kind:
        if "@value" not in value:
            return (name, "@id", value["@id"]) if name in self.words else (name, "@id")
        for key in ("@language", "@type"):
            if key in value:
                return name, key, value[key]
        return name, "@value"

    def _sample(self, kind: Kind, value: Any) -> Node:
        """A node with a value of this kind."""
        for word in kind:
            self._certain(word)
        if kind[0] == "@type":
            return {"@id": SAMPLE, "@type": [value]}
        if "@value" in value:
            return {"@id": SAMPLE, kind[0]: [{**value, "@value": SAMPLE}]}
        return {"@id": SAMPLE, kind[0]: [{"@id": kind[2] if len(kind) > 2 else SAMPLE}]}

    def _certain(self, iri: str) -> None:
        """Refuse an IRI that a reader would take for a CURIE."""
        if iri.startswith(self.confused):
            raise FormatError(f"JSON-LD would read <{iri}> as a CURIE", advice="choose another format")

    def iri(self, iri: str) -> str:
        """The shortest CURIE of an IRI, of these the first; the IRI itself where no prefix fits."""
        if iri not in self.known:
            self._certain(iri)
            fits = [f"{t}:{iri[len(i) :]}" for t, i in self.prefixes.items() if iri.startswith(i) and iri != i]
            self.known[iri] = min(fits, key=lambda curie: (len(curie), curie), default=iri)
        return self.known[iri]

    def _node(self, node: Node) -> Node:
        done: Node = {"id": self.iri(node["@id"])} if "@id" in node else {}
        for name, values in sorted(node.items()):
            if name == "@type":
                for kind in values:
                    _add(done, "type", self.rules["@type", kind].always)
            elif name != "@id":
                for value in values:
                    self._value(done, name, value)
        return done

    def _value(self, done: Node, name: str, value: Node) -> None:
        """Add a value under its term."""
        rule = self.rules[self._kind(name, value)]
        content: Any = rule.always
        if "@value" in value:
            content = value["@value"]
        elif len(value) > 1:
            content = self._node(value)
        elif not content:
            content = self.iri(value["@id"])
        if rule.language:
            _add(done.setdefault(rule.term, {}), rule.language, content)
        else:
            plain = rule.around is None or not isinstance(content, str)
            _add(done, rule.term, content if plain else {**rule.around, rule.place: content})  # type: ignore[dict-item]


def _all(nodes: Iterable[Node]) -> Iterable[Node]:
    """The nodes and those within them."""
    for node in nodes:
        yield node
        for values in node.values():
            if isinstance(values, list):
                yield from _all(v for v in values if isinstance(v, dict) and len(v) > 1 and "@value" not in v)


def _rule(kind: Kind, answer: Node) -> Rule:
    """What PyLD made of a sample: {"id": …, TERM: form}."""
    if kind[0] == "@type":
        return Rule("type", always=answer["type"])
    [(term, form)] = [(term, form) for term, form in answer.items() if term != "id"]
    word = len(kind) > 2  # a concept or a term of ours
    if isinstance(form, str):
        return Rule(term, always=form if kind[1] == "@id" and word else "")
    if "@value" in form:
        return Rule(term, around=form, place="@value")
    if "id" in form:
        return Rule(term, around=form, place="id", always=form["id"] if word else "")
    [language] = form
    return Rule(term, language=language)


def _add(target: Node, key: str, value: Any) -> None:
    """A first value stands alone, more than one are a list."""
    if key not in target:
        target[key] = value
    elif isinstance(target[key], list):
        target[key].append(value)
    else:
        target[key] = [target[key], value]

"""What a reading yields: things, and claims about them with their evidence.

Nodes are written as CURIEs ("ngi:alpha", "ng:amount", "ngc:planned"), all else as Literal. Values are frozen; the
same content at the same place has the same IRI, so that reading again changes nothing.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter

from newsgraph.article import Article
from newsgraph.identity import node


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal: a language-tagged text, or a value with a datatype (a CURIE)."""

    value: str
    language: str = ""
    datatype: str = "xsd:string"


Value = str | Literal


@dataclass(frozen=True, slots=True)
class Thing:
    """A node with its class, its names and what is stated of it without being a claim (status, value, currency)."""

    id: str
    kind: str
    label: str = ""
    also: tuple[str, ...] = ()
    facts: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement: what is said, who says it, how surely, in which words.

    Either `subject`, `predicate` and `object`, or `describes`. `start` and `end` cut the quote out of the article's
    text (code points, end exclusive). `modality` is asserted, planned, possible or unclear.
    """

    asserted_by: str
    start: int
    end: int
    subject: str = ""
    predicate: str = ""
    object: Value = ""
    describes: str = ""
    modality: str = "asserted"
    negated: bool = False
    denied_by: str = ""
    relayed_by: tuple[str, ...] = ()
    time_expression: str = ""
    valid_from: str = ""
    valid_until: str = ""
    presupposed: bool = False
    condition: str = ""
    pattern: str = ""
    review: str = "unreviewed"

    def id(self, article: Article) -> str:
        """The claim's IRI, by its content and its place."""
        said = (
            self.subject,
            self.predicate,
            self.object,
            self.describes,
            self.modality,
            self.negated,
            self.asserted_by,
        )
        return node("claim", article.digest, self.start, self.end, *said)


# all of a claim but the pattern that read it: by it a claim is the same, however it was read
content = attrgetter(*(f.name for f in fields(Claim) if f.name != "pattern"))


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one article. `tensions` pairs positions in `claims`; `unread` are spans of sentences
    that hold a figure or a name and gave no claim; `mentions` are the things that the text names."""

    article: Article
    things: tuple[Thing, ...]
    claims: tuple[Claim, ...]
    tensions: tuple[tuple[int, int], ...] = ()
    unread: tuple[tuple[int, int], ...] = ()
    mentions: tuple[str, ...] = ()


def article_id(article: Article) -> str:
    """The article's IRI, by its text."""
    return _article_node(article.digest)


@lru_cache(8)
def _article_node(digest: str) -> str:
    return node("article", digest)

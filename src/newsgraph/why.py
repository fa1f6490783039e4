"""Why a claim stands in the graph: what it says, who says so, where, and which pattern read it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.article import Article
from newsgraph.data import folder
from newsgraph.errors import InputError
from newsgraph.namespace import DCTERMS, LABEL, NG, NGI, PREFIXES, PROV, shorten
from newsgraph.wording import Graph, claims, first, kind, nodes, span, statement, values, wording

PATTERN = re.compile(r"pattern ([\w-]+)/([\w.-]+)/([^/\s]+)$")
MARKS = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Read:
    """The pattern that read a claim: its file under patterns/, the line and name of its frame, what the file says."""

    file: str
    line: int
    frame: str
    says: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.frame}"


def find(graph: Graph, name: str) -> str:
    """The IRI of the claim that is meant by an IRI, a CURIE or the last part of either. Raises InputError."""
    prefix, colon, rest = name.partition(":")
    full = PREFIXES[prefix] + rest if colon and prefix in PREFIXES and not rest.startswith("//") else name
    known = claims(graph)
    found = [c for c in known if c in (full, NGI + full) or re.split(r"[#/]", c)[-1] in (full, f"claim-{full}")]
    if not found:
        advice = "list the claims with: newsgraph review, or name their graph with --data"
        raise InputError(f"there is no claim {name!r} among {len(known)}", advice=advice)
    if len(found) > 1:
        raise InputError(f"{name!r} fits {len(found)} claims", advice="give the whole IRI")
    return found[0]


def explain(graph: Graph, claim: str, language: str = "en") -> Iterator[tuple[str, str]]:
    """The lines of an explanation: (what, its words)."""
    start, end = span(graph, claim)
    article = first(graph, claim, NG + "statedIn")
    yield "claim", shorten(claim)
    yield "says", statement(graph, claim)
    yield "source", source(graph, claim)
    yield from _certainty(graph, claim)
    yield "article", f"{_title(graph, article)}, characters {start} to {end}"
    yield (
        "words",
        marked(_article(graph, article), start, end) or MARKS[0] + first(graph, claim, NG + "quote") + MARKS[1],
    )
    for made in values(graph, claim, PROV + "wasGeneratedBy"):
        label = wording(graph, made)
        pattern = read_by(label, language)
        yield "read by", label if pattern is None else f"{pattern} ({pattern.says})"
    yield "review", first(graph, claim, NG + "reviewStatus").rpartition("/")[2] or "unreviewed"
    for review in reviews(graph, claim):
        yield "review", review


def line(graph: Graph, claim: str) -> str:
    """A claim on one line: what it says, how surely, who says so, the pattern, the quote."""
    said = [first(graph, claim, NG + "modality").rpartition("/")[2], source(graph, claim)]
    made = [wording(graph, m) for m in values(graph, claim, PROV + "wasGeneratedBy")]
    by = ", ".join(str(read_by(label) or label) for label in made)
    quote = " ".join(first(graph, claim, NG + "quote").split())
    return f"{statement(graph, claim, deep=False)} [{'; '.join(said)}] {by}: {quote}"


def source(graph: Graph, claim: str) -> str:
    """Who says it, and through whom it came: «ungenannter Quellen (Alpha), relayed by Alpha»."""
    found = []
    for by in nodes(graph, claim, "assertedBy"):
        cited = [_named(graph, n) for n in nodes(graph, by, "citedBy")]
        found.append(_named(graph, by) + (f" (cited by {', '.join(cited)})" if cited else ""))
    chain = [", ".join(found) or "nobody"]
    for prop, word in (("relayedBy", "relayed by"), ("deniedBy", "denied by")):
        names = [_named(graph, n) for n in nodes(graph, claim, prop)]
        chain += [f"{word} {', '.join(names)}"] if names else []
    return ", ".join(chain)


def _named(graph: Graph, node: str) -> str:
    return (
        "the article itself" if kind(graph, node) == "ng:Article" else first(graph, node, LABEL.value) or shorten(node)
    )


def _certainty(graph: Graph, claim: str) -> Iterator[tuple[str, str]]:
    """Modality, and whether the claim is negated or only presupposed; its time."""
    said = [first(graph, claim, NG + "modality").rpartition("/")[2]]
    said += [word for word in ("negated", "presupposed") if first(graph, claim, NG + word) == "true"]
    yield "modality", ", ".join(said)
    for prop in ("timeExpression", "validFrom", "validUntil", "condition"):
        if value := first(graph, claim, NG + prop):
            yield prop, value


def _title(graph: Graph, article: str) -> str:
    return f"{first(graph, article, LABEL.value) or 'no title'} ({shorten(article)})"


def _article(graph: Graph, article: str) -> Article:
    """The article as far as the graph holds it."""
    language = first(graph, article, DCTERMS + "language") or "de"
    return Article("article", first(graph, article, NG + "text"), language)


def marked(article: Article, start: int, end: int) -> str:
    """The sentence (or sentences) around a quote, with the quote between MARKS; "" where the text is not there."""
    text = article.text
    if not 0 <= start < end <= len(text):
        return ""
    left, right = _sentence(article, start, end)
    return text[left:start] + MARKS[0] + text[start:end] + MARKS[1] + text[end:right]


def _sentence(article: Article, start: int, end: int) -> tuple[int, int]:
    """The sentences that a span touches, the whole paragraph where the language has no pack."""
    from newsgraph import language as languages
    from newsgraph.sentence import sentences

    text = article.text
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end - 1)
    right = len(text) if right < 0 else right
    try:
        pack = languages.load(article.language)
    except InputError:
        return left, right
    found = [(left + s.start, left + s.end) for s in sentences(Article("", text[left:right], article.language), pack)]
    touched = [(a, b) for a, b in found if a < end and b > start]
    return min((a for a, _ in touched), default=left), max((b for _, b in touched), default=right)


def read_by(label: str, language: str = "en") -> Read | None:
    """The pattern that the label of a reading names; None where it names none of those here."""
    found = PATTERN.search(label)
    if not found:
        return None
    code, stem, frame = found.groups()
    file = folder("patterns").joinpath(code, f"{stem}.toml")
    if not file.is_file():
        return None
    text = file.read_text("utf-8")
    line = next((i for i, row in enumerate(text.split("\n"), 1) if _names(row, frame)), 1)
    says = tomllib.loads(text).get("says", {})
    return Read(f"patterns/{code}/{stem}.toml", line, frame, says.get(language) or says.get("en", ""))


def _names(row: str, frame: str) -> bool:
    return re.match(rf"""\s*name\s*=\s*["']{re.escape(frame)}["']""", row) is not None


def reviews(graph: Graph, claim: str) -> list[str]:
    """What reviewers have said of a claim."""
    found = []
    for node in graph:
        about = [getattr(t, "value", "") for t in values(graph, node, PROV + "wasDerivedFrom")]
        if claim in about and kind(graph, node) == "prov:Entity":
            parts = first(graph, node, LABEL.value), first(graph, node, DCTERMS + "description")
            found.append(": ".join(p for p in parts if p))
    return sorted(found)

"""`newsgraph review`"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsgraph.cli.common import counted, graph_of, put, quiet_option, say
from newsgraph.errors import InputError

if TYPE_CHECKING:
    from newsgraph.wording import Graph

FOLDER = Path("graph")
STATES = ("unreviewed", "confirmed", "disputed", "rejected")
DATA = "RDF files or folders that hold the claims, instead of the kept graph."
BY = "Who decides."
DATE = "The day of the decision, as in 2025-01-24; none is written where it is left out."
DAY = click.DateTime(["%Y-%m-%d"])
MODALITIES = click.Choice(["asserted", "planned", "possible", "unclear"])
DECISIONS = click.Choice(["confirm", "reject", "dispute"])

data_option = click.option("--data", "-d", multiple=True, help=DATA)


def _signed(reason_needed: bool) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The options of every decision."""

    def wrap(function: Callable[..., None]) -> Callable[..., None]:
        folder = click.Path(path_type=Path)
        for option in (
            quiet_option,
            click.option("--graph", default=FOLDER, show_default=True, type=folder, help="Folder of the kept graph."),
            click.option("--date", type=DAY, help=DATE),
            click.option("--by", required=True, help=BY),
            click.option("--reason", required=reason_needed, help="Why, in a sentence."),
        ):
            function = option(function)
        return function

    return wrap


@click.group(name="review", invoke_without_command=True)
@data_option
@click.option("--counts", is_flag=True, help="Only the numbers of each article.")
@click.pass_context
def command(ctx: click.Context, data: tuple[str, ...], counts: bool) -> None:
    """List the claims that nobody has reviewed, by article; or write a decision into graph/reviews/ (docs/review.md).

    Decisions take effect with the next `newsgraph build`.
    """
    if ctx.invoked_subcommand is None:
        from newsgraph import wording

        graph = wording.graph_of(graph_of(data))
        put("".join(f"{line}\n" for line in _listing(graph, counts)).encode(), None)


def _listing(graph: "Graph", counts: bool) -> Iterator[str]:
    from newsgraph.namespace import LABEL, NG, shorten
    from newsgraph.why import line
    from newsgraph.wording import claims, first

    known = claims(graph)
    state = {c: first(graph, c, NG + "reviewStatus").rpartition("/")[2] or STATES[0] for c in known}
    for article in dict.fromkeys(first(graph, c, NG + "statedIn") for c in known):
        mine = [c for c in known if first(graph, c, NG + "statedIn") == article]
        tally = Counter(state[c] for c in mine)
        numbers = ", ".join(f"{tally[s]} {s}" for s in STATES)
        yield f"{first(graph, article, LABEL.value) or shorten(article)}: {counted(len(mine), 'claim')}, {numbers}"
        if not counts:
            yield from (f"  {shorten(c)} {line(graph, c)}" for c in mine if state[c] == STATES[0])


def _decision(name: str) -> None:
    """Make the command for one decision on claims."""

    @command.command(name=name, help=f"{name.capitalize()} claims of the kept graph (IRI, CURIE or id).")
    @click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
    @data_option
    @_signed(reason_needed=name != "confirm")
    def decide(
        claims: tuple[str, ...],
        data: tuple[str, ...],
        reason: str | None,
        by: str,
        date: datetime | None,
        graph: Path,
        quiet: bool,
    ) -> None:
        from newsgraph import wording
        from newsgraph.desk import address
        from newsgraph.namespace import NG
        from newsgraph.why import find

        known = wording.graph_of(graph_of(data))
        for claim in [find(known, c) for c in claims]:
            entry = address(known, claim) | _signature(by, date, reason) | {"decision": name}
            _write(graph, known, wording.first(known, claim, NG + "statedIn"), "review", entry, quiet)


for _choice in ("confirm", "reject", "dispute"):
    _decision(_choice)


@command.command()
@click.argument("article")
@click.option("--quote", required=True, help="The words that say it, as they stand in the article.")
@click.option("--subject", required=True, help="A name or CURIE.")
@click.option("--predicate", required=True, help="A property of the ontology, as in ng:country.")
@click.option("--object", "value", required=True, help="A name, CURIE or value.")
@click.option("--modality", type=MODALITIES, default="asserted", show_default=True, help="How surely it is said.")
@click.option("--negated", is_flag=True, help="The text says that it is not so.")
@click.option("--asserted-by", help="The nearest source that the text names; left out: the article itself.")
@click.option("--relayed-by", multiple=True, help="Through whom it came.")
@click.option("--decision", type=DECISIONS, default="confirm", show_default=True, help="What to hold of it.")
@data_option
@_signed(reason_needed=False)
def add(
    article: str,
    quote: str,
    subject: str,
    predicate: str,
    value: str,
    modality: str,
    negated: bool,
    asserted_by: str | None,
    relayed_by: tuple[str, ...],
    decision: str,
    data: tuple[str, ...],
    reason: str | None,
    by: str,
    date: datetime | None,
    graph: Path,
    quiet: bool,
) -> None:
    """Add a claim that the reader does not give, with the words that say it.

    ARTICLE is an article of the kept graph: the name of its file, its title, IRI, CURIE or id.
    """
    from newsgraph import wording
    from newsgraph.namespace import NG

    known = wording.graph_of(graph_of(data))
    about = _article(known, graph, article)
    if quote not in wording.first(known, about, NG + "text"):
        raise InputError("the quote is not in the article", file=article, advice="copy it from there, whole words")
    _refuse_unknown(known, (subject, *([asserted_by] if asserted_by else []), *relayed_by))
    entry: dict[str, Any] = {"quote": quote, "subject": subject, "predicate": predicate, "object": value}
    entry |= {k: v for k, v in (("modality", modality), ("decision", decision)) if v not in ("asserted", "confirm")}
    entry |= {k: v for k, v in (("negated", negated), ("assertedBy", asserted_by)) if v}
    entry |= {"relayedBy": list(relayed_by)} if relayed_by else {}
    _write(graph, known, about, "add", entry | _signature(by, date, reason), quiet)


@command.command()
@click.argument("one")
@click.argument("other")
@click.option("--article", required=True, help="An article of the kept graph in which both names occur.")
@data_option
@_signed(reason_needed=True)
def merge(
    one: str,
    other: str,
    article: str,
    data: tuple[str, ...],
    reason: str,
    by: str,
    date: datetime | None,
    graph: Path,
    quiet: bool,
) -> None:
    """Say that ONE and OTHER (names or CURIEs) are the same thing: an edge between them, with the reason."""
    from newsgraph import wording

    known = wording.graph_of(graph_of(data))
    _refuse_unknown(known, (one, other))
    entry = {"one": one, "other": other} | _signature(by, date, reason)
    _write(graph, known, _article(known, graph, article), "merge", entry, quiet)


def _signature(by: str, date: datetime | None, reason: str | None) -> dict[str, Any]:
    if not by.strip():
        raise InputError("--by is empty", advice="say who decides")
    return {"by": by, **({"date": date.date()} if date else {}), **({"reason": reason} if reason else {})}


def _refuse_unknown(graph: "Graph", names: tuple[str, ...]) -> None:
    """Raise InputError for a name that neither the graph nor the known names have."""
    from newsgraph.names import load
    from newsgraph.namespace import LABEL, SKOS
    from newsgraph.reviewfile import is_curie
    from newsgraph.wording import values

    labels = {
        getattr(t, "value", "") for n in graph for p in (LABEL.value, f"{SKOS}altLabel") for t in values(graph, n, p)
    }
    for name in names:
        hit = load().at(name.split() or [""])
        if not is_curie(name) and name not in labels and (hit is None or hit[0] != len(name.split())):
            raise InputError(f"nothing is called {name!r}", advice="describe it in a [[node]] of the file by hand")


def _article(graph: "Graph", folder: Path, name: str) -> str:
    """The IRI of the article that is meant. Raises InputError."""
    from newsgraph.namespace import LABEL, shorten
    from newsgraph.wording import first, kind

    stem = Path(name).name
    stem = stem.rpartition(".")[0] or stem
    for node in sorted(n for n in graph if kind(graph, n) == "ng:Article"):
        names = {node, shorten(node), shorten(node).partition(":")[2], first(graph, node, LABEL.value)}
        if name in names or stem == _name(graph, folder, node):
            return node
    raise InputError(f"there is no article {name!r} in the graph", advice="see: newsgraph review --counts")


def _name(graph: "Graph", folder: Path, article: str) -> str:
    """The name of an article: that of its claims file, else by its label."""
    from newsgraph.identity import slug
    from newsgraph.namespace import LABEL, NG
    from newsgraph.wording import first

    digest = first(graph, article, NG + "textDigest").encode()
    for file in sorted((folder / "claims").glob("*.ttl")):
        if digest and digest in file.read_bytes():
            return file.stem
    return slug(first(graph, article, LABEL.value).removeprefix("article "))


def _write(folder: Path, graph: "Graph", article: str, kind: str, entry: dict[str, Any], quiet: bool) -> None:
    """Put an entry into the article's file; it replaces what the same reviewer decided about the same thing."""
    from newsgraph.files import write_bytes
    from newsgraph.namespace import NG
    from newsgraph.reviewfile import ReviewFile, dump, load, parse, put_in
    from newsgraph.wording import first

    digest, name = first(graph, article, NG + "textDigest"), _name(graph, folder, article)
    files = [f for f in load(folder / "reviews") if f.article == name or (digest and f.digest == digest)]
    path = Path(files[0].file) if files else folder / "reviews" / f"{name}.toml"
    content = dump(put_in(files[0] if files else ReviewFile(str(path), name, digest, ()), kind, entry))
    parse(content, str(path))
    write_bytes(path, content)
    say(f"wrote {path}; it takes effect with: newsgraph build", quiet=quiet)

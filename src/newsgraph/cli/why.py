"""`newsgraph why`"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from newsgraph.cli.common import STDIN, graph_of, language_option, put, stdin_bytes
from newsgraph.errors import InputError

DATA = "RDF files or folders that hold the claim, instead of the kept graph."
DAY = click.DateTime(["%Y-%m-%d"])


@click.command(name="why")
@click.argument("claim", metavar="CLAIM|FILE")
@click.option("--data", "-d", multiple=True, help=DATA)
@click.option("--issued", type=DAY, help="The article's date, where FILE is an article; wins over its head.")
@language_option
def command(claim: str, data: tuple[str, ...], issued: datetime | None, messages: str) -> None:
    """Show where a claim comes from.

    CLAIM is the IRI, CURIE or id of a claim in the kept graph (or --data): its words, source, place, the pattern that
    read it, reviews. FILE is an article (- for stdin): every claim that is read from it, one a line. (Lines of a page
    of HTML are those of its main text.)
    """
    file = claim == STDIN or (Path(claim).exists() and not data)
    lines = _article(claim, issued) if file else _claim(claim, data, messages)
    put("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"), None)


def _claim(name: str, data: tuple[str, ...], language: str) -> Iterator[str]:
    from newsgraph import wording
    from newsgraph.why import explain, find

    if not data and Path(name).suffix in (".txt", ".md", ".html", ".htm"):
        raise InputError("cannot be read: no such file or directory", file=name)
    graph = wording.graph_of(graph_of(data))
    for key, text in explain(graph, find(graph, name), language):
        yield f"{key:<12} {' '.join(text.split())}"


def _article(name: str, issued: datetime | None) -> Iterator[str]:
    """FILE:LINE:COLUMN: what is said [modality; source] pattern: «quote», one line a claim."""
    from newsgraph import wording
    from newsgraph.article import is_page, parse
    from newsgraph.build import build
    from newsgraph.files import read_bytes
    from newsgraph.position import head_lines, position
    from newsgraph.reading import read_article
    from newsgraph.why import line

    content = stdin_bytes() if name == STDIN else read_bytes(Path(name))
    article = parse(content, "stdin" if name == STDIN else name, issued=issued.date() if issued else None)
    graph = wording.graph_of(build(read_article(article)))
    head = 0 if is_page(content, name) else head_lines(content, article.text)
    for claim in wording.claims(graph):
        row, column = position(article.text, wording.span(graph, claim)[0], head)
        yield f"{'stdin' if name == STDIN else name}:{row}:{column}: {line(graph, claim)}"

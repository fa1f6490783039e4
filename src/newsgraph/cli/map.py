"""`newsgraph map`"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from newsgraph.cli.common import STDIN, counted, progress, put, quiet_option, say, stdin_bytes
from newsgraph.errors import InputError
from newsgraph.formats import NAMES
from newsgraph.namespace import NGI

OUTPUT = "A file for all; or a folder (it exists, ends with / or has no ending) for one file an article."
FORMAT = f"One of: {NAMES.replace(' ', ', ')}. Else by the ending of --output, else turtle."
UNREAD = "List, instead of RDF, the sentences with a figure or a name that gave no claim: FILE:LINE:COLUMN: sentence."
FORM = "What the articles are; auto (the default) tells HTML by the file's ending and by how it begins."
DAY = click.DateTime(["%Y-%m-%d"])


@click.command(name="map")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--output", "-o", metavar="FILE|DIR|-", help=OUTPUT)
@click.option("--format", "-f", "fmt", envvar="NEWSGRAPH_MAP_FORMAT", help=FORMAT)
@click.option("--issued", type=DAY, help="The articles' date, for «am Montag» and the like; wins over their heads.")
@click.option("--language", help="The articles' language (a pack under languages/); de where neither says so.")
@click.option("--input-format", "form", type=click.Choice(["auto", "text", "html"]), default="auto", help=FORM)
@click.option("--unread", is_flag=True, help=UNREAD)
@click.option("--base", default=NGI, show_default=True, help="Namespace of the individuals.")
@quiet_option
def command(
    articles: tuple[str, ...],
    output: str | None,
    fmt: str | None,
    issued: datetime | None,
    language: str | None,
    form: str,
    unread: bool,
    base: str,
    quiet: bool,
) -> None:
    """Read articles (plain text, Markdown with a TOML head, or saved pages of HTML; - for stdin) into RDF.

    Nothing is written where one of the articles cannot be read. Decisions of graph/reviews/ about one of them apply.
    """
    from newsgraph.article import Article, parse, read
    from newsgraph.build import build, merged
    from newsgraph.formats import by_ending, named
    from newsgraph.namespace import checked
    from newsgraph.reading import read_article
    from newsgraph.review import apply
    from newsgraph.reviewfile import kept, load

    if unread and (fmt or output not in (None, STDIN)):
        raise click.UsageError("--unread writes a list to stdout; leave out --output and --format.")

    def one(name: str) -> Article:
        day = issued.date() if issued else None
        if name == STDIN:
            return parse(stdin_bytes(), "stdin", language=language, issued=day, form=form)
        return read(Path(name), language=language, issued=day, form=form)

    folder = _folder(output)
    chosen = by_ending(output) if output not in (None, STDIN) and not fmt and not folder else named(fmt or "turtle")
    space = checked(base)
    found = [one(name) for name in articles]
    _refuse_same([article.name for article in found])
    graphs, missed, reviews = [], list[str](), load(kept())
    for name, article in zip(articles, found, strict=True):
        progress(f"reading {article.name}", quiet)
        reviewed = apply(read_article(article), reviews)
        for stale in reviewed.stale:
            say(f"newsgraph: {stale}", quiet=quiet)
        missed += _unread(name, form, article.text, reviewed.reading.unread) if unread else []
        graphs.append(build(reviewed.reading, space))
    if unread:
        put("".join(missed).encode("utf-8", "backslashreplace"), None)
        return
    if folder:
        for article, graph in zip(found, graphs, strict=True):
            put(chosen.write(graph), folder / (article.name + chosen.ending))
    else:
        put(chosen.write(merged(graphs)), Path(output) if output else None)
    if output not in (None, STDIN):
        count = counted(sum(map(len, graphs)), "triple")
        say(f"read {counted(len(found), 'article')}: {count}", quiet=quiet)


def _unread(name: str, form: str, text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """The sentences at these spans, each with its place in the file; of a page, with its place in the main text."""
    from newsgraph.article import is_page
    from newsgraph.files import read_bytes
    from newsgraph.position import head_lines, position

    found = []
    content = read_bytes(Path(name)) if name != STDIN else b""
    head = head_lines(content, text) if content and not is_page(content, name, form) else 0
    for start, end in spans:
        row, column = position(text, start, head)
        found.append(f"{'stdin' if name == STDIN else name}:{row}:{column}: {' '.join(text[start:end].split())}\n")
    return found


def _folder(output: str | None) -> Path | None:
    """The folder that --output means; None where it means a file or stdout. Raises InputError."""
    if output is None or output == STDIN:
        return None
    path = Path(output)
    if path.is_dir() or output.endswith("/") or not path.suffix:
        if path.exists() and not path.is_dir():
            raise InputError("is a file, a folder was expected", file=output, advice="give files an ending, as in .ttl")
        return path
    return None


def _refuse_same(names: list[str]) -> None:
    """Raise InputError where two articles have one name: they would be written to one file."""
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(f"two articles have the same name, {twice[0]}", advice="rename one")

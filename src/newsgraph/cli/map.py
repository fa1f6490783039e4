"""`newsgraph map`"""

from datetime import datetime
from pathlib import Path

import click

from newsgraph.cli.common import STDIN, progress, put, quiet_option, say
from newsgraph.errors import InputError
from newsgraph.namespace import NGI


@click.command(name="map")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--output", "-o", type=click.Path(path_type=Path, allow_dash=True), help="A file for all, or a folder for one file an article.")
@click.option("--format", "-f", "fmt", help="turtle (the default), json-ld, n-triples, n-quads, trig, rdf-xml; else by the ending of --output.")
@click.option("--issued", type=click.DateTime(["%Y-%m-%d"]), help="The articles' date, for «am Montag» and the like.")
@click.option("--language", help="The articles' language (a pack under languages/); de where neither says so.")
@click.option("--base", default=NGI, show_default=True, help="Namespace of the individuals.")
@quiet_option
def command(
    articles: tuple[str, ...], output: Path | None, fmt: str | None, issued: datetime | None, language: str | None, base: str, quiet: bool
) -> None:
    """Read articles (plain text, or Markdown with a TOML head; - for stdin) into RDF.

    Nothing is written where one of the articles cannot be read.
    """
    from newsgraph.article import Article, parse, read
    from newsgraph.build import build, merged
    from newsgraph.formats import by_ending, named
    from newsgraph.reading import read_article

    def one(name: str) -> Article:
        day = issued.date() if issued else None
        if name == STDIN:
            return parse(click.get_binary_stream("stdin").read(), "stdin", language=language, issued=day)
        return read(Path(name), language=language, issued=day)

    found = [one(name) for name in articles]
    chosen = by_ending(str(output)) if output and not fmt and output.suffix and not output.is_dir() else named(fmt or "turtle")
    names = [a.name for a in found]
    if len(set(names)) < len(names):
        raise InputError("two articles have the same file name", advice="read them one by one")
    graphs = []
    for article in found:
        progress(f"reading {article.name}", quiet)
        graphs.append(build(read_article(article), base))
    if output is not None and (output.is_dir() or not output.suffix and str(output) != STDIN):
        for article, graph in zip(found, graphs, strict=True):
            put(chosen.write(graph), output / (article.name + chosen.ending))
    else:
        put(chosen.write(merged(graphs)), output)
    if output is not None:
        say(f"read {len(found)} articles: {sum(map(len, graphs))} triples", quiet=quiet)

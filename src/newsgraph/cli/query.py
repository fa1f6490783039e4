"""`newsgraph query`"""

from pathlib import Path

import click

from newsgraph.cli.common import STDIN, graph_of, put
from newsgraph.errors import InputError
from newsgraph.query import FORMATS, questions, render, run, table


@click.command(name="query")
@click.argument("question", required=False)
@click.option("--data", "-d", multiple=True, type=click.Path(path_type=Path), help="RDF files to ask instead of the kept graph.")
@click.option("--format", "-f", "fmt", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer.")
@click.option("--output", "-o", type=click.Path(path_type=Path, allow_dash=True), help="The file to write; stdout where left out.")
@click.option("--list", "list_all", is_flag=True, help="List the questions that have a name.")
def command(question: str | None, data: tuple[Path, ...], fmt: str, output: Path | None, list_all: bool) -> None:
    """Ask in SPARQL: a text, a file FILE.rq, - for stdin, or the NAME of a prepared question.

    The prefixes ng: ngc: ngi: rdfs: skos: prov: and their like need no declaration.
    """
    if list_all:
        click.echo(table(["name", "question"], [[q.name, q.en] for q in questions()], widest=100), nl=False)
        return
    if question is None:
        raise click.UsageError("Missing argument 'QUESTION' (or --list).")
    sparql, file = _sparql(question)
    put(render(run(sparql, graph_of(data), file), fmt).encode(), output)


def _sparql(question: str) -> tuple[str, str]:
    """The SPARQL text that was meant, and what errors call it."""
    if question == STDIN:
        return click.get_text_stream("stdin", encoding="utf-8").read(), "stdin"
    if question.endswith(".rq"):
        from newsgraph.files import read_bytes

        return read_bytes(Path(question)).decode("utf-8", "replace"), question
    if "{" in question:
        return question, "query"
    named = {q.name: q.sparql for q in questions()}
    if question not in named:
        raise InputError(f"there is no question named {question!r}", advice="see: newsgraph query --list")
    return named[question], f"{question}.rq"

"""`newsgraph query`"""

import re
from pathlib import Path

import click

from newsgraph.cli.common import STDIN, graph_of, put, stdin_bytes
from newsgraph.cli.storage import place, store_option
from newsgraph.errors import InputError
from newsgraph.query import FORMATS, check, questions, render, run, table
from newsgraph.store import exists
from newsgraph.worker import ask

DATA = "RDF files or folders to ask instead of the store."
TIMEOUT = "Seconds after which a query over the store is ended."
PARAM = "Value of a variable: an IRI in <>, a CURIE, a number, a date, or else a text."
FORMAT = "Form of the answer."
OUTPUT = "The file to write; stdout where left out."


@click.command(name="query")
@click.argument("question", required=False)
@click.option("--data", "-d", multiple=True, help=DATA)
@store_option
@click.option("--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help=PARAM)
@click.option("--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, help=TIMEOUT)
@click.option(
    "--format",
    "-f",
    "fmt",
    envvar="NEWSGRAPH_QUERY_FORMAT",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help=FORMAT,
)
@click.option("--output", "-o", type=click.Path(path_type=Path, allow_dash=True), help=OUTPUT)
@click.option("--list", "list_all", is_flag=True, help="List the questions that have a name.")
def command(
    question: str | None,
    data: tuple[str, ...],
    folder: Path | None,
    params: tuple[str, ...],
    timeout: float,
    fmt: str,
    output: Path | None,
    list_all: bool,
) -> None:
    """Ask in SPARQL: a text, a file FILE.rq, - for stdin, or the NAME of a prepared question.

    Asks --data; else the store, where one was named or loaded; else the kept graph.
    The prefixes ng: ngc: ngi: rdfs: skos: prov: and their like need no declaration.
    """
    if list_all:
        click.echo(table(["name", "question"], [[q.name, q.en] for q in questions()], widest=100), nl=False)
        return
    if question is None:
        raise click.UsageError("Missing argument 'QUESTION' (or --list).")
    sparql, file = _sparql(question)
    check(sparql, file)
    if params:
        sparql = _bound(sparql, params)
    where = place(folder)
    if not data and (folder or exists(where)):
        put(ask(sparql, file, where, fmt, timeout), output)
    else:
        put(render(run(sparql, graph_of(data), file), fmt).encode(), output)


def _bound(sparql: str, params: tuple[str, ...]) -> str:
    """The query with its parameters. Raises InputError."""
    from newsgraph.parameter import bind

    wrong = [p for p in params if not re.fullmatch(r"\w+=.*", p, re.DOTALL)]
    if wrong:
        raise InputError(f"--param {wrong[0]!r} has no name and value", advice="write --param NAME=VALUE")
    return bind(sparql, dict(p.split("=", 1) for p in params))


def _sparql(question: str) -> tuple[str, str]:
    """The SPARQL text that was meant, and what errors call it."""
    if question == STDIN:
        return _text(stdin_bytes(), "stdin"), "stdin"
    if question.endswith(".rq"):
        from newsgraph.files import read_bytes

        return _text(read_bytes(Path(question)), question), question
    if "{" in question or " " in question.strip():
        return question, "query"
    named = {q.name: q.sparql for q in questions()}
    if question not in named:
        raise InputError(f"there is no question named {question!r}", advice="see: newsgraph query --list")
    return named[question], f"{question}.rq"


def _text(content: bytes, file: str) -> str:
    """The text of a query. Raises InputError where it is not UTF-8 or empty."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        line = content[: e.start].count(b"\n") + 1
        raise InputError(f"is not UTF-8 (byte 0x{content[e.start]:02x})", file=file, line=line) from e
    if not text.strip():
        raise InputError("is empty, a SPARQL query was expected", file=file)
    return text

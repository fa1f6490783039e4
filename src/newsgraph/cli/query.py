"""`newsgraph query`"""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import click

from newsgraph.cli.asking import bound, hosts_option, sparql_of
from newsgraph.cli.common import STDIN, kept_graph, language_option, put_pieces, stdin_bytes
from newsgraph.cli.storage import place, store_option
from newsgraph.errors import InputError
from newsgraph.worker import Task, answer

DATA = "RDF files or folders to ask instead of the store."
ENDPOINT = "Address of a SPARQL endpoint to ask instead."
TIMEOUT = "Seconds after which a query is ended."
PARAM = "Value of a variable: an IRI in <>, a CURIE, a number, a date, or else a text."
LABELS = "Show labels (in --language) in place of IRIs; table and csv."
WIDE = "Cut no cell of a table."
EXPLAIN = "Show what the query asks for, step by step, instead of its answer."
OUTPUT = "The file to write; stdout where left out."
FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")


@click.command(name="query")
@click.argument("question", required=False)
@click.option("--data", "-d", multiple=True, help=DATA)
@store_option
@click.option("--endpoint", metavar="URL", help=ENDPOINT)
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
    help="Form of the answer.",
)
@click.option("--labels", is_flag=True, help=LABELS)
@language_option
@click.option("--wide", is_flag=True, help=WIDE)
@hosts_option
@click.option("--explain", is_flag=True, help=EXPLAIN)
@click.option("--output", "-o", type=click.Path(path_type=Path, allow_dash=True), help=OUTPUT)
@click.option("--list", "list_all", is_flag=True, help="List the questions that have a name.")
def command(
    question: str | None,
    data: tuple[str, ...],
    folder: Path | None,
    endpoint: str | None,
    params: tuple[str, ...],
    timeout: float,
    fmt: str,
    labels: bool,
    messages: str,
    wide: bool,
    hosts: tuple[str, ...],
    explain: bool,
    output: Path | None,
    list_all: bool,
) -> None:
    """Ask in SPARQL: a text, a file FILE.rq, - for stdin, or the NAME of a prepared question.

    Asks --data or --endpoint; else the store, where one was named or loaded; else the kept graph.
    The prefixes ng: ngc: ngi: rdfs: skos: prov: and their like need no declaration.
    """
    if list_all:
        _list(messages)
        return
    if question is None:
        raise click.UsageError("Missing argument 'QUESTION' (or --list).")
    sparql, file = _sparql(question)
    to_terminal = (output is None or str(output) == STDIN) and sys.stdout is not None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if to_terminal else None
    task = Task(bound(sparql, params), file, hosts=hosts, fmt=fmt, labels=messages if labels else "", width=width)
    task, content = _over(replace(task, cut=not wide, do="explain" if explain else "answer"), data, folder, endpoint)
    put_pieces(answer(task, content, timeout), output)


def _list(language: str) -> None:
    from newsgraph.question import questions
    from newsgraph.table import table

    rows = [[q.name, q.de if language == "de" else q.en] for q in questions()]
    click.echo(table(["name", "question"], rows, widest=100), nl=False)


def _over(task: Task, data: tuple[str, ...], folder: Path | None, endpoint: str | None) -> tuple[Task, bytes]:
    """The task with what it is asked over, and the bytes that go with it."""
    where = place(folder)
    if data:
        return replace(task, data=data, content="stdin"), stdin_bytes() if STDIN in data else b""
    if endpoint:
        if task.do == "explain":
            raise click.UsageError("--explain counts triples, which an endpoint cannot be asked for.")
        return replace(task, endpoint=endpoint), b""
    if folder or (where / "current").is_file():
        return replace(task, store=str(where)), b""
    name, content = kept_graph()
    return replace(task, data=(STDIN,), content=name), content


def _sparql(question: str) -> tuple[str, str]:
    """The SPARQL text that was meant, and what errors call it. Raises InputError."""
    found = sparql_of(question, "query")
    if found:
        return found
    from newsgraph.question import questions

    named = {q.name: q.sparql for q in questions()}
    if question not in named:
        raise InputError(f"there is no question named {question!r}", advice="see: newsgraph query --list")
    return named[question], f"{question}.rq"

"""The command line. Each command lives in a module of its own and is imported when it is called."""

import importlib
import os
import sys

import click

from newsgraph import __version__
from newsgraph.cli.complaint import complain
from newsgraph.cli.leaving import Leaving, leave
from newsgraph.errors import NewsgraphError

# name, its line in the overview
COMMANDS = (
    ("build", "Read every article under seeds/ into graph/: claims, validation, exports."),
    ("map", "Read articles into RDF."),
    ("validate", "Validate RDF against the shapes."),
    ("export", "Write the kept graph as Turtle, JSON-LD and more."),
    ("query", "Ask the graph in SPARQL."),
    ("update", "Change the store in SPARQL."),
    ("load", "Load RDF files into the store."),
    ("remove", "Take an article out of the store."),
    ("dump", "Write all of the store as N-Quads."),
    ("stats", "Count what the store holds."),
    ("backup", "Copy the store to another folder."),
    ("push", "Send the graphs to a triple store elsewhere."),
    ("evaluate", "Measure the reading of annotated articles."),
    ("why", "Show where a claim comes from: words, source, place, pattern, reviews."),
    ("review", "List what nobody has reviewed; confirm, reject, dispute or add claims."),
    ("ontology", "Check the ontology, or write its reference."),
)


class Commands(click.Group):
    """Finds a command by COMMANDS, so that `--help` imports none of them."""

    def invoke(self, ctx: click.Context) -> object:
        """A reader that has gone (| head) ends the command quietly, also when Python flushes at its end."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _drop_stdout()
            ctx.exit(0)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in dict(COMMANDS):
            return None
        module = importlib.import_module(f"newsgraph.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(COMMANDS)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "NEWSGRAPH"})
@click.version_option(__version__, "--version", message="newsgraph %(version)s")
def command() -> None:
    """Read German news into an RDF knowledge graph in which every statement carries its evidence.

    Exit codes: 0 fine, 1 findings, 2 wrong input or usage, 3 an engine failed, 4 a remote
    store failed, 130 interrupted.
    """


def main() -> None:
    """Run the command line; every error that newsgraph raises becomes one line and an exit code."""
    code: int | str | None
    try:
        code = _run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.exceptions.Exit as e:
        code = e.exit_code
    except click.ClickException as e:
        e.show()
        code = e.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except NewsgraphError as e:
        complain(str(e))
        code = e.exit_code
    except BrokenPipeError:  # of the flush above
        _drop_stdout()
        code = 0
    except OSError as e:
        complain(f"cannot be written or read: {(e.strerror or str(e)).lower()}")
        _drop_stdout()
        code = 2
    sys.exit(code)


def _run() -> int | str | None:
    try:
        code: int | str | None = command.main(prog_name="newsgraph", standalone_mode=False)
        return code
    except Leaving as e:  # as long as it is handled, its frames are there
        leave(e.code)


def _drop_stdout() -> None:
    """Let what is left in the buffer go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""The command line. Each command lives in a module of its own and is imported when it is called."""

import importlib
import os
import sys

import click

from newsgraph import __version__
from newsgraph.errors import NewsgraphError

# name, its line in the overview
COMMANDS = (
    ("build", "Read every article under seeds/ into graph/: claims, validation, exports."),
    ("map", "Read articles into RDF."),
    ("validate", "Validate RDF against the shapes."),
    ("export", "Write the kept graph as Turtle, JSON-LD and more."),
    ("query", "Ask the graph in SPARQL."),
    ("ontology", "Check the ontology, or write its reference."),
)


class Commands(click.Group):
    """Finds a command by COMMANDS, so that `--help` imports none of them."""

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

    Exit codes: 0 fine, 1 findings, 2 wrong input or usage, 3 an engine failed, 130 interrupted.
    """


def main() -> None:
    """Run the command line; every error that newsgraph raises becomes one line and an exit code."""
    try:
        command.main(prog_name="newsgraph", standalone_mode=False)
    except click.exceptions.Exit as e:
        sys.exit(e.exit_code)
    except click.ClickException as e:
        e.show()
        sys.exit(e.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except NewsgraphError as e:
        click.echo(f"newsgraph: {e}", err=True)
        sys.exit(e.exit_code)
    except BrokenPipeError:
        # the reader has gone (| head): stay quiet, also when Python flushes at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)

"""`newsgraph validate`"""

from pathlib import Path

import click

from newsgraph.cli.common import language_option, put, quiet_option
from newsgraph.report import SEVERITIES

LEVELS = [s.lower() for s in SEVERITIES]
LEVEL = click.Choice(LEVELS)
FORMATS = click.Choice(["text", "json", "sarif", "github", "junit", "turtle"])
HELP = {
    "shapes": "Shapes to use instead of ours: a file, a folder, or a pattern.",
    "ontology": "Ontology to use instead of ours: a file, a folder, or a pattern.",
    "format": "Form of the report.",
    "input": "Format of the data; by its ending where left out (stdin: turtle).",
    "engine": "auto screens large data before pySHACL judges; pyshacl leaves everything to it.",
    "severity": "Show only these and worse.",
    "fail": "Exit with 1 on these or worse.",
    "most": "How many findings the text shows; 0 for all.",
    "size": "Largest size of a file, unpacked, in MB.",
    "network": "Fetch what shapes and ontology import (owl:imports), and contexts of JSON-LD; else nothing is fetched.",
    "explain": "Explain a shape and validate nothing.",
    "against": "Validate together with a store (newsgraph load), looking again only at what the data can affect.",
    "watch": "Validate again whenever a file changes, until interrupted.",
    "output": "Write the report to a file.",
    "verbose": "List how many focus nodes each shape found.",
}


@click.command(name="validate")
@click.argument("data", nargs=-1)
@click.option("--shapes", "-s", multiple=True, help=HELP["shapes"])
@click.option("--ontology", "-e", multiple=True, help=HELP["ontology"])
@click.option(
    "--format", "-f", "form", type=FORMATS, default="text", show_default=True, help=HELP["format"],
    envvar="NEWSGRAPH_VALIDATE_FORMAT",
)  # fmt: skip
@click.option("--output", "-o", type=click.Path(path_type=Path, allow_dash=True), help=HELP["output"])
@click.option("--input-format", help=HELP["input"])
@click.option(
    "--engine", type=click.Choice(["auto", "pyshacl"]), default="auto", show_default=True, help=HELP["engine"]
)
@click.option("--severity", type=LEVEL, default=LEVELS[-1], show_default=True, help=HELP["severity"])
@click.option("--fail-on", type=LEVEL, default=LEVELS[0], show_default=True, help=HELP["fail"])
@click.option("--max-results", type=click.IntRange(min=0), default=50, show_default=True, help=HELP["most"])
@click.option("--max-size", type=click.IntRange(min=1), default=100, show_default=True, help=HELP["size"])
@click.option("--allow-network", is_flag=True, help=HELP["network"])
@click.option("--against", type=click.Path(path_type=Path, file_okay=False), metavar="STORE", help=HELP["against"])
@click.option("--explain", metavar="SHAPE", help=HELP["explain"])
@click.option("--watch", is_flag=True, help=HELP["watch"])
@click.option("--verbose", "-v", is_flag=True, help=HELP["verbose"])
@language_option
@quiet_option
def command(data: tuple[str, ...], explain: str | None, watch: bool, **options: object) -> None:
    """Validate RDF files (folders, patterns such as 'data/*.ttl', or - for stdin) against the shapes.

    All files together are one graph; each finding names file, line and column. Exit code 1 where there are violations,
    or where a file holds nothing that any shape looks at.
    """
    from newsgraph.cli.beginning import Settings, begun

    settings = Settings(data, **options)  # type: ignore[arg-type]
    if explain is not None:
        from newsgraph.cli.validation import explained

        put(explained(explain, settings).encode(), settings.output)
        return
    if not data:
        raise click.UsageError("Missing argument 'DATA...'.")
    if watch:
        from newsgraph.cli.validation import watched

        watched(settings)
    with begun(settings) as start:
        from newsgraph.cli.validation import validated

        raise SystemExit(validated(settings, start))

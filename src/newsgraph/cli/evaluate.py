"""`newsgraph evaluate`"""

from pathlib import Path

import click

from newsgraph.cli.common import counted, progress, put, quiet_option, say

FORMATS = click.Choice(["text", "json"])
RDF = "Folder with NAME.ttl for each article, to compare instead of reading NAME.txt."
FOLDER = click.Path(path_type=Path)


@click.command(name="evaluate")
@click.argument("gold", type=FOLDER, metavar="GOLD_DIR")
@click.option("--rdf", type=FOLDER, help=RDF)
@click.option("--format", "-f", "fmt", type=FORMATS, default="text", show_default=True, help="Form of the figures.")
@click.option("--verbose", "-v", is_flag=True, help="List every hit, missed fact, wrong fact and bad quote too.")
@quiet_option
def command(gold: Path, rdf: Path | None, fmt: str, verbose: bool, quiet: bool) -> None:
    """Measure the reading of annotated articles: NAME.txt beside NAME.gold.jsonl (docs/evaluate.md).

    Prints precision, recall and F1 of each relation and of all, sources, modality, entities, quotes, and the negatives
    that were fallen into. Exit code 1 where a graph of --rdf is missing or broken (it counts as empty).
    """
    from newsgraph.evaluate import evaluate, render

    found = evaluate(gold, rdf, lambda name: progress(f"reading {name}", quiet))
    put(render(found, fmt, verbose).encode(), None)
    if found.problems:
        say(f"newsgraph: {counted(len(found.problems), 'graph')} counted as empty: {' '.join(found.problems)}")
        raise SystemExit(1)

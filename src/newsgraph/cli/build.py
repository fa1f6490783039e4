"""`newsgraph build`"""

from pathlib import Path

import click

from newsgraph.cli.common import counted, progress, quiet_option, say, show, summary

FOLDER = click.Path(path_type=Path)


@click.command(name="build")
@click.option("--seeds", default=Path("seeds"), show_default=True, type=FOLDER, help="Folder of the articles.")
@click.option("--graph", default=Path("graph"), show_default=True, type=FOLDER, help="Folder of the kept graph.")
@quiet_option
def command(seeds: Path, graph: Path, quiet: bool) -> None:
    """Read every article under seeds/, validate the graph, and write graph/.

    Writes one claims file an article, and all together as newsgraph.ttl and newsgraph.jsonld. Nothing is written
    where the graph has violations. Applies the decisions of graph/reviews/; one that no longer fits is named, and
    the exit code is 1.
    """
    from newsgraph.errors import FindingsError
    from newsgraph.project import assemble, write
    from newsgraph.reviewfile import load

    kept = assemble(seeds, lambda name: progress(f"reading {name}", quiet), load(graph / "reviews"))
    wrong = kept.report.count("Violation")
    show(kept.report, "en", lambda line: say(line, quiet=quiet and not wrong), least="Warning")
    if wrong:
        raise FindingsError(f"not written: {counted(wrong, 'violation')}")
    write(kept, graph)
    size = (counted(len(kept.graphs), "article"), counted(kept.claims, "claim"), counted(len(kept.all), "triple"))
    say(f"{', '.join(size)}; {summary(kept.report)}", quiet=quiet)
    for stale in kept.stale:
        say(f"newsgraph: {stale}")
    if kept.stale:
        raise FindingsError(f"written, but {counted(len(kept.stale), 'stale review')} had no effect")

"""`newsgraph build`"""

from pathlib import Path

import click

from newsgraph.cli.common import progress, quiet_option, say, show, summary


@click.command(name="build")
@click.option("--seeds", default=Path("seeds"), show_default=True, type=click.Path(path_type=Path), help="Folder of the articles.")
@click.option("--graph", default=Path("graph"), show_default=True, type=click.Path(path_type=Path), help="Folder of the kept graph.")
@quiet_option
def command(seeds: Path, graph: Path, quiet: bool) -> None:
    """Read every article under seeds/, validate the graph, and write graph/.

    Writes one claims file an article, and all together as newsgraph.ttl and newsgraph.jsonld. Nothing is written
    where the graph has violations.
    """
    from newsgraph.errors import FindingsError
    from newsgraph.project import assemble, write

    kept = assemble(seeds, lambda name: progress(f"reading {name}", quiet))
    show(kept.report, "en", lambda line: say(line, quiet=quiet), least="Warning")
    if kept.report.count("Violation"):
        raise FindingsError(f"not written: {kept.report.count('Violation')} violations")
    write(kept, graph)
    say(f"{len(kept.graphs)} articles, {kept.claims} claims, {len(kept.all)} triples; {summary(kept.report)}", quiet=quiet)

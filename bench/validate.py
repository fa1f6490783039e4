"""Validation beside pySHACL, pyrudof and Jena: file in, report out, whole processes, on generated news data.

    python bench/validate.py [SIZES] [--parts P,…] [--engines E,…] [--runs N] [--all] [--additions N] [--compare-every]

SIZES are numbers of triples (10000,100000,1000000), PARTS some of:

- engines: with sixty property shapes alone and with three SPARQL constraints beside them (bench/validation), every engine
  takes its turn N (1) times at each size; the best wall time, its ratio to newsgraph's, the processor time of that run and
  the largest memory are printed, and whether the number of results is the planted one; then the growth of newsgraph's time
- clean: a file without faults beside its mere loading, at the largest size
- broken: a file in which every claim is broken, at the largest size
- additions: N (20) additions to a store of the largest size, held to a run over the whole with all of them;
  with --compare-every, each of them to a run of its own, which at a million triples takes half an hour

Without --all pySHACL is spared what takes it minutes. What is not installed is named and skipped. All processes find
their modules compiled, as installed packages have them: each engine starts once before it is measured.
"""

import argparse
import gc
import math
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

HERE = Path(__file__).parent / "validation"
sys.path.insert(0, str(HERE))
import news  # noqa: E402

JENA = Path("/usr/share/java")
PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds on the wall and of processor, megabytes, results found (None: it failed)."""

    wall: float
    cpu: float
    memory: int
    results: int | None


ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
Command = Callable[[Path, Path], list[str]]  # data, shapes


def newsgraph(data: Path, shapes: Path) -> list[str]:
    return [PYTHON, "-m", "newsgraph", "validate", str(data), "--shapes", str(shapes), "--format", "json"]


def pyshacl(data: Path, shapes: Path) -> list[str]:
    return [PYTHON, "-m", "pyshacl", "-s", str(shapes), "-f", "turtle", str(data)]


def pyrudof(data: Path, shapes: Path) -> list[str]:
    code = (
        "import pyrudof, sys; r = pyrudof.Rudof(pyrudof.RudofConfig()); r.read_shacl(open(sys.argv[2]).read());"
        "r.read_data(open(sys.argv[1]).read()); print('results', sum(1 for _ in r.validate_shacl()))"
    )
    return [PYTHON, "-c", code, str(data), str(shapes)]


def jena(data: Path, shapes: Path) -> list[str]:
    return [
        "java",
        "-Xmx3g",
        "-cp",
        classpath(data.parent),
        "shacl.shacl",
        "validate",
        "--data",
        str(data),
        "--shapes",
        str(shapes),
    ]


NEEDED = re.compile(
    r"(jena-[a-z-]+|commons-(cli|codec|csv|io|compress)|dexx[.]collection|gson|guava|http(client|core)[a-z-]*|jcl-over-slf4j|"
    r"jackson-(core|annotations|databind)|jakarta[.]json-api|jsonld-java|protobuf|slf4j-(api|nop)|thrift|titanium-json-ld)[.]jar"
)
MOVED = "org/apache/jena/ext/"


def classpath(folder: Path) -> str:
    """Debian's jars of Jena and what they need.

    Version 4.5.0-2 renamed the packages of its copy of Xerces but not the folders of their messages: they are laid beside.
    """
    with ZipFile(JENA / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(MOVED) and name.endswith(".properties"):
                place = folder / name.removeprefix(MOVED)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(jar.read(name))
    return ":".join([str(folder), *(str(jar) for jar in sorted(JENA.glob("*.jar")) if NEEDED.fullmatch(jar.name))])


ENGINES: tuple[tuple[str, Command], ...] = (
    ("newsgraph", newsgraph),
    ("jena", jena),
    ("pyrudof", pyrudof),
    ("pyshacl", pyshacl),
)
PARTS = ("engines", "clean", "broken", "additions")
Bare = tuple[str, ...]
FOUND = {
    "newsgraph": re.compile(rb'"focusNode"'),
    "pyshacl": re.compile(rb"a sh:ValidationResult"),
    "jena": re.compile(rb"sh:focusNode"),
}


def missing() -> dict[str, str]:
    """The engines that are not here, and what would bring them."""
    absent = {}
    if not any(JENA.glob("*jena-shacl*.jar")) or subprocess.run(["which", "java"], capture_output=True).returncode:
        absent["jena"] = "apt-get install libapache-jena-java default-jre-headless"
    if subprocess.run([PYTHON, "-c", "import pyrudof"], capture_output=True).returncode:
        absent["pyrudof"] = "pip install pyrudof"
    return absent


def measured(name: str, command: list[str]) -> Run:
    """One whole process."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        out.seek(0)
        text = out.read()
    if process.returncode not in (0, 1):
        return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, None)
    found = re.search(rb"results (\d+)", text) if name == "pyrudof" else None
    number = int(found[1]) if found else len(FOUND[name].findall(text)) if name in FOUND else None
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, number)


def spared(name: str, size: int, queries: bool, everything: bool) -> bool:
    """Whether an engine is spared a size."""
    most = {"pyshacl": 10_000 if queries else 100_000, "pyrudof": 1_000_000}
    return not everything and size > most.get(name, size)


def warm(engines: Collection[str], folder: Path) -> None:
    """Start each engine once on a small file, so that its modules are compiled."""
    small = folder / "small.ttl"
    small.write_text("".join(news.turtle(1)))
    for name, command in ENGINES:
        if name in engines and name not in missing():
            measured(name, command(small, HERE / "core.ttl"))


def compare(
    size: int, data: Path, shapes: Path, queries: bool, runs: int, everything: bool, engines: Collection[str]
) -> float:
    """Every engine on one file; newsgraph's wall time."""
    kinds = news.FAULTS + (news.QUERY_FAULTS if queries else ())
    planted = news.planted(size, kinds)
    print(f"\n{size:,} triples, {'core and SPARQL' if queries else 'core'}, {planted} planted results")
    absent, own = missing(), 0.0
    for name, command in (e for e in ENGINES if e[0] in engines):
        if name in absent or spared(name, size, queries, everything):
            print(f"  {name:10} {'skipped: ' + absent.get(name, 'takes minutes, --all runs it')}")
            continue
        best = min((measured(name, command(data, shapes)) for _ in range(runs)), key=lambda r: r.wall)
        own = own or (best.wall if name == "newsgraph" else 0.0)
        right = "right" if best.results == planted else f"{best.results} results"
        ratio = f"{best.wall / own:8.1f} x" if own else " " * 10
        print(f"  {name:10}{best.wall:8.2f} s{ratio}{best.cpu:8.2f} s cpu{best.memory:7,} MB  {right}")
    return own


def loading(data: Path) -> float:
    """Seconds to load a file into a store in memory, the start of Python with it."""
    code = "import pyoxigraph as o, sys; s = o.Store(); s.load(path=sys.argv[1], format=o.RdfFormat.TURTLE)"
    return measured("load", [PYTHON, "-c", code, str(data)]).wall


def clean(size: int, folder: Path) -> None:
    """A file without faults beside its loading."""
    data = folder / "clean.ttl"
    with data.open("w") as out:
        out.write(news.HEAD + "".join(f'ngi:{p} a ng:Place ; rdfs:label "{p}"@de .\n' for p in news.PLACES))
        out.writelines(news.article(n, "") for n in range(news.articles(size)))
    run, load = measured("newsgraph", newsgraph(data, HERE / "core.ttl")), loading(data)
    print(
        f"\nclean file, {size:,} triples: {run.wall:.2f} s, {run.wall / load:.1f} x its loading, {run.results} results"
    )


def broken(size: int, folder: Path) -> None:
    """A file in which every claim breaks three shapes."""
    data = folder / "broken.ttl"
    with data.open("w") as out:
        out.writelines(news.bare(size))
    run, planted = measured("newsgraph", newsgraph(data, HERE / "core.ttl")), 3 * news.CLAIMS * news.articles(size)
    right = "right" if run.results == planted else f"{run.results} instead"
    print(f"every claim broken, {size:,} triples: {run.cpu:.1f} s cpu, {run.memory:,} MB, {planted:,} results, {right}")


def additions(size: int, count: int, data: Path, folder: Path, every: bool) -> None:
    """Articles and parts of articles against a store of that size, in this process, after the modules are loaded (pySHACL
    with its shapes, too, which the command does in a process beside).

    The findings are held to a run over the whole with all of them: they lie far apart, so that none affects another. With
    `every`, those of each to a run over the store and that one addition, too.
    """
    import pyoxigraph as ox

    from newsgraph.increment import validate_against
    from newsgraph.rdf import parse
    from newsgraph.screen import judge

    kept = ox.Store(str(folder / "store"))
    kept.bulk_load(path=str(data), format=ox.RdfFormat.TURTLE)
    kept.flush()
    rules = tuple(t for name in ("core", "sparql") for t in parse((HERE / f"{name}.ttl").read_bytes(), "turtle", name))
    judge.prepare(rules)
    new = [parse(text.encode(), "turtle", "new") for text in added(size, count)]
    before = {bare(r) for r in whole(data, [], rules)}
    times, found, nodes, equal = list[float](), set[Bare](), set[object](), 0
    gc.collect()
    gc.freeze()  # what the comparison holds is no part of what an addition costs
    for number, triples in enumerate(new, 1):
        start = time.process_time()
        told = validate_against(triples, kept, rules)
        times.append(time.process_time() - start)
        found |= {bare(r) for r in told.report}
        nodes |= told.nodes
        if every:
            equal += agrees({bare(r) for r in told.report}, told.nodes, before, whole(data, triples, rules))
            print(f"  {equal} of {number} as a run over the whole", file=sys.stderr, flush=True)
    same = agrees(found, nodes, before, whole(data, [t for triples in new for t in triples], rules))
    times.sort()
    print(
        f"{count} additions to a store of {size:,}: median {times[len(times) // 2]:.2f} s cpu, longest {times[-1]:.2f}; "
        f"{len(found)} findings, {'the same as' if same else 'OTHERS than'} a run over the whole with all of them has"
        + (f"; each alone held to a run of its own: {equal} of {count} the same" if every else "")
    )


def agrees(found: set[Bare], nodes: Collection[object], before: set[Bare], after: Iterable[Any]) -> bool:
    """Whether findings are those that a run over the whole has at these nodes, and no new one lies elsewhere."""
    results = [(bare(r), r.focus_node in nodes) for r in after]
    return found == {r for r, here in results if here} and {r for r, _ in results} - before <= found


def added(size: int, count: int) -> Iterator[str]:
    """New articles, and pieces of some that are there already, with each fault in its turn."""
    dice, known = random.Random(7), news.articles(size)
    kinds = ("", *news.FAULTS, *news.QUERY_FAULTS)
    for n in range(count):
        number = known + 20 * (n + 1) if n % 2 else 20 * (n + 1) % max(20, known - 20)
        text = news.article(number, kinds[n % len(kinds)])
        statements = text.split(" .\n")[:-1]
        some = statements if n % 2 else dice.sample(statements, min(len(statements), 5))
        yield news.HEAD + "".join(f"{s} .\n" for s in some)


def whole(data: Path, triples: list[Any], rules: Any) -> Any:
    """The report on a file of Turtle together with some triples."""
    import pyoxigraph as ox

    from newsgraph.shape import load, validate

    more = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    documents = [(data.read_bytes(), "turtle", "file:data")] + ([(more, "n-triples", "file:more")] if more else [])
    loaded = load(documents)
    assert loaded is not None
    return validate(loaded, rules)


def bare(result: Any) -> Bare:
    """A result but for its value, which a store may write in another way, and the label of its shape."""
    return str(result.focus_node), result.path, result.component, str(result.severity)


def numbers(text: str) -> list[int]:
    """Numbers with commas between them."""
    return [int(part) for part in text.split(",")]


def options(words: list[str]) -> argparse.Namespace:
    """What the command line asks for. Exits with 2 on what it does not know."""
    names = [name for name, _ in ENGINES]

    def some(known: Collection[str]) -> Callable[[str], list[str]]:
        def read(text: str) -> list[str]:
            if unknown := sorted({*text.split(",")} - {*known}):
                raise argparse.ArgumentTypeError(f"no {', '.join(unknown)}; there are {', '.join(known)}")
            return text.split(",")

        return read

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "sizes", nargs="?", type=numbers, default=[10_000, 100_000, 1_000_000], help="numbers of triples"
    )
    parser.add_argument("--parts", type=some(PARTS), default=[*PARTS], help=", ".join(PARTS))
    parser.add_argument("--engines", type=some(names), default=names, help=", ".join(names))
    parser.add_argument("--runs", type=int, default=1, help="the best of so many")
    parser.add_argument("--all", action="store_true", help="spare pySHACL nothing")
    parser.add_argument("--additions", type=int, default=20, help="how many")
    parser.add_argument("--compare-every", action="store_true", help="hold each addition to a run of its own")
    return parser.parse_args(words)


def engines(asked: argparse.Namespace, folder: Path) -> None:
    """Every engine at every size, and how newsgraph's time grows."""
    print("best wall time, ratio to newsgraph's, processor time, largest memory, results")
    warm(asked.engines, folder)
    own: dict[int, float] = {}
    both = folder / "both.ttl"
    both.write_text((HERE / "core.ttl").read_text() + (HERE / "sparql.ttl").read_text())
    for size in asked.sizes:
        for shapes, queries in ((HERE / "core.ttl", False), (both, True)):
            took = compare(size, written(size, folder), shapes, queries, asked.runs, asked.all, asked.engines)
            own.setdefault(size, took)
    if len(asked.sizes) > 1 and all(own.values()):
        a, b = asked.sizes[-2:]
        print(f"\ngrowth from {a:,} to {b:,}: exponent {math.log(own[b] / own[a]) / math.log(b / a):.2f}")


def written(size: int, folder: Path) -> Path:
    """The file of data of that size, made where it is not there."""
    data = folder / f"{size}.ttl"
    if not data.exists():
        with data.open("w") as out:
            out.writelines(news.turtle(size))
    return data


def main(asked: argparse.Namespace) -> None:
    """The parts that are asked for."""
    largest = asked.sizes[-1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "engines" in asked.parts:
            engines(asked, folder)
        if "clean" in asked.parts:
            clean(largest, folder)
        if "broken" in asked.parts:
            broken(largest, folder)
        if "additions" in asked.parts and asked.additions > 0:
            additions(largest, asked.additions, written(largest, folder), folder, asked.compare_every)
    print(f"memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB")


if __name__ == "__main__":
    main(options(sys.argv[1:]))

"""Exporting: big graphs in little memory, the store's graphs, whole files or none."""

import gzip
import os
import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest
from killing import killed

from newsgraph import linesort, turtle
from newsgraph.belonging import parts
from newsgraph.errors import InputError
from newsgraph.export import from_store
from newsgraph.files import writing
from newsgraph.formats import FORMATS, named
from newsgraph.loading import load
from newsgraph.namespace import expand
from newsgraph.rdf import parse, read, streamed, union
from newsgraph.selection import ALL, Selection
from newsgraph.store import reading
from newsgraph.store import writing as store_writing

ROOT = Path(__file__).parents[1]
GRAPH = union(read(ROOT / "graph" / "newsgraph.ttl"))
HEAD = "@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."


def article(name: str) -> list[ox.Triple]:
    text = f"""{HEAD} ngi:article-{name} a ng:Article . ngi:claim-{name} a ng:Claim ; ng:statedIn ngi:article-{name} ;
        ng:subject ngi:a ; ng:predicate ng:provides ; ng:object ngi:{name} ; ng:assertedBy ngi:agent-{name} .
        ngi:a rdfs:label "A" ; ng:provides ngi:{name} . ngi:{name} rdfs:label "{name}" . ngi:m ng:value 20.0 ."""
    return parse(text.encode(), "turtle", name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ox.Store]:
    """Two articles and a known name."""
    for graph in (article("x"), article("y"), parse(f'{HEAD} ngi:known rdfs:label "K" .'.encode(), "turtle", "n")):
        with store_writing(tmp_path / "store") as opened:
            load(opened, parts(graph).items())
    with reading(tmp_path / "store") as opened:
        yield opened


def exported(store: ox.Store, fmt: str, wanted: Selection = ALL) -> bytes:
    out = BytesIO()
    from_store(store, fmt, named(fmt).write, wanted, out)
    return out.getvalue()


def quads(content: bytes, fmt: ox.RdfFormat) -> set[ox.Quad]:
    return set(ox.parse(content, format=fmt))


def test_n_quads_and_trig_keep_the_named_graphs(store: ox.Store) -> None:
    lines = exported(store, "n-quads")
    assert quads(lines, ox.RdfFormat.N_QUADS) == quads(exported(store, "trig"), ox.RdfFormat.TRIG)
    graphs = [q.graph_name.value.rpartition("/")[2] for q in ox.parse(lines, format=ox.RdfFormat.N_QUADS)]
    assert list(dict.fromkeys(graphs)) == ["names", "article-x", "article-y"]
    of_x = [line for line in lines.splitlines() if line.endswith(b"/article-x> .")]
    assert of_x == sorted(of_x)
    assert len(of_x) == len(article("x"))


def test_all_other_formats_say_what_the_union_says(store: ox.Store) -> None:
    union_of = {q.triple for q in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}
    pointed = {ox.Triple(t.subject, t.predicate, ox.Literal("20.0", datatype=expand("xsd:decimal"))) if t.predicate == expand("ng:value") else t for t in union_of}  # fmt: skip
    for fmt in ("turtle", "json-ld", "n-triples", "rdf-xml"):
        assert set(parse(exported(store, fmt), fmt, "d")) == pointed
    lines = exported(store, "n-triples").splitlines()
    assert lines == sorted(set(lines))
    assert len(FORMATS) == 10


def test_a_filter_keeps_the_graphs_that_it_leaves_something_of(store: ox.Store) -> None:
    wanted = Selection(sources=frozenset([expand("ngi:agent-x")]))
    found = quads(exported(store, "n-quads", wanted), ox.RdfFormat.N_QUADS)
    assert found == quads(exported(store, "trig", wanted), ox.RdfFormat.TRIG)
    assert {q.graph_name for q in found} == {expand("ngi:article-x")}
    assert expand("ngi:y") not in {q.object for q in found}
    with pytest.raises(InputError, match="nothing in the store passes the filters"):
        exported(store, "n-quads", Selection(sources=frozenset([expand("ngi:nobody")])))


@pytest.mark.parametrize("run", [1, 7, 100, 100_000])
def test_lines_come_sorted_and_once_by_way_of_the_disk_or_not(run: int) -> None:
    mixed = GRAPH + GRAPH[::3]
    random.Random(3).shuffle(mixed)
    lines = list(linesort.sorted_lines(mixed[:1500], run))
    expected = sorted({f"{t} .\n".encode() for t in mixed[:1500]})
    assert lines == expected
    assert b"".join(expected) == linesort.write(mixed[:1500])


def test_the_lines_of_a_sorted_graph_need_no_sorting() -> None:
    assert linesort.in_order(GRAPH) == linesort.write(reversed(GRAPH))
    whole = [
        ox.Triple(expand("ngi:a"), expand("ng:value"), ox.Literal(n, datatype=expand("xsd:decimal")))
        for n in ("20", "20.0")
    ]
    assert linesort.in_order(union(whole)).count(b"\n") == 1


def test_a_file_of_lines_streams_to_what_it_reads_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.nt"
    blanks = [ox.Triple(ox.BlankNode(f"z{i}"), expand("ng:object"), ox.BlankNode(f"z{i + 1}")) for i in range(5)]
    file.write_bytes(linesort.write([*blanks, *GRAPH[:50]]))
    assert list(streamed(file)) == read(file)


def test_a_packed_file_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("a.gz", "b.gz"):
        with writing(tmp_path / name) as out:
            out.write(turtle.write(GRAPH))
        time.sleep(0.01)
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    assert gzip.decompress((tmp_path / "a.gz").read_bytes()) == turtle.write(GRAPH)


def test_an_error_half_way_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "a.nt"
    file.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), writing(file) as out:
        out.write(b"new" * 100_000)
        raise ZeroDivisionError
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


LOOP = """
import sys
from pathlib import Path
from newsgraph.files import writing
made, folder = Path(sys.argv[1]), Path(sys.argv[2])
whole = {f"{file.name}{packed}": file.read_bytes() for file in sorted(made.iterdir()) for packed in ("", ".gz")}
print("ready", flush=True)
while True:
    for name, content in whole.items():
        with writing(folder / name) as out:
            for i in range(0, len(content), 512):
                out.write(content[i : i + 512])
    print("round", flush=True)
"""


@pytest.mark.slow
def test_killed_at_any_moment_no_file_is_half_written(tmp_path: Path) -> None:
    made, folder = tmp_path / "made", tmp_path / "out"
    made.mkdir()
    folder.mkdir()
    for fmt in FORMATS:
        (made / f"a{fmt.ending}").write_bytes(fmt.write(GRAPH))
    seen = set[str]()
    for _ in killed(LOOP, made, folder):
        for file in folder.iterdir():
            if not file.name.startswith("."):  # a finished file on the way to its name; or where no nameless files are
                content = file.read_bytes()
                content = gzip.decompress(content) if file.suffix == ".gz" else content
                assert content == (made / file.name.removesuffix(".gz")).read_bytes()
                seen.add(file.name)
                file.unlink()
    assert len(seen) == 2 * len(FORMATS)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() or subprocess.run([mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder], capture_output=True).returncode:  # fmt: skip
        pytest.skip("full disk: mounting a tmpfs is not permitted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda f: f.name)
def test_a_full_disk_is_told_and_the_old_file_stays(fmt, small_disk: Path) -> None:
    file = small_disk / f"a{fmt.ending}"
    file.write_bytes(b"old")
    content = fmt.write(GRAPH)
    with pytest.raises(InputError) as found, writing(file) as out:
        for _ in range(20):
            out.write(content)
    assert str(found.value) == f"{file}: cannot be written: no space left on device"
    assert file.read_bytes() == b"old"
    assert list(small_disk.iterdir()) == [file]

"""What a file holds, graph by graph."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph import share
from newsgraph.errors import InputError, SyntaxFault
from newsgraph.files import pieces
from newsgraph.share import shares, shares_of

QUADS = b"".join(b"<x:s%d> <x:p> _:b%d <x:g%d> .\n" % (i, i % 3, i // 40) for i in range(100))


def found(path: Path) -> dict[str, set[str]]:
    """The triples of each graph, from all its shares."""
    everything: dict[str, set[str]] = {}
    for graph, triples in shares(path):
        everything.setdefault(str(graph), set()).update(map(str, triples))
    return everything


def test_quads_in_pieces_are_those_of_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.nq"
    file.write_bytes(QUADS)
    whole = found(file)
    assert {graph: len(triples) for graph, triples in whole.items()} == {"<x:g0>": 40, "<x:g1>": 40, "<x:g2>": 20}
    monkeypatch.setattr(share, "PIECE", 100)
    assert found(file) == whole
    assert len({line.split()[2] for triples in whole.values() for line in triples}) == 3


def test_a_fault_in_a_later_piece_has_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share, "PIECE", 100)
    (tmp_path / "a.nq").write_bytes(QUADS + b"nonsense\n")
    with pytest.raises(SyntaxFault, match=r"a\.nq:101:"):
        list(shares(tmp_path / "a.nq"))


def test_graphs_of_trig_are_kept_and_what_has_none_is_parted() -> None:
    text = b"<x:g> { <x:a> <x:b> 1 } <x:a> <x:b> 2 . _:g { <x:a> <x:b> 3 }"
    assert [(str(graph), len(triples)) for graph, triples in shares_of(text, "trig", "t")] == [
        ("<x:g>", 1),
        ("None", 2),
    ]


def test_pieces_hold_whole_lines_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_bytes(QUADS)
    (tmp_path / "a.nq.gz").write_bytes(gzip.compress(QUADS[:500]) + gzip.compress(QUADS[500:]))
    for name in ("a.nq", "a.nq.gz"):
        parts = list(pieces(tmp_path / name, 64))
        assert b"".join(parts) == QUADS
        assert len(parts) > 20 and all(part.endswith(b"\n") for part in parts)


def test_bombs_and_broken_files_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgraph.files.LIMIT", 1000)
    cases = {
        "bomb.nq.gz": (gzip.compress(b" \n" * 1_000_000), "unpacks to more than 200 times its size"),
        "cut.nq.gz": (gzip.compress(QUADS)[:-20], "truncated or broken gzip"),
        "none.nq.gz": (b"no gzip", "cannot be read: not a gzipped file"),
        "empty.nq": (b"", "is empty, RDF was expected"),
    }
    for name, (content, word) in cases.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(InputError, match=word):
            list(shares(tmp_path / name))
    with pytest.raises(InputError, match="no such file"):
        list(shares(tmp_path / "gone.nq"))


def test_what_a_file_says_twice_counts_once() -> None:
    ((_, triples),) = shares_of(b"<x:a> <x:b> 1 . <x:a> <x:b> 1 .", "turtle", "t")
    assert triples == [ox.Triple(ox.NamedNode("x:a"), ox.NamedNode("x:b"), ox.Literal(1))]

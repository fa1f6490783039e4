"""`newsgraph map`"""

import gzip
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

TEXT = b"Die Firma Beispiel AG investiert 3 Millionen Euro in Hamburg.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A plain text in a folder of its own."""
    path = tmp_path / "texts/meldung.txt"
    path.parent.mkdir()
    path.write_bytes(TEXT)
    return path


def test_stdin_to_stdout_is_turtle(run) -> None:
    done = run("map", "-", stdin=TEXT)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"a ng:Article" in done.stdout
    assert run("map", "-", "-o", "-", stdin=TEXT).stdout == done.stdout


@pytest.mark.parametrize("folder", ["new", "new/deep", "new.d/", "there"])
def test_a_folder_gets_one_file_an_article(run, article: Path, tmp_path: Path, folder: str) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "elsewhere").mkdir()
    done = run("map", "../texts/meldung.txt", "-o", f"../{folder}", cwd=tmp_path / "elsewhere")
    assert done.returncode == 0
    assert [f.name for f in (tmp_path / folder).iterdir()] == ["meldung.ttl"]
    assert done.stderr.startswith(b"read 1 article: ")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_several_articles_to_a_folder_or_to_one_file(run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "zwei.md").write_bytes(b"+++\n+++\nEs regnet.\n")
    assert run("map", article, "zwei.md", "-o", "out", "-f", "json-ld").returncode == 0
    assert sorted(f.name for f in (tmp_path / "out").iterdir()) == ["meldung.jsonld", "zwei.jsonld"]
    done = run("map", article, "zwei.md", "-o", "all.nt")
    assert (done.returncode, (tmp_path / "all.nt").read_bytes().count(b"ontology#Article>")) == (0, 2)


ENDINGS = {
    "a.ttl": ox.RdfFormat.TURTLE,
    "a.jsonld": ox.RdfFormat.JSON_LD,
    "a.nt": ox.RdfFormat.N_TRIPLES,
    "a.nq": ox.RdfFormat.N_QUADS,
    "a.trig": ox.RdfFormat.TRIG,
    "a.rdf": ox.RdfFormat.RDF_XML,
    "a.ttl.gz": ox.RdfFormat.TURTLE,
    "a.jsonld.gz": ox.RdfFormat.JSON_LD,
}


@pytest.mark.parametrize("name", ENDINGS)
def test_the_ending_chooses_the_format_and_gz_packs(run, article: Path, tmp_path: Path, name: str) -> None:
    assert run("map", article, "-q", "-o", name).stderr == b""
    content = (tmp_path / name).read_bytes()
    plain = gzip.decompress(content) if name.endswith(".gz") else content
    assert len(list(ox.parse(plain, format=ENDINGS[name]))) > 5
    assert len(ENDINGS) == 8


def test_the_format_option_wins_over_the_ending(run, article: Path, tmp_path: Path) -> None:
    assert run("map", article, "-f", "json-ld", "-o", "a.txt").returncode == 0
    assert "@context" in json.loads((tmp_path / "a.txt").read_text("utf-8"))


def test_issued_is_written_and_wins_over_the_head(run) -> None:
    head = b"+++\nissued = 2020-02-02\n+++\n"
    assert b'dcterms:issued "2020-02-02"^^xsd:date' in run("map", "-", stdin=head + TEXT).stdout
    done = run("map", "-", "--issued", "2025-01-24", stdin=head + TEXT)
    assert b'dcterms:issued "2025-01-24"^^xsd:date' in done.stdout


def test_individuals_go_into_the_namespace_of_the_user(run) -> None:
    out = run("map", "-", "--base", "https://example.org/id/", "-f", "n-triples", stdin=TEXT).stdout
    assert b"<https://example.org/id/article-" in out
    assert b"w3id.org/newsgraph/id/" not in out


def test_a_windows_article_is_read(run) -> None:
    crlf = run("map", "-", stdin=b"\xef\xbb\xbf+++\r\nissued = 2025-01-24\r\n+++\r\n" + TEXT.replace(b"\n", b"\r\n"))
    assert (crlf.returncode, crlf.stdout.count(b"a ng:Article")) == (0, 1)
    assert b'dcterms:issued "2025-01-24"' in crlf.stdout


def test_a_name_that_is_no_utf8_is_read(run, tmp_path: Path) -> None:
    path = Path(str(tmp_path) + "/b\udcff.txt")
    path.write_bytes(TEXT)
    done = run("map", path)
    assert (done.returncode, "article b\ufffd" in done.stdout.decode()) == (0, True)


def test_unread_sentences_are_listed_with_their_place(run, tmp_path: Path) -> None:
    text = "+++\n+++\nEs regnet.\nDer Wert liegt bei 7 Prozent. Der Konzern Alphagen betreibt die App Gammat.\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    done = run("map", "--unread", "a.md")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"a.md:4:1: Der Wert liegt bei 7 Prozent.\n"
    assert run("map", "--unread", "-", stdin=text.encode()).stdout == b"stdin:2:1: Der Wert liegt bei 7 Prozent.\n"
    assert run("map", "--unread", "a.md", "-o", "x.ttl").returncode == 2

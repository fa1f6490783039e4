"""Broken files, each with the place, the message and the help that it must get: cases.toml over files/."""

import gzip
import json
import tomllib
from pathlib import Path

import pytest

from newsgraph.cli.complaint import printable
from newsgraph.cli.validate import command

HERE = Path(__file__).parent
FILES = HERE / "files"
CASES = tomllib.loads((HERE / "cases.toml").read_text("utf-8"))["case"]
NGS = "https://w3id.org/newsgraph/shapes#"
Out = pytest.CaptureFixture[bytes]


def validated(file: str, capture: Out) -> tuple[int, bytes, str]:
    """Exit code, stdout, error of the command."""
    with pytest.raises(SystemExit) as ended:
        command.main([file, "-f", "json", "--severity", "violation"], standalone_mode=False)
    told = capture.readouterr()
    errors = [line for line in told.err.decode().splitlines() if line.startswith("newsgraph: ")]
    return int(str(ended.value.code)), told.out, "\n".join(errors).removeprefix("newsgraph: ")


def finding(result: dict[str, object]) -> dict[str, object]:
    """A result as cases.toml writes it."""
    told = {
        "at": f"{result['line']}:{result['column']}",
        "shape": str(result["shape"]).removeprefix(NGS),
        "says": result["message"],
        "help": result["suggestion"] or "",
    }
    return told | ({"path": result["documentPath"]} if "documentPath" in result else {})


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_a_broken_file_is_told_exactly(case: dict, capfdbinary: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FILES)
    code, out, error = validated(case["file"], capfdbinary)
    assert (code, error) == (case["exit"], case.get("error", ""))
    told = json.loads(out)
    if code == 2:
        (broken,) = told["unreadable"]
        place = ":".join(str(broken[k]) for k in ("file", "line", "column") if broken[k])
        assert printable(f"{place}: {broken['message']}") == error
        assert (told["conforms"], told["results"]) == (False, [])
        return
    expected = [{k: v for k, v in f.items() if k != "text"} for f in case.get("findings", [])]
    assert [finding(r) for r in told["results"]] == expected
    assert told["unmatched"] == ([case["file"]] if case.get("unmatched") else [])
    assert told["conforms"] == (code == 0)


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_the_text_stands_at_the_place(case: dict) -> None:
    """The expectations themselves: what is said to stand at a line and column does."""
    content = (FILES / case["file"]).read_bytes()
    if not case.get("findings"):
        return
    unpacked = gzip.decompress(content) if case["file"].endswith(".gz") else content
    lines = unpacked.decode("utf-8-sig").split("\n")
    for f in case["findings"]:
        line, column = map(int, f["at"].split(":"))
        assert lines[line - 1][column - 1 :].startswith(f["text"])


def test_every_file_has_a_case() -> None:
    assert [case["file"] for case in CASES] == sorted(f.name for f in FILES.iterdir())
    assert len(CASES) == 119
    assert [sum(case["exit"] == code for case in CASES) for code in (0, 1, 2)] == [3, 78, 38]

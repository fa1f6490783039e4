"""The compiled form of the reader: what the build hook makes of the sources, and that it reads the same bytes."""

import ast
import filecmp
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "newsgraph"
COMPILED = ROOT / "build" / "compiled"
ARTICLES = sorted((ROOT / "tests" / "articles").glob("*.txt"))[::6]
PATTERNS = ROOT / "patterns" / "de"
GAPPED = "Die Behörde straft Hellbach und Lendus. Auf Hellbach entfallen 5 Millionen Euro, auf Lendus 2 Millionen Euro."
READ = """
import hashlib, json, sys, tomllib
from pathlib import Path
from newsgraph import reading
from newsgraph.article import parse
from newsgraph.build import build
patterns = [tomllib.loads(f.read_text("utf-8")) for f in sorted(Path(sys.argv[1]).glob("*.toml"))]
said = [e["text"] for p in patterns for key in ("example", "refusal") for e in p.get(key, ())]
texts = [sys.argv[2].encode(), *(s.encode() for s in said), *(Path(f).read_bytes() for f in sys.argv[3:])]
read = [reading.read_article(parse(text, "any.txt")) for text in texts]
triples = [sorted(map(str, build(r))) for r in read]
digest = hashlib.sha256(repr((read, triples)).encode()).hexdigest()
print(json.dumps([Path(reading.__file__).suffix, digest, len(texts)]))
"""


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    pytest.importorskip("hatchling")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path) -> tuple[str, str]:
    """What the package on this path is (.py or .so), and the hash of what it reads: articles, and every pattern's examples."""
    environment = {**os.environ, "PYTHONPATH": str(path)}
    call = [sys.executable, "-c", READ, str(PATTERNS), GAPPED, *map(str, ARTICLES)]
    done = subprocess.run(call, env=environment, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    suffix, digest, number = json.loads(done.stdout)
    assert number > 600
    return suffix, digest


@pytest.fixture(scope="module")
def plain() -> str:
    suffix, digest = read(ROOT / "src")
    assert suffix == ".py"
    return digest


def test_the_hook_takes_what_an_article_goes_through(hook: ModuleType) -> None:
    names = hook.closure(PACKAGE)
    assert {"reading", "build", "viterbi", "chunk", "frame", "slot", "time_slot"} <= names
    assert len(names) > 100
    assert not names & hook.LEFT
    assert not {"cli", "store", "validate", "shape"} & names


def test_it_writes_out_how_values_are_made(hook: ModuleType) -> None:
    frozen = "@frozen\nclass A:\n    x: int\n    y: str = 'z'\n"
    maker = "    def __init__(self, x: int, y: str = 'z') -> None:\n        self.x = x\n        self.y = y\n"
    assert maker in hook.adapted(frozen)
    filled = """@dataclass(frozen=True, slots=True)
class B:
    d: dict[str, int] = field(default_factory=dict)
    e: list[int] = field(init=False, default_factory=list)
    f: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "f", len(self.d))
"""
    adapted = hook.adapted("from dataclasses import dataclass, field\n" + filled)
    assert (
        "def __init__(self, d: dict[str, int] | None = None) -> None:\n        self.d = {} if d is None else d\n"
        in adapted
    )
    assert "        self.e = []\n        self.__post_init__()\n" in adapted
    assert "        self.f = len(self.d)\n" in adapted
    made: dict[str, Any] = {}
    exec(adapted, made)
    assert (made["B"]({"a": 1}).f, made["B"]().d, made["B"]().e) == (1, {}, [])
    assert hook.adapted("@dataclass\nclass C(A):\n    x: int\n").count("__init__") == 0  # the fields of A come first


def test_what_a_function_remembers_stands_in_a_dict(hook: ModuleType) -> None:
    source = """from functools import cache, lru_cache
ASKED = []

@lru_cache(4)
def length(code: str, word: str) -> int | None:
    ASKED.append(word)
    return len(word) or None


class Words:
    @cache
    def joined(self, one: str, *others: str) -> str:
        ASKED.append(one)
        return "".join((one, *others))
"""
    made: dict[str, Any] = {}
    exec(hook.adapted(source), made)
    length, words, asked = made["length"], made["Words"](), made["ASKED"]
    assert [length("de", w) for w in ("a", "bb", "", "a", "")] == [1, 2, None, 1, None]
    assert asked == ["a", "bb", ""]
    assert [length("de", w) for w in ("ccc", "dddd", "ccc")] == [3, 4, 3]  # four were known, so the older two went
    assert [length("de", w) for w in ("", "a", "bb")] == [None, 1, 2]
    assert asked == ["a", "bb", "", "ccc", "dddd", "a", "bb"]
    assert [words.joined("x"), words.joined("x", "y"), words.joined("x")] == ["x", "xy", "x"]
    assert asked[7:] == ["x", "x"]


def test_tables_are_dicts_and_tokens_tuples(hook: ModuleType) -> None:
    assert hook.adapted("def f(a: Mapping[str, int], t: Sequence[Token]) -> int: ...\n") == (
        "def f(a: dict[str, int], t: tuple[Token, ...]) -> int: ...\n"
    )
    assert hook.adapted("for a, b in zip(c, d, strict=True): ...\n") == "for a, b in zip(c, d): ...\n"


def test_it_leaves_no_tuple_that_the_compiler_stumbles_over(hook: ModuleType) -> None:
    assert hook.adapted('a = "ü" in (*b, "c")\n') == 'a = "ü" in tuple((*b, "c"))\n'
    assert hook.adapted("a = b != [*c]\n") == "a = b != [*c]\n"  # a tuple equals no list


def test_tags_are_looked_for_in_sets(hook: ModuleType) -> None:
    source = "from newsgraph.x import Y\n\nFULL = ('VV',)\n\n\ndef f(t, some):\n    return not t.is_a('NN', *FULL) and t.is_a(*some)\n"
    found = hook.adapted(source)
    assert "return not (t.tag in _TAGS_0) and t.is_a(*some)" in found  # what is no constant is asked as before
    assert "_TAGS_0: \"Final[frozenset[str]]\" = tags_beginning('NN', *FULL)" in found
    assert hook.adapted("def f(t):\n    return t\n").count("_TAGS_") == 0


def test_what_it_makes_of_the_sources_reads_the_same_bytes(hook: ModuleType, plain: str, tmp_path: Path) -> None:
    """The adapted sources are Python still, so this needs no compiler."""
    for file in sorted(PACKAGE.rglob("*")):
        target = tmp_path / "src" / "newsgraph" / file.relative_to(PACKAGE)
        if file.is_file() and "__pycache__" not in file.parts:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    names = hook.closure(PACKAGE)
    for name in names:
        adapted = hook.adapted((PACKAGE / f"{name}.py").read_text("utf-8"))
        ast.parse(adapted)
        (tmp_path / "src" / "newsgraph" / f"{name}.py").write_text(adapted, "utf-8")
    for folder in ("ontology", "shapes", "languages", "patterns", "graph", "seeds"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    assert len(ARTICLES) == 52
    assert read(tmp_path / "src") == (".py", plain)


def test_the_compiled_form_reads_the_same_bytes(plain: str) -> None:
    folder = COMPILED / "newsgraph"
    if not folder.is_dir():
        pytest.skip("build/compiled is not there: `make compile` makes it")
    if filecmp.cmpfiles(PACKAGE, folder, [f.name for f in PACKAGE.glob("*.py")], shallow=False)[1:] != ([], []):
        pytest.skip("build/compiled was made of other sources: `make compile` makes it anew")
    suffix, digest = read(COMPILED)
    assert suffix in (".so", ".pyd")
    assert digest == plain


def test_without_the_variable_nothing_is_compiled(hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(hook.VARIABLE, raising=False)
    built = hook.CustomBuildHook(str(ROOT), {}, None, None, "", "wheel")
    given = {"force_include": {}, "pure_python": True}
    built.initialize("standard", given)
    assert given == {"force_include": {}, "pure_python": True}
    assert built.dependencies() == []
    monkeypatch.setenv(hook.VARIABLE, "1")
    assert [d.partition(">")[0] for d in built.dependencies()] == ["mypy", "setuptools"]
    built.initialize("editable", given)
    assert given == {"force_include": {}, "pure_python": True}

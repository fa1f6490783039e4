"""However newsgraph is installed, it finds its data: wheel from sdist, editable, bare checkout, zip."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from newsgraph.data import FOLDERS

ROOT = Path(__file__).parents[1]
TEXT = "Die Firma Beispiel AG investiert 3 Millionen Euro in Hamburg.\n"
FIND = "from newsgraph.data import FOLDERS, folder; print(*[sum(1 for _ in folder(f).iterdir()) > 0 for f in FOLDERS])"
FOUND = "True True True True True True\n"
SHAPES = "from newsgraph.shape import our_shapes; print(len(our_shapes()) > 500)"

pytestmark = pytest.mark.slow


def python(*arguments: object, cwd: Path, path: Path | None = None) -> str:
    """What a Python says that knows the libraries, and newsgraph only from `path`."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | ({"PYTHONPATH": str(path)} if path else {})
    done = subprocess.run([sys.executable, *map(str, arguments)], cwd=cwd, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, so that building leaves nothing behind; data that is new need not be committed."""
    copy = tmp_path_factory.mktemp("copy") / "newsgraph"
    unwanted = shutil.ignore_patterns(".*", "__pycache__", "dist", "build", "html")
    shutil.copytree(ROOT, copy, ignore=unwanted)
    for name in ("README.md", "LICENSE"):
        (copy / name).touch()
    return copy


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist as `pip` and package indexes do."""
    out = tmp_path_factory.mktemp("dist")
    python("-m", "build", "--no-isolation", "--outdir", out, source, cwd=out)
    assert len(list(out.glob("*.tar.gz"))) == 1
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is installed."""
    target = tmp_path_factory.mktemp("site")
    python("-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", target, wheel, cwd=target)
    return target


def test_the_wheel_holds_the_data_of_the_checkout(wheel: Path, source: Path) -> None:
    files = (f for name in FOLDERS for f in (source / name).rglob("*") if f.is_file())
    expected = {f"newsgraph/{f.relative_to(source).as_posix()}": f.read_bytes() for f in files}
    with zipfile.ZipFile(wheel) as archive:
        shipped = {name: archive.read(name) for name in archive.namelist()}
    data = {n: v for n, v in shipped.items() if n.split("/")[1] in FOLDERS}
    assert sorted(data) == sorted(expected)
    assert [name for name in expected if data[name] != expected[name]] == []
    assert len(expected) > 50


def test_the_wheel_holds_every_module_and_no_test(wheel: Path, source: Path) -> None:
    expected = {f.relative_to(source / "src").as_posix() for f in (source / "src").rglob("*.py")}
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name for name in names if name.endswith(".py")} == expected
    assert [n for n in names if not n.startswith("newsgraph") or "tests" in n] == []


def test_the_installed_wheel_reads_an_article_in_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    python("-m", "newsgraph", "map", "a.txt", "-o", "out", cwd=tmp_path, path=installed)
    assert "a ng:Article" in (tmp_path / "out/a.ttl").read_text("utf-8")
    assert python("-m", "newsgraph", "query", "who-says-how-much", cwd=tmp_path, path=installed).startswith("investor")
    where = python("-c", "import newsgraph; print(newsgraph.__file__)", cwd=tmp_path, path=installed)
    assert where.strip() == str(installed / "newsgraph/__init__.py")


def test_the_installed_wheel_has_the_command(installed: Path, tmp_path: Path) -> None:
    assert python(installed / "bin/newsgraph", "--version", cwd=tmp_path, path=installed).startswith("newsgraph ")


def test_an_editable_install_finds_its_data(source: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    options = ("--no-deps", "--no-index", "--no-build-isolation", "--target", site)
    python("-m", "pip", "install", "-q", *options, "-e", source, cwd=tmp_path)
    (link,) = site.glob("*.pth")
    assert Path(link.read_text().strip()) == source / "src"
    assert python("-c", f"import site; site.addsitedir({str(site)!r}); {FIND}", cwd=tmp_path) == FOUND


@pytest.mark.parametrize("code", [FIND, SHAPES])
def test_a_bare_checkout_finds_its_data(source: Path, tmp_path: Path, code: str) -> None:
    assert python("-c", code, cwd=tmp_path, path=source / "src") in (FOUND, "True\n")


@pytest.mark.parametrize("code", [FIND, SHAPES])
def test_a_zip_finds_its_data(wheel: Path, tmp_path: Path, code: str) -> None:
    assert python("-c", code, cwd=tmp_path, path=wheel) in (FOUND, "True\n")


def test_a_zip_answers_questions(wheel: Path, tmp_path: Path) -> None:
    assert python("-m", "newsgraph", "query", "who-says-how-much", cwd=tmp_path, path=wheel).startswith("investor")

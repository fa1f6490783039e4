"""Files are read whole or not at all, and written whole or not at all."""

import gzip
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph import files
from newsgraph.errors import InputError
from newsgraph.files import read_bytes, write_bytes

SOURCE = Path(files.__file__).parents[1]
PACKED = gzip.compress(b"text" * 1000)

# what is wrong, the bytes of x.gz, the error
BROKEN = [
    ("truncated", PACKED[:-9], "is a truncated gzip file"),
    ("cut in the head", PACKED[:5], "is a truncated gzip file"),
    ("not gzip", b"plain text", "is no gzip file"),
    ("wrong checksum", PACKED[:-8] + b"\0" * 8, "is a damaged gzip file (CRC check failed"),
    ("something after the end", PACKED + b"rest", "is a damaged gzip file (Not a gzipped file"),
]


def leftovers(folder: Path) -> list[str]:
    """Temporary files in a folder."""
    return [f.name for f in folder.iterdir() if f.name.endswith(".tmp")]


@pytest.mark.parametrize(("content", "error"), [(c, e) for _, c, e in BROKEN], ids=[w for w, _, _ in BROKEN])
def test_broken_gzip_is_told(tmp_path: Path, content: bytes, error: str) -> None:
    (tmp_path / "x.gz").write_bytes(content)
    with pytest.raises(InputError) as found:
        read_bytes(tmp_path / "x.gz")
    assert str(found.value).startswith(f"{tmp_path / 'x.gz'}: {error}")
    assert len(BROKEN) == 5


def test_gzip_of_several_members_and_padding_is_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "x.gz").write_bytes(gzip.compress(b"one") + gzip.compress(b"two") + b"\0" * 20)
    assert read_bytes(tmp_path / "x.gz") == b"onetwo"


def test_a_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 1000)
    (tmp_path / "x.gz").write_bytes(gzip.compress(bytes(600)) + gzip.compress(bytes(600)))
    (tmp_path / "x").write_bytes(bytes(1001))
    for name in ("x.gz", "x"):
        with pytest.raises(InputError, match="holds more than 1,000 bytes"):
            read_bytes(tmp_path / name)


@given(content=st.binary(max_size=2000), name=st.sampled_from(["a.ttl", "a.ttl.gz"]))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str) -> None:
    path = tmp_path_factory.mktemp("w") / "new" / name
    write_bytes(path, content)
    assert read_bytes(path) == content
    assert leftovers(path.parent) == []


def test_packed_files_carry_no_time_stamp(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a.gz", b"x")
    assert (tmp_path / "a.gz").read_bytes()[4:8] == bytes(4)


def test_an_unwritable_place_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    for path, error in ((tmp_path / "file/x.ttl", "cannot be written: "), (tmp_path / "folder", "is a directory")):
        with pytest.raises(InputError, match=error):
            write_bytes(path, b"new")
    assert sorted(f.name for f in tmp_path.rglob("*")) == ["file", "folder"]
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_devices_are_written_to_and_stay_devices() -> None:
    write_bytes(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()
    with pytest.raises(InputError, match="no space left on device"):
        write_bytes(Path("/dev/full"), b"x")
    assert not Path("/dev/full").is_file()


def test_a_link_stays_and_the_mode_of_the_old_file_too(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert ((tmp_path / "real").read_bytes(), (tmp_path / "real").stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_new_file_has_the_mode_of_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_bytes(tmp_path / "a", b"x")
    finally:
        os.umask(old)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


FULL = """
import resource, signal, sys
from pathlib import Path
from newsgraph.errors import InputError
from newsgraph.files import write_bytes
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    write_bytes(Path(sys.argv[1]), b"new" * 10_000)
except InputError as e:
    print(e)
"""


def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(b"old")
    done = python(FULL, tmp_path / "a.ttl")
    assert done.communicate()[0] == f"{tmp_path / 'a.ttl'}: cannot be written: file too large\n".encode()
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("a.ttl", b"old")]


WRITER = """
import sys
from pathlib import Path
from newsgraph.files import write_bytes
for i in range(10**9):
    write_bytes(Path(sys.argv[1]), b"ab"[i % 2 : i % 2 + 1] * 3_000_000)
    print(i, flush=True)
"""


@pytest.mark.slow
def test_a_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    """50 kills at random moments of a process that does nothing but write."""
    target, moments, whole = tmp_path / "a.ttl", random.Random(2), []
    for _ in range(50):
        writer = python(WRITER, target)
        assert writer.stdout and writer.stdout.readline()
        time.sleep(moments.uniform(0, 0.03))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        content = target.read_bytes()
        whole.append(content in (b"a" * 3_000_000, b"b" * 3_000_000))
    assert whole == [True] * 50


def python(code: str, *arguments: object) -> subprocess.Popen[bytes]:
    """A Python process that can import this newsgraph."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(SOURCE)})

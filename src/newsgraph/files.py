"""Reading and writing files so that a reader of ours gets a clear word and nobody sees half a file."""

import gzip
import os
import stat
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from newsgraph.errors import InputError

LIMIT = 100 * 1024 * 1024  # bytes after decompression: what a user loads by accident must not fill the memory
LEVEL = 6  # of gzip: 9 takes three times as long for one part in a hundred


def read_bytes(path: Path) -> bytes:
    """The content of a file, decompressed where its name ends with `.gz`. Raises InputError."""
    try:
        with path.open("rb") as file:
            raw = within_limit(file.read(LIMIT + 1), str(path))
    except OSError as e:
        if path.is_dir():
            raise InputError("is a folder, a file was expected", file=str(path)) from e
        raise InputError(f"cannot be read: {reason(e)}", file=str(path)) from e
    except ValueError as e:
        raise InputError("is no name of a file", file=ascii(str(path))) from e
    return _unpacked(raw, path) if path.suffix == ".gz" else raw


def within_limit(content: bytes, file: str) -> bytes:
    """The content itself. Raises InputError where it is larger than LIMIT."""
    if len(content) > LIMIT:
        raise InputError(f"holds more than {LIMIT:,} bytes", file=file, advice="give it in parts")
    return content


def _unpacked(raw: bytes, path: Path) -> bytes:
    """All members of a gzip file (RFC 1952, section 2.2), one after the other; zeros at its end are padding."""
    data = b""
    while raw:
        part, raw = _member(raw, path, LIMIT + 1 - len(data))
        data = within_limit(data + part, str(path))
        raw = raw if raw.strip(b"\0") else b""
    return data


def _member(raw: bytes, path: Path, most: int) -> tuple[bytes, bytes]:
    """The first member of a gzip file, unpacked as far as `most` bytes, and what follows it."""
    try:
        engine = zlib.decompressobj(wbits=31)
        data = engine.decompress(raw, most)
    except zlib.error as e:
        raise InputError(f"is no gzip file ({e})", file=str(path)) from e
    if not engine.eof and len(data) < most:
        raise InputError("is a truncated gzip file", file=str(path), advice="fetch or pack it again")
    return data, engine.unused_data


def write_bytes(path: Path, content: bytes) -> None:
    """Put `content` at `path`, whole or not at all, as `writing` does. Raises InputError."""
    with writing(path) as file:
        file.write(content)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that stands at `path` once the block has ended without an error, whole or not at all.

    Until then it has no name (or one beside `path`, where the system knows no files without names), so that a writer
    that is killed leaves nothing. Compressed, without a time stamp, where the name ends with `.gz`. A link stays, the
    file that it leads to is replaced; devices and pipes are written to as they are. Raises InputError.
    """
    try:
        device = path.exists() and not path.is_file() and not path.is_dir()
        with path.open("wb") if device else _replacing(path.resolve()) as file:
            if path.suffix == ".gz":
                with gzip.GzipFile("", "wb", LEVEL, file, mtime=0) as packed:
                    yield cast(BinaryIO, packed)
            else:
                yield file
    except OSError as e:
        raise InputError(f"cannot be written: {reason(e)}", file=str(path)) from e


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` at the end of the block, flushed to the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = stat.S_IMODE(path.stat().st_mode) if path.is_file() else 0o666 & ~_umask()
    handle, name = _beside(path)
    beside = Path(name or tempfile.mktemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp"))
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), mode)
            yield file
            file.flush()
            os.fsync(file.fileno())
            if not name:
                os.link(f"/proc/self/fd/{file.fileno()}", beside, src_dir_fd=file.fileno(), follow_symlinks=True)
        beside.replace(path)
        _sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def _beside(path: Path) -> tuple[int, str]:
    """A new file in the folder of `path`: without a name where the system has such (Linux), else with one."""
    if hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir():
        with suppress(OSError):
            return os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, 0o600), ""
    return tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")


def reason(error: OSError) -> str:
    """The system's word for an error, without number and path."""
    return (error.strerror or str(error)).lower()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

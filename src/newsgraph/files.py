"""Reading and writing files so that a reader of ours gets a clear word and nobody sees half a file."""

import gzip
import hashlib
import io
import os
import stat
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from newsgraph.errors import InputError

MAGIC = b"\x1f\x8b"  # how a gzip file begins (RFC 1952, section 2.3.1)
LIMIT = 100 * 1024 * 1024  # bytes after decompression: what a user loads by accident must not fill the memory
RATIO = 200  # of unpacked to packed bytes: text packs to a tenth, a bomb to a thousandth
LEVEL = 6  # of gzip: 9 takes three times as long for one part in a hundred


def read_bytes(path: Path, limit: int | None = None) -> bytes:
    """The content of a file, decompressed where its name ends with `.gz`. Raises InputError."""
    limit = LIMIT if limit is None else limit
    try:
        with path.open("rb") as file:
            raw = within_limit(file.read(limit + 1), str(path), limit)
    except OSError as e:
        if path.is_dir():
            raise InputError("is a folder, a file was expected", file=str(path)) from e
        raise InputError(f"cannot be read: {reason(e)}", file=str(path)) from e
    except ValueError as e:
        raise InputError("is no name of a file", file=ascii(str(path))) from e
    return _unpacked(raw, path, limit) if path.suffix == ".gz" else raw


def within_limit(content: bytes, file: str, limit: int | None = None) -> bytes:
    """The content itself. Raises InputError where it is larger than the limit, or than LIMIT."""
    limit = LIMIT if limit is None else limit
    if len(content) > limit:
        raise InputError(f"holds more than {limit:,} bytes", file=file, advice="give it in parts")
    return content


def pieces(path: Path, size: int) -> Iterator[bytes]:
    """The content of a file of lines in pieces of about `size` bytes, each of whole lines; unpacked as `read_bytes`.

    There is no LIMIT but on what packs better than RATIO: the memory holds one piece. Raises InputError.
    """
    try:
        with path.open("rb") as file:
            packed = os.fstat(file.fileno()).st_size
            lines = gzip.GzipFile(fileobj=file) if path.suffix == ".gz" else file
            total = 0
            while piece := lines.read(size):
                piece += lines.readline(LIMIT)
                total += len(piece)
                if path.suffix == ".gz" and total > max(LIMIT, RATIO * packed):
                    raise InputError(f"unpacks to more than {RATIO} times its size", file=str(path), advice="unpack it")
                yield piece
    except (EOFError, zlib.error) as e:
        raise InputError("is a truncated or broken gzip file", file=str(path), advice="fetch or pack it again") from e
    except OSError as e:
        raise InputError(f"cannot be read: {reason(e)}", file=str(path)) from e


def digest(path: Path) -> str:
    """The SHA-256 of a file as it lies there. Raises InputError."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as e:
        raise InputError(f"cannot be read: {reason(e)}", file=str(path)) from e


def _unpacked(raw: bytes, path: Path, limit: int) -> bytes:
    """All members of a gzip file (RFC 1952, section 2.2), one after the other; zeros at its end are padding."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as file:
            return within_limit(file.read(limit + 1), str(path), limit)
    except EOFError as e:
        raise InputError("is a truncated gzip file", file=str(path), advice="fetch or pack it again") from e
    except (gzip.BadGzipFile, zlib.error) as e:
        said = "is no gzip file" if raw[:2] != MAGIC else f"is a damaged gzip file ({e})"
        raise InputError(said, file=str(path), advice="fetch or pack it again") from e


def write_bytes(path: Path, content: bytes) -> None:
    """Put `content` at `path`, whole or not at all, as `writing` does. Raises InputError."""
    with writing(path) as file:
        file.write(content)


def write_pieces(path: Path, content: Iterable[bytes]) -> None:
    """Put what the pieces make together at `path`, as `writing` does. What they raise is raised. Raises InputError."""
    with writing(path) as file:
        file.writelines(content)


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

"""Reading and writing files so that a reader of ours gets a clear word and nobody sees half a file."""

import gzip
import hashlib
import io
import os
import stat
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from newsgraph.errors import InputError

MAGIC = b"\x1f\x8b"  # how a gzip file begins (RFC 1952, section 2.3.1)
LIMIT = 100 * 1024 * 1024  # bytes after decompression: what a user loads by accident must not fill the memory
RATIO = 200  # of unpacked to packed bytes: text packs to a tenth, a bomb to a thousandth


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
    """Put `content` at `path`, whole or not at all; as `write_pieces` does."""
    write_pieces(path, (content,))


def write_pieces(path: Path, content: Iterable[bytes]) -> None:
    """Put what the pieces make together at `path`, whole or not at all: beside it, flushed to disk, then renamed.

    Compressed (without a time stamp) where the name ends with `.gz`. A link stays, the file that it leads to is
    replaced; devices and pipes are written to as they are. What the pieces raise is raised. Raises InputError.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as file:
                _put(file, content, path.suffix == ".gz")
        else:
            _replace(path.resolve(), content, path.suffix == ".gz")
    except OSError as e:
        raise InputError(f"cannot be written: {reason(e)}", file=str(path)) from e


def _put(file: IO[bytes], content: Iterable[bytes], packed: bool) -> None:
    if packed:
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as stream:
            stream.writelines(content)
    else:
        file.writelines(content)


def _replace(path: Path, content: Iterable[bytes], packed: bool) -> None:
    """Write beside `path`, then rename; the file beside it goes whatever happens, short of a kill."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = stat.S_IMODE(path.stat().st_mode) if path.is_file() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), mode)
            _put(file, content, packed)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
        _sync_folder(path.parent)
    finally:
        Path(name).unlink(missing_ok=True)


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

"""Reading and writing files so that a reader of ours gets a clear word and nobody sees half a file."""

import gzip
import io
import os
import stat
import tempfile
import zlib
from pathlib import Path

from newsgraph.errors import InputError

MAGIC = b"\x1f\x8b"  # how a gzip file begins (RFC 1952, section 2.3.1)
LIMIT = 100 * 1024 * 1024  # bytes after decompression: what a user loads by accident must not fill the memory


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
    """Put `content` at `path`, whole or not at all: a file beside it, flushed to disk, then renamed.

    Compressed (without a time stamp) where the name ends with `.gz`. A link stays, the file that it leads to is
    replaced; devices and pipes are written to as they are. Raises InputError.
    """
    if path.suffix == ".gz":
        content = gzip.compress(content, mtime=0)
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as e:
        raise InputError(f"cannot be written: {reason(e)}", file=str(path)) from e


def _replace(path: Path, content: bytes) -> None:
    """Write beside `path`, then rename; the file beside it goes whatever happens, short of a kill."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = stat.S_IMODE(path.stat().st_mode) if path.is_file() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(content)
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

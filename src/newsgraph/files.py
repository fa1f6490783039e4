"""Reading and writing files so that a reader of ours gets a clear word and nobody sees half a file."""

import gzip
import os
import tempfile
import zlib
from pathlib import Path

from newsgraph.errors import InputError

LIMIT = 100 * 1024 * 1024  # bytes after decompression: what a user loads by accident must not fill the memory


def read_bytes(path: Path) -> bytes:
    """The content of a file, decompressed where its name ends with `.gz`. Raises InputError."""
    try:
        raw = path.read_bytes()
        return _unpacked(raw, path) if path.suffix == ".gz" else raw
    except OSError as e:
        if path.is_dir():
            raise InputError("is a folder, a file was expected", file=str(path)) from e
        raise InputError(f"cannot be read: {reason(e)}", file=str(path)) from e


def _unpacked(raw: bytes, path: Path) -> bytes:
    try:
        engine = zlib.decompressobj(wbits=31)
        data = engine.decompress(raw, LIMIT + 1)
    except zlib.error as e:
        raise InputError(f"is no gzip file ({e})", file=str(path)) from e
    if len(data) > LIMIT:
        raise InputError(f"holds more than {LIMIT:,} bytes", file=str(path), advice="unpack it first")
    if not engine.eof:
        raise InputError("is a truncated gzip file", file=str(path), advice="fetch or pack it again")
    return data


def write_bytes(path: Path, content: bytes) -> None:
    """Put `content` at `path`, whole or not at all: a file beside it, flushed to disk, then renamed.

    Compressed (without a time stamp) where the name ends with `.gz`. Raises InputError.
    """
    if path.suffix == ".gz":
        content = gzip.compress(content, mtime=0)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    except OSError as e:
        raise InputError(f"cannot be written: {reason(e)}", file=str(path)) from e
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), 0o666 & ~_umask())
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
        _sync_folder(path.parent)
    except OSError as e:
        raise InputError(f"cannot be written: {reason(e)}", file=str(path)) from e
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

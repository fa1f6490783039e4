"""A folder whose content changes as a whole: numbered generations, one of which is current.

A writer works on a copy of the current generation (data files are hard links, RocksDB never changes them) and makes it
current by one rename at the end. Killed at any moment, or out of space, it leaves the current generation as it was;
what it had begun is removed by the next writer. Readers open the current generation, which nobody writes to.
"""

import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgraph.errors import InputError
from newsgraph.files import reason, write_bytes

CURRENT = "current"
IMMUTABLE = ".sst"  # RocksDB writes these once; all other files it appends to or replaces


def current(folder: Path) -> Path | None:
    """The generation that readers open; None where there is none yet."""
    try:
        return folder / (folder / CURRENT).read_text("utf-8").strip()
    except OSError:
        return None


@contextmanager
def shared(folder: Path) -> Iterator[Path]:
    """The current generation, kept from removal while it is read. Raises InputError where there is none."""
    while (found := current(folder)) is not None:
        with (folder / f"{found.name}.lock").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH)
            if found.is_dir():  # a writer may have removed it between the two lines above
                yield found
                return
    raise InputError("is no store", file=str(folder), advice="make one: newsgraph load FILE")


@contextmanager
def exclusive(folder: Path, *, empty: bool = False) -> Iterator[tuple[Path, Path]]:
    """A copy of the current generation to work in (none where it is to begin `empty`), and the folder that the block
    makes of it.

    That folder is current once the block has ended without an error. Raises InputError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "lock").open("a+") as lock:
            _hold(lock.fileno(), folder)
            yield from _written(folder, empty)
    except OSError as e:
        # copying a folder ends in a list of errors: the first says enough
        why = str(e.args[0][0][2]).partition(": '")[0].lower() if isinstance(e, shutil.Error) else reason(e)
        raise InputError(f"cannot be written: {why}", file=str(folder), advice="nothing was changed") from e


def _written(folder: Path, empty: bool) -> Iterator[tuple[Path, Path]]:
    """Copy, let write, publish; whatever goes wrong, the copy goes."""
    now = current(folder)
    _sweep(folder, now)
    number = int(now.name.partition("-")[2]) + 1 if now else 1
    new, work = folder / f"generation-{number:06}", folder / f"work-{number:06}"
    try:
        if now and not empty:
            shutil.copytree(now, work, copy_function=_link)
        yield work, new
        write_bytes(folder / CURRENT, f"{new.name}\n".encode())
    except BaseException:
        if current(folder) != new:
            shutil.rmtree(new, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(work, ignore_errors=True)
    _sweep(folder, new)


def _link(source: str, target: str) -> None:
    if not source.endswith(IMMUTABLE):
        shutil.copyfile(source, target)
        return
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)


def _hold(handle: int, folder: Path) -> None:
    """Take the writer's lock, or say who holds it; the system frees it when its holder ends, however it ends."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as e:
        holder = (folder / "lock").read_text("utf-8", "replace").strip() or "another process"
        raise InputError(f"is being written by {holder}", file=str(folder), advice="try again when it has ended") from e
    os.ftruncate(handle, 0)
    os.write(handle, f"process {os.getpid()} ({Path(sys.argv[0]).name} {' '.join(sys.argv[1:2])})\n".encode())


def _sweep(folder: Path, keep: Path | None) -> None:
    """Remove the generations that are neither current nor being read, and what a killed writer left."""
    for begun in folder.glob("work-??????"):
        shutil.rmtree(begun, ignore_errors=True)
    for old in sorted(folder.glob("generation-??????")):
        if old != keep:
            with (folder / f"{old.name}.lock").open("ab") as lock:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    continue
                shutil.rmtree(old)
                (folder / f"{old.name}.lock").unlink(missing_ok=True)

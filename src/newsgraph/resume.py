"""What an interrupted push has sent already, so that the next one goes on from there.

A file of JSON lines under the user's state folder (XDG Base Directory), one for each target: a graph and the digest of
what was sent of it. It is written after the store has said that it has the graph, and removed when all is done.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from newsgraph.errors import InputError
from newsgraph.files import reason


@dataclass(slots=True)
class Resume:
    """The file, and the graphs that it names with the digests of their content."""

    path: Path
    sent: dict[str, str] = field(default_factory=dict)


def opened(target: str, folder: Path) -> Resume:
    """What was sent to `target` (its address and how it is addressed) by a push that did not end."""
    path = folder / f"{hashlib.sha256(target.encode()).hexdigest()[:32]}.jsonl"
    found = Resume(path)
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        lines = []
    except OSError as e:
        raise InputError(f"cannot be read: {reason(e)}", file=str(path)) from e
    for line in lines:
        found.sent.update(_entry(line))
    return found


def _entry(line: bytes) -> dict[str, str]:
    """The graph and digest of a line; nothing where it was cut off while it was written."""
    try:
        told = json.loads(line)
        return {told["graph"]: told["sha256"]}
    except (ValueError, KeyError, TypeError):
        return {}


def keep(state: Resume, sent: Iterable[tuple[str, str]]) -> None:
    """Note graphs as sent, on disk before this returns. Raises InputError."""
    lines = [json.dumps({"graph": graph, "sha256": digest}) for graph, digest in sent]
    state.sent.update(sent)
    try:
        state.path.parent.mkdir(parents=True, exist_ok=True)
        with state.path.open("ab") as file:
            # a line that a kill has cut off ends here
            file.write(("\n" + "\n".join(lines) + "\n").encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as e:
        raise InputError(f"cannot be written: {reason(e)}", file=str(state.path)) from e


def forget(state: Resume) -> None:
    """Remove the file: the push has ended, or is to begin anew."""
    state.path.unlink(missing_ok=True)
    state.sent.clear()

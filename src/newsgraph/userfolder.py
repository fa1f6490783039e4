"""The user's folders (XDG Base Directory specification; on macOS Application Support)."""

import os
import sys
from pathlib import Path


def data_folder() -> Path:
    """Where newsgraph keeps what the user has loaded."""
    mac = Path.home() / "Library" / "Application Support"
    return _home("XDG_DATA_HOME", mac if sys.platform == "darwin" else Path.home() / ".local" / "share")


def state_folder() -> Path:
    """Where newsgraph notes how far a piece of work has come."""
    mac = Path.home() / "Library" / "Application Support"
    return _home("XDG_STATE_HOME", mac if sys.platform == "darwin" else Path.home() / ".local" / "state")


def _home(variable: str, otherwise: Path) -> Path:
    named = os.environ.get(variable, "")
    return (Path(named) if named else otherwise) / "newsgraph"

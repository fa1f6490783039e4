"""What the commands around the store share: where it lies."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

STORE = "Folder of the store; the one under your data folder where left out."

store_option: Callable[[Any], Any] = click.option(
    "--store", "folder", envvar="NEWSGRAPH_STORE", type=click.Path(path_type=Path), help=STORE
)


def place(folder: Path | None) -> Path:
    """The folder that was named, or the default one."""
    from newsgraph.userfolder import data_folder

    return folder or data_folder() / "store"

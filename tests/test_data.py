"""The data folders are found, and read in one order."""

from pathlib import Path

import pytest

from newsgraph.data import FOLDERS, files_in, folder


def test_every_data_folder_is_there_and_holds_something() -> None:
    assert [name for name in FOLDERS if not folder(name).is_dir()] == []
    assert [name for name in FOLDERS if not list(folder(name).iterdir())] == []
    assert len(FOLDERS) == 6


def test_a_folder_that_is_none_is_an_error() -> None:
    with pytest.raises(ValueError, match="tests"):
        folder("tests")


def test_files_are_sorted_and_found_in_sub_folders(tmp_path: Path) -> None:
    for name in ("b.ttl", "a/c.ttl", "a/b.txt", "a.ttl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    found = [Path(str(f)).relative_to(tmp_path).as_posix() for f in files_in(tmp_path, ".ttl")]
    assert found == ["a/c.ttl", "a.ttl", "b.ttl"]


def test_no_python_lies_in_a_data_folder() -> None:
    assert [f.name for name in FOLDERS for f in files_in(folder(name), ".py")] == []

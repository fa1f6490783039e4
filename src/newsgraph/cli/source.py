"""The documents that a command is given: files, folders, patterns such as `data/*.ttl`, stdin."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsgraph.cli.common import STDIN, stdin_bytes
from newsgraph.errors import FormatError, InputError
from newsgraph.files import read_bytes
from newsgraph.place.place import Source
from newsgraph.rdf import ENDINGS, format_of, not_blank


def sources(names: Sequence[str], fmt: str | None = None, limit: int | None = None) -> Iterator[Source | InputError]:
    """Each document once, or the error that its reading gives; folders and patterns in the order of their names."""
    seen: set[str] = set()
    for name in names:
        for file in files(name):
            if isinstance(file, InputError):
                yield file
            elif str(file) not in seen:
                seen.add(str(file))
                yield _source(file, fmt, limit)


def files(name: str) -> list[Path | InputError]:
    """The files that a name stands for; `-` stays itself."""
    path = Path(name)
    if name == STDIN or path.is_file():
        return [path]
    if path.is_dir():
        found = sorted(
            f for f in path.rglob("*") if f.name.lower().removesuffix(".gz").endswith(ENDINGS) and f.is_file()
        )
        advice = f"expected files that end with {' '.join(ENDINGS)}"
        return [*found] or [InputError("holds no RDF files", file=name, advice=advice)]
    if re.search(r"[*?[]", name):
        top, pattern = (Path(path.anchor), name[len(path.anchor) :]) if path.is_absolute() else (Path(), name)
        return [f for f in sorted(top.glob(pattern)) if f.is_file()] or [InputError("matches no file", file=name)]
    return [path]


def _source(path: Path, fmt: str | None, limit: int | None) -> Source | InputError:
    try:
        if str(path) == STDIN:
            return Source("stdin", fmt or "turtle", not_blank(stdin_bytes(limit), "stdin"))
        kind = fmt or format_of(str(path))
        return Source(str(path), kind, not_blank(read_bytes(path, limit), str(path)))
    except FormatError as e:
        advice = f"give --input-format, or use one of: {' '.join(ENDINGS)}"
        return FormatError(e.message, file=e.file, advice=advice)
    except InputError as e:
        if e.message.startswith("holds more than"):
            return InputError(e.message, file=e.file, advice="give it in parts, or raise --max-size")
        return e

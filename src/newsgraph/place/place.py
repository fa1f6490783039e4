"""A place in a file, with the lines around it."""

from dataclasses import dataclass, field
from functools import cache

BLANKS = b" \t\r"


@dataclass(frozen=True, slots=True)
class Patch:
    """Bytes that stand for a part of a document when it is read: a context from elsewhere for its address."""

    start: int
    end: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was read: what messages call it, its format (newsgraph.rdf.READABLE), its bytes unpacked.

    `patches`, in their order, are filled in before it is parsed.
    """

    name: str
    fmt: str
    content: bytes = field(repr=False)
    patches: tuple[Patch, ...] = field(default=(), repr=False)

    @property
    def filled(self) -> bytes:
        """The bytes that are parsed."""
        parts, at = list[bytes](), 0
        for patch in self.patches:
            parts += [self.content[at : patch.start], patch.text]
            at = patch.end
        return b"".join([*parts, self.content[at:]]) if parts else self.content

    def origin(self, offset: int) -> int:
        """Where in `content` a place in `filled` is; all that was filled in is where its patch begins."""
        for patch in self.patches:
            if offset < patch.start + len(patch.text):
                return min(offset, patch.start)
            offset += patch.end - patch.start - len(patch.text)
        return offset


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column from 1, in characters as editors count; `width` characters belong to it; 0 where unknown.

    `path` leads into a JSON document (RFC 9535). `lines` are the lines of the triple with their numbers.
    """

    file: str
    line: int = 0
    column: int = 0
    width: int = 0
    path: str = ""
    lines: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be marked in a source: byte offsets of the marked token, and of the tokens shown with it."""

    start: int
    end: int
    beside: tuple[int, ...] = ()
    path: str = ""

    def offsets(self) -> tuple[int, ...]:
        """All offsets whose lines are shown, in order."""
        return tuple(sorted({self.start, *self.beside}))


def places(source: Source, content: bytes, marks: list[Mark]) -> list[Place]:
    """The places of marks in a source (`content`: its bytes without a byte order mark), in their order."""
    numbers = _numbers(content, {offset for mark in marks for offset in mark.offsets()})
    line = cache(lambda start: _line(content, start))

    @cache  # marks at one statement share its lines
    def lines(offsets: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
        return tuple(sorted({numbers[o]: line(_begin(content, o)) for o in offsets}.items()))

    return [_place(source.name, content, mark, numbers[mark.start], lines(mark.offsets())) for mark in marks]


def _numbers(content: bytes, offsets: set[int]) -> dict[int, int]:
    """The line number of each offset, counted in one go over the content."""
    numbers, line, before = {}, 1, 0
    for offset in sorted(offsets):
        line += content.count(b"\n", before, offset)
        numbers[offset], before = line, offset
    return numbers


def _place(name: str, content: bytes, mark: Mark, number: int, lines: tuple[tuple[int, str], ...]) -> Place:
    begin = _begin(content, mark.start)
    column = len(content[begin : mark.start].decode("utf-8", "replace")) + 1
    first_line = content[mark.start : mark.end].partition(b"\n")[0].rstrip(BLANKS)
    width = max(1, len(first_line.decode("utf-8", "replace")))
    return Place(name, number, column, width, mark.path, lines)


def _begin(content: bytes, offset: int) -> int:
    """Where the line of an offset begins."""
    return content.rfind(b"\n", 0, offset) + 1


def _line(content: bytes, begin: int) -> str:
    end = content.find(b"\n", begin)
    return content[begin : end if end >= 0 else len(content)].rstrip(BLANKS).decode("utf-8", "replace")

"""Turtle as people read and compare it: one thing a paragraph, claims by article and place, always the same bytes.

pyoxigraph writes the terms and keeps the order in which triples come. Here its text is cut into paragraphs and lines,
which are sorted and joined again; a line feed within a literal is always escaped, so the cuts are safe. Paragraphs with
the same predicates are sorted alike, and what that takes is found once (Form). bench/export.py says how fast it is.
"""

import re
from collections.abc import Iterable

import pyoxigraph as ox

from newsgraph import spelling
from newsgraph.namespace import PREFIXES
from newsgraph.paragraph import COMMA, SECTIONS, Form, Forms, section

SEMICOLON = b" ;\n\t"
# a predicate and how its object begins: a prefix, one character, or nothing for a number that may stand as it is
STARTS = re.compile(rb"\n\t([^ ]++ (?:\w*+:|(?=(?:" + spelling.NUMBER.pattern + rb")(?:[ \n]|\Z))|.))")
MARKS = (b"^", b"\\", COMMA)  # of a line that is written otherwise than pyoxigraph does, or may be
EVIDENCE = b"ng:evidence "
FIRST_PLACE = b"0000010"  # as _start writes 0
_Waiting = tuple[dict[bytes, bytes], bytes, bytes, bytes, bytes]  # its section, home, passage, subject, text


def write(triples: Iterable[ox.Triple]) -> bytes:
    """The graph as Turtle in UTF-8."""
    blocks, used = paragraphs(triples)
    return declared(used) + b"\n" + b"\n".join(blocks)


def declared(prefixes: Iterable[str]) -> bytes:
    """The lines that declare these prefixes."""
    return "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in sorted(prefixes)).encode()


def paragraphs(triples: Iterable[ox.Triple]) -> tuple[list[bytes], set[str]]:
    """The things of a graph in their order, each with a line feed at its end; and the prefixes that they use."""
    known = _Known()
    groups = _groups(triples)
    used = {subject.partition(b":")[0] for subject in groups}
    sections = _sections(groups, known)
    used |= known.prefixes()
    return [things[key] for things in sections for key in sorted(things)], {p for p in PREFIXES if p.encode() in used}


def _sections(groups: dict[bytes, bytes], known: "_Known") -> list[dict[bytes, bytes]]:
    """The paragraphs of each section by what they are sorted by: article, place in it, subject. Takes all `groups`."""
    sections: list[dict[bytes, bytes]] = [{} for _ in range(SECTIONS)]
    starts: dict[bytes, bytes] = {}
    waiting: list[_Waiting] = []
    while groups:
        subject, rest = groups.popitem()  # gives its memory back as we go
        lines, form = known.lines(rest)
        things = sections[section(lines[form.types]) if form.types is not None else 0]
        home = lines[form.home] if form.home is not None else b""
        place: bytes | None = FIRST_PLACE
        if form.start is not None:
            place = starts[EVIDENCE + subject] = _start(lines[form.start][9:])
        elif form.evidence is not None:
            place = starts.get(lines[form.evidence])
        subject = spelling.spelt(subject) if b"\\" in subject else subject
        text = b"%b %b .\n" % (subject, b" ;\n    ".join(form.order(lines)))
        if place is None:  # its passage has not come yet
            waiting.append((things, home, lines[form.evidence], subject, text))  # type: ignore[index]
        else:
            things[b"%b\0%b\0%b" % (home, place, subject)] = text
    _place(waiting, starts)
    return sections


def _place(waiting: list[_Waiting], starts: dict[bytes, bytes]) -> None:
    """Put the paragraphs into their sections that came before their passages."""
    for things, home, passage, subject, text in waiting:
        things[b"%b\0%b\0%b" % (home, starts.get(passage, FIRST_PLACE), subject)] = text


class _Known:
    """The forms of paragraphs and the lines with several objects that came so far."""

    def __init__(self) -> None:
        self.forms, self.several = Forms(), _Several()

    def lines(self, rest: bytes) -> tuple[list[bytes], Form]:
        """The lines of a paragraph in the order in which they came, as they are to be written; and their form."""
        lines = rest.split(SEMICOLON)
        for mark in MARKS:
            if mark in rest:
                several = self.several
                lines = [several[line] if mark in line else line for line in lines]
                rest = SEMICOLON.join(lines)
        form = self.forms[tuple(STARTS.findall(b"\n\t" + rest))]
        if form.careful:
            lines = _careful(lines, self.several.prefixes)
            form = self.forms[tuple(STARTS.findall(b"\n\t" + b"\n\t".join(lines)))]
        return lines, form

    def prefixes(self) -> set[bytes]:
        """The prefixes of all that came."""
        return self.forms.prefixes() | self.several.prefixes


def _groups(triples: Iterable[ox.Triple]) -> dict[bytes, bytes]:
    """Each subject with its lines as one text, in no order yet."""
    groups: dict[bytes, bytes] = {}
    for block in spelling.blocks(triples):
        subject, _, rest = block.partition(b" ")
        before = groups.setdefault(subject, rest)
        if before is not rest:
            groups[subject] = before + SEMICOLON + rest
    return groups


class _Several(dict[bytes, bytes]):
    """Lines with several objects, a datatype or an escape, as they are to be written; and the prefixes in them."""

    def __init__(self) -> None:
        self.prefixes: set[bytes] = set()

    def __missing__(self, line: bytes) -> bytes:
        if spelling.ONE_TEXT.fullmatch(line):
            return line
        [found] = _careful([line], self.prefixes)
        self[line] = found
        return found


def _careful(lines: Iterable[bytes], used: set[bytes]) -> list[bytes]:
    """The lines term by term: one a predicate, each object once; the prefixes in them go to `used`."""
    values: dict[bytes, set[bytes]] = {}
    for predicate, objects in map(spelling.line, lines):
        values.setdefault(predicate, set()).update(objects)
        used.update(map(spelling.prefix, objects))
    return [predicate + b" " + COMMA.join(sorted(objects)) for predicate, objects in values.items()]


def _start(value: bytes) -> bytes:
    """Where a passage starts in its article, as bytes that sort like the number."""
    found = min((int(number) for number in value.split(COMMA) if number.isdigit()), default=0)
    digits = b"%d" % found
    return b"%06d%b" % (len(digits), digits)

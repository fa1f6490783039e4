"""N-Triples lines sorted in memory that does not grow with their number: runs on disk, merged (Knuth 5.4.1).

A line's bytes sort as its code points do (UTF-8), so the order is that of `LC_ALL=C sort -u`, and of `rdf.union`.
"""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import BinaryIO

import pyoxigraph as ox

from newsgraph.decimals import pointed

RUN = 100_000  # lines that are sorted at one time, about 15 MB
MOST = 400  # runs that are merged at one time: each is an open file


def sorted_lines(triples: Iterable[ox.Triple], run: int = RUN) -> Iterator[bytes]:
    """The statements as N-Triples lines with their line feeds, sorted, once each."""
    rest = iter(triples)
    first = _lines(islice(rest, run))
    if len(first) < run:  # all in one run: nothing goes to the disk
        yield from dict.fromkeys(first)
        return
    with ExitStack() as stack:
        runs = [_stored(first, stack)]
        while lines := _lines(islice(rest, run)):
            runs.append(_stored(lines, stack))
            if len(runs) == MOST:
                runs = [_stored(_once(heapq.merge(*runs)), stack)]
        yield from _once(heapq.merge(*runs))


def lines_of(text: bytes) -> list[bytes]:
    """The lines of N-Triples, sorted, decimals with their point."""
    return sorted(pointed(text).splitlines(keepends=True))


def _lines(triples: Iterable[ox.Triple]) -> list[bytes]:
    return lines_of(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")


def _stored(lines: Iterable[bytes], stack: ExitStack) -> BinaryIO:
    """A file without a name that holds the lines; it goes when the stack is left."""
    file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  the stack closes it
    file.writelines(lines)
    file.seek(0)
    return file


def _once(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Sorted lines without repetitions."""
    last = b""
    for line in lines:
        if line != last:
            yield line
            last = line


def write(triples: Iterable[ox.Triple]) -> bytes:
    """The graph as N-Triples, sorted; the same document is N-Quads."""
    return b"".join(dict.fromkeys(_lines(triples)))


def in_order(triples: Iterable[ox.Triple]) -> bytes:
    """The graph as N-Triples, for triples that are sorted already and once each, as `rdf.union` gives them."""
    text = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    done = pointed(text)
    return text if done is text else b"".join(dict.fromkeys(sorted(done.splitlines(keepends=True))))

"""Whom a stretch of text, or a paragraph, is about, by how often it names them, before and after the sentence that is read."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, repeat
from operator import itemgetter

from newsgraph.mention import Mention

REACH = 20  # sentences before and after that count: an article of the usual length as a whole, a long text by its parts


def prominence(found: Sequence[Sequence[Mention]]) -> Iterator[Mapping[str, float]]:
    """For each sentence the companies named around it, by how often, the most frequent one with 1."""
    near: dict[str, int] = {}
    for mentions in found[:REACH]:
        _count(near, mentions, 1)
    told: dict[str, float] | None = None
    for at in range(len(found)):
        if at + REACH < len(found):
            _count(near, found[at + REACH], 1)
        if at > REACH:
            _count(near, found[at - REACH - 1], -1)
        if told is None or at + REACH < len(found) or at > REACH:  # else the same as around the sentence before
            most = max(near.values(), default=0)
            told = {name: n / most for name, n in near.items()}
        yield told


def within(paragraphs: Sequence[int], found: Sequence[Sequence[Mention]]) -> Iterator[Mapping[str, float]]:
    """For each sentence the companies that its paragraph names, likewise; `paragraphs` has the number of each sentence's."""
    for _, sentences in groupby(zip(paragraphs, found, strict=True), key=itemgetter(0)):
        often: dict[str, int] = {}
        size = 0
        for _, mentions in sentences:
            _count(often, mentions, 1)
            size += 1
        most = max(often.values(), default=0)
        yield from repeat({name: n / most for name, n in often.items()}, size)


def _count(often: dict[str, int], mentions: Sequence[Mention], by: int) -> None:
    """Count the companies among these, up or down; what is counted no more is let go: a long text costs no more a sentence."""
    for m in mentions:
        if m.kind in ("Company", "") and not m.adjective:
            often[m.name] = often.get(m.name, 0) + by
            if not often[m.name]:
                del often[m.name]

"""Whom a stretch of text, or a paragraph, is about, by how often it names them, before and after the sentence that is read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby, repeat
from operator import itemgetter

from newsgraph.mention import Mention

REACH = 20  # sentences before and after that count: an article of the usual length as a whole, a long text by its parts


def prominence(found: Sequence[Sequence[Mention]]) -> Iterator[Mapping[str, float]]:
    """For each sentence the companies named around it, by how often, the most frequent one with 1."""
    near = Counter[str]()
    for mentions in found[:REACH]:
        near.update(_named(mentions))
    for at in range(len(found)):
        if at + REACH < len(found):
            near.update(_named(found[at + REACH]))
        if at > REACH:
            near.subtract(gone := _named(found[at - REACH - 1]))
            for name in {name for name in gone if not near[name]}:
                del near[name]  # a long text costs no more a sentence
        most = max(near.values(), default=0)
        yield {name: n / most for name, n in near.items()}


def within(paragraphs: Sequence[int], found: Sequence[Sequence[Mention]]) -> Iterator[Mapping[str, float]]:
    """For each sentence the companies that its paragraph names, likewise; `paragraphs` has the number of each sentence's."""
    for _, sentences in groupby(zip(paragraphs, found, strict=True), key=itemgetter(0)):
        inside = [_named(mentions) for _, mentions in sentences]
        often = Counter(chain.from_iterable(inside))
        most = max(often.values(), default=0)
        yield from repeat({name: n / most for name, n in often.items()}, len(inside))


def _named(mentions: Sequence[Mention]) -> list[str]:
    return [m.name for m in mentions if m.kind in ("Company", "") and not m.adjective]

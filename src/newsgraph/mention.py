"""Names in sentences: known ones, places and nationalities, and new ones typed by their context.

An article is read twice: what the first pass learns (a full name, the class that a head noun gives it) is known in the
second, so that a surname or a short form is found too.
"""

from collections.abc import Mapping, Sequence

from newsgraph.headname import heads
from newsgraph.language import Language
from newsgraph.learning import Local, learn
from newsgraph.names import Names
from newsgraph.namescan import Scan
from newsgraph.namespan import Mention as Mention
from newsgraph.recurrence import recurrent
from newsgraph.replacement import replace
from newsgraph.sentence import Sentence
from newsgraph.shortname import abbreviations


def mentions(text: Sequence[Sentence], language: Language, names: Names) -> list[tuple[Mention, ...]]:
    """The mentions of each sentence of an article."""
    back, head = recurrent(text, language), heads(text, language)
    learnt = Local(words=back)
    scans = [Scan(s.tokens, language, names, learnt, head=head.get(k), texts=s.texts) for k, s in enumerate(text)]
    first = [scan.all() for scan in scans]
    local = learn(text, first, language)
    local = replace(local, words=local.words | back)
    taught, heard = _spellings(local), bool(local.heard)
    again = [
        scan.again(local, taught, found) if _any_of(scan.texts, taught) or (heard and scan.hears()) else found
        for scan, found in zip(scans, first, strict=True)
    ]
    settled = [tuple(_settle(m, local) for m in found) for found in again]
    short = abbreviations(local.short, settled, language)
    return [tuple(_spelled_out(m, short) for m in found) for found in settled] if short else settled


def _spellings(local: Local) -> frozenset[str]:
    """The words by which the second pass can find what the first did not: those of what was learnt, also with an ending."""
    learnt = {*local.words, *local.full, *local.short, *local.kinds, *(name.split()[0] for name in local.kinds)}
    return frozenset(word + ending for word in learnt for ending in ("", "s", "es", "'", "’"))


def _any_of(texts: frozenset[str], taught: frozenset[str]) -> bool:
    return not taught.isdisjoint(texts) or any(w.partition("-")[0] in taught for w in texts if "-" in w)


def _spelled_out(mention: Mention, short: Mapping[str, Mention]) -> Mention:
    """What letters stand for."""
    long = short.get(mention.name) if not mention.adjective else None
    return mention if long is None else replace(mention, name=long.name, kind=long.kind, id=long.id)


def _settle(mention: Mention, local: Local) -> Mention:
    mention = _spelled_out(mention, local.short)
    if mention.id in local.firms:
        return replace(mention, kind="Company", id="")
    if mention.id or mention.adjective:
        return mention
    name = local.full.get(mention.name, mention.name)
    kind = local.kinds.get(name) or local.kinds.get(mention.name) or mention.kind
    return mention if (name, kind) == (mention.name, mention.kind) else replace(mention, name=name, kind=kind)

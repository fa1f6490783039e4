"""Nouns that stand for a law named before: «Der Bundestag berät das Bankengesetz. Die Novelle trifft auch Alpha.»"""

from collections.abc import Iterable, Iterator

from newsgraph.byname import bynames, law_called
from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.reference import Focus
from newsgraph.replacement import replace

LAW = "Regulation"
WITHIN = 2  # sentences


def law_noun(p: Parse, noun: int, focus: Focus, language: Language) -> Filler | None:
    """The law that the noun at a token stands for, at this token; None where it is a rule of its own."""
    told = focus.ruling
    if told is None or told[1].kind != LAW or not 0 < p.sentence.index - told[0] <= WITHIN:
        return None
    if any(m.kind == LAW for m in p.mentions) or not _fits(p.low[noun], told[1].name.lower(), language):
        return None
    shown = any(p.low[i] in language.det.law_named for i in range(max(0, noun - 2), noun))
    return replace(told[1], first=noun, last=noun, here=True) if shown else None


def lawful(events: Iterable[Event], p: Parse, focus: Focus, language: Language) -> Iterator[Event]:
    """The events of a sentence, with the law in place of the noun, or of another name, that stands for it."""
    two = sum(m.kind == LAW for m in p.mentions) > 1
    aliases: list[Event] | None = None
    for event in events:
        rules = event.roles.get("rule", ()) if event.frame.relation == "rule" else ()
        meant = tuple((law_noun(p, f.last, focus, language) if f.kind == "rule" else None) or f for f in rules)
        if two and meant:
            aliases = [*bynames(p, language)] if aliases is None else aliases
            meant = tuple(law_called(aliases, f.first, f.last) or f for f in meant)
        yield replace(event, roles={**event.roles, "rule": meant}) if meant != rules else event


def _fits(noun: str, law: str, language: Language) -> bool:
    """Whether a noun may stand for a law of this name: «die Novelle» for any, «die Verordnung» for the «Batterieverordnung»."""
    table = language.grammar["restriction"]
    return noun in table["law_nouns"] or any(
        noun.startswith(kind)
        and any(law.endswith(end) for end in (kind, kind + language.written.genitive, *ends.split()))
        for kind, ends in (entry.partition(" ")[::2] for entry in table["law_kinds"])
    )

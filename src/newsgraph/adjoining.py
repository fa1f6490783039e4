"""Slots of what stands right beside a noun cue: the place behind a name, who has what «mit» names, the phrase before."""

from collections.abc import Iterator

from newsgraph.actor import subjects
from newsgraph.argument import attached, describes
from newsgraph.clause import Clause
from newsgraph.cue import Cue
from newsgraph.nameclass import QUOTES
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.ware import is_ware, owners
from newsgraph.wordlist import tails, words

Place = tuple[Clause, Phrase]


def where(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """The place right behind a name, where no verb can claim it: before the verb in second place, or «bei Alpha in Graz»."""
    finite, main = clause.verb.finite, clause.kind == "main"
    front = main and finite is not None and cue.last < finite and p.tokens[finite].is_a("VV", "VA", "VM")
    for phrase in p.phrases[clause.index]:
        certain = cue.prep in p.language.prep.attached_more or (front and finite is not None and phrase.last < finite)
        certain = certain or (
            cue.link == "apposition" and cue.det.startswith(p.language.stem.one)
        )  # «Alpha, ein Labor in Graz»
        certain = certain or (  # «Größter Konkurrent ist Alpha in Graz»
            main and finite is not None and cue.first > finite and clause.verb.lemma in p.language.verb.copula
        )
        from_there = (
            phrase.prep in p.language.prep.out_of and cue.prep in p.language.prep.attached_or_to
        )  # «bezieht es von Alpha aus Graz»
        if (from_there or (phrase.prep in p.language.prep.in_ and certain)) and adjacent(
            p.tokens, cue.last, phrase.first
        ):
            yield clause, phrase


def bearer(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Alpha mit zuletzt 5 Millionen Nutzern»: the phrase before «mit», adverbs left out."""
    before = p.phrases[clause.index][cue.index - 1] if cue.index and cue.prep in p.language.prep.with_ else None
    gap = range(before.last + 1, cue.first) if before is not None else ()
    if before is not None and all(p.tokens[i].is_a("ADV") or p.tokens[i].text in QUOTES for i in gap):
        yield clause, before


def introduced(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Mit Alpha drängt ein Rivale auf den Markt», «wo mit Alpha ein Rivale wartet»: who the subject is, told before it."""
    own = [f for f in p.phrases[clause.index] if f.prep in p.language.prep.with_ and f.last < cue.first]
    if not own or cue.mention is not None or cue.prep or cue not in [f for _, f in subjects(p, clause)]:
        return
    listed = [f for f in own if f.link == "list"]
    heads = [f for f in own if f not in listed and f.mention is not None and not f.mention.rest]
    finite = clause.verb.finite or clause.first
    for head in heads[-1:]:
        last = max([head.last, *(f.last for f in listed if f.to == head.index)])
        behind = range(last + 1, cue.first)
        if head.first - clause.first < 2 or all(i == finite or p.tokens[i].is_a("ADV", "ART") for i in behind):
            yield clause, head


def ware_owner(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Zu den Nutzern des Programms der Firma Alpha zählt Beta»: whose the thing is that the noun is of."""
    for link in ("genitive", "possessor"):
        for thing in attached(p, clause, cue, link):
            if thing.mention is None and is_ware(p, thing):
                yield from ((clause, f) for f in owners(p, clause, thing))


def before(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """The phrase right before: «Alpha mit Sitz in Graz»; «Alpha, ein Händler für Holz mit Sitz in Graz»: Alpha."""
    parts = p.phrases[clause.index]
    before = next((f for f in parts if adjacent(p.tokens, f.last, cue.first)), None)
    while before is not None and before.mention is None and (before.prep or before.link == "genitive") and before.index:
        hung = adjacent(p.tokens, parts[before.index - 1].last, before.first)
        before = parts[before.index - 1] if hung else None
    if (before is None or (before.mention is None and before.prep)) and (
        named := _across_comma(p, parts, cue)
    ) is not None:
        before = named
    told = before is not None and (before.mention is None or before.mention.rest != "")
    if before is not None and told and before.link == "apposition" and before.to is not None:
        before = parts[before.to]
    if before is not None:
        yield clause, before


def _across_comma(p: Parse, parts: tuple[Phrase, ...], cue: Phrase) -> Phrase | None:
    """«Alpha, seit dem Vorjahr im Besitz von Beta»: the name before the comma, where only a time or adverbs stand between."""
    comma = next((i for i in range(cue.first - 1, max(cue.first - 9, 0), -1) if p.tokens[i].text == ","), None)
    if (
        comma is None
        or cue.first - comma < 2
        or any(p.tokens[i].is_a("VV", "VA", "VM", "KON") for i in range(comma + 1, cue.first))
    ):
        return None
    if any(f.mention is not None for f in parts if comma < f.first < cue.first):
        return None
    m = next((f for f in parts if f.last == comma - 1 and f.prep not in p.language.prep.of), None)
    return m if m is not None and m.mention is not None and not m.mention.rest else None


def comma_behind_verb(p: Parse, clause: Clause, at: int) -> int | None:
    """The comma behind which a clause that has its verbs goes on at a token: «kauft die Alpha AG, in der Branche Beta genannt»."""
    finite = clause.verb.finite
    if clause.kind != "main" or finite is None or at <= finite:
        return None
    comma = next((i for i in range(at - 1, finite, -1) if p.tokens[i].text == ","), None)
    inside = range(comma, at) if comma is not None else ()
    if comma is None or any(p.tokens[i].is_a("VV(FIN)", "VA(FIN)", "VM(FIN)", "PREL", "KOUS") for i in inside):
        return None
    closed = any(p.tokens[i].is_a("VV(PP)", "VV(INF)") for i in range(clause.first, comma))
    return comma if closed or p.tokens[finite].is_a("VV(FIN)") else None


def apposed(p: Parse, clause: Clause, cue: int) -> Iterator[Place]:
    """What such words behind a comma are said of: the phrase before it, a verb's prefix or participle left out."""
    comma = comma_behind_verb(p, clause, cue)
    if comma is None and cue and p.tokens[cue - 1].text == ",":
        named = [f for f in p.phrases[clause.index] if f.last < cue - 1 and f.mention is not None][-1:]
        plain = (f for f in named if all(p.tokens[i].is_a("ADV") for i in range(f.last + 1, cue - 1)))
        yield from ((clause, f) for f in plain)  # «die Tochter Alpha hingegen, ansässig in Graz, …»
        return
    before = [f for f in p.phrases[clause.index] if f.last < comma] if comma is not None else []
    for phrase in before[-1:]:
        if comma is not None and all(
            p.tokens[i].is_a("PTKVZ", "VV(PP)", "VV(INF)") for i in range(phrase.last + 1, comma)
        ):
            yield clause, phrase


def is_compared(p: Parse, phrase: Phrase) -> bool:
    """«anders als bei Alpha», «wie bei Alpha»: what is so elsewhere."""
    return (
        phrase.prep in p.language.prep.at and phrase.first > 0 and p.low[phrase.first - 1] in p.language.prep.as_or_like
    )


def once(p: Parse, phrase: Phrase) -> bool:
    """«zuvor Manager bei Alpha»: where somebody was before."""
    at = phrase.first - 2
    if at >= 0 and p.tokens[at].text == "," and p.low[at + 1] in words(p.language.code, "former_adverbs"):
        return True  # «Eva Muster, früher bei Alpha, …»
    return at >= 0 and p.tokens[at + 1].is_a("NN") and p.low[at] in words(p.language.code, "former_adverbs")


def of_another(p: Parse, phrase: Phrase, first: int, last: int) -> bool:
    """«der Vertrag zwischen Alpha und Beta»: it hangs on that noun, not on the cue at `first` or `last`."""
    before = phrase.first - 1
    if before < 0 or not p.tokens[before].is_a("NN") or before in (first, last):
        return False
    kin = phrase.prep in p.language.prep.of and p.low[before].endswith(tails(p.language.code, "owned_endings"))
    return phrase.prep in p.language.prep.between or kin  # «als Partner der Rüstungstochter von Alpha»


def _behind_brackets(p: Parse, at: int) -> int | None:
    """The closing bracket of a short insertion right behind a token: «Alpha Systems (AS) aus Graz»."""
    if at + 2 >= len(p.tokens) or p.tokens[at + 1].text != "(":
        return None
    return next((i for i in range(at + 2, min(at + 6, len(p.tokens))) if p.tokens[i].text == ")"), None)


def ends(p: Parse, clause: Clause, cue: Cue) -> list[int]:
    """Where a noun's phrase ends, and where it does with what hangs on it: «Angebot», «Angebot des Konzerns Alpha»."""
    found = [cue.phrase.last if cue.phrase is not None else cue.last]
    if cue.phrase is not None and describes(p, clause, cue.phrase):
        found.append(p.phrases[clause.index][cue.phrase.index + 1].last)  # «die Alpha-Tochter Beta in Graz»
    found += [end for end in (_behind_brackets(p, at) for at in found) if end is not None]
    for f in p.phrases[clause.index]:
        if adjacent(p.tokens, found[-1], f.first) and (f.link == "genitive" or f.prep in p.language.prep.by):
            found.append(f.last)
    return found


def of_both(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Phrase]:
    """«Chefin und Gründerin der Alpha AG», «Gründer und Chef von Alpha»: what the second office is of, the first is too."""
    parts = p.phrases[clause.index]
    other = parts[cue.index + 1] if cue.index + 1 < len(parts) else None
    if other is None or other.first != cue.last + 2 or p.tokens[cue.last + 1].text not in p.language.conj.and_:
        return
    offices = all(p.language.nouns.is_office(p.head(f).text) for f in (cue, other))
    if offices and cue.mention is None and other.mention is None and not other.det:
        yield from attached(p, clause, other, "genitive")
        yield from (f for f in parts if f.prep in p.language.prep.of_or_at and adjacent(p.tokens, other.last, f.first))

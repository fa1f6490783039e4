"""Phrases without a name as fillers: goods, quantities, plants, rules, investments, by their noun."""

from collections.abc import Iterator

from newsgraph.argument import is_time
from newsgraph.clause import Clause
from newsgraph.cue import facility_nouns, is_cue
from newsgraph.filler import CLASSES, Filler
from newsgraph.party import rule_noun
from newsgraph.phrase import Phrase, adjacent
from newsgraph.quantity import Quantity
from newsgraph.taking import Taking
from newsgraph.tally import COUNTED, counts, holds_so_far
from newsgraph.time_resolution import duration
from newsgraph.wordlist import is_title, tails


def goods(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """A bare noun with a determiner: «die Maschinen»."""
    points = phrase.pronoun and t.p.head(phrase).is_a("PDS")  # «Dieses stammt von Alpha»
    if (
        phrase.det.startswith(t.language.stem.this)
        and t.language.nouns.class_of(t.p.head(phrase).text) in CLASSES["maker's"]
    ):
        return  # «Diese App stammt von Alpha»: it is a product that has been named
    counted = phrase.quantity is not None and (
        phrase.quantity.is_money or phrase.quantity.unit not in ("", t.p.head(phrase).text)
    )
    if phrase.mention is None and not counted and (points or (not phrase.pronoun and _is_goods(t, phrase))):
        yield Filler("text", phrase.first, phrase.last, name=t.p.head(phrase).text)


def _is_goods(t: Taking, phrase: Phrase) -> bool:
    """«die Maschine», and «Maschinen», «4000 Maschinen», but not «Proteste»."""
    head = t.p.head(phrase)
    if is_title(t.language.code, head.text):
        return False  # «der Chef, der von Alpha kam»
    if phrase.det and phrase.quantity is None:
        return head.low not in t.language.grammar["no_goods"]
    if _portrays(t):
        return False
    front = phrase.first < 2 and t.clause.verb.lemma in t.language.verb.supply
    if front and head.is_a("NN") and head.low not in t.language.grammar["no_goods"]:
        return True  # «Aluminium liefert Alpha»
    several = head.is_a("NN") and head.text != head.lemma
    return several and not head.low.endswith(tuple(t.language.grammar["no_goods"]))


def _portrays(t: Taking) -> bool:
    """«Alpha, das Maschinen baut»: what a company does in general, for nobody that was spoken of."""
    return t.clause.kind == "relative" and t.clause.verb.lemma not in t.language.verb.supply


def majority(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
    yield from (f for f in quantity(t, phrase, "percent") if f.quantity is not None and f.quantity.size > 50)


def minority(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """At most half: who has more is the owner."""
    yield from (f for f in quantity(t, phrase, "percent") if f.quantity is not None and f.quantity.size <= 50)


def words(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """What is spoken of, in the text's words: no sum, no time, no measure; a thing is no place either."""
    measure = t.p.head(phrase).lemma in t.language.grammar["measure_nouns"] or is_time(t.p, phrase)
    place = phrase.mention is not None and phrase.mention.kind == "Place" and phrase.mention.first <= phrase.head
    firm = phrase.det in t.language.det.definite and t.language.nouns.class_of(t.p.head(phrase).text) == "Company"
    round_ = kind == "thing" and "FundingRound" in t.language.nouns.refers_to(t.p.head(phrase).text)  # «in der Runde»
    if (
        phrase.quantity is None
        and not phrase.pronoun
        and not (phrase.prep in t.language.prep.like and phrase.mention is not None)
        and not measure
        and not round_
        and not (firm and phrase.mention is None and kind == "thing")  # «in die Firma»: one that was not made out
        and not (place and kind == "thing")
    ):
        yield Filler("text", phrase.first, _whole(t, clause, phrase), name=t.p.head(phrase).text)


def investment(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
    if _means_investment(t, clause, phrase, kind):
        yield Filler(kind, phrase.first, phrase.last)


def _means_investment(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> bool:
    """A noun that refers to an investment («das Vorhaben», «die Runde»), or the sum before a relative clause."""
    kinds = set(t.language.nouns.refers_to(t.p.head(phrase).text))
    if kind == "deal":
        return bool({"Acquisition"} & kinds) and phrase.quantity is None and phrase.mention is None
    wanted = {"FundingRound"} if kind == "round" else {"Investment", "MonetaryAmount", "FundingRound", "Acquisition"}
    refers = bool(wanted & kinds) and phrase.quantity is None and phrase.mention is None
    return refers or (clause is not t.clause and phrase.quantity is not None and phrase.quantity.is_money)


def quantity(t: Taking, phrase: Phrase, kind: str) -> Iterator[Filler]:
    q = phrase.quantity
    if q is not None and (
        (q.role in ("old", "wrong", "difference") and not (t.frame.relation == "measurement" and holds_so_far(t.p, q)))
        or (q.role and t.frame.relation != "measurement")
    ):
        return  # a figure that no longer holds, a price, a change
    if q is not None and kind == "count" and _other_things(t, phrase, q):
        return
    if kind in COUNTED:
        if q is not None and counts(q, kind, t.language) and not q.is_money:
            yield Filler("count", phrase.first, phrase.last, quantity=q)
    elif (
        q is not None
        and q.unit != "difference"
        and q.size > 0
        and q.converted_from is None
        and kind == ("money" if q.is_money else "percent" if q.unit == "percent" else "count")
    ):
        yield Filler(kind, phrase.first, phrase.last, quantity=q)


def _other_things(t: Taking, phrase: Phrase, q: Quantity) -> bool:
    """«70 Millionen Nutzer und 20 Apps»: what is listed with a count, but has a noun of its own, counts something else."""
    cue = t.cue.phrase
    counted = cue is not None and cue.quantity is not None and cue.quantity.noun is not None and cue is not phrase
    return counted and q.noun is not None and cue is not None and t.p.head(cue).lemma != t.p.head(phrase).lemma


def _whole(t: Taking, clause: Clause, phrase: Phrase) -> int:
    """The last token of a phrase with what hangs on it: «Ausbau der Werke in Wien»."""
    last = phrase.last
    for other in t.p.phrases[clause.index]:
        near = adjacent(t.p.tokens, last, other.first)
        if near and (other.link == "genitive" or (other.prep in t.language.prep.bare_noun and other.quantity is None)):
            last = other.last
    return last


def facility(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """A plant, a data centre, a site; as an event only where one has just been spoken of."""
    noun = t.p.head(phrase).text
    if noun.lower().endswith(tails(t.language.code, "no_plants")):
        return  # «das Triebwerk», «das Netzwerk»: no works
    if phrase.quantity is None and is_cue(noun, facility_nouns(t.language), t.language):
        if kind == "facility":
            yield Filler("text", phrase.first, _whole(t, clause, phrase), name=t.p.head(phrase).text)
        elif t.focus.dealings.recent("investment", t.p.sentence.index):
            yield Filler("investment", phrase.first, phrase.last)


def rule(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """A law, order or ban: named, or by its noun."""
    mention = phrase.mention
    if mention is not None and mention.kind == "Regulation":
        yield Filler("Regulation", phrase.first, phrase.last, mention.name, mention.id)
    elif (
        phrase.quantity is None
        and not phrase.pronoun
        and t.language.nouns.class_of(t.p.head(phrase).text) == "Regulation"
    ):
        yield Filler("rule", phrase.first, phrase.last, rule_noun(t.p.head(phrase)))


def days(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """«um 75 Tage»: an xsd:duration."""
    for time in t.p.times:
        if phrase.first <= time.last and time.first <= phrase.last and (length := duration(time)):
            yield Filler("duration", phrase.first, phrase.last, name=length)

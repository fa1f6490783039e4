"""Relative clauses: what they speak of, and whether the pronoun is who acts in them or what is acted upon."""

from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.wordlist import PRODUCTS, class_of, tails, words

MAKERS = ("Company", "Person")
ACTING = ("Company", "NewsOrganization", "PublicBody", "Person")


def relative_subject(p: Parse, clause: Clause, pronoun: Phrase, found: list[Phrase]) -> Phrase:
    """«die Alpha gekauft hat»: the pronoun of someone who acts is the subject, that of a thing rather the object."""
    if is_dative(p, clause, pronoun):
        return next((f for f in found if f is not pronoun and "nom" in f.cases), pronoun)
    if p.head(pronoun).low not in p.language.pron.which_plural:
        return pronoun
    others = [f for f in found if f is not pronoun]
    clear = next((f for f in others if p.head(f).low in p.language.pron.nominatives), None)
    if clear is not None:
        return clear  # «das er gekauft hat»
    of = antecedent(p, clause)
    made = next((f for f in others if f.mention is not None and f.mention.kind in ACTING and not f.mention.rest), None)
    paid = of is not None and of[1].quantity is not None and of[1].quantity.is_money and not clause.verb.passive
    if made is not None and of is not None and (paid or (_is_thing(p, of[1]) and _makes(p, clause))):
        return made  # «die Software, die das Start-up Alpha schreibt»
    named = [f for f in others if f.det in p.language.pron.masculine_known or (f.mention is not None and not f.det)]
    before = of[1].mention if of is not None else None
    acts = before is not None and before.kind in ("Company", "Person", "PublicBody", "") and not _buys(p, clause, named)
    return named[0] if named and not (acts and not named[0].det) else pronoun


def _buys(p: Parse, clause: Clause, named: list[Phrase]) -> bool:
    """«die Firma Alpha, die Beta 2019 für 3 Millionen gekauft hat»: who stands right behind the pronoun, and before the time or
    the price, bought."""
    first = next(iter(named), None)
    if first is None or first.first != clause.first + 1 or clause.verb.passive or first.prep:
        return False
    behind = (f for f in p.phrases[clause.index] if f.first == first.last + 1)
    return clause.verb.lemma in words(p.language.code, "takeover_verbs") and any(
        bool(f.prep) or p.tokens[f.head].is_a("CARD") or p.low[f.head].isdigit() for f in behind
    )


def _is_thing(p: Parse, phrase: Phrase) -> bool:
    """Whether somebody makes or buys it rather than that it does so itself."""
    m = phrase.mention
    if m is not None and not m.rest and not m.adjective:
        return m.kind in PRODUCTS
    return class_of(p.language.code, p.head(phrase).text) not in ACTING


def _makes(p: Parse, clause: Clause) -> bool:
    return not clause.verb.passive and clause.verb.lemma in words(p.language.code, "making_verbs")


def antecedent(p: Parse, clause: Clause) -> tuple[Clause, Phrase] | None:
    """What a relative clause speaks of: the nearest phrase before it in the clause it hangs on."""
    if clause.parent is None:
        return None
    host = p.clauses[clause.parent]
    if host.kind == "relative" and p.tokens[clause.first].is_a("KON"):
        return antecedent(p, host)  # «Alpha, die Beta gekauft hat und die …»
    before = [f for f in p.phrases[host.index] if f.last < clause.first and not f.pronoun]
    if not before:
        return None
    last = before[-1]
    if (
        len(before) > 1
        and last.mention is None
        and p.low[last.head] in p.language.word.light_nouns
        and last.prep in p.language.prep.towards
    ):
        before = before[:-1]  # «tritt das Gesetz in Kraft, das …»
        last = before[-1]
    if len(before) > 1 and _is_dated(p, clause, last):
        before = before[:-1]
        last = before[-1]
    if (
        len(before) > 1
        and last.prep in p.language.prep.by_amount
        and p.low[before[-2].head].endswith(tails(p.language.code, "group_nouns"))
    ):
        return host, before[-2]  # «eine Gruppe um die Firma Alpha, zu der …»
    if (firm := _firm_before_idle(p, clause, before)) is not None:
        return host, firm
    if (named := _extraposed(p, clause, before)) is not None:
        return host, named
    place = (
        last.mention is not None
        and last.mention.kind == "Place"
        and not last.mention.adjective
        and last.prep in p.language.prep.inside_or_at
    )
    if place and len(before) > 1 and p.tokens[clause.first].low not in p.language.pron.where:
        last = before[-2]  # «Alpha aus Graz, das …»
    elif len(before) > 1 and _hangs_bare(p, before[-2], last) and p.tokens[clause.first].low in p.language.det.people:
        last = before[-2]  # «Chips von Alpha, die …»
    elif len(before) > 1 and _agrees(p, clause, before[-2], last):
        last = before[-2]
    return host, _whole_list(p, clause, host, _named(p, host, last))


def _is_dated(p: Parse, clause: Clause, last: Phrase) -> bool:
    """«ihre Runde vom Frühjahr, an der sich …»: the time is not what a feminine pronoun speaks of."""
    word = p.low[clause.first + p.tokens[clause.first].is_a("APPR")]
    timed = last.prep in p.language.prep.of_place and last.mention is None and last.quantity is None
    season = p.head(last).lemma.lower() in words(p.language.code, "time_nouns")
    return (
        timed
        and season
        and word in p.language.det.feminine_any
        and p.low[last.first] in p.language.prep.in_or_of_merged
    )


def _named(p: Parse, host: Clause, last: Phrase) -> Phrase:
    """«Alpha, einem Anbieter aus Graz, der …»: the name that the noun describes."""
    told = p.phrases[host.index][last.to] if last.link == "apposition" and last.to is not None else None
    return told if told is not None and last.mention is None and told.mention is not None else last


def is_dative(p: Parse, clause: Clause, pronoun: Phrase) -> bool:
    """«die Firma Alpha, der Beta gehört»: what is feminine is no «der» in the nominative."""
    if p.head(pronoun).low not in p.language.det.masculine or clause.parent is None:
        return False
    found = antecedent(p, clause)
    if found is None or not any(f for f in p.phrases[clause.index] if f is not pronoun and not f.prep):
        return False
    host, phrase = found
    det = phrase.det or next((f.det for f in p.phrases[host.index] if adjacent(p.tokens, f.last, phrase.first)), "")
    return det in p.language.det.feminine_known and p.tokens[phrase.last].text[0].isalnum()


def _firm_before_idle(p: Parse, clause: Clause, before: list[Phrase]) -> Phrase | None:
    """«Bisher war dort der Konkurrent Alpha am Werk, der zu Beta gehört»: the one of the pronoun's gender, not the idle phrase."""
    last = before[-1]
    if len(before) < 2 or not last.prep or last.det or last.mention is not None or last.quantity is not None:
        return None
    word = p.tokens[clause.first].low
    firm, m = before[-2], before[-2].mention
    fits = m is not None and m.kind == "Company" and not m.rest and not firm.prep
    return (
        firm
        if fits
        and word in p.language.det.masculine
        and firm.det in p.language.det.masculine
        and adjacent(p.tokens, firm.last, last.first)
        else None
    )


def _extraposed(p: Parse, clause: Clause, before: list[Phrase]) -> Phrase | None:
    """«Im Mai soll die App Alpha auf den Markt kommen, die Beta entwickelt hat»: a product made, not the market."""
    last = before[-1]
    idle = bool(last.prep) and last.mention is None and last.quantity is None
    if not idle or len(before) < 2 or not _makes(p, clause):
        return None
    made = [f for f in before[:-1] if f.mention is not None and f.mention.kind in PRODUCTS and not f.mention.rest]
    word = p.tokens[clause.first + p.tokens[clause.first].is_a("APPR")].low
    fits = bool(made) and (
        not made[-1].det or made[-1].det in (*p.language.grammar["antecedent_articles"].get(word, ()), word)
    )
    host = p.clauses[clause.parent or 0]
    closed = p.tokens[host.last].is_a("VV", "VA", "PTKVZ") and host.verb.finite != host.last
    apart = bool(made) and not adjacent(p.tokens, made[-1].last, last.first)
    return made[-1] if fits and (apart or closed or last.det == "") else None


def _hangs_bare(p: Parse, thing: Phrase, phrase: Phrase) -> bool:
    """«von Alpha» behind a thing: a company without an article, which «die» and «der» do not mean."""
    m = phrase.mention
    bare = (
        phrase.prep in p.language.prep.of
        and not phrase.det
        and m is not None
        and m.first == phrase.first + 1
        and not m.rest
    )
    company = bare and m is not None and m.kind in ("Company", "NewsOrganization")
    return company and thing.mention is None and not thing.pronoun and adjacent(p.tokens, thing.last, phrase.first)


def _whole_list(p: Parse, clause: Clause, host: Clause, last: Phrase) -> Phrase:
    """«Alpha und Beta, die … liefern»: a verb in the plural speaks of both, so the first stands for the list."""
    finite = p.tokens[clause.verb.finite].text if clause.verb.finite is not None else ""
    several = last.link == "list" and last.to is not None and last.mention is not None and finite.endswith("n")
    opens = p.tokens[clause.first].low in p.language.pron.which_feminine
    return p.phrases[host.index][last.to] if several and opens and last.to is not None else last


def _agrees(p: Parse, clause: Clause, named: Phrase, last: Phrase) -> bool:
    """«der Kartendienst Alpha von Beta, für den …»: the pronoun has the gender of the one named by a noun."""
    if last.prep not in p.language.prep.of or last.det or last.first != named.last + 1 or named.mention is None:
        return False
    word = p.tokens[clause.first + p.tokens[clause.first].is_a("APPR")].low
    return named.det in p.language.grammar["antecedent_articles"].get(word, ())

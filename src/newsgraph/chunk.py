"""Cutting a clause into noun phrases, from left to right."""

from newsgraph.apposed import apposed
from newsgraph.case import narrowed
from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.measured import measured, quoted_compound
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.phrase import Phrase
from newsgraph.phrase_head import known, nominal
from newsgraph.phrase_link import linked
from newsgraph.phrase_row import Row
from newsgraph.phrase_start import Opened, determines, interrupted, is_origin, preposition
from newsgraph.quantity import Quantity
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.tagset import beginning

MODIFIER = beginning("ADJ", "CARD", "TRUNC", "PTKNEG", "VV(PP)")
DULL = beginning("$", "VV(FIN)", "VV(I", "VA", "VM", "KON", "KOUS", "PTKZU", "PTKVZ")


def phrases(
    clause: Clause,
    tokens: tuple[Token, ...],
    mentions: tuple[Mention, ...],
    quantities: tuple[Quantity, ...],
    language: Language,
) -> tuple[Phrase, ...]:
    """The phrases of a clause, from left to right."""
    names = {t: m for m in mentions for t in range(m.first, m.last + 1)}
    amounts = {t: q for q in quantities for t in range(q.first, q.last + 1)}
    inside = tuple([i for i in clause.tokens if tokens[i].text not in QUOTES])
    row = Row(tokens, inside, [tokens[i] for i in inside], names, amounts, language)
    found, n = list[Phrase](), 0
    if clause.kind == "relative" and inside and (opening := _opening_pronoun(row)) is not None:
        found.append(opening)
        n = inside.index(opening.last) + 1
    if clause.kind == "sub" and len(inside) > 2 and _opens_clause(clause, tokens, inside, language):
        n = 1  # «Seit die Firma Alpha … hat»: no preposition
    waiting: Opened | None = None
    while n < len(inside):
        if (skipped := _adverbial(row, n)) > 0:
            n += skipped
            continue
        if _is_dull(row, n):
            n += 1
            continue
        phrase, after = _at(row, len(found), n)
        if phrase is None:
            broken = interrupted(row, n)
            waiting, n = broken or waiting, n + (2 if broken is not None and broken.prep and broken.det else 1)
            continue
        resumed = (
            _resumed(phrase, waiting, tokens, found, language) if waiting is not None and not phrase.prep else None
        )
        waiting = waiting if phrase.prep else None
        if found and (whole := measured(found[-1], phrase, tokens, language)) is not None:
            found[-1], phrase = replace(found[-1], link="measure", to=phrase.index), whole
        if found and tokens[phrase.first - 1].text == "-" and (both := quoted_compound(found[-1], phrase, tokens)):
            found[-1] = both
        else:
            found.append(resumed or linked(narrowed(phrase, tokens, language), found, tokens, language))
        n = max(after, n + 1)
    return tuple(apposed(found, tokens, language))


def _opens_clause(clause: Clause, tokens: tuple[Token, ...], inside: tuple[int, ...], language: Language) -> bool:
    """Whether the first word, which may be tagged as a preposition, is the conjunction of the clause."""
    ends = clause.verb.finite in inside[-2:] and clause.marker in language.conj.subordinating
    said = ends or tokens[inside[1]].low in language.pron.no_dative
    return said and tokens[inside[0]].low == clause.marker


def _resumed(
    phrase: Phrase, waiting: Opened, tokens: tuple[Token, ...], found: list[Phrase], language: Language
) -> Phrase | None:
    """«mit dem in Graz gebauten Modell»: it has the preposition and the article before its attribute; «des in …»: a genitive."""
    if phrase.det or not tokens[phrase.first].is_a("ADJ", "VV(PP)"):
        return None
    host = waiting.first - 1 if waiting.det in language.det.genitive and not waiting.prep else None
    to = next((f.index for f in found if f.last == host), None)
    own = replace(phrase, prep=waiting.prep, det=waiting.det, cases=waiting.cases)
    listed = (
        waiting.first > 1
        and tokens[waiting.first - 1].text in language.conj.joining_words
        and phrase.mention is not None
    )
    before = next((f for f in found if f.last == waiting.first - 2 and f.mention is not None), None) if listed else None
    told = next(
        (f for f in found if f.last == waiting.first - 2 and f.mention is not None and not f.mention.rest), None
    )
    if told is not None and tokens[waiting.first - 1].text == "," and phrase.mention is None and not waiting.prep:
        return replace(own, link="apposition", to=told.index)  # «Alpha, der mit Abstand größte Rivale, …»
    if before is not None and not waiting.prep:  # «Alpha, Beta und das in Graz kaum bekannte Gamma»
        whole = before.to if before.link == "list" else before.index
        return replace(own, link="list", to=whole, prep=before.prep)
    if phrase.mention is None and not waiting.prep and waiting.first > 1 and tokens[waiting.first - 1].text == ",":
        named = next((f for f in found if f.last == waiting.first - 2 and f.mention is not None), None)
        if named is not None:  # «Alpha, der mit Abstand größte Anbieter, …»
            return replace(own, link="apposition", to=named.index)
    return own if to is None else replace(own, link="genitive", to=to)


def _opening_pronoun(row: Row) -> Phrase | None:
    """The relative pronoun that opens a relative clause, with its preposition, whatever its tag."""
    at = 1 if row.words[0].is_a("APPR") and len(row.inside) > 1 else 0
    token = row.words[at]
    if token.low not in row.language.pron.relative_opening:
        return None
    prep = row.words[0].low if at else ""
    first, head = row.inside[0], row.inside[at]
    return Phrase(0, first, head, head, prep, "", row.cases(token), pronoun=True)


def _at(row: Row, index: int, n: int) -> tuple[Phrase | None, int]:
    """A phrase that begins at position n of the clause, and the position after it."""
    start, opened = n, Opened(index, row.inside[n])
    if (before := preposition(row, n)) is not None:
        opened, n = Opened(index, row.inside[n], *before), n + 1
    while n < len(row.inside):
        i, token = row.inside[n], row.words[n]
        if (found := known(row, n, opened)) is not None:
            return found
        if determines(row, n):
            if n > start and row.tokens[i - 1].text == ",":
                return None, n  # «… verbinden, dem Dienst …»
            opened = opened.with_determiner(token.low, row.cases(token))
        elif not is_origin(row, n):
            if (found := nominal(row, n, start, opened)) is not None:
                return found
            # «mit insgesamt 3 Millionen», «als bisher größte Händlerin»
            summed = bool(opened.prep) and (_is_sum(row, n + 1) or (token.tag == "ADV" and _is_described(row, n + 1)))
            if not (token.tag in MODIFIER or (token.tag == "ADV" and (opened.det or summed)) or i in row.names):
                return None, n
        n += 1
    return None, n


def _is_sum(row: Row, n: int) -> bool:
    return n < len(row.inside) and (q := row.amounts.get(row.inside[n])) is not None and q.is_money


def _is_described(row: Row, n: int) -> bool:
    """«größte Händlerin»: an adjective and its noun."""
    return n + 1 < len(row.inside) and row.words[n].is_a("ADJ(A)") and row.words[n + 1].is_a("NN")


def _adverbial(row: Row, n: int) -> int:
    """«vor allem», «unter anderem», «nach wie vor»: how many words a preposition makes up with what is no noun phrase."""
    first, adverbs = row.words[n].low, row.language.adv
    if first not in adverbs.two_words_open:
        return 0
    behind = [w.low for w in row.words[n + 1 : n + 3]]
    if not behind:
        return 0
    if " ".join([first, *behind]) in adverbs.two_words:
        return 3
    return 2 if f"{first} {behind[0]}" in adverbs.two_words else 0


def _is_dull(row: Row, n: int) -> bool:
    """Whether a verb, a conjunction or a mark stands here, with which no phrase can begin."""
    word, i = row.words[n], row.inside[n]
    verbal = word.tag in DULL and i not in row.names and i not in row.amounts
    return verbal and word.low not in row.language.conj.lively

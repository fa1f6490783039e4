"""No hedge, plan, refusal or denial becomes a plain statement, whatever the relation: sentences made of relations and ways to hedge."""

from itertools import product

import pytest

from newsgraph.article import parse
from newsgraph.claim import Claim
from newsgraph.reading import read_article

RELATIONS = {  # who, what, the verb, its infinitive
    "buys": ("die Firma Quantelis", "den Anbieter Lendus", "übernimmt", "übernehmen"),
    "invests": ("der Konzern Hellbach", "3 Millionen Euro in das Start-up Quantelis", "investiert", "investieren"),
    "supplies": ("die Firma Quantelis", "den Autobauer Hellbach", "beliefert", "beliefern"),
    "develops": ("die Firma Quantelis", "die App Pakipa", "entwickelt", "entwickeln"),
    "forbids": ("die Stadt Graz", "die App Pakipa", "verbietet", "verbieten"),
}
HEDGES = [
    "Angeblich {v} {s} {o}.",
    "Womöglich {v} {s} {o}.",
    "{S} könnte {o} {i}.",
    "{S} müsste {o} {i}.",
    "{S} soll {o} {i}.",
    "{S} hätte {o} {i} sollen.",
    "{S} erwägt, {o} zu {i}.",
    "{S} dementiert, {o} zu {i}.",
    "{S} hat vergeblich versucht, {o} zu {i}.",
    "Es heißt, {s} werde {o} {i}.",
    "Gerüchten zufolge {v} {s} {o}.",
    "Ob {s} {o} {v}, ist offen.",
    "Wenn {s} {o} {v}, freut sich der Markt.",
    "Dass {s} {o} {v}, ist falsch.",
    "Statt {o} zu {i}, wartet {s}.",
    "Nach der Absage {v} {s} {o} nun doch nicht.",
]
CASES = list(product(sorted(RELATIONS), HEDGES))


def is_plain(claim: Claim) -> bool:
    said = claim.predicate not in ("", "ng:category", None)
    return said and claim.modality == "asserted" and not claim.negated and not claim.condition


@pytest.mark.parametrize(("relation", "hedge"), CASES)
def test_what_is_hedged_is_no_fact(relation: str, hedge: str) -> None:
    who, what, verb, infinitive = RELATIONS[relation]
    text = hedge.format(s=who, S=who[0].upper() + who[1:], o=what, v=verb, i=infinitive)
    claims = read_article(parse(text.encode(), "x.txt")).claims
    assert [c.predicate for c in claims if is_plain(c)] == []


@pytest.mark.parametrize("relation", sorted(RELATIONS))
def test_what_is_not_hedged_is_one(relation: str) -> None:
    who, what, verb, _ = RELATIONS[relation]
    claims = read_article(parse(f"{who[0].upper() + who[1:]} {verb} {what}.".encode(), "x.txt")).claims
    assert any(is_plain(c) for c in claims)


def test_all_cases_were_read() -> None:
    assert len(CASES) == 80

"""What is read of firms: makers, parents, offices, seats, suppliers, rivals, users, names. A line of firms.tsv is a text and all of it."""

from pathlib import Path

import pytest

from newsgraph.article import parse
from newsgraph.claim import Claim, Literal, Thing
from newsgraph.reading import read_article

FILE = Path(__file__).parent / "reading" / "firms.tsv"
CASES = [tuple(line.split("\t")) for line in FILE.read_text("utf-8").splitlines()]
EDGES = ("provides", "parentCompany", "locatedIn", "suppliesTo", "competesWith")
COUNTED = ("user", "customer", "subscriber", "downloads")
BOUNDS = ("ng:value", "ng:moreThan", "ng:atLeast", "ng:atMost", "ng:lessThan")


def said(text: str) -> set[str]:
    """The facts of the relations of firms, «provides Alpha | Beta»."""
    reading = read_article(parse(text.encode(), "example.txt"))
    things = {thing.id: thing for thing in reading.things}
    return {fact for claim in reading.claims if not claim.negated for fact in _facts(claim, things)}


def _facts(claim: Claim, things: dict[str, Thing]) -> list[str]:
    if claim.describes:
        return _described(things[claim.describes], things)
    relation, value = claim.predicate.partition(":")[2], _label(claim.object, things)
    if relation in ("altLabel", "marketName"):
        forms = [_label(v, things) for key, v in _of(claim.object, things) if key == "skosxl:literalForm"]
        return [f"name {_label(claim.subject, things)} | {forms[0] if forms else value}"]
    return [f"{relation} {_label(claim.subject, things)} | {value}"] if relation in EDGES else []


def _described(thing: Thing, things: dict[str, Thing]) -> list[str]:
    def values(key: str) -> list[str]:
        return [_label(value, things) for k, value in thing.facts if k == key]

    if thing.kind == "Role":
        return [f"office {a} | {b}" for a in values("ng:person") for b in values("ng:organization")]
    metric = "".join(values("ng:metric"))
    if thing.kind != "Measurement" or "new" in metric or not any(word in metric for word in COUNTED):
        return []
    quantity = dict(_of(next(v for k, v in thing.facts if k == "ng:quantity"), things))
    number = next(_label(quantity[bound], things) for bound in BOUNDS if bound in quantity)
    return [f"users {a} | {number.removesuffix('.0')}" for a in values("ng:measured")]


def _of(value: object, things: dict[str, Thing]) -> tuple[tuple[str, object], ...]:
    return things[str(value)].facts if str(value) in things else ()


def _label(value: object, things: dict[str, Thing]) -> str:
    if isinstance(value, Literal):
        return value.value
    return things[str(value)].label if str(value) in things else str(value)


def test_there_are_cases_of_every_relation() -> None:
    assert len(CASES) >= 100
    relations = {fact.split()[0] for _, facts in CASES for fact in facts.split("; ")}
    assert relations == {*EDGES, "office", "users", "name", "-"}


@pytest.mark.parametrize(("text", "facts"), CASES, ids=[text[:60] for text, _ in CASES])
def test_all_that_is_said_of_firms_is_read_and_no_more(text: str, facts: str) -> None:
    assert said(text) == set(facts.split("; ")) - {"-"}


def test_what_an_office_is_over_is_nobody() -> None:
    facts = said("Das sagte Thomas Stein, CEO Central Europe bei der Sylo AG. Sylo wächst.")
    assert not any("Central Europe" in fact for fact in facts)

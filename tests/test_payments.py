"""Who pays whom how much, and who counts how many users: rounds, investments, fines, users. A line of payments.tsv is a text and all of it."""

from pathlib import Path

import pytest

from newsgraph.article import parse
from newsgraph.build import build
from newsgraph.reading import read_article
from newsgraph.stated import Stated
from newsgraph.units import Unit, units

FILE = Path(__file__).parent / "reading" / "payments.tsv"
CASES = [tuple(line.split("\t")) for line in FILE.read_text("utf-8").splitlines()]
RELATIONS = ("fine", "funding_round", "investment", "user_count")


def said(text: str) -> set[str]:
    """What a text says of payments and users, «fine: Alpha -> Kartellamt 3000000 EUR», a round with who gave «by Beta»."""
    graph = Stated(build(read_article(parse(text.encode(), "example.txt")), with_text=False))
    return {_line(unit) for unit in units(graph, text) if unit.relation in RELATIONS and not unit.soft}


def _line(unit: Unit) -> str:
    givers = sorted(names[0] for names in unit.investors)
    return f"{unit} by {', '.join(givers)}" if givers else str(unit)


@pytest.mark.parametrize(("text", "facts"), CASES)
def test_payments(text: str, facts: str) -> None:
    assert said(text) == {fact for fact in facts.split("; ") if fact}

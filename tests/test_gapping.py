"""What is said again with other names and sums is a clause of its own."""

import pytest

from newsgraph.article import parse
from newsgraph.reading import read_article

PAIRS = {
    "Die Behörde hatte Apple mit 500 Millionen und Meta mit 200 Millionen Euro belegt.": {
        ("Apple", 500),
        ("Meta", 200),
    },
    "Amazon muss 5 Millionen und Google 3 Millionen Euro Strafe zahlen.": {("Amazon", 5), ("Google", 3)},
    "Die Behörde verhängte gegen Apple eine Strafe von 7 Millionen Euro und gegen Meta eine von 2 Millionen.": {
        ("Apple", 7),
        ("Meta", 2),
    },
    "Nvidia steckt 10 Millionen Dollar in Anthropic und 100 Millionen in OpenAI.": {("Anthropic", 10), ("OpenAI", 100)},
    "Nvidia steckt 10 Millionen Dollar in Anthropic, 7 Millionen in OpenAI und 3 Millionen in Mistral AI.": {
        ("Anthropic", 10),
        ("OpenAI", 7),
        ("Mistral AI", 3),
    },
    "Whatsapp hat 30 Millionen Nutzer, Instagram 20 Millionen und Facebook 32 Millionen.": {
        ("Whatsapp", 30),
        ("Instagram", 20),
        ("Facebook", 32),
    },
}
OWNERS = ("ng:penalised", "ng:target", "ng:measured")
SUMS = ("ng:amount", "ng:quantity")


def _pairs(text: str) -> set[tuple[str, int]]:
    """Who or what has which sum, in millions."""
    read = read_article(parse(text.encode(), "x.txt"))
    things = {t.id: t for t in read.things}
    told = [(t.id, p, v) for t in read.things for p, v in t.facts] + [
        (c.subject, c.predicate, c.object) for c in read.claims
    ]
    millions = {t: int(float(v.value)) // 1_000_000 for t, p, v in told if p in ("ng:numericValue", "ng:value")}
    names = [(t, things[v].label) for t, p, v in told if p in OWNERS]
    return {(name, millions[v]) for t, name in names for s, p, v in told if s == t and p in SUMS}


@pytest.mark.parametrize("text", PAIRS)
def test_each_is_given_its_own_sum_and_nobody_another_ones(text: str) -> None:
    assert _pairs(text) == PAIRS[text]


def test_each_is_sold_to_its_own_buyer() -> None:
    text = "Nokia verkaufte die Sparte Lumia an Microsoft und den Kartendienst Here an Audi."
    read = read_article(parse(text.encode(), "x.txt"))
    labels = {t.id: t.label for t in read.things}
    buyers = {c.subject: labels[str(c.object)] for c in read.claims if c.predicate == "ng:investor"}
    targets = {(labels[str(c.object)], buyers[c.subject]) for c in read.claims if c.predicate == "ng:target"}
    assert targets == {("Lumia", "Microsoft"), ("Here Technologies", "Audi")}


def test_all_cases_ran() -> None:
    assert len(PAIRS) == 6

"""Which sum belongs to which name."""

from newsgraph.article import parse
from newsgraph.reading import read_article


def fines(text: str) -> set[tuple[str, str]]:
    """(who pays, the number) of the fines in a text."""
    reading = read_article(parse(text.encode(), "example.txt"))
    things = {thing.id: thing for thing in reading.things}
    found = set()
    for thing in things.values():
        facts = dict(thing.facts)
        if thing.kind == "Penalty" and "ng:amount" in facts:
            number = dict(things[str(facts["ng:amount"])].facts)["ng:value"]
            found.add(
                (things[str(facts["ng:penalised"])].label, str(getattr(number, "value", number)).removesuffix(".0"))
            )
    return found


def test_names_and_sums_in_a_row_are_paired() -> None:
    text = "Die Behörde verhängte Bußgelder gegen Velmora und Sylo in Höhe von 5 bzw. 2 Millionen Euro."
    assert fines(text) == {("Velmora", "5000000"), ("Sylo", "2000000")}


def test_one_sum_is_nobody_elses() -> None:
    text = "Die Behörde verhängte ein Bußgeld gegen Velmora in Höhe von 5 Millionen Euro. Sylo zahlt nichts."
    assert fines(text) == {("Velmora", "5000000")}


def test_those_just_spoken_of_are_not_the_one_whom_the_text_is_about() -> None:
    assert not fines("Velmora und Sylo sprachen sich ab. Dafür bekamen sie eine Strafe von 5 Millionen Euro.")

"""Whose a sum is: nobody's because «es» gives it, each its own of several, and no other's."""

from newsgraph.article import parse
from newsgraph.reading import read_article


def parties(text: str) -> set[tuple[str, str, str]]:
    """(class of the event, role, name) of a text."""
    reading = read_article(parse(text.encode(), "example.txt"))
    things = {thing.id: thing for thing in reading.things}
    return {
        (things[c.subject].kind, c.predicate, things[str(c.object)].label)
        for c in reading.claims
        if str(c.object) in things and things[c.subject].kind in ("FundingRound", "Investment", "Acquisition")
    }


def test_what_there_is_nobody_gives() -> None:
    text = "Das Start-up Voltaro wächst. Gar 82 Millionen Euro Kapital gab es für das Start-up Quantelis."
    assert not {p for p in parties(text) if p[2] == "Voltaro"}


def test_what_goes_to_somebody_is_no_firm_that_there_is() -> None:
    text = "Das Start-up Voltaro wächst. Das zweite Investment gab es im Februar und ging an Quantelis."
    assert not parties(text)


def test_each_of_several_sums_has_its_own_targets() -> None:
    text = (
        "Investoren steckten 10 Millionen Euro in das Start-up Voltaro und 6 Millionen Euro in das Start-up Quantelis."
    )
    reading = read_article(parse(text.encode(), "example.txt"))
    rounds = [t.id for t in reading.things if t.kind == "FundingRound"]
    targets = [[c.object for c in reading.claims if c.subject == r and c.predicate == "ng:target"] for r in rounds]
    assert len(targets) == 2
    assert all(len(t) == 1 for t in targets)


def test_a_sum_in_brackets_is_what_the_clause_around_it_says() -> None:
    text = "Das zweithöchste Investment erhielt das Start-up Voltaro (25 Millionen Euro)."
    assert ("Investment", "ng:investor", "Voltaro") not in parties(text)


def test_a_fund_without_a_name_denies_no_other_investor() -> None:
    text = (
        "Das Start-up Voltaro hat in einer Finanzierungsrunde 25 Millionen Euro eingesammelt. "
        "Neue Geldgeber sind Varo Capital und ein weiterer, nicht namentlich genannter Fonds."
    )
    reading = read_article(parse(text.encode(), "example.txt"))
    assert [c.negated for c in reading.claims if c.predicate == "ng:investor"] == [False]


def test_what_belongs_to_a_firm_is_not_what_is_listed_beside_it() -> None:
    text = "Es wachsen das zum Konzern Hellbach gehörende Quantelis und der deutsche Händler Voltaro."
    reading = read_article(parse(text.encode(), "example.txt"))
    names = {t.id: t.label for t in reading.things}
    assert not {names[c.subject] for c in reading.claims if c.predicate == "ng:parentCompany"} & {"Voltaro"}

"""What news of industry tells of firms, and what it does not: parts that are bought, figures of a division, names, who says it."""

import pytest

from newsgraph.article import parse
from newsgraph.reading import read_article

# a text, what it says, and what it does not say
CASES = [
    # several shops are bought, not the firm that was spoken of
    (
        "Die Kette Hellbach wehrt sich gegen die Übernahme von etwa 90 Märkten durch den Rivalen Voltaro.",
        "competesWith",
        "target",
    ),
    ("Der Kranbauer Hellbach wehrt sich gegen eine Übernahme durch Voltaro.", "target Hellbach", "target Voltaro"),
    # what a division earns is not the firm's
    ("Der Kranbauer Voltaro wächst. Die Sparte macht einen Umsatz von 400 Millionen Euro.", "", "measured"),
    (
        "Der Kranbauer Voltaro wächst. Die Voltaro-Pflegesparte erzielte einen Umsatz von 2 Millionen Euro.",
        "",
        "measured",
    ),
    ("Der Kranbauer Voltaro erzielte einen Umsatz von 2 Millionen Euro.", "measured Voltaro", ""),
    ("Der Kranbauer Voltaro wächst. Der Wert des Geschäfts wird auf 14 Millionen Euro geschätzt.", "", "measured"),
    # a part is for sale, so that a later sentence does not speak of the firm
    (
        "Der Kranbauer Voltaro will seine Pumpensparte verkaufen. Die Firma führe nun Exklusivgespräche mit dem Investor Hellbach.",
        "",
        "target",
    ),
    (
        "Der Kranbauer Voltaro steht zum Verkauf. Die Firma führe nun Exklusivgespräche mit dem Investor Hellbach.",
        "target Voltaro",
        "",
    ),
    # whose share it was, and in whom
    (
        "Voltaro kaufte den Anteil des Konzerns Hellbach am Geschäft von Siemens für 2 Millionen Euro.",
        "target Siemens",
        "target Hellbach",
    ),
    ("Der Kranbauer Voltaro wurde vom kanadischen Eigentümer HBX verkauft.", "", "person"),
    # a paper that says it is no party
    ("Dazu werde, so der «Grazer Bote», die Prüfung der Anlagen für Siemens geplant.", "", "suppliesTo"),
    ("Wie Reuters mitteilte, gebe es Interesse an einer Übernahme des Kranbauers Voltaro.", "", "investor Reuters"),
    # a share is no ware
    ("Voltaro will seinen 9-Prozent-Anteil an Siemens verkaufen, die Hälfte davon bald.", "", "suppliesTo"),
    # «53 Real-Filialen» are no money, «101 Häuser» no users
    ("Die Kette Hellbach hat sich auf die Übernahme von 53 Real-Filialen verständigt.", "", "amount"),
    ("Der Kranbauer Voltaro will 101 Häuser übernehmen.", "", "measured"),
    # whose owner it is, was said, though nobody knows the name
    ("Voltaro wollte die Märkte vom Nixen-Eigentümer Hellbach übernehmen.", "", "parentCompany"),
    # names
    ("Der Konzern Alm + Hummel kauft die Firma Voltaro.", "investor Alm + Hummel", "investor Hummel"),
    ("Die Firma Voltaro hieß früher Deutsche Velmora.", "altLabel Deutsche Velmora", "altLabel Velmora"),
    ("Der Kranbauer Voltaro wurde von seinem Eigner Alpha-Group verkauft.", "", "person"),
    # the country of him around whom a group gathers is not the group's
    ("Der Kranbauer Voltaro gehört einer Investorengruppe um den US-Milliardär Max Muster.", "", "country Voltaro"),
]


def said(text: str) -> set[str]:
    """«target Alpha»: what is claimed, with the name of whom it is claimed."""
    reading = read_article(parse(text.encode(), "x.txt"))
    label = {t.id: t.label for t in reading.things}
    facts = [(c.predicate, c.object) for c in reading.claims if c.predicate]
    facts += [(f"{c.predicate} {label.get(c.subject, '')}", "") for c in reading.claims if c.predicate]
    facts += [
        fact for c in reading.claims if c.describes for t in reading.things if t.id == c.describes for fact in t.facts
    ]
    named = {
        f"{key.partition(':')[2]} {label.get(value, '') if isinstance(value, str) else getattr(value, 'value', '')}"
        for key, value in facts
    }
    return {fact.strip() for fact in named}


@pytest.mark.parametrize(("text", "told", "untold"), CASES, ids=[text for text, _, _ in CASES])
def test_only_what_is_told_is_read(text: str, told: str, untold: str) -> None:
    found = said(text)
    assert not told or any(fact == told or fact.startswith(f"{told} ") for fact in found), found
    assert not untold or not any(fact == untold or fact.startswith(f"{untold} ") for fact in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Der Kranbauer Hellbach gilt als Favorit für den Kauf der Firma Voltaro.",
        "Der Kranbauer Hellbach hofft, dass die Übernahme von Voltaro gelingt.",
    ],
)
def test_interest_and_hope_are_no_purchase_yet(text: str) -> None:
    claims = read_article(parse(text.encode(), "x.txt")).claims
    assert {c.modality for c in claims if c.predicate == "ng:target"} == {"possible"}


def test_a_countryman_is_a_person() -> None:
    text = "Der Italiener Velmori leitet die Hellbach AG. Bei der Schweizer Voltaro geht es weiter."
    kinds = {t.label: t.kind for t in read_article(parse(text.encode(), "x.txt")).things}
    assert "Person" in kinds["Velmori"] and "Company" in kinds["Voltaro"]


def test_a_firm_behind_a_name_is_no_part_of_it() -> None:
    text = "Voltaro kauft die Firma Hellbach, sagt Anna Muster von der Firmenberatung Quantelis."
    labels = {t.label for t in read_article(parse(text.encode(), "x.txt")).things}
    assert "Anna Muster" in labels

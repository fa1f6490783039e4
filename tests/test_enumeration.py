"""Lists inside clauses: each case is a sentence and its clauses, «kind(verb)», in the order in which they begin."""

import pytest

from newsgraph import language as languages
from newsgraph.article import Article
from newsgraph.clause import clauses
from newsgraph.sentence import sentences

CASES = """
Der Dienst Lendus, über den Quantelis, Hellbach und Zahlora ihre Zahlungen abrechnen, wächst. => main(wachsen) relative(abrechnen)
Der Konkurs der Firma, von der Quantelis, Hellbach und Zahlora ihre Sitze bezogen, trifft die Branche. => main(treffen) relative(beziehen)
Die Firma Lendus, die Sensoren, Chips und Kameras an Hellbach liefert, wächst. => main(wachsen) relative(liefern)
Das Start-up Lendus, dessen Software bei Hellbach, bei Quantelis und beim Händler Zahlora läuft, wächst. => main(wachsen) relative(laufen)
Er sagte, dass Hellbach, Quantelis und Zahlora Chips liefern. => main(sagen) sub(liefern)
Die Firma Lendus zählt die Firma Hellbach, die Bank Quantelis und die Kette Zahlora zu den Kunden und nimmt es mit Brellmann auf. => main(zählen) main(aufnehmen)
Die Firma Lendus, der Konzern Hellbach, Quantelis und die Zahlora AG wachsen, sagte Müller. => main(sagen)
Zu den Kunden gehören Lendus, der Autobauer Hellbach, Quantelis und Zahlora, teilte die Firma mit. => main(gehören) main(mitteilen)
"""
LINES = [line for line in CASES.strip().splitlines() if line]


@pytest.mark.parametrize("case", LINES)
def test_a_list_parts_no_clause(case: str) -> None:
    text, _, expected = case.partition(" => ")
    language = languages.load("de")
    (sentence,) = sentences(Article("text", text), language)
    assert " ".join(f"{c.kind}({c.verb.lemma})" for c in clauses(sentence, language)) == expected


def test_all_cases_were_read() -> None:
    assert len(LINES) == 8

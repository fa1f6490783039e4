"""Clauses: each case is a sentence and its clauses, «kind(verb): words», in the order in which they begin."""

import pytest

from newsgraph import language as languages
from newsgraph.article import Article
from newsgraph.clause import clauses
from newsgraph.sentence import sentences

CASES = """
Der Konzern baut ein Werk. => main(bauen): Der Konzern baut ein Werk
Der Konzern baut, weil er wächst, ein Werk. => main(bauen): Der Konzern baut ein Werk / sub(wachsen): weil er wächst
Das Werk, das seit Mai läuft, wächst. => main(wachsen): Das Werk wächst / relative(laufen): das seit Mai läuft
Der Konzern plant, ein Werk zu bauen. => main(planen): Der Konzern plant / infinitive(bauen): ein Werk zu bauen
Der Konzern kauft das Werk und schließt die Halle. => main(kaufen): Der Konzern kauft das Werk / main(schließen): und schließt die Halle
Bis Ostern sollen es tausend sein. => main(sein): Bis Ostern sollen es tausend sein
Der Konzern stellt die Produktion ein. => main(einstellen): Der Konzern stellt die Produktion ein
Das Werk, so der Chef, koste viel. => main(kosten): Das Werk koste viel / so(): so der Chef
Der Konzern (Sitz in Graz) baut. => main(bauen): Der Konzern baut / aside(): Sitz in Graz
Dem Papier zufolge, das der Zeitung vorliegt, erwägt der Konzern, das Werk zu verlegen. => main(erwägen): Dem Papier zufolge erwägt der Konzern / relative(vorliegen): das der Zeitung vorliegt / infinitive(verlegen): das Werk zu verlegen
Der Konzern will ein Werk bauen und Stellen schaffen. => main(bauen): Der Konzern will ein Werk bauen / main(schaffen): und Stellen schaffen
Der Konzern wirbt, um Kunden zu gewinnen und die Marke auszubauen. => main(werben): Der Konzern wirbt / infinitive(gewinnen): um Kunden zu gewinnen / infinitive(ausbauen): und die Marke auszubauen
Die Halle soll abgerissen und das Werk verlegt werden. => main(abreißen): Die Halle soll abgerissen / main(verlegen): und das Werk verlegt werden
Der Konzern will das Werk behalten und weiter ausbauen. => main(ausbauen): Der Konzern will das Werk behalten und weiter ausbauen
Er will Marken, wie die Linie Nord, aufbauen. => main(aufbauen): Er will Marken wie die Linie Nord aufbauen
Der Konzern Lendus, den Hellbach 2019 für viel Geld gekauft hatte, streicht Stellen. => main(streichen): Der Konzern Lendus streicht Stellen / relative(kaufen): den Hellbach 2019 für viel Geld gekauft hatte
Auch die Firma Rademann aus Zwickau, die Dachhase mit Gehäusen beliefert, wächst. => main(wachsen): Auch die Firma Rademann aus Zwickau wächst / relative(beliefern): die Dachhase mit Gehäusen beliefert
Lendus, 2019 von Hellbach übernommen, streicht Stellen. => main(streichen): Lendus streicht Stellen / participle(übernehmen): 2019 von Hellbach übernommen
Die Server stehen in Bochum, angemietet beim Betreiber Zeche. => main(stehen): Die Server stehen in Bochum / participle(anmieten): angemietet beim Betreiber Zeche
Zappo, das der Konzern anbietet und in China Shuashua heißt, wächst. => main(wachsen): Zappo wächst / relative(anbieten): das der Konzern anbietet / relative(heißen): und in China Shuashua heißt
Hellbach kauft Lendus, das Chips für Autos entwickelt. => main(kaufen): Hellbach kauft Lendus / relative(entwickeln): das Chips für Autos entwickelt
Hellbach kauft den Anbieter Lendus, der Autohersteller beliefert. => main(kaufen): Hellbach kauft den Anbieter Lendus / relative(beliefern): der Autohersteller beliefert
Hellbach kauft die App Zappo, die 3 Millionen Kunden zählt. => main(kaufen): Hellbach kauft die App Zappo / relative(zählen): die 3 Millionen Kunden zählt
Das Werk wurde verkauft, die Maschinen verschrottet. => main(verschrotten): Das Werk wurde verkauft die Maschinen verschrottet
Der Umsatz stieg, die Kosten sanken. => main(steigen): Der Umsatz stieg / main(sinken): die Kosten sanken
Der Konzern plant, 30 Milliarden Won, umgerechnet rund 19 Millionen Euro, in ein Werk zu stecken. => main(planen): Der Konzern plant / infinitive(stecken): 30 Milliarden Won umgerechnet rund 19 Millionen Euro in ein Werk zu stecken
Der Konzern, der 30 Millionen Dollar, also 28 Millionen Euro, in ein Werk steckt, wächst. => main(wachsen): Der Konzern wächst / relative(stecken): der 30 Millionen Dollar also 28 Millionen Euro in ein Werk steckt
Der Konzern zahlt 30 Millionen Dollar, umgerechnet 28 Millionen Euro, und baut ein Werk. => main(zahlen): Der Konzern zahlt 30 Millionen Dollar umgerechnet 28 Millionen Euro / main(bauen): und baut ein Werk
Der Konzern investiert wie angekündigt viel Geld. => main(investieren): Der Konzern investiert wie angekündigt viel Geld
""".strip().splitlines()

MOODS = [
    ("sei", "konjunktiv1"),
    ("koste", "konjunktiv1"),
    ("kostet", "indicative"),
    ("flösse", "konjunktiv2"),
    ("hätte", "konjunktiv2"),
    ("bekäme", "konjunktiv2"),
]


def _clauses(text: str) -> list[str]:
    german = languages.load("de")
    sentence = next(iter(sentences(Article("t", text), german)))
    found = clauses(sentence, german)
    words = [" ".join(sentence.tokens[i].text for i in c.tokens if sentence.tokens[i].text[0].isalnum()) for c in found]
    return [f"{c.kind}({c.verb.lemma}): {w}" for c, w in zip(found, words, strict=True)]


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_a_sentence_falls_into_its_clauses(case: str) -> None:
    text, expected = case.split(" => ")
    assert expected.split(" / ") == _clauses(text)


@pytest.mark.parametrize(("verb", "mood"), MOODS)
def test_moods(verb: str, mood: str) -> None:
    german = languages.load("de")
    sentence = next(iter(sentences(Article("t", f"Das Geld {verb} dort viel."), german)))
    assert mood == clauses(sentence, german)[0].verb.mood


def test_an_infinitive_hangs_on_the_clause_right_before_it() -> None:
    german = languages.load("de")
    text = "Der Konzern, der seit Mai wächst, plant, ein Werk zu bauen."
    found = clauses(next(iter(sentences(Article("t", text), german))), german)
    assert (found[2].kind, found[2].parent) == ("infinitive", 0)


def test_all_cases_were_read() -> None:
    assert (len(CASES), len(MOODS)) == (29, 6)

"""How surely: each case is a sentence, a word of one clause, and what that clause is."""

import pytest

from newsgraph import language as languages
from newsgraph import names
from newsgraph.article import Article
from newsgraph.certainty import Certainty, certainty
from newsgraph.denial import denial
from newsgraph.mention import mentions
from newsgraph.parse import Parse, parse
from newsgraph.reference import Focus
from newsgraph.sentence import sentences

CASES = """
In einer früheren Fassung hieß es, der Konzern baue ein Werk in Graz. | baue | asserted denied
Wäre es nach ihr gegangen, säße der Konzern heute in Graz. | säße | asserted cancelled
Gerüchten, der Konzern werde verkauft, trat die Chefin entgegen. | verkauft | asserted denied
Die Behauptung auf einem Blog, der Konzern habe ein Werk gekauft, ist erfunden. | gekauft | asserted denied
In der Branche hieß es, der Konzern wolle das Werk kaufen; die Chefin nannte das „Unsinn“. | kaufen | planned denied
In der Branche hieß es, der Konzern wolle das Werk kaufen; die Chefin nannte den Preis. | kaufen | planned
Laut der Zeitung hatte der Konzern über das Werk verhandelt; die Chefin widersprach dieser Darstellung. | verhandelt | possible denied
Der Konzern baut ein Werk in Graz. | baut | asserted
Der Konzern hat 30 Millionen Euro investiert. | investiert | asserted
Die Übernahme wurde im März abgeschlossen. | abgeschlossen | asserted
Der Konzern beschäftigt etwa 300 Menschen. | beschäftigt | asserted
Der Konzern konnte den Umsatz steigern. | steigern | asserted
Der Konzern will 30 Millionen Euro investieren. | investieren | planned
Der Konzern plant, ein Werk zu bauen. | bauen | planned
Der Konzern wird ein Werk bauen. | bauen | planned
Der Konzern kündigte eine Fabrik an. | kündigte | planned
Die Bank stellte dem Start-up 30 Millionen Euro in Aussicht. | stellte | planned
Das Werk soll 30 Millionen Euro kosten. | kosten | planned
Das Werk soll 30 Millionen Euro gekostet haben. | gekostet | unclear
Die Bank soll 30 Millionen Euro geboten haben. | geboten | unclear
Der Konzern erwägt, das Werk zu verkaufen. | verkaufen | possible
Der Konzern könnte das Werk verkaufen. | verkaufen | possible
Das Werk dürfte 30 Millionen Euro kosten. | kosten | possible
Der Konzern prüft, ob er das Werk verkauft. | verkauft | possible
Der Konzern spricht mit Investoren über einen Einstieg. | spricht | possible
Der Konzern zahlt zehn Millionen Euro, falls das Amt zustimmt. | zahlt | possible
Sollte das Amt zustimmen, zahlt der Konzern zehn Millionen Euro. | zahlt | possible
Der Konzern baut das Werk nicht. | baut | asserted negated
Der Konzern hat keine Fabrik gekauft. | gekauft | asserted negated
Der Konzern baut nicht nur ein Werk. | baut | asserted
Das Werk kostete acht Millionen Euro, nicht zwölf Millionen. | kostete | asserted
Der Konzern investiert 30 Millionen Euro, aber keinen Cent in Werbung. | investiert | asserted
Der Konzern wächst nicht zuletzt durch Zukäufe. | wächst | asserted
Der Konzern legte den Bau des Werks auf Eis. | legte | asserted cancelled
Der Neubau in Graz ist vom Tisch. | ist | asserted cancelled
Der Konzern hat die Übernahme abgesagt. | abgesagt | asserted cancelled
Das Werk, das 30 Millionen Euro gekostet hätte, war ein Traum. | gekostet | asserted cancelled
Der Konzern dementierte, dass er das Werk verkauft. | verkauft | asserted denied
Dass der Konzern das Werk verkauft, nannte der Vorstand frei erfunden. | verkauft | asserted denied
Der Vorstand wollte nicht ausschließen, dass der Konzern das Werk verkauft. | verkauft | possible
Die App ist in Indien verboten. | verboten | asserted
Der Vorstand begründete den Schritt mit der unklaren Nachfrage. | begründete | asserted
Am Markt hält sich das Gerücht, der Konzern wolle das Werk kaufen. | kaufen | unclear
In den Ausbau flössen in drei Jahren 30 Millionen Euro, kündigte die Chefin an. | flössen | planned
Der Konzern habe das Werk gekauft, kündigte die Chefin an. | gekauft | asserted
Der Konzern investiert wie geplant 30 Millionen Euro. | investiert | planned
""".strip().splitlines()

# who denies what stands in the sentence before
DENIALS = """
Der Autobauer Velbora dementierte. | Velbora
Der Autobauer Velbora wies den Bericht zurück. | Velbora
„Unsinn“, sagte Werksleiterin Ina Kroll. | Ina Kroll
Der Autobauer Velbora wies eine Schuld von 30 Millionen Euro zurück. | -
Der Autobauer Velbora baut ein Werk. | -
Der Autobauer Velbora dementierte, dass er verkauft. | -
Daran sei nichts wahr, sagte Werksleiterin Ina Kroll. | Ina Kroll
Gespräche mit dem Autobauer Velbora habe es nie gegeben, sagte Werksleiterin Ina Kroll. | Ina Kroll
Werksleiterin Ina Kroll tut das als reine Phantasie ab. | Ina Kroll
Von einem Umzug will Werksleiterin Ina Kroll nichts wissen. | -
Bei dem Autobauer Velbora wurde das dementiert. | Velbora
Der Autobauer Velbora mag das nicht einmal dementieren. | -
Der Autobauer Velbora sprach von Seemannsgarn. | Velbora
Ein Börsengang sei kein Thema, sagte Werksleiterin Ina Kroll. | -
""".strip().splitlines()


def _parse(text: str) -> tuple[Parse, Focus]:
    german = languages.load("de")
    split = list(sentences(Article("t", text), german))
    return parse(split[0], mentions(split, german, names.load())[0], german), Focus(german)


def _words(found: Certainty) -> str:
    flags = [name for name in ("negated", "cancelled", "denied") if getattr(found, name)]
    return " ".join([found.modality, *flags])


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_a_clause_is_as_sure_as_its_words(case: str) -> None:
    text, word, expected = (part.strip() for part in case.split("|"))
    p, _ = _parse(text)
    clause = next(c for c in p.clauses if word in [p.tokens[i].text for i in c.tokens])
    assert expected == _words(certainty(p, clause, languages.load("de")))


@pytest.mark.parametrize("case", DENIALS, ids=range(len(DENIALS)))
def test_a_denial_without_content_speaks_of_the_sentence_before(case: str) -> None:
    text, expected = (part.strip() for part in case.split("|"))
    p, focus = _parse(text)
    source = denial(p, focus, languages.load("de"))
    assert expected == ("-" if source is None or source.mention is None else source.mention.name)


def test_who_denies_is_known_with_a_focus() -> None:
    p, focus = _parse("Der Autobauer Velbora bestritt, dass er das Werk verkauft.")
    found = certainty(p, p.clauses[1], languages.load("de"), None, focus)
    assert found.denied_by is not None and found.denied_by.mention is not None
    assert found.denied_by.mention.name == "Velbora"


@pytest.mark.parametrize(
    ("found", "status"),
    [
        (Certainty(), "done"), (Certainty("planned"), "planned"), (Certainty("unclear"), "rumoured"), (Certainty("possible"), "possible"),
        (Certainty(negated=True), "denied"), (Certainty("planned", cancelled=True), "cancelled"), (Certainty("planned", denied=True, cancelled=True), "denied"),
    ],
)  # fmt: skip
def test_a_node_shows_its_status(found: Certainty, status: str) -> None:
    assert status == found.status


def test_all_cases_were_read() -> None:
    assert (len(CASES), len(DENIALS)) == (46, 14)

"""Who is meant: each case is a text, a word of its last sentence, and the name that the phrase with this word refers to."""

import pytest

from newsgraph import language as languages
from newsgraph import names
from newsgraph.article import Article
from newsgraph.mention import mentions
from newsgraph.parse import parse
from newsgraph.reference import Focus
from newsgraph.sentence import sentences

CASES = """
Der Autobauer Velbora wächst. Das Unternehmen baut ein Werk. | Unternehmen | Velbora
Der Autobauer Velbora wächst. Der Konzern baut ein Werk. | Konzern | Velbora
Der Autobauer Velbora wächst. Er baut ein Werk. | Er | Velbora
Die Bank Nexalo wächst. Sie baut ein Haus. | Sie | Nexalo
Das Start-up Nexalo wächst. Es baut ein Haus. | Es | Nexalo
Der Autobauer Velbora kauft den Chiphersteller Nexalo. Der Chiphersteller baut Sensoren. | Chiphersteller | Nexalo
Der Autobauer Velbora wächst. Velbora baut viel. Konkurrent ist der Chiphersteller Nexalo. Der Hersteller Nexalo liefert. Der Autobauer zahlt. | Autobauer | Velbora
Werksleiterin Ina Kroll lobt den Autobauer Velbora. Sie baut ein Werk. | Sie | Ina Kroll
Der Autobauer Velbora wächst. Das Gesetz kommt im Mai. Es gilt für alle. | Es | -
Der Autobauer Velbora wächst. Der Umsatz steigt. Er liegt bei 30 Millionen Euro. | Er | -
Der Ulmer Chiphersteller Nexalo beliefert den Autobauer Velbora. Velbora zahlt. Die Ulmer liefern. | Ulmer | Nexalo
Der Autobauer Velbora kauft den Chiphersteller Nexalo aus Ulm. Das Ulmer Unternehmen wächst. | Unternehmen | Nexalo
Der Autobauer Velbora wächst. Nun baut man ein Werk. | man | Velbora
Der Autobauer Velbora wächst. Ein Unternehmen braucht Geld. | Unternehmen | -
Der Konzern Velbora wächst. Gestern hat der Händler Nexalo bekannt gegeben, dass man den Chiphersteller Quantelis kauft. | man | Nexalo
Der Musikdienst Velbora hat per Twitter mitgeteilt, dass er wächst. Der Musikdienst baut viel. | Musikdienst | Velbora
Huawei wächst. Google beliefert Huawei. Der Internetkonzern liefert viel. | Internetkonzern | Google
Der Autobauer Velbora wächst. Der Konkurrent baut ein Werk. | Konkurrent | -
Novalind sucht Heil in Übersee: Der Leverkusener Pflanzenschützer hat den Züchter Prairie Gold gekauft. | Pflanzenschützer | Novalind
Der Autobauer Velbora wächst. Rivale ist die Firma Nexalo. Die Stader bauen ein Werk. | Stader | Nexalo
Laut der Zeitung «Tagblatt» wächst der Autobauer Velbora. Er baut viel. | Er | Velbora
Der Softwarekonzern Quantelis übernimmt das Start-up Nexalo. Das Jungunternehmen beschäftigt 40 Leute. | Jungunternehmen | Nexalo
Der Softwarekonzern Quantelis übernimmt das Start-up Nexalo. Der Konzern zahlt 40 Millionen Euro. | Konzern | Quantelis
Der US-Konzern Quantelis übernimmt den Grazer Anbieter Nexalo. Die Amerikaner zahlen 40 Millionen. | Amerikaner | Quantelis
Der Softwarekonzern Quantelis übernimmt den Grazer Anbieter Nexalo. Die Österreicher entwickeln Apps. | Österreicher | Nexalo
Der Autobauer Velbora wächst. Der in Ulm ansässige Hersteller baut ein Werk. | Hersteller | Velbora
Der Autobauer Velbora und der Ölkonzern Nexalo gründen das Joint Venture Drillo. Das Joint Venture baut Bohrer. | Venture | Drillo
Während der Autobauer Velbora zögert, greift der Rivale Nexalo zu. Die Stader bauen ein Werk. | Stader | Nexalo
Die Leistung vermarktet der Autobauer Velbora über die Tochter Nexalo. Dieser Umsatz steigt. Die Miete steigt bei der Tochter Nexalo. Sie sitzt in Kiel. | Sie | Nexalo
Die Bank Nexalo wächst. Der Autobauer Velbora will sie kaufen. | sie | Nexalo
Der Kranbauer Nexalo wächst. Der Autobauer Velbora steigt bei ihm ein. | ihm | Nexalo
Das Start-up Nexalo wächst. Velbora ist bei ihm eingestiegen. | ihm | Nexalo
Nexalo vertreibt die Software Lungolot. Eingesetzt wird sie in Kliniken. | sie | Lungolot
Der Autobauer Velbora beteiligt sich am Start-up Nexalo. Dafür erhält er ein Fünftel an dem Unternehmen. | Unternehmen | Nexalo
Der Autobauer Velbora verhandelt mit dem Start-up Nexalo. Der Konzern plant, das Unternehmen zu kaufen. | Unternehmen | Nexalo
Der Autobauer Velbora verhandelt mit der Bank Nexalo. Die Unternehmen wachsen. | Unternehmen | -
Der Autobauer Velbora wächst. Zusätzliche Arbeit bringt die EU-Batterieverordnung. Sie gilt für alle. | Sie | Batterieverordnung
Der Autobauer Velbora wächst. Getrieben wird die Nachfrage durch die EU-Batterieverordnung. Sie schreibt Pässe vor. | Sie | Batterieverordnung
Der Autobauer Velbora wächst. Nun übernimmt Deutschlands größter Hersteller den Rivalen Nexalo. | Hersteller | Velbora
Die Bank Nexalo kauft den Wiener Kartenabrechner Zahlwerk. Verkäufer ist der Konzern Velbora. Der Abrechner hat viele Kunden. | Abrechner | Zahlwerk
Der Autobauer Velbora wächst. Ihn fördert die Österreichische Fördergesellschaft. | Fördergesellschaft | -
Der Autobauer Velbora aus Ulm wächst. Für die Ulmer ist das teuer, weil sie ein Werk gebaut haben. | sie | Velbora
Der Autobauer Velbora aus Ulm wächst. Nun bauen die Ulmer viel. Ihnen gehört die Bank Nexalo. | Ihnen | Velbora
Der Autobauer Velbora kauft den Verlag Nexalo. Dem widersprach ein Velbora-Sprecher: Nexalo sei teuer. Der Konzern schweigt. | Konzern | Velbora
Der Autobauer Velbora verhandelt mit der Bank Nexalo. Gebaut hat diese schon ein Haus. | diese | Nexalo
Der Autobauer Velbora und die Bank Nexalo wachsen. Erstere baut ein Werk. | Erstere | Velbora
Der Autobauer Velbora und die Bank Nexalo wachsen. Letztere baut ein Haus. | Letztere | Nexalo
Der Autobauer Velbora wächst. Chef des Hauses ist Ina Kroll. | Hauses | Velbora
Der Autobauer Velbora wächst. Das Haus steht in Ulm. | Haus | -
Der Autobauer Velbora wächst. Anders die Bank Nexalo. Das Unternehmen baut ein Haus. | Unternehmen | Nexalo
Der Autobauer Velbora wächst. Und die Bank Nexalo? Das Unternehmen baut ein Haus. | Unternehmen | Nexalo
Der Autobauer Velbora wächst. Bei der Bank Nexalo hat man Zeit. | man | Nexalo
Der Autobauer Velbora wächst. Mit Velbora streitet man sich. | man | -
Der Autobauer Velbora wächst. Nun kauft er bei den Grazern von Nexalo. | Grazern | Nexalo
Der Autobauer Velbora wächst. Der Winzling baut ein Werk. | Winzling | Velbora
Der Autobauer Velbora wächst. Zuletzt setzte das Haus 3 Millionen Euro um. | Haus | Velbora
Die Bank Nexalo wächst. Die gleichnamige App zählt 2 Millionen Nutzer. | App | Nexalo
Die Bank Nexalo wächst. Die Plattform der Post zählt 2 Millionen Nutzer. | Plattform | -
Die Bank Nexalo betreibt die App Zahlio. Die App zählt 2 Millionen Nutzer. | App | Zahlio
Der Autobauer Velbora aus Kiel bekommt Konkurrenz. Nun drängt der Hersteller Nexalo auf den Markt. Die Schwaben bauen ein Werk. | Schwaben | Nexalo
Der Autobauer Velbora aus Ulm bekommt Konkurrenz. Der Hersteller Nexalo aus Kiel ist neu. Die Schwaben bauen ein Werk. | Schwaben | Velbora
Der Autobauer Velbora aus Ulm wächst. Er nutzt ein System, das die Ulmer selbst gebaut haben. | Ulmer | Velbora
Die Firma Velbora aus Ulm liefert Sensoren an BMW. Der Autobauer zahlt viel. | Autobauer | BMW
Die Firma Velbora aus Ulm liefert Sensoren an die Allianz. Der Autobauer zahlt viel. | Autobauer | Velbora
Die Firma Velbora aus Ulm wird von Lufthansa unterstützt. Das Start-up baut ein Werk. | Start-up | Velbora
Die Firma Velbora liefert Chips an Xiaomi. Nun kauft der Apple-Rivale viel. | Apple-Rivale | Xiaomi
Die Bank Nexalo betreibt die App Zahlio. Der Betreiber, die Velbora GmbH, wächst. | Betreiber | Velbora GmbH
""".strip().splitlines()


def _meant(text: str, word: str) -> str:
    german = languages.load("de")
    split, focus = list(sentences(Article("t", text), german)), Focus(german)
    for sentence, here in zip(split, mentions(split, german, names.load()), strict=True):
        p = parse(sentence, here, german)
        if sentence is split[-1]:
            phrase = next(f for parts in p.phrases for f in parts if p.head(f).text == word)
            found = focus.of(p, phrase)
            return "-" if found is None else found.name
        focus.read(p)
    return "?"


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_a_phrase_refers_to_the_last_fitting_thing(case: str) -> None:
    text, word, expected = (part.strip() for part in case.split("|"))
    assert expected == _meant(text, word)


def test_all_cases_were_read() -> None:
    assert len(CASES) == 67

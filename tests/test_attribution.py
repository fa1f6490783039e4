"""Who says so: each case is a text, words of one clause, and the source of that clause («-»: the article itself)."""

import pytest

from newsgraph import language as languages
from newsgraph import names
from newsgraph.article import Article
from newsgraph.attribution import Source, attribute
from newsgraph.mention import mentions
from newsgraph.parse import parse
from newsgraph.reference import Focus
from newsgraph.sentence import sentences

# text | words of the clause | source; «A < B»: unnamed people A whom B cites, or A through B
CASES = """
Laut den Gründern zahlen 300 Kunden. | zahlen | Gründer
Das Werk sei mit 40 Millionen Euro bewertet worden, sagte Werksleiterin Ina Kroll. | bewertet | Ina Kroll
Das Werk koste 40 Millionen Euro, sagte Gründerin und Werksleiterin Ina Kroll. | koste | Ina Kroll
Die Zeitung „Elbkurier“ schrieb, das Werk koste 40 Millionen Euro. | koste | Elbkurier
Werksleiterin Ina Kroll kündigte an, bis 2029 das Werk auszubauen. | auszubauen | Ina Kroll
Aus Sicht des Marktforschers Datalux ist das Werk zu teuer. | ist | Datalux
Bewertet wird das Werk in Finanzkreisen mit 40 Millionen Euro. | wird | Finanzkreise
Das Werk koste 40 Millionen Euro, heißt es in der Branche. | koste | Branche
Werksleiterin Ina Kroll ist zufrieden. Die Kosten bezifferte sie auf „zwischen 3 und 4 Millionen Euro“. | bezifferte | Ina Kroll
Laut der Zeitung „Elbkurier“ plant der Konzern ein Werk. | plant | Elbkurier
Der Umbau kostet laut Finanzchef Nils Kroll acht Millionen Euro. | kostet | Nils Kroll
Insidern zufolge will der Autobauer Velbora verkaufen. | verkaufen | Insider
Nach Informationen aus Bankenkreisen liegt das Gebot bei 40 Millionen Euro. | liegt | Bankenkreise
Nach Angaben des Chipherstellers Nexalo arbeiten dort 300 Menschen. | arbeiten | Nexalo
Nach Berechnungen des Marktforschers Datalux stieg der Absatz um drei Prozent. | stieg | Datalux
Der Chiphersteller Nexalo zählt nach eigenen Angaben zwei Millionen Kunden. | zählt | Nexalo
Das Werk öffnet im Mai, wie der Autobauer Velbora mitteilte. | öffnet | Velbora
Das Werk öffnet im Mai, teilte der Autobauer Velbora mit. | öffnet | Velbora
Das Werk, so Werksleiterin Ina Kroll, öffne im Mai. | öffne | Ina Kroll
„Wir bauen ein Werk für 30 Millionen Euro“, sagte Werksleiterin Ina Kroll. | bauen | Ina Kroll
Werksleiterin Ina Kroll sagte, das Werk koste 30 Millionen Euro. | koste | Ina Kroll
Werksleiterin Ina Kroll kündigte an, 30 Millionen Euro in das Werk zu stecken. | stecken | Ina Kroll
Werksleiterin Ina Kroll erklärte, dass der Bau im Mai beginnt. | beginnt | Ina Kroll
Das Gebot liege bei 40 Millionen Euro, heißt es in Finanzkreisen. | liege | Finanzkreise
Das Gebot liegt bei 40 Millionen Euro, verlautete aus Verhandlungskreisen. | liegt | Verhandlungskreise
In Branchenkreisen ist von 40 Millionen Euro die Rede. | ist | Branchenkreise
Aus Unterlagen für den Aufsichtsrat geht hervor, dass der Konzern das Werk verkauft. | verkauft | Unterlagen
Das Werk wird verkauft, wie aus einem Strategiepapier hervorgeht. | verkauft | Strategiepapier
Die Bank biete 40 Millionen Euro, schreibt der „Elbkurier“ unter Berufung auf Insider. | biete | Insider < Elbkurier
Die Bank bietet 40 Millionen Euro, wie der „Elbkurier“ unter Berufung auf Insider berichtet. | bietet | Insider < Elbkurier
Eine Sprecherin des Autobauers Velbora nannte die Summe. Das Werk koste 30 Millionen Euro. | koste | Velbora
Werksleiterin Ina Kroll ist zufrieden. Man werde 30 Millionen Euro investieren. | investieren | Ina Kroll
Das sagte Werksleiterin Ina Kroll. Die Anlage koste 30 Millionen Euro. Im Mai beginne der Bau. | beginne | Ina Kroll
Das Werk koste 30 Millionen Euro, sagte Werksleiterin Ina Kroll. Der Umsatz stieg um drei Prozent. | stieg | -
Der Autobauer Velbora beziffert die Kosten auf 30 Millionen Euro. | beziffert | Velbora
Das Portal „Werkbank“ tippt auf 30 Millionen Euro. | tippt | Werkbank
Einen Bericht des Magazins „Werkbank“, wonach der Konzern verkaufen wolle, wies ein Sprecher zurück. | verkaufen | Werkbank
Obwohl der Umsatz sinkt, wächst der Gewinn, wie der Autobauer Velbora mitteilte. | sinkt | -
Das Werk, das seit 1990 besteht, werde geschlossen, sagte Werksleiterin Ina Kroll. | besteht | -
Der Autobauer Velbora baut ein Werk für 30 Millionen Euro. | baut | -
Nach dem Bau des Werks wächst der Konzern. | wächst | -
Der Konzern wächst, weil er ein Werk baut. | baut | -
Das Werk kostet acht Millionen Euro – nicht zwölf Millionen, wie der „Elbkurier“ berichtete. | kostet | -
Nach Einschätzung von Analysten ist das Werk 30 Millionen Euro wert. | ist | Analysten
Der Autobauer Velbora werde bauen, hieß es aus dem Umfeld des Unternehmens. | bauen | Umfeld
Nach Schätzungen der Marktforscher von Datalux stieg der Absatz um drei Prozent. | stieg | Datalux
Nach einer Studie des Instituts Datalux stieg der Absatz um drei Prozent. | stieg | Datalux
Die Gewerkschaft Ferrum schätzt, dass der Autobauer Velbora 300 Stellen streicht. | streicht | Ferrum
Nach den Worten von Mitgründerin und Werksleiterin Ina Kroll kostet das Werk 30 Millionen Euro. | kostet | Ina Kroll
Das Werk koste 30 Millionen Euro, so der Chef der Firma, Nils Kroll. | koste | Nils Kroll
Aus Investorenkreisen war zu hören, das Werk koste 30 Millionen Euro. | koste | Investorenkreise
Gemäß Handelsregister hält der Autobauer Velbora 30 Prozent. | hält | Handelsregister
Gemäß dem Gesetz hält der Autobauer Velbora 30 Prozent. | hält | -
Der Autobauer Velbora habe das Werk gekauft, teilte ein Sprecher mit. | gekauft | Velbora
Firmenangaben zufolge baut der Autobauer Velbora ein Werk. | baut | Velbora
Der Autobauer Velbora hat nach früheren Angaben 30 Millionen Euro ausgegeben. | ausgegeben | Velbora
Nach früheren Angaben kostet das Werk 30 Millionen Euro. | kostet | -
Nach eigenen Angaben zählt der Chiphersteller Nexalo zwei Millionen Kunden, 300.000 davon sind Firmen. | Firmen | Nexalo
Das Werk wird verkauft, schrieb der Elbkurier. | verkauft | Elbkurier
Ein Einstieg, über den die Zeitung „Elbkurier“ berichtet hatte, steht nicht zur Debatte. | steht | Elbkurier
Der Autobauer Velbora wird verkauft, wie aus dem Umfeld der Eigentümer zu hören ist. | verkauft | Umfeld
Berichte, der Autobauer Velbora habe ein Werk gekauft, sind falsch. | gekauft | Berichte
Das Werk wird verkauft, wie der Bote schrieb. | verkauft | -
Einem „Elbkurier“-Bericht zufolge wird das Werk verkauft. | verkauft | Elbkurier
Nach Spiegel-Informationen wird das Werk verkauft. | verkauft | Der Spiegel
Nach Informationen des Spiegels wird das Werk verkauft. | verkauft | Der Spiegel
Die App Guckfix wird nach Ina Krolls Worten von 300 Menschen genutzt. | genutzt | Ina Kroll
300 Kunden zähle das Werk, behauptet Werksleiterin Ina Kroll. | zähle | Ina Kroll
Nun geht es, will man Bankenkreisen glauben, um eine Milliarde Euro. | geht | Bankenkreise
Die Zeitung „Elbkurier“ schrieb unter Berufung auf Banker, das Werk koste 40 Millionen Euro. | koste | Banker < Elbkurier
Bis zu 40 Millionen Euro kämen vom Land, sagte Werksleiterin Ina Kroll. | kämen | Ina Kroll
Ob das Werk, wie in der Szene kolportiert wird, 40 Millionen Euro wert ist, bleibt offen. | wert | Szene
Die Anlage muss jeden Angriff melden, die Kosten steigen. | steigen | -
""".strip().splitlines()


def _name(source: Source | None) -> str:
    if source is None:
        return "-"
    through = source.outlet or source.relay
    who = source.mention.name if source.mention is not None else source.unnamed or source.document
    return f"{who} < {through.name}" if through is not None else who


def _sources(text: str) -> list[tuple[str, str]]:
    """(words, source) of each clause of a text."""
    german = languages.load("de")
    article, focus, carried, found = Article("t", text), Focus(german), None, []
    split = list(sentences(article, german))
    for sentence, here in zip(split, mentions(split, german, names.load()), strict=True):
        p = parse(sentence, here, german)
        read = attribute(p, focus, german, carried)
        carried = read.carried
        for clause in p.clauses:
            found.append((" ".join(p.tokens[i].text for i in clause.tokens), _name(read.sources[clause.index])))
        focus.read(p)
    return found


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_each_clause_has_the_nearest_source(case: str) -> None:
    text, words, expected = (part.strip() for part in case.split("|"))
    actual = [source for clause, source in _sources(text) if words in clause.split()][-1]
    assert expected == actual


def test_all_cases_were_read() -> None:
    assert len(CASES) == 73

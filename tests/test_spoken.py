"""Languages: what no pack reads is refused by name; German, mixed and short texts, names and noise never are."""

from pathlib import Path

import pytest

from newsgraph.article import parse
from newsgraph.errors import ArticleError
from newsgraph.spoken import spoken

ROOT = Path(__file__).parents[1]
FOREIGN = {
    "English": "The company said on Monday that it will invest five billion dollars in new data centres over the next two years.",
    "French": "L'entreprise a annoncé lundi qu'elle allait investir cinq milliards d'euros dans de nouveaux centres de données.",
    "Italian": "L'azienda ha annunciato lunedì che investirà cinque miliardi di euro in nuovi centri di calcolo nei prossimi anni.",
    "Spanish": "La empresa anunció el lunes que invertirá cinco mil millones de euros en nuevos centros de datos en los próximos años.",
    "Dutch": "Het bedrijf zei maandag dat het vijf miljard euro wil investeren in nieuwe datacenters in de komende twee jaar.",
    "Polish": "Spółka poinformowała w poniedziałek, że zainwestuje pięć miliardów euro w nowe centra danych w ciągu dwóch lat.",
    "Swedish": "Bolaget sade i måndags att det ska investera fem miljarder euro i nya datacenter under de kommande två åren.",
    "Turkish": "Şirket pazartesi günü önümüzdeki iki yıl içinde yeni veri merkezlerine beş milyar avro yatıracağını açıkladı.",
    "Russian": "Компания сообщила в понедельник, что вложит пять миллиардов евро в новые центры обработки данных.",
    "Chinese": "该公司周一表示,将在未来两年内投资五十亿欧元建设新的数据中心,并计划雇用数百名工程师,以满足不断增长的需求。",
}
READ = {
    "one short sentence": "Quantaro kauft Betavis.",
    "a headline": "Milliarden-Investition: Quantaro baut Rechenzentrum",
    "names": "Apple, Google, Microsoft, Amazon Web Services, Meta Platforms, Alphabet Inc.",
    "figures": "12,5 3.400.000 2025-01-24 17:30 99 %",
    "noise": "asdf jklö qwer tzui yxcv bnmp asdf jklö qwer tzui yxcv bnmp",
    "nothing but signs": "🚀 … – »«",
    "German with an English quote": "Der Chef sagte: „We are very happy to invest in the new plant, and we will hire many people.“ Mehr wollte er nicht sagen, und auch der Konzern schwieg.",
    "half German, half English": FOREIGN["English"] + " Die Firma will mit dem Geld auch ein Werk in Graz bauen und dafür 300 Stellen schaffen, wie es heißt.",
    "Swiss spelling": "Die Firma will ausserdem ein Werk in Zürich bauen, das heisst, sie stellt 300 Leute ein.",
    "without umlauts": "Die Firma moechte ueber zwei Jahre fuenf Milliarden ausgeben und baut ein Werk.",
    "capitals": "DIE FIRMA WILL MIT DEM GELD AUCH EIN WERK IN GRAZ BAUEN UND DAFÜR STELLEN SCHAFFEN",
}  # fmt: skip


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_language_is_refused_by_name(name: str) -> None:
    with pytest.raises(
        ArticleError, match=rf"^a.txt: seems to be in {name} \(\w\w\), for which there is no language pack"
    ):
        parse(FOREIGN[name].encode(), "a.txt")
    assert len(FOREIGN) == 10


@pytest.mark.parametrize("name", READ)
def test_what_may_be_german_is_read(name: str) -> None:
    assert parse(READ[name].encode(), "a.txt").language == "de"
    assert len(READ) == 11


def test_who_says_the_language_is_believed() -> None:
    text = FOREIGN["English"].encode()
    assert parse(text, "a.txt", language="de").language == "de"
    assert parse(b'+++\nlanguage = "de"\n+++\n' + text, "a.md").language == "de"


def test_every_article_of_the_tests_is_german() -> None:
    found = [spoken(f.read_text("utf-8")) for f in sorted((ROOT / "tests" / "articles").glob("*.txt"))]
    assert found == ["de"] * len(found)
    assert len(found) >= 28

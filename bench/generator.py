"""Made-up German news of any length: the same number gives the same text, each number other names and figures.

Names are put together from syllables, so that a long run meets ever new words, as real news does.
"""

from random import Random

SYLLABLES = tuple(a + b for a in "bcdfghjklmnprstvwz" for b in ("al", "an", "el", "in", "or", "ul"))
PLACES = (
    "Graz",
    "Linz",
    "Wien",
    "Hamburg",
    "Köln",
    "Dresden",
    "Bern",
    "Basel",
    "Lyon",
    "Mailand",
    "Krakau",
    "Oslo",
    "Malmö",
)
KINDS = (
    "Chiphersteller",
    "Autobauer",
    "Versicherer",
    "Softwarehaus",
    "Onlinehändler",
    "Batteriekonzern",
    "Maschinenbauer",
)
SCALES = ("Millionen Euro", "Milliarden US-Dollar", "Mio. Franken", "Mrd. Euro", "Millionen Pfund", "Milliarden Yuan")
GOODS = (
    "Rechenzentren",
    "ein neues Werk",
    "Chips",
    "die Forschung",
    "Ladesäulen",
    "Lagerhallen",
    "künstliche Intelligenz",
)
SENTENCES = (
    "Der {kind} {A} investiert {n} {scale} in {goods}.",
    "{A} will bis zum Jahr {year} mehr als {n} {scale} in {goods} stecken, wie die Zeitung {M} am Montag berichtete.",
    "Laut {M} hat {A} aus {place} den Konkurrenten {B} für {n} {scale} übernommen.",
    "Das Start-up {B} aus {place} hat in einer Finanzierungsrunde {n} {scale} eingesammelt.",
    "Angeführt wurde die Runde von {A}, teilte das Unternehmen mit.",
    "Der Umsatz sei {year} auf {n} {scale} gestiegen, sagte Vorstandschefin Eva {P}.",
    "Das Unternehmen beschäftigt {n} Mitarbeiter, {m} davon in {place}.",
    "Die App {B} des Konzerns {A} zählt inzwischen {n} Millionen Nutzer, {m} Prozent mehr als im Vorjahr.",
    "Ein Sprecher von {A} wies den Bericht zurück; man habe mit {B} nie verhandelt.",
    "{A} könnte nach Angaben von Insidern bis zu {n} {scale} für {B} bieten, falls die Behörden zustimmen.",
    "Zu den Kunden des {kind}s zählen {B} und {C}.",
    "Die Aufsicht verhängte gegen {C} eine Strafe von {n} {scale}.",
    "Der Konzern, zu dem auch {C} gehört, war {year} gegründet worden und sitzt in {place}.",
    "Ob das Vorhaben gelingt, ist offen: Im Werk in {place} fehlen noch Leute, und die Bank will erst im Herbst entscheiden.",
    "„Wir kaufen keine Firmen, wir bauen sie“, sagte {P} der {M}.",
)


def text(number: int, sentences: int = 25, paragraph: int = 4) -> str:
    """An article of about 18 words a sentence. The names change every 25 sentences, as if other news followed."""
    chance, rows, row = Random(number), list[str](), list[str]()
    names: dict[str, str] = {}
    for i in range(sentences):
        if i % 25 == 0:
            names = {slot: _name(chance) for slot in "ABCMP"}
        row.append(_sentence(chance, names))
        if len(row) == paragraph or i + 1 == sentences:
            rows.append(" ".join(row))
            row = []
    return "\n".join(rows) + "\n"


def _name(chance: Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def _sentence(chance: Random, names: dict[str, str]) -> str:
    n = chance.randrange(2, 900)
    return chance.choice(SENTENCES).format(
        **names,
        kind=chance.choice(KINDS),
        scale=chance.choice(SCALES),
        goods=chance.choice(GOODS),
        place=chance.choice(PLACES),
        year=chance.randrange(2018, 2031),
        n=n if chance.random() < 0.7 else f"{n},{chance.randrange(1, 10)}",
        m=chance.randrange(2, 99),
    )

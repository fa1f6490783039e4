"""What a phrase says of the thing it names: its category, a rank, the market that a rank holds for, what a name means.

Each kind is a role's type in the patterns (newsgraph.pattern): concept, market-scope, superlative, second, third, leading,
gloss, trade, ban, area, year.
"""

from collections.abc import Callable, Iterator

from newsgraph.filler import Filler
from newsgraph.language import Language
from newsgraph.nameclass import QUOTES
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase

Take = Callable[[Parse, Phrase, Language], Iterator[Filler]]


def take(p: Parse, phrase: Phrase, kind: str, language: Language) -> Iterator[Filler]:
    """The phrase as a filler of one of KINDS, if it can be one."""
    return KINDS[kind](p, phrase, language)


def _concept(p: Parse, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """The concept that the phrase's noun means: «der Softwarekonzern Alpha», «Alpha-Apps»."""
    concept = language.nouns.category(p.head(phrase).text)
    if concept and phrase.quantity is None:
        yield Filler("concept", phrase.head, phrase.head, id=f"ngc:{concept}")


def _market(p: Parse, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """Where or in which line of business a rank holds: «in Japan», «im japanischen Chipmarkt», «im Bereich Software»."""
    for mention in p.mentions:
        if mention.kind == "Place" and phrase.first <= mention.first <= phrase.last and not mention.rest:
            yield Filler("Place", mention.first, mention.last, mention.name, mention.id)
    noun = p.head(phrase).text
    low = noun.lower()
    tail = max((t for t in language.grammar["market_nouns"] if low.endswith(t)), key=len, default="")
    line = noun[: len(noun) - len(tail)].rstrip("-")
    if not line and phrase.last + 1 < len(p.tokens) and p.tokens[phrase.last + 1].is_a("NN", "NE"):
        line = p.tokens[phrase.last + 1].text  # «im Bereich Elektroautos»
    concept = language.nouns.purpose(line) or language.nouns.category(line)
    if concept and not (phrase.mention is not None and phrase.mention.kind == "Place"):
        yield Filler("concept", phrase.head, phrase.head, id=f"ngc:{concept}")


def _with_adjective(key: str) -> Take:
    """The phrase, where an adjective of the list `key` stands in it before the head."""

    def found(p: Parse, phrase: Phrase, language: Language) -> Iterator[Filler]:
        stems = tuple(language.grammar["ranks"][key])
        at = next((i for i in range(phrase.first, phrase.head) if p.tokens[i].low.startswith(stems)), None)
        if at is not None:
            yield Filler("text", at, phrase.head, name=p.tokens[at].text)

    return found


def _gloss(p: Parse, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """What a name means: the noun in quotation marks, or the last noun of the phrase."""
    head = p.head(phrase)
    if phrase.mention is None and phrase.quantity is None and head.is_a("NN", "NE", "FM", "XY") and not phrase.pronoun:
        first = phrase.head
        while (
            first > phrase.first
            and p.tokens[first - 1].text not in QUOTES
            and not p.tokens[first - 1].is_a("VV", "ADV")
        ):
            first -= 1
        yield Filler("text", first, phrase.head, name=head.text)


def _trade(p: Parse, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """«High-Tech-Exporte», «die Ausfuhr»: what crosses a border."""
    if phrase.quantity is None and p.head(phrase).low.endswith(tuple(language.grammar["trade_nouns"])):
        yield Filler("text", phrase.first, phrase.head, name=p.head(phrase).text)


def _ban(p: Parse, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """«ein Verbot», «ein Nutzungsverbot»."""
    if language.nouns.category(p.head(phrase).text) == "ban" or p.head(phrase).lemma.lower().endswith(
        language.ending.ban
    ):
        yield Filler("text", phrase.head, phrase.head, name=p.head(phrase).text)


def _area(p: Parse, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """«im Ausland», and «im Inland», which is the country of the one who acts."""
    words = [p.tokens[i].low for i in range(phrase.first, phrase.last + 1)]
    for kind, known in language.grammar["areas"].items():
        if any(w in known for w in words):
            yield Filler("home" if kind == "home" else "Place", phrase.first, phrase.last, p.head(phrase).text)


def _year(p: Parse, phrase: Phrase, language: Language) -> Iterator[Filler]:
    """«für 2025», «für das Jahr 2025»."""
    text = p.tokens[phrase.last].text
    if len(text) == 4 and text.isdigit() and text[:2] in ("19", "20"):
        yield Filler("text", phrase.first, phrase.last, name=text)


KINDS: dict[str, Take] = {
    "concept": _concept, "market-scope": _market, "gloss": _gloss, "trade": _trade, "ban": _ban, "area": _area, "year": _year,
    "superlative": _with_adjective("largest"), "second": _with_adjective("second"), "third": _with_adjective("third"),
    "leading": _with_adjective("leading"),
}  # fmt: skip

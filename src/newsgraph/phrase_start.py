"""What stands before the head of a phrase: preposition, determiner, and the cases that they leave."""

from dataclasses import dataclass

from newsgraph.case import Cases, governed
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.phrase import ALL_CASES, Phrase
from newsgraph.phrase_row import Row
from newsgraph.quantity import Quantity
from newsgraph.tagset import beginning

DETERMINER = beginning("ART", "PPOSAT", "PDAT", "PIAT", "PRELAT", "PWAT")
PREPOSITION = beginning("APPR", "KOKOM")
PARTED = 12  # words between an article and what it belongs to


@dataclass(slots=True)
class Opened:
    """What stands before the head: the number of the phrase, its first token, preposition, determiner, cases."""

    index: int
    first: int
    prep: str = ""
    det: str = ""
    cases: Cases = ALL_CASES

    def with_determiner(self, det: str, cases: Cases) -> "Opened":
        """With a determiner, and the cases that it leaves; behind another one it shows none («die beiden», «die anderen»)."""
        return Opened(
            self.index, self.first, self.prep, self.det or det, self.cases if self.det else self.cases & cases
        )

    def closed(
        self,
        head: int,
        last: int,
        mention: Mention | None = None,
        quantity: Quantity | None = None,
        *,
        pronoun: bool = False,
    ) -> Phrase:
        """The phrase, now that its head and its last token are known."""
        return Phrase(self.index, self.first, last, head, self.prep, self.det, self.cases, mention, quantity, pronoun)


def preposition(row: Row, n: int) -> tuple[str, str, Cases] | None:
    """The preposition, no determiner, and the cases that it takes; «im» is «in» with a dative."""
    i, word = row.inside[n], row.words[n]
    if word.tag not in PREPOSITION and not _likens(row, n):
        return None
    return governed(word.low, row.language) if i not in row.amounts and i not in row.names else None


def _likens(row: Row, n: int) -> bool:
    """Whether a word stands for a preposition whatever its tag."""
    i, word, prep = row.inside[n], row.words[n], row.language.prep
    if word.text in prep.as_:
        return i + 1 < len(row.tokens) and row.tokens[i + 1].text in QUOTES
    if word.text in prep.without:
        return word.tag == "KOUI"  # with no infinitive behind it
    return n > 0 and word.low in prep.like  # «Apps, wie das Programm Alpha»


def determines(row: Row, n: int) -> bool:
    """An article, a possessive, «deren» before a noun; also an article that is tagged as a relative pronoun."""
    token = row.words[n]
    low = token.low
    if token.tag in DETERMINER:
        return True
    language = row.language
    if low in language.det.genitive and n + 1 < len(row.inside) and row.words[n + 1].text[0].isupper():
        return True  # whatever a name before it made of its tag
    if low in language.pron.her and token.is_a("PPER") and _is_singular(row, n + 1) and not _is_firm(row, n + 1):
        return True  # «bezieht ihr Mehl von …»
    article = low in language.det.definite and token.is_a("PREL")
    return (article or low in language.pron.whose) and row.before_noun(n)


def _is_firm(row: Row, n: int) -> bool:
    """«sind ihr Alpha und Beta voraus»: a company's name, which nobody has."""
    mention = row.names.get(row.inside[n]) if n < len(row.inside) else None
    return mention is not None and mention.kind == "Company" and not mention.rest


def _is_singular(row: Row, n: int) -> bool:
    noun = row.words[n] if n < len(row.inside) else None
    return noun is not None and noun.is_a("NN") and noun.text == noun.lemma and not noun.text.endswith(("s", "en"))


def is_origin(row: Row, n: int) -> bool:
    """A city's adjective, whatever its tag, with more of the clause behind it."""
    mention = row.names.get(row.inside[n])
    adjective = mention is not None and mention.adjective and not mention.rest
    return adjective and n + 1 < len(row.inside) and row.words[n].text[0].isupper()


def parted(row: Row, n: int) -> bool:
    """«eröffnete das in Graz ansässige Unternehmen»: an article, tagged as a pronoun, that an attribute parts from its noun."""
    if not row.words[n].is_a("PDS", "PREL") or row.words[n].low not in row.language.det.definite:
        return False
    if n + 3 >= len(row.inside) or not (preposition(row, n + 1) is not None or _loose(row, n + 1)):
        return False
    for i in range(n + 2, min(n + PARTED, len(row.words) - 1)):
        word = row.words[i]
        if word.is_a("$", "VA", "VM", "PPER"):
            return False
        if not row.words[i - 1].is_a("NN", "NE", "ADV"):
            continue
        if row.words[i + 1].is_a("NN") and word.low.endswith(row.language.ending.attribute):
            return word.text[0].islower()
    return False


def _loose(row: Row, n: int) -> bool:
    """An adverb or a year, that what stands before a noun may begin with."""
    word = row.words[n]
    return word.tag == "ADV" or (word.is_a("CARD") and len(word.text) == 4 and row.inside[n] not in row.amounts)


def interrupted(row: Row, n: int) -> Opened | None:
    """A determiner, with the preposition before it, that a prepositional attribute parts from its noun."""
    first, prep, cases = row.inside[n], "", ALL_CASES
    if (before := preposition(row, n)) is not None:
        prep, _, cases = before
        contracted = row.words[n].low in row.language.grammar["contractions"]
        if contracted and n + 1 < len(row.inside) and preposition(row, n + 1) is not None:
            return Opened(0, first, prep, "", cases)
        n += 1
    if n + 1 >= len(row.inside) or not (row.words[n].tag in DETERMINER or parted(row, n)):
        return None
    behind = n + 1
    while behind + 1 < len(row.inside) and _loose(row, behind):
        behind += 1  # «die 2018 in Graz gegründete Firma», «das ebenfalls in Graz ansässige Unternehmen»
    if preposition(row, behind) is None:
        return None
    return Opened(0, first, prep, row.words[n].low, cases & row.cases(row.words[n]))

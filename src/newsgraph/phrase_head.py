"""The head of a phrase, which closes it: a sum, a name, a common noun with the name behind it, a pronoun."""

from newsgraph.mention import Mention
from newsgraph.phrase import Phrase, adjacent
from newsgraph.phrase_row import Row
from newsgraph.phrase_start import Opened, parted
from newsgraph.quantity import Quantity
from newsgraph.replacement import replace
from newsgraph.tagset import beginning
from newsgraph.wordlist import PRODUCTS, tails, words

PRONOUN = beginning("PPER", "PREL", "PDS", "PIS", "PPOSS", "PWS")
DOUBLE = ("Joint Venture", "Joint Ventures")  # two words that are one noun
NOUN = beginning("NN", "NE", "FM", "XY", "TRUNC")


def known(row: Row, n: int, opened: Opened) -> tuple[Phrase, int] | None:
    """A sum, a year that stands by itself, or a name."""
    i, text = row.inside[n], row.words[n].text
    if i in row.amounts and not _describes(row, n):
        return _amount(row, n, opened, row.amounts[i])
    year = len(text) == 4 and text[:2] in ("19", "20") and text.isdigit() and row.words[n].is_a("CARD")
    if year and not opened.det:
        return opened.closed(i, i), n + 1
    if i in row.names and not row.names[i].adjective:
        return _named(row, n, opened, row.names[i])
    return None


def _describes(row: Row, n: int) -> bool:
    """«eine hundertprozentige Tochter»: the per cent describe the noun and are no sum of it."""
    following = row.words[n + 1] if n + 1 < len(row.inside) else None
    adjective = row.words[n].is_a("ADJ(A)") and any(
        w in row.words[n].text for w in row.language.word.per_cent_adjective
    )
    return adjective and following is not None and following.low.endswith(tails(row.language.code, "owned_endings"))


def _amount(row: Row, n: int, opened: Opened, q: Quantity) -> tuple[Phrase, int]:
    last = row.position(q.noun if q.noun is not None and q.noun in row.inside else q.last, n)
    head = row.inside[last]
    return opened.closed(head, head, row.names.get(head) if q.noun is not None else None, q), last + 1


def _named(row: Row, n: int, opened: Opened, mention: Mention) -> tuple[Phrase, int]:
    """A name; as a possessor («Alphas Chips») it hangs on the noun behind it."""
    last = row.position(mention.last, n)
    head = row.inside[last]
    phrase = opened.closed(head, head, mention)
    ended = mention.inflected and not mention.rest and row.tokens[head].text.endswith(("s", "'", "’"))
    if opened.det or not ended or last + 1 >= len(row.inside):
        return phrase, last + 1
    following = row.inside[last + 1]
    behind = row.names.get(following)
    product = behind is not None and behind.kind in PRODUCTS  # «Alphas Voltaro Fold»
    if adjacent(row.tokens, head, following) and (product or row.tokens[following].is_a("NN", "ADJ(A)", "NE")):
        phrase = replace(phrase, cases=frozenset(("gen",)), link="possessor")
    return phrase, last + 1


def nominal(row: Row, n: int, start: int, opened: Opened) -> tuple[Phrase, int] | None:
    """A common noun with the name behind it («Konzern Alpha»), a pronoun, «die Münchner»."""
    i, token = row.inside[n], row.words[n]
    if token.tag in NOUN:
        if n + 1 < len(row.inside) and f"{token.text} {row.words[n + 1].text}" in DOUBLE:
            i, n = row.inside[n + 1], n + 1
        name = _name_behind(row, n)
        last = row.position(name.last, n + 1) if name is not None else n
        return opened.closed(i, row.inside[last], name), last + 1
    if token.tag in PRONOUN and (n == start or opened.prep) and not parted(row, n):
        cases = opened.cases & (frozenset(("dat",)) if token.low in row.language.pron.datives else row.cases(token))
        bare = Opened(opened.index, opened.first, opened.prep, "", cases)
        return bare.closed(i, i, pronoun=True), n + 1
    people = token.text in row.language.demonyms or token.text in row.language.people
    return (opened.closed(i, i), n + 1) if people and opened.det and not row.before_noun(n) else None


def _name_behind(row: Row, n: int) -> Mention | None:
    """The name that begins right behind a common noun."""
    if n + 1 == len(row.inside) or not adjacent(row.tokens, row.inside[n], row.inside[n + 1]):
        return None
    if row.words[n].lemma.lower() in words(row.language.code, "time_nouns"):
        return None  # «im April Eva Muster»
    name = row.names.get(row.inside[n + 1])
    if name is None or name.adjective or name.first != row.inside[n + 1]:
        return None
    body = bool(name.id) and name.kind in ("Company", "App") and _is_body(row, row.words[n].text)
    return name if not body else None  # «hat die Behörde Alpha untersagt»


def _is_body(row: Row, noun: str) -> bool:
    return "PublicBody" in row.language.nouns.refers_to(noun)

"""Whose words «nach Firmenangaben», «laut Hersteller», «nach Angaben der Betreiberin» give, where a product is spoken of."""

from newsgraph.filler import CLASSES
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus

LATELY = 4  # names before the sentence


def maker(p: Parse, at: int, focus: Focus) -> Mention | None:
    """The company of the product named last before a token: the one told with it, else the one that it was told of."""
    before = [m for m in p.mentions if m.last < at and not m.adjective and not m.rest]
    made = [m for m in (*focus.seen[-LATELY:], *before) if m.kind in CLASSES["maker's"]]
    if not made:
        return None
    with_it = [m for m in before if m.kind == "Company"] if made[-1] in before else []
    return focus.dealings.maker(made[-1]) or (with_it[-1] if with_it else None)


def by_noun(p: Parse, phrase: Phrase, focus: Focus) -> Mention | None:
    """«laut Hersteller», «der Betreiberin»: the maker, where a noun for one stands without a name."""
    noun = p.head(phrase).low.removesuffix(p.language.written.feminine).removesuffix("s")
    bare = (
        phrase.mention is None
        and not phrase.pronoun
        and noun.endswith(tuple(focus.language.grammar["attribution"]["makers"]))
    )
    return maker(p, phrase.first, focus) if bare else None

"""Whom «der Alpha-Entwickler», «die Alpha-Mutter», «der Alpha-Konzern» mean where Alpha is a product: who makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.background import makers
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase

if TYPE_CHECKING:
    from newsgraph.reference import Focus


def maker_of(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """The company named before that is known for the product in a definite compound."""
    product, joined, noun = p.head(phrase).text.rpartition("-")
    if (
        not joined
        or phrase.det not in focus.language.det.articles
        or noun.lower() not in focus.language.grammar["reference"]["known_by"]
    ):
        return None
    known = makers(product)
    if not known:
        return None
    here = [m for m in p.mentions if m.last < phrase.first and m.kind == "Company" and not m.rest and not m.adjective]
    return next((m for m in (*reversed(here), *focus.salient()) if m.id in known), None)

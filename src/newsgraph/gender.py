"""The gender that the words of a subject show."""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase

SHOWN = ("Company", "App", "Chip", "Product")


def gender(p: Parse, phrase: Phrase, mention: Mention) -> str:
    """The gender that the words of a subject show: its article, or a title before a person («Chefin Muster»)."""
    if mention.kind == "Person":
        title = (
            p.head(phrase).text
            if not mention.first <= phrase.head <= mention.last
            else phrase.mention.rest
            if phrase.mention is not None
            else ""
        )
        return ("f" if title.endswith("in") else "m") if title else ""
    found = article_gender(phrase, p.language)
    return found if len(found) == 1 else ""


def shown(p: Parse) -> Iterator[tuple[str, str]]:
    """The names before which a noun with an article stands, and its gender: «über die Tochter Alpha», «vom Konzern Beta», and
    what is told of a name behind it: «Alpha, eine Tochter von …»."""
    for parts in p.phrases:
        for f in [f for f in parts if f.link == "apposition" and f.to is not None and f.mention is None]:
            m = parts[f.to].mention if f.to is not None and f.to < len(parts) else None
            told = p.language.gender.oblique_article.get(f.det, "") or article_gender(f, p.language)
            if m is not None and told and not m.rest and not m.adjective and m.kind in SHOWN:
                yield m.name, told
    for f in [f for parts in p.phrases for f in parts if f.mention is not None]:
        m = f.mention
        if m is None or m.rest or m.adjective or m.kind not in SHOWN or not f.first < m.first - 1 < f.last:
            continue
        oblique = f.det in p.language.det.masculine and (f.prep or f.link == "genitive")
        if (
            found := "f"
            if oblique
            else p.language.gender.oblique_article.get(f.det or p.low[f.first], "") or article_gender(f, p.language)
        ):
            yield m.name, found


def subject_gender(p: Parse, clause: Clause, phrase: Phrase) -> str:
    """The gender of a subject, "p" of a plural by its verb: «Betrieben werden die Speicher …»."""
    at = clause.verb.finite
    plural = at is not None and p.low[at].endswith(p.language.ending.plural_or_en) and phrase.mention is None
    return "p" if plural and phrase.det in p.language.det.plural_shown else article_gender(phrase, p.language)


def article_gender(phrase: Phrase, language: Language) -> str:
    """The gender that the article of a subject shows, "mn" where it may be two; a plural counts as feminine, as its pronoun."""
    return language.gender.subject_article.get(phrase.det, "")

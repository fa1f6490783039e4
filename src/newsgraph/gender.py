"""The gender that the words of a subject show."""

from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase


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
    return article_gender(phrase)


def article_gender(phrase: Phrase) -> str:
    """The gender that the article of a subject shows; the plural counts as feminine, as its pronoun does."""
    return {"der": "m", "dieser": "m", "das": "n", "dieses": "n", "die": "f", "diese": "f", "eine": "f"}.get(
        phrase.det, ""
    )

"""Outlets that stand without quotes where a source is named: «berichtete der Spiegel», «laut Elbkurier», «STANDARD-Informationen».

Their names are ordinary words too, so nothing but such a place tells them.
"""

from newsgraph import names
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus

OUTLET = "NewsOrganization"


def outlet(p: Parse, phrase: Phrase, language: Language) -> Mention | None:
    """The outlet that a phrase of a source names by a known title, or by an unknown one of the usual kind («Alphakurier»)."""
    if phrase.mention is not None or phrase.pronoun or phrase.quantity is not None:
        return None
    head = p.head(phrase).text
    first, dash, rest = head.rpartition("-")
    if dash and rest.lower().endswith(tuple(language.grammar["attribution"]["heads"])):
        return _known(phrase.head, [first]) or _known(phrase.head, [first.title()])
    bare = phrase.det in language.det.articles or (not phrase.det and phrase.prep in language.prep.according)
    if not bare or phrase.head - phrase.first > 2 or language.speech.source(head):
        return None
    words = [t.text for t in p.tokens[phrase.head : phrase.last + 1]]
    return _known(phrase.head, words) or _titled(p, phrase, language)


def _known(at: int, words: list[str]) -> Mention | None:
    found = names.load().at(words)
    if found is None or found[1].kind != OUTLET or found[0] < len(words):
        return None
    return Mention(at, at + len(words) - 1, found[1].label, OUTLET, found[1].id)


def _titled(p: Parse, phrase: Phrase, language: Language) -> Mention | None:
    """«der Elbkurier»: a compound that ends as titles of papers do."""
    word = p.head(phrase).text
    bare = word.removesuffix("s") if phrase.det in language.det.genitive or word.endswith("rs") else word
    ends = tuple(language.grammar["attribution"]["titles"])
    titled = bare.lower().endswith(ends) and bare.lower() not in ends and bare[0].isupper()
    return Mention(phrase.head, phrase.head, bare, OUTLET) if titled else None


def outlet_name(p: Parse, phrase: Phrase, focus: Focus, language: Language) -> Mention | None:
    """What stands in quotes, or behind a noun for an outlet («das Portal Alpha»), is the outlet's name, known or not."""
    first = phrase.head
    while first > phrase.first and p.tokens[first - 1].text not in QUOTES:
        first -= 1
    last, behind = phrase.last, p.tokens[phrase.head + 1 : phrase.head + 3]
    media = language.speech.source(p.head(phrase).text) == "media"
    outlet = first > 1 and language.speech.source(p.tokens[first - 2].text) == "media"
    named = bool(phrase.det) or p.head(phrase).is_a("NE") or outlet
    if (
        named
        and first
        and p.tokens[first - 1].text in QUOTES
        and last + 1 < len(p.tokens)
        and p.tokens[last + 1].text in QUOTES
    ):
        name = " ".join(t.text for t in p.tokens[first : last + 1])
    elif (
        media
        and phrase.head == phrase.last
        and behind
        and behind[0].is_a("NE", "NN", "FM", "XY")
        and behind[0].text[0].isupper()
    ):
        first = last = phrase.head + 1
        name = behind[0].text
    elif media and len(behind) > 1 and behind[0].text in QUOTES and behind[1].text[0].isupper():
        first = last = phrase.head + 2
        while last + 1 < len(p.tokens) and p.tokens[last + 1].text[0].isalnum():
            last += 1
        name = " ".join(t.text for t in p.tokens[first : last + 1])
    elif (
        (kind := language.nouns.class_of(p.head(phrase).text)) in ("Company", "PublicBody")
        and phrase.head == phrase.last
        and behind
        and behind[0].is_a("NE", "NN")
        and phrase.det
    ):
        return Mention(phrase.head, phrase.head + 1, f"{p.head(phrase).text} {behind[0].text}", kind)
    else:
        return None
    found = Mention(first, last, name, "NewsOrganization")
    if found not in focus.seen:
        focus.seen.append(found)
    return found


def quoted(p: Parse, first: int, second: int) -> bool:
    """Whether only quotation marks stand between two tokens, and at least one."""
    return second > first + 1 and all(p.tokens[i].text in QUOTES for i in range(first + 1, second))

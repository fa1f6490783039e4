"""«die Beta-Tochter Alpha» where nobody knows Beta: whose daughter it is was said, though it was not understood."""

from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.subject import subject
from newsgraph.wordlist import words

OWNED = ("parent", "competes", "supplies")  # relations whose other side such a noun names


def has_unknown_owner(p: Parse, phrase: Phrase) -> bool:
    """Whether the noun of a phrase is a compound of a relational noun and a name that nobody knows."""
    first, _, last = p.head(phrase).text.rpartition("-")
    nouns = p.language.grammar["reference"]
    if not first or (last.lower() not in nouns["relational"] and last.lower() not in nouns["owners"]):
        return False
    if first.lower() in words(p.language.code, "trade_parts"):
        return False
    if p.low[phrase.last + 1 : phrase.last + 2] and p.low[phrase.last + 1] in p.language.prep.owner_behind:
        return False  # «die Hosting-Tochter von Alpha»
    known = any(m.first <= phrase.head <= m.last for m in p.mentions)
    return not known and first[0].isupper()


def has_several_owners(p: Parse, phrase: Phrase) -> bool:
    """«eine Tochter der heimischen Banken»: several own it that have no names."""
    return any(_are_several(p, f) for parts in p.phrases if phrase in parts for f in parts if f.to == phrase.index)


def _are_several(p: Parse, phrase: Phrase) -> bool:
    """«der heimischen Banken», «mehrerer Verlage»: a genitive plural without a name."""
    head = p.head(phrase)
    plural = head.is_a("NN") and head.text != head.lemma and not head.text.endswith(("s", "es"))
    return (
        phrase.link == "genitive"
        and phrase.mention is None
        and phrase.det in p.language.det.several_genitive
        and plural
    )


def is_of_several(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«Die meisten Firmen haben ihren Sitz in Graz»: whose it is was said."""
    own = subject(p, clause) if phrase.det.startswith(p.language.stem.whose) else None
    return own is not None and own.last < phrase.first and are_several_firms(p, clause, own)


def are_several_firms(p: Parse, clause: Clause, own: Phrase) -> bool:
    """«Die meisten Firmen haben ihren Sitz …», «Die Hälfte dieser Start-ups …»: theirs, not that of whom the text is about."""
    if own.mention is not None or own.pronoun or clause.verb.finite is None:
        return False
    several = p.tokens[clause.verb.finite].low.endswith(p.language.ending.plural_verb)
    hung = [f for f in p.phrases[clause.index] if f.link == "genitive" and f.to == own.index and f.mention is None]
    nouns = p.language.nouns
    return several and any(
        "Company" in nouns.refers_to(word) or nouns.class_of(word) for word in (p.head(f).text for f in (own, *hung))
    )

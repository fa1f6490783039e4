"""What else is bought: «die Übernahme von 72 Filialen durch Alpha» does not tell that Alpha takes over whom the text spoke of.

Asked before a slot that no phrase fills (newsgraph.memory) gives a purchase its target.
"""

from functools import lru_cache

from newsgraph.bystander import is_bare, is_unit, parts_of_firms
from newsgraph.clause import Clause
from newsgraph.dealing import Dealings
from newsgraph.filler import CLASSES
from newsgraph.language import Language
from newsgraph.memory import SLOTS
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent

VAGUE = ("rumoured/", "sum-acquisition/")  # frames that hardly say what is bought
BYGONE_TARGETS = ("subject", "topic", "last", "lone", "dealt", "prize", "raiser", "bought", "near")
LATELY = 3  # sentences for which a part stays in mind that is sold
FAR = 3  # words between a preposition and what it rules


def may_be_else(p: Parse, name: str) -> bool:
    """Whether a slot may be filled though the text says what else is bought."""
    return name in BYGONE_TARGETS or name in p.language.prep.of or name[1:] in p.language.prep.with_


def is_else(p: Parse, clause: Clause, cue: Phrase | None, frame: str, name: str, dealings: Dealings) -> bool:
    """Whether something else than a firm is bought, here or, for frames that hardly say what, in the sentences before."""
    part, dealt = dealings.part, dealings.dealt
    late = p.sentence.index - part <= LATELY and (dealt is None or dealt[0] <= part)
    return (late and name in SLOTS and frame.startswith(VAGUE)) or buys_else(p, clause, cue)


def buys_else(p: Parse, clause: Clause, cue: Phrase | None) -> bool:
    """Whether a noun for a purchase has behind it what is bought, which is neither a firm, nor anybody's shares or own."""
    deals = tuple(p.language.grammar["restriction"]["deals"])
    bought = [cue] if cue is not None else p.phrases[clause.index]
    return any(p.low[f.head].endswith(deals) and any(_is_other(p, g) for g in _behind(p, clause, f)) for f in bought)


def sells_part(p: Parse) -> bool:
    """«Alpha will sein Lackgeschäft verkaufen»: what is dealt with is a part that has no name, not a firm."""
    deals, parts = _dealing(p.language), parts_of_firms(p.language)
    return any(
        not deals.isdisjoint(p.words(c)) and any(is_bare(p, f, parts) or is_unit(p, f) for f in p.phrases[c.index])
        for c in p.clauses
    )


@lru_cache(8)
def _dealing(language: Language) -> frozenset[str]:
    """Words by which something is bought or sold."""
    grammar = language.grammar
    return frozenset((*grammar["restriction"]["deals"], *grammar["sold_verbs"], *grammar["reference"]["buying"]))


def _behind(p: Parse, clause: Clause, deal: Phrase) -> list[Phrase]:
    """The phrase right behind a noun that tells whose, or of what, it is."""
    of, behind = p.language.prep.of, deal.last + 1
    opens = p.low[behind] in of if behind < len(p.tokens) else False  # «von damals noch 53 Filialen»
    near = [f for f in p.phrases[clause.index] if behind <= f.first <= behind + FAR * opens]
    hung = (f for f in near if f.link == "genitive" or f.prep in of or (opens and not f.prep and f is near[0]))
    return [f for f in hung if opens or adjacent(p.tokens, deal.last, f.first)]


def _is_other(p: Parse, phrase: Phrase) -> bool:
    """«von 72 Filialen», «der Osteuropa-Holding»; not «des Konzerns», «der Anteile», «von Alpha»."""
    head, m = p.head(phrase), phrase.mention
    if phrase.pronoun or not head.is_a("NN", "NE") or (m is not None and not m.rest):
        return False
    if phrase.quantity is not None and (phrase.quantity.is_money or phrase.quantity.measure):
        return False
    if phrase.det.startswith(p.language.stem.possessive):
        return False  # «den Verkauf seiner Patente»: of whoever has them
    noun = p.lemmas[phrase.head].lower()
    if noun.endswith(tuple(p.language.grammar["sums"]["shares"])):
        return False
    known = p.language.nouns.class_of(head.text) in CLASSES["owned"] and "-" not in head.text
    return m is not None or not known or phrase.quantity is not None  # several of a kind are not the one spoken of

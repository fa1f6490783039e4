"""Who sells a thing that is named without him: «seine Sensoren», or a product whose maker was named before."""

from collections.abc import Iterator

from newsgraph.actor import subjects
from newsgraph.filler import CLASSES, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.phrase import Phrase
from newsgraph.possessor import possessor
from newsgraph.taking import Taking
from newsgraph.wordlist import tails


def is_own(phrase: Phrase, language: Language) -> bool:
    """«seine Sensoren», «unsere Software»."""
    return phrase.det.startswith(language.stem.possessive_our)


def by_possessive(t: Taking, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """Whose «seine Sensoren» are: not his who acts in the clause, for nobody is supplied by himself."""
    acting = {
        m.name: f for _, f in subjects(t.p, t.clause) if f is not phrase and (m := t.focus.of(t.p, f)) is not None
    }
    if t.clause.kind == "relative" and phrase.det.startswith(t.language.stem.her) and _acts_unnamed(t):
        return  # «…, mit denen Händler wie Alpha ihre Lager steuern»: theirs
    if t.clause.kind == "relative" and any(f.pronoun and f.first == t.clause.first for _, f in subjects(t.p, t.clause)):
        return  # «Alpha, die ihre Roboter billiger anbietet»: her own
    owner = possessor(t.focus, t.p, t.clause, phrase)
    if owner is not None and owner.name in acting:
        other = (
            phrase.det.startswith(t.language.stem.her) and acting[owner.name].det in t.language.det.masculine_or_neuter
        )  # «Der Konzern nutzt ihre Sensoren»
        owner = t.focus.topic if other else None
    if owner is not None and owner.name not in acting and owner.kind in CLASSES[kind]:
        yield Filler(owner.kind, phrase.first, phrase.last, owner.name, owner.id)


def _acts_unnamed(t: Taking) -> bool:
    """Whether the subject is a noun without a name."""
    return any(f.mention is None and not f.pronoun for _, f in subjects(t.p, t.clause))


def by_maker(t: Taking, phrase: Phrase, product: Mention) -> Iterator[Filler]:
    """The company that was said to make the product; of «das Hauptprodukt Alpha» the one that the text is about."""
    own = t.p.head(phrase).low.endswith(tails(t.language.code, "own_product_ends"))
    made = t.focus.dealings.maker(product) or (t.focus.topic if own else None)
    if made is not None and made.kind == "Company":
        yield Filler("Company", phrase.first, phrase.last, made.name, made.id)

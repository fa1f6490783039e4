"""What a sentence opens with: whether its subject is what it is about, and the company that stands at its head."""

from newsgraph.argument import free
from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.replacement import replace
from newsgraph.subject import subject
from newsgraph.wordlist import words


def opens(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """Whether the subject is what the sentence is about: that of its first clause, with no object before it."""
    before = [f for f in p.phrases[clause.index] if f.first < phrase.first]
    return (
        _begins(p, clause)
        and not any(f.prep in p.language.prep.as_ for f in before)
        and not any(f in before for f in free(p, clause))
    )


def beside_others(p: Parse, clause: Clause, phrase: Phrase, *, begins: bool) -> bool:
    """«Auch Alpha und Beta stoppten …»: what is told of several, or as another example, is not what the text goes on with;
    with another example a paragraph may begin."""
    listed = any(f.link == "list" and f.to == phrase.index for f in p.phrases[clause.index])
    return listed or (not begins and phrase.first > 0 and p.low[phrase.first - 1] in p.language.adv.too)


def _begins(p: Parse, clause: Clause) -> bool:
    """Whether a sentence begins with the clause, or what a colon announces; what a conjunction joins to it may stand in front:
    «Während Alpha zögert, greift Beta zu»."""
    first = clause.first < 2 or p.tokens[clause.first - 1].text == ":" or tells(p, clause)
    return first or all(c.kind in ("sub", "infinitive", "participle") for c in p.clauses[: clause.index])


def tells(p: Parse, clause: Clause) -> bool:
    """Whether a clause holds what its sentence says, of which the main one only tells how sure it is: «Als sicher gilt, dass …»."""
    if clause.kind != "sub" or clause.marker not in p.language.conj.that or clause.index != 1:
        return False
    before = subject(p, p.clauses[0])
    return before is None or (before.pronoun and p.low[before.head] in p.language.pron.it)


def at_head(p: Parse) -> Mention | None:
    """The company with whose name a sentence begins: «Alpha, der größte Anbieter, hat …»."""
    first = p.phrases[0][0] if p.phrases and p.phrases[0] else None
    named = first.mention if first is not None and first.first < 2 and not first.prep else None
    return named if named is not None and named.kind == "Company" and not named.rest and not named.adjective else None


def owner_at_head(p: Parse, phrase: Phrase) -> Mention | None:
    """«Alphas jüngste Zahlen übertrafen …»: the company whose figures are the subject is what the sentence is about."""
    head = at_head(p)
    owns = (
        head is not None
        and head.last + 1 <= phrase.head
        and phrase.first <= head.last + 1
        and p.low[head.last][-1] == "s"
    )
    return head if owns and phrase.quantity is None and phrase.mention in (None, head) else None


def spoken_for(phrase: Phrase, language: Language) -> Mention | None:
    """«ein Alpha-Sprecher», «die Alpha-Chefin»: the company, where no name follows."""
    m = phrase.mention
    firm = m is not None and m.kind == "Company" and m.rest and not m.adjective
    return replace(m, rest="") if m is not None and firm and language.nouns.is_office(m.rest) else None


def titled(p: Parse, clause: Clause, phrase: Phrase) -> Mention | None:
    """«Alpha-Chefin Eva Muster»: the person."""
    following = next((f for f in p.phrases[clause.index] if f.first == phrase.last + 1), None)
    compound = phrase.mention is not None and bool(phrase.mention.rest)
    person = following.mention if compound and following is not None else None
    return person if person is not None and person.kind == "Person" else None


def is_listed(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«Zu den Abnehmern gehören Alpha und Beta», «Größter Kunde ist Alpha»: named as such only, the text goes on about others."""
    finite = clause.verb.finite
    if finite is None or phrase.first < finite or phrase.mention is None:
        return False
    front = [f for f in p.phrases[clause.index] if f.last < finite and not f.link]
    if clause.verb.lemma in words(p.language.code, "member_verbs"):
        return any(f.prep in p.language.prep.to and f.mention is None for f in front)
    bare = [f for f in front if not f.prep and f.mention is None and not f.pronoun]
    return clause.verb.lemma in words(p.language.code, "copula_verbs") and len(bare) == len(front) == 1


def means_nothing(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«In Ulm gibt es …», «es geht um …»: the subject of a verb that asks for none."""
    empty = phrase.pronoun and p.low[phrase.head] in p.language.pron.it
    return empty and clause.verb.lemma in words(p.language.code, "impersonal_verbs")

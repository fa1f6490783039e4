"""Decisions and who took them: «auf Anordnung des Ministeriums», «steht auf der Liste der Behörde», «urteilt, Alpha müsse …»."""

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase


def took(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> bool:
    """Whether the phrase names whose decision another one of the clause is: «ein Urteil des Gerichts», «eine Liste der USA»."""
    if phrase not in p.phrases[clause.index]:
        return False
    owned = phrase.link == "genitive" and phrase.to is not None
    behind = phrase.prep in language.prep.by and phrase.index > 0
    if not owned and not behind:
        return False
    parts = p.phrases[clause.index]
    head = parts[phrase.to] if owned and phrase.to is not None else parts[phrase.index - 1]
    return head.last < phrase.first <= head.last + 2 and is_decision(p.head(head).text, language)


def at_its_word(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> bool:
    """«auf Anordnung der Behörde», «auf Druck der Kommission»: whoever does something then was made to."""
    parts = p.phrases[clause.index]
    if phrase not in parts or phrase.to is None:
        return False  # one of another clause that is meant here
    first = parts[phrase.to]
    return (
        first is not phrase and first.prep in language.prep.on and not first.det and took(p, clause, phrase, language)
    )


def must_ask(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> bool:
    """«muss jede Ausfuhr bei der Behörde anmelden», «muss der Behörde darlegen, wie …»: who has to be asked or told."""
    told = clause.verb.modal in language.verb.must and clause.verb.lemma in language.grammar["restriction"]["reporting"]
    return told and not phrase.link and (phrase.prep in language.prep.facing or "dat" in phrase.cases)


def is_decision(noun: str, language: Language) -> bool:
    """«Urteil», «Gerichtsbeschluss», «Sanktionsliste»."""
    table: list[str] = language.grammar["restriction"]["decisions"]
    return noun.lower().endswith(tuple(table))


def must(clause: Clause, p: Parse, language: Language) -> bool:
    """Whether a clause says what has to be done, or may not be: «muss», «darf nicht»."""
    if clause.verb.modal in language.verb.must or has_to(clause, p):
        return True
    words = {p.low[i] for i in clause.tokens}
    return clause.verb.modal in language.verb.may and not words.isdisjoint(language.grammar["restriction"]["negative"])


def has_to(clause: Clause, p: Parse) -> bool:
    """«ist als Dienst einzustufen», «hat die Daten zu löschen»: «sein» or «haben» with «zu» is a duty."""
    if clause.verb.finite is None or p.tokens[clause.verb.finite].lemma.lower() not in ("sein", "haben"):
        return False
    to = (i for i in clause.tokens if p.tokens[i].is_a("VV(IZU)", "PTKZU"))
    return any(p.tokens[i].is_a("VV(IZU)") or (i + 1 < len(p.tokens) and p.tokens[i + 1].is_a("VV(INF)")) for i in to)


def obliged(p: Parse, clause: Clause, language: Language) -> list[Clause]:
    """The clauses that say what somebody must do by a decision that a clause tells of: what hangs on it, follows a colon,
    or is said beside it in Konjunktiv I («…, urteilte das Gericht; Alpha müsse zahlen»)."""
    found = []
    for c in p.clauses:
        colon = c.index == clause.index + 1 and p.tokens[c.first - 1].text == ":"
        told = c.kind == "main" and c.verb.mood == "konjunktiv1" and 0 < abs(c.index - clause.index) < 3
        asked = (
            c.marker in language.conj.that and clause.verb.lemma in language.grammar["restriction"]["order"]
        )  # «verlangt, dass …»
        if (c.parent == clause.index or colon or told) and (
            must(c, p, language) or (asked and c.parent == clause.index)
        ):
            found.append(c)
    return found


def commands(p: Parse, clause: Clause, language: Language) -> bool:
    """«entschied, dass Alpha … muss», «urteilte, Alpha dürfe nicht …»."""
    return clause.verb.lemma in language.grammar["restriction"]["decree"] and bool(obliged(p, clause, language))


def by_leave(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> bool:
    """«nur mit Zustimmung der Behörde», «nicht ohne Genehmigung des Amts»: whose leave is needed."""
    if phrase.link != "genitive" or phrase.to is None:
        return False
    head = p.phrases[clause.index][phrase.to]
    only = language.adv.leave_only if head.prep in language.prep.with_ else frozenset[str]()
    needed = language.adv.leave_never if head.prep in language.prep.without else only
    words = {p.low[i] for i in clause.tokens}
    leave = p.low[head.head].endswith(tuple(language.grammar["restriction"]["permits"]))
    return leave and not words.isdisjoint(needed)

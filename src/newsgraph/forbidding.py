"""Clauses that forbid or order, by their verb alone or with another word («auf die schwarze Liste setzen»)."""

from functools import cache

from newsgraph.clause import Clause
from newsgraph.decision import commands
from newsgraph.language import Language
from newsgraph.parse import Parse


@cache
def signs(language: Language) -> frozenset[str]:
    """The words without which a state or a town forbids nothing."""
    table = language.grammar["restriction"]
    phrases = [entry.split() for key in ("ban_phrases", "order_phrases") for entry in table[key]]
    listed = [w for key in ("ban", "order", "forbidden", "allowed", "make", "permit") for w in table[key]]
    return frozenset([*listed, *(first for first, _ in phrases), *table["bare"], *language.verb.may_forms])


@cache
def _phrases(language: Language) -> dict[str, dict[str, tuple[str, ...]]]:
    """Verbs that forbid or order together with another word: the ends of those words, by "ban" or "order", by verb."""
    found: dict[str, dict[str, tuple[str, ...]]] = {"ban": {}, "order": {}}
    for kind, by_verb in found.items():
        for verb, word in (entry.split() for entry in language.grammar["restriction"][f"{kind}_phrases"]):
            by_verb[verb] = (*by_verb.get(verb, ()), word)
    return found


def forbids(p: Parse, clause: Clause, language: Language) -> str:
    """ "ban" or "order" where the verb of the clause, or several of its words, say so."""
    verb = clause.verb
    bare = p.tokens[verb.at].lemma.lower() if verb.at is not None else ""
    table, phrases = language.grammar["restriction"], _phrases(language)
    words = [p.tokens[i].low for i in clause.tokens]
    words = [] if (not language.prep.without.isdisjoint(words)) else words
    permits = verb.lemma in table["permit"] or (
        verb.lemma in language.verb.give and not language.adv.free.isdisjoint(words)
    )
    if permits_not(p, clause, language):
        return "ban"
    if permits and not language.adv.not_before.isdisjoint(words):
        return "order"  # «genehmigt den Kauf nur, wenn …», «erst, nachdem …»
    if any(q.is_money and q.first in clause.tokens for q in p.quantities):
        return "ban" if verb.lemma in table["ban"] else ""  # a sum makes it a fine
    if verb.lemma in table["asking"] and any(w.endswith(tuple(table["asked_for"])) for w in words):
        return ""  # «verlangt von Alpha eine Sicherheitsleistung»
    for kind in ("ban", "order"):
        if verb.lemma in table[kind]:
            return kind
        ends = phrases[kind].get(bare, ()) + phrases[kind].get(verb.lemma, ())
        if ends and _says(p, clause, ends):
            return kind
    return "order" if commands(p, clause, language) else ""


def stands_on_list(p: Parse, clause: Clause, language: Language) -> bool:
    """«steht auf einer schwarzen Liste», «landete auf der Sanktionsliste der EU»: a list of those with whom nobody may deal."""
    table = language.grammar["restriction"]
    if clause.verb.lemma not in table["on_list"]:
        return False
    words = [p.low[i] for i in clause.tokens]
    black = any(w in table["black"] for w in words) and any(w in language.word.list for w in words)
    return black or any(w.endswith(tuple(table["lists"])) for w in words)


def permits_not(p: Parse, clause: Clause, language: Language) -> bool:
    """«lässt keine Alpha-Geräte mehr zu», «genehmigte den Kauf nicht»: a «nicht» that forbids."""
    no = language.grammar["restriction"]["no"]
    if clause.verb.lemma in language.grammar["restriction"]["granting"]:  # «hat die Erlaubnis nicht verlängert»
        leave = any(p.low[i].endswith(tuple(language.grammar["restriction"]["permits"])) for i in clause.tokens)
        return leave and any(p.low[i] in no for i in clause.tokens)
    return clause.verb.lemma in language.grammar["restriction"]["permit"] and any(p.low[i] in no for i in clause.tokens)


def _says(p: Parse, clause: Clause, ends: tuple[str, ...]) -> bool:
    words = [p.tokens[i].low for i in clause.tokens]
    return p.language.prep.without.isdisjoint(words) and any(w.endswith(ends) for w in words)

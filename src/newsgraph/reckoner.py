"""Who reckons: the source of a number that the clause itself names, by its verb, «die Rede» or a circle of people."""

from newsgraph.clause import Clause
from newsgraph.reckoning import can_tell, tells
from newsgraph.source import Source, source_of
from newsgraph.source_scope import Scope
from newsgraph.speech import speaker, words


def by_reckoning(scope: Scope, clause: Clause) -> None:
    """«Alpha beziffert die Kosten auf …», «in Finanzkreisen ist von … die Rede»: who says it stands in the clause."""
    if clause.index in scope.found:
        return
    if (circle := _circle(scope, clause)) is not None:
        scope.spread(clause.index, circle, clause.first)
        return
    if clause.verb.passive:
        return
    if _names_buyer(scope, clause):
        _by_outlet(scope, clause)
        return
    if not any(clause.first <= q.first <= clause.last for q in scope.p.quantities):
        return
    parts = scope.p.phrases[clause.index]
    if any(scope.p.head(f).text in scope.language.word.speech for f in parts):
        for n, phrase in enumerate(parts):
            if (
                phrase.prep in scope.language.prep.placed_in
                and (source := source_of(scope.p, phrase, parts[n + 1 :], scope.focus, scope.language)) is not None
            ):
                scope.spread(clause.index, source, clause.first)
                return
    if (
        (tells(scope.p, clause, scope.language) or _claims(scope, clause))
        and (source := speaker(scope.p, clause, scope.focus, scope.language, scope.before)) is not None
        and can_tell(scope.p, clause, source, scope.language)
    ):
        scope.spread(clause.index, source, clause.first)
        scope.speaker = source


def _claims(scope: Scope, clause: Clause) -> bool:
    """«Alpha will 2,3 Millionen Kunden haben», «… gewonnen haben»: what somebody says of himself."""
    last = scope.p.low[clause.last] if scope.p.tokens[clause.last].text[0].isalnum() else scope.p.low[clause.last - 1]
    plan = any(f.prep in scope.language.prep.since for f in scope.p.phrases[clause.index])  # «will bis 2030 … haben»
    return clause.verb.modal in scope.language.verb.planning and last in scope.language.verb.have and not plan


def _names_buyer(scope: Scope, clause: Clause) -> bool:
    """«nannte Alpha als Käufer», «brachte Alpha als Bieter ins Spiel»."""
    buyers = tuple(words(scope.language, "buyers"))
    named = any(
        f.prep in scope.language.prep.as_ and scope.p.low[f.head].endswith(buyers)
        for f in scope.p.phrases[clause.index]
    )
    return named and clause.verb.lemma in scope.language.verb.naming_buyer


def _by_outlet(scope: Scope, clause: Clause) -> None:
    source = speaker(scope.p, clause, scope.focus, scope.language, scope.before)
    told = source is not None and source.mention is not None and source.mention.kind == "NewsOrganization"
    if source is not None and (told or source.unnamed):
        scope.spread(clause.index, source, clause.first)
        scope.speaker = source


def _circle(scope: Scope, clause: Clause) -> Source | None:
    """«Alpha wird in Finanzkreisen mit … bewertet»: those in whose circles it is said."""
    for n, phrase in enumerate(scope.p.phrases[clause.index]):
        if (
            phrase.prep in scope.language.prep.in_
            and phrase.mention is None
            and scope.p.low[phrase.head].endswith(scope.language.ending.circle)
        ):
            return source_of(scope.p, phrase, scope.p.phrases[clause.index][n + 1 :], scope.focus, scope.language)
    return None

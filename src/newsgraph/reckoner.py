"""Who reckons: the source of a number that the clause itself names, by its verb, «die Rede» or a circle of people."""

from newsgraph.clause import Clause
from newsgraph.reckoning import can_tell, tells
from newsgraph.source import Source, source_of
from newsgraph.source_scope import Scope
from newsgraph.speech import speaker


def by_reckoning(scope: Scope, clause: Clause) -> None:
    """«Alpha beziffert die Kosten auf …», «in Finanzkreisen ist von … die Rede»: who says it stands in the clause."""
    if clause.index in scope.found:
        return
    if (circle := _circle(scope, clause)) is not None:
        scope.spread(clause.index, circle, clause.first)
        return
    if clause.verb.passive:
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
        tells(scope.p, clause, scope.language)
        and (source := speaker(scope.p, clause, scope.focus, scope.language, scope.before)) is not None
        and can_tell(scope.p, clause, source, scope.language)
    ):
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

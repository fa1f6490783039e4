"""Whose words the Konjunktiv gives: of the clause it hangs on, of whoever goes on speaking, of a rumour."""

from newsgraph.clause import Clause
from newsgraph.denial import rumoured
from newsgraph.source import Source
from newsgraph.source_phrase import told_of
from newsgraph.source_scope import Scope
from newsgraph.speech import says


def by_mood(scope: Scope, clause: Clause) -> None:
    """Konjunktiv I without a source: the source of the clause it hangs on, else the one that goes on."""
    if (
        clause.index in scope.found
        or clause.kind in ("so", "aside")
        or (
            says(scope.p, clause, scope.language)
            and clause.kind == "main"
            and scope.speaker is not None
            and clause.verb.mood != "konjunktiv1"  # «Sie verlange …»: somebody tells that she does
        )
    ):
        return
    hearsay = clause.verb.modal in scope.language.verb.shall and any(
        scope.p.tokens[i].is_a("VA(INF)") for i in clause.tokens
    )
    reported = (
        clause.verb.mood == "konjunktiv1"
        or (hearsay and bool(scope.found))
        or (clause.verb.mood == "konjunktiv2" and not clause.verb.modal and _goes_on(scope, clause))
    )
    if not reported or clause.marker in scope.language.conj.unreal:
        return
    if (rumour := told_of(scope.p, clause, scope.language)) is not None:
        scope.spread(clause.index, rumour, clause.first)
        return
    if rumoured(scope.p, clause, scope.language):
        return
    host = scope.found.get(clause.parent) if clause.parent is not None else None
    source = host or next(iter(scope.found.values()), None) or scope.before or _last_speaker(scope)
    if source is not None:
        scope.spread(clause.index, source, clause.first)


def _goes_on(scope: Scope, clause: Clause) -> bool:
    word = scope.p.tokens[clause.verb.finite].low if clause.verb.finite is not None else ""
    if word in scope.language.grammar["certainty"]["unreal"]:
        return False
    return (
        scope.before is not None
        and clause.kind == "main"
        and not any(c.marker in scope.language.conj.conditional and c.parent == clause.index for c in scope.p.clauses)
    )


def _last_speaker(scope: Scope) -> Source | None:
    """The person who was subject last: whose words the Konjunktiv gives where nobody is named for them."""
    last = scope.focus.subjects[-1] if scope.focus.subjects else None
    return Source(last) if last is not None and last.kind == "Person" else None

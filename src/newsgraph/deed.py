"""What somebody wants to reach with money: the deed of a clause, in its words.

«…, um seine Stellung zu festigen», «Damit will Alpha Kunden gewinnen», «Die Mittel sollen den Absatz stärken».
"""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.filler import Filler
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.subject import subject


def deeds(p: Parse, clause: Clause, language: Language) -> Iterator[Filler]:
    """The deed of the clause and of the clauses that share its verb, each from behind the subject to its infinitive."""
    for other in p.clauses:
        if other is clause or other.shares == clause.index:
            yield from _deed(p, clause, other, language)


def has_purpose(p: Parse, clause: Clause) -> bool:
    """Whether the clause says what something is for: «um … zu …»."""
    own = p.clauses[clause.shares] if clause.shares is not None else clause
    return own.kind == "infinitive" and own.marker in p.language.prep.by_amount


def _deed(p: Parse, host: Clause, clause: Clause, language: Language) -> Iterator[Filler]:
    at = clause.verb.at
    wants = host.verb.modal in language.verb.want or has_purpose(p, clause)
    if at is None or not wants or not p.tokens[at].is_a("VV(INF)", "VV(IZU)"):
        return
    if clause.verb.passive or clause.verb.lemma in language.grammar["money_verbs"]:
        return
    opening = _opening(p, host, clause)
    inside = [f for f in p.phrases[clause.index] if f.first > opening and f.last < at and not f.pronoun]
    if inside:
        yield Filler("deed", inside[0].first, at, name="deed")


def _opening(p: Parse, host: Clause, clause: Clause) -> int:
    """The last token before the deed: of the finite verb and the subject; the word that opens an infinitive clause."""
    if clause is not host:
        return clause.first
    first = subject(p, clause) if clause.kind != "infinitive" else None
    finite = clause.verb.finite if clause.verb.finite is not None and clause.kind != "infinitive" else clause.first
    return max(finite, first.last if first is not None else -1)

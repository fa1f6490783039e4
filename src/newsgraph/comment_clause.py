"""Comment clauses («wie Alpha berichtet», «so Alpha»): which clause they are about."""

from newsgraph.argument import with_list
from newsgraph.clause import Clause
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.subject import subject


def corrects(p: Parse, clause: Clause) -> bool:
    """«…, nicht zwölf Millionen, wie Alpha schrieb»: the comment is about what is put right."""
    for i in range(max(1, clause.first - 8), clause.first):
        if p.tokens[i].text in p.language.adv.not_ and not p.tokens[i - 1].text[0].isalnum():
            return not any(p.tokens[j].is_a("VV", "VA", "VM") for j in range(i, clause.first))
    return False


def commented(p: Parse, clause: Clause) -> int | None:
    """The clause that a comment is about: «dass …, wie X schrieb, nannte Y falsch» leaves the main clause out."""
    before = p.clauses[clause.index - 1] if clause.index else None
    if (
        before is not None
        and before.marker in p.language.conj.that_or_whereby
        and not any(c.kind == "main" for c in p.clauses[: clause.index])
    ):
        return before.index
    return _top(p, clause)


def _top(p: Parse, clause: Clause) -> int | None:
    """The main clause that a clause hangs on in the end."""
    at = clause.parent
    while at is not None and p.clauses[at].kind != "main" and p.clauses[at].parent is not None:
        at = p.clauses[at].parent
    return at


def is_listed(p: Parse, clause: Clause, host: int, meant: Mention) -> bool:
    """Whether whom the subject of a comment stands for is one of several that act in the clause it is about."""
    first, above = subject(p, clause), p.clauses[host]
    acting = subject(p, above)
    if first is None or first.mention is not None or first.pronoun or acting is None:
        return False
    listed = [f.mention.name for f in with_list(p, above, acting) if f.mention is not None]
    return len(listed) > 1 and meant.name in listed

"""Which variables a group graph pattern mentions, and which it surely binds: a join can be hashed by these alone."""

from collections.abc import Iterable, Iterator

from newsgraph.group_pattern import Group, Pattern


def doubtful(group: Group, place: int) -> set[str]:
    """The variables that a part of the group may leave unbound where the block at `place` is joined: no hashing goes by
    them. An OPTIONAL that comes later has no part in that join.
    """
    early = (g for g in group.groups if g.role in ("optional", "other") and g.start < place)
    open_ = set().union(*map(mentioned, early))
    for inner in group.groups:
        if inner.role not in ("optional", "other"):
            same = [g for g in group.groups if g.role == inner.role] if inner.role.startswith("union") else [inner]
            open_ |= mentioned(inner) - _in_all(same)
    return open_ | group.doubtful


def sure(groups: Iterable[Group]) -> Iterator[set[str]]:
    """The variables that each group, or each union, surely binds."""
    groups = list(groups)
    for role in sorted({g.role for g in groups if g.role.startswith("union")}):
        yield _in_all([g for g in groups if g.role == role])
    yield from (_bound(g) for g in groups if g.role in ("group", "select"))


def _in_all(groups: list[Group]) -> set[str]:
    """The variables that each of the groups surely binds."""
    return set.intersection(*map(_bound, groups))


def _bound(group: Group) -> set[str]:
    """The variables that the group surely binds: those of its own patterns, and of the groups in it."""
    own = {v for b in group.blocks for p in b.patterns for v in variables(p)}
    return _shown(group, own.union(*sure(group.groups)))


def mentioned(group: Group) -> set[str]:
    """All variables of the group's patterns, VALUES and BIND, and of those in it."""
    own = {v for b in group.blocks for p in b.patterns for v in variables(p)} | group.doubtful | set(group.values)
    return _shown(group, own.union(*map(mentioned, group.groups)))


def _shown(group: Group, names: set[str]) -> set[str]:
    """Those of the variables that are known outside the group: a sub-select projects some."""
    return names & group.head if group.head else names


def variables(p: Pattern) -> set[str]:
    """The variables of a pattern."""
    return {t for t in (p.subject, p.path, p.object) if is_variable(t)}


def is_variable(term: str) -> bool:
    """Whether a term, as it is written, is a variable."""
    return term[0] in "?$"

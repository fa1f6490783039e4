"""Compare two term lists of the ontology and say whether the version was raised enough."""

LEVELS = ("none", "minor", "major")


def read(text: str) -> dict[str, tuple[str, str, str]]:
    """The table terms.tsv as {term: (kind, since, status)}."""
    head, *rows = text.splitlines()
    assert head == "term\tkind\tsince\tstatus", head
    return {term: (kind, since, status) for term, kind, since, status in (row.split("\t") for row in rows)}


def change(old: dict, new: dict) -> tuple[str, list[str]]:
    """The level that the step from old to new asks for, and the reasons.

    A term that is gone, or is of another kind, is breaking. A rename is a term gone and a term come.
    A term that came, or was deprecated, is minor.
    """
    gone = [f"{term} is gone" for term in sorted(old.keys() - new.keys())]
    both = sorted(old.keys() & new.keys())
    kinds = [f"{term} was {old[term][0]}, is {new[term][0]}" for term in both if old[term][0] != new[term][0]]
    come = [f"{term} is new" for term in sorted(new.keys() - old.keys())]
    states = [f"{term} was {old[term][2]}, is {new[term][2]}" for term in both if old[term][2] != new[term][2]]
    level = "major" if gone or kinds else "minor" if come or states else "none"
    return level, gone + kinds + come + states


def step(old: str, new: str) -> str:
    """The level of a step between two versions: before 1.0.0 the second number counts as the major one."""
    before, after = (tuple(map(int, version.split("."))) for version in (old, new))
    if after[0] > before[0] or (before[0] == 0 and after[0] == 0 and after[1] > before[1]):
        return "major"
    if after[0] == before[0] and (after[1] > before[1] or (before[0] == 0 and after[1] == before[1] and after[2] > before[2])):
        return "minor"
    return "none"


def complaints(old: dict, new: dict, old_version: str, new_version: str) -> list[str]:
    """The reasons for which the new version number is too low; empty when it is high enough."""
    asked, reasons = change(old, new)
    enough = LEVELS.index(step(old_version, new_version)) >= LEVELS.index(asked)
    return [] if enough else [f"{old_version} to {new_version} is no {asked} step, yet {reason}" for reason in reasons]

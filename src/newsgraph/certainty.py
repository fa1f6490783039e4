"""How surely a clause says what it says: asserted, planned, possible or unclear; negated, denied, cancelled.

The clause's modal verb, its cue words and its own verb speak first, then the clause that governs it («plant, … zu bauen»).
"""

from dataclasses import dataclass, replace

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.parse import Parse

CARE = ("asserted", "planned", "unclear", "possible")  # the later, the more careful
MODALS = {"wollen": "planned", "mögen": "possible"}


@dataclass(frozen=True, slots=True)
class Certainty:
    """The modality, and whether the clause is negated, cancelled, or denied by whom its clause says."""

    modality: str = "asserted"
    negated: bool = False
    cancelled: bool = False
    denied: bool = False

    @property
    def status(self) -> str:
        """What a node with a status of its own says of itself (ngc:, investment status)."""
        if self.denied or self.negated:
            return "denied"
        if self.cancelled:
            return "cancelled"
        return {"asserted": "done", "planned": "planned", "possible": "possible", "unclear": "rumoured"}[self.modality]


def certainty(p: Parse, clause: Clause, language: Language, cue: int | None = None) -> Certainty:
    """The certainty of what a clause says; `cue` is the token of a noun that the clause's verb governs."""
    found = _own(p, clause, language, cue)
    host = None if clause.parent is None else p.clauses[clause.parent]
    if host is not None and clause.kind == "infinitive" and clause.marker == "":
        found = _governed(found, p, host, language)
    elif host is not None and clause.marker in ("dass", "wonach", "ob") and host.verb.lemma in language.modality.verbs:
        kind = language.modality.verbs[host.verb.lemma]
        if kind in ("denied", "possible", "unclear", "planned"):
            found = at_most(found, kind)
    elif clause.marker in ("falls", "wenn", "sofern", "ob"):
        found = at_most(found, "possible")
    return found


def _governed(found: Certainty, p: Parse, host: Clause, language: Language) -> Certainty:
    outer = _own(p, host, language, None)
    kind = language.modality.verbs.get(host.verb.lemma, "")
    return at_most(at_most(replace(found, negated=found.negated or outer.negated), outer.modality), kind)


def at_most(found: Certainty, kind: str) -> Certainty:
    """The more careful of the two."""
    if kind in ("denied",):
        return replace(found, denied=True)
    if kind == "cancelled":
        return replace(found, cancelled=True)
    if kind in CARE and CARE.index(kind) > CARE.index(found.modality):
        return replace(found, modality=kind)
    return found


def _own(p: Parse, clause: Clause, language: Language, cue: int | None) -> Certainty:
    found = Certainty(modality=_modal(p, clause))
    verb_is_cue = cue is not None and cue == clause.verb.at
    if not verb_is_cue and clause.verb.lemma in language.modality.verbs and clause.verb.lemma not in language.speech.verbs:
        found = at_most(found, language.modality.verbs[clause.verb.lemma])
    for kind in _cues(p, clause, language):
        found = at_most(found, kind)
    unreal = clause.verb.finite is not None and p.tokens[clause.verb.finite].text.lower() in ("hätte", "hätten", "wäre", "wären")
    return replace(found, negated=_negated(p, clause, language), cancelled=found.cancelled or unreal and clause.kind == "relative")


def _modal(p: Parse, clause: Clause) -> str:
    """sollen and wollen plan, könnte and dürfte are possible, «soll … haben» is hearsay, «wird … bauen» is a plan."""
    modal, finite = clause.verb.modal, clause.verb.finite
    word = p.tokens[finite].text.lower() if finite is not None else ""
    if modal == "sollen":
        perfect = any(p.tokens[i].is_a("VA(INF)") and p.tokens[i].lemma in ("haben", "sein") for i in clause.tokens)
        full = clause.verb.at is not None and p.tokens[clause.verb.at].is_a("VV(PP)")
        return "unclear" if perfect and full else "planned"
    if modal in ("können", "dürfen") and word.startswith(("könnt", "dürft")):
        return "possible"
    if modal in MODALS:
        return MODALS[modal]
    if word in ("wird", "werden", "werde", "würde", "würden") and clause.verb.at is not None and p.tokens[clause.verb.at].is_a("VV(INF)"):
        return "planned"
    return "asserted"


def _cues(p: Parse, clause: Clause, language: Language) -> list[str]:
    """The kinds of the cue phrases in the clause, negations left out."""
    words = [p.tokens[i].text.lower() for i in clause.tokens]
    found: list[str] = []
    for length in (4, 3, 2, 1):
        for i in range(len(words) - length + 1):
            found += language.modality.cues.get(" ".join(words[i : i + length]), ())
    return [k for k in found if k in ("possible", "planned", "unclear", "cancelled", "denied")]


def _negated(p: Parse, clause: Clause, language: Language) -> bool:
    """«nicht», «kein», «weder» in the clause, unless they belong to a phrase that denies nothing («nicht nur»)."""
    words = [p.tokens[i].text.lower() for i in clause.tokens]
    for i, word in enumerate(words):
        if word in ("nicht", "nie", "niemals", "weder", "keineswegs") or word.startswith("kein") and len(word) <= 6:
            near = [" ".join(words[max(0, i - a) : i + b]) for a in range(3) for b in range(1, 4)]
            if not any(n in language.modality.harmless for n in near):
                return True
    return False

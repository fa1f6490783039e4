"""How surely a clause says what it says: asserted, planned, possible or unclear; negated, denied (by whom), cancelled.

The clause's modal verb, its cue words and its own verb speak first, then the clause that governs it («plant, … zu bauen»,
«dementierte, dass …»), then its conditions («…, falls …»).
"""

from newsgraph.clause import Clause
from newsgraph.correction import is_hoax, is_put_right
from newsgraph.denial import denied_above, denied_at_once, denier, denies, rumoured
from newsgraph.frozen import frozen
from newsgraph.hedge import acts_on_plan, announces, cues, hopes, is_unreal, modal_of, split_cues
from newsgraph.language import Language
from newsgraph.nameclass import QUOTES
from newsgraph.negation import is_negated, words_of
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.replacement import replace
from newsgraph.source import Source
from newsgraph.wordlist import words

CARE = ("asserted", "planned", "unclear", "possible")  # the later, the more careful


@frozen
class Certainty:
    """The modality, and whether the clause is negated, cancelled, or denied, and by whom the text says it is denied."""

    modality: str = "asserted"
    negated: bool = False
    cancelled: bool = False
    denied: bool = False
    denied_by: Source | None = None

    @property
    def status(self) -> str:
        """What a node with a status of its own says of itself (ngc:, investment status)."""
        if self.denied or self.negated:
            return "denied"
        if self.cancelled:
            return "cancelled"
        return {"asserted": "done", "planned": "planned", "possible": "possible", "unclear": "rumoured"}[self.modality]


def certainty(
    p: Parse, clause: Clause, language: Language, cue: int | None = None, focus: Focus | None = None
) -> Certainty:
    """The certainty of what a clause says; `cue` is the token of the word that an event was read from.

    With a `focus` a denial also says who denies.
    """
    found = _own(p, clause, language, cue)
    if clause.shares is not None:  # «soll angeblich A kaufen und B bauen»
        found = at_most(found, certainty(p, p.clauses[clause.shares], language).modality)
    host = None if clause.parent is None else p.clauses[clause.parent]
    if host is not None and clause.kind == "infinitive" and clause.marker == "":
        found = _governed(found, p, host, language)
    elif clause.kind == "infinitive" and clause.marker in language.conj.instead:
        found = replace(found, negated=True)  # «statt Alpha zu kaufen»
    elif host is not None and (
        clause.marker in language.conj.content or _by_report(p, clause) or _told(p, clause, language)
    ):
        found = _embedded(found, p, host, language)
    elif is_put_right(p, clause, language):
        found = at_most(found, "denied")
    elif rumoured(p, clause, language):
        found = at_most(found, "unclear")
    elif _is_rumour(p, clause, language):
        denied = any(denies(p, c, language) for c in p.clauses if abs(c.index - clause.index) == 1)
        found = at_most(found, "denied" if denied else "unclear")
    if (
        clause.marker in language.conj.conditional_or_whether
        or _is_condition(p, clause)
        or condition(p, clause, language) is not None
    ):
        found = at_most(found, "possible")
    if clause.kind == "main" and announces(p, clause):
        found = at_most(found, "planned")
    if _asks(p, clause):
        found = at_most(found, "unclear")
    if _rumour_before(p, clause, language):
        found = at_most(found, "denied")
        host = p.clauses[clause.index - 1]
    if _is_denied_report(p, clause, language, cue):
        found, host = at_most(found, "denied"), clause
    if len(p.clauses) > 1 and (against := denied_at_once(p, clause, language)) is not None:
        found, host = at_most(found, "denied"), against
    if clause.kind != "main" and (above := denied_above(p, clause, language)) is not None:
        found, host = at_most(found, "denied"), above
    if clause.kind == "relative" and host is not None and at_most(_own(p, host, language, None), "").cancelled:
        found = at_most(found, "cancelled")  # «das Werk auf Eis gelegt, für das …»
    if found.denied and host is not None and focus is not None:
        return replace(found, denied_by=denier(p, host, focus, language))
    return found


def _asks(p: Parse, clause: Clause) -> bool:
    """«Kauft Alpha auch Beta?»: a question whose verb comes first says nothing."""
    if clause.kind != "main" or clause.verb.finite is None:
        return False
    closing = next((t.text for t in reversed(p.tokens) if t.text not in QUOTES), "")
    return closing == "?" and clause.verb.finite == _opening(p, clause)


def _opening(p: Parse, clause: Clause) -> int | None:
    """The first word of a clause."""
    return next((i for i in clause.tokens if p.tokens[i].text[0].isalnum()), None)


def _rumour_before(p: Parse, clause: Clause, language: Language) -> bool:
    """«wies Berichte zurück, er wolle Alpha kaufen»: reported speech right behind a clause that denies a rumour."""
    if clause.kind != "main" or clause.verb.mood == "indicative":
        return False
    opening = next((f for f in p.phrases[clause.index] if f.first <= clause.first), None)
    if opening is not None and _rumours(p, opening, language):  # «Gerüchte, Alpha wolle …, nannte Beta Unsinn»
        return any(denies(p, c, language) for c in p.clauses if c is not clause)
    if not clause.index:
        return False
    before = p.clauses[clause.index - 1]
    rumour = any(_rumours(p, f, language) for f in p.phrases[before.index])
    return rumour and denies(p, before, language)


def _is_denied_report(p: Parse, clause: Clause, language: Language, cue: int | None) -> bool:
    """«Berichte über ein Interesse von Alpha seien falsch»: what a noun in the subject of a denial tells."""
    if cue is None or cue == clause.verb.at or clause.kind != "main":
        return False
    told = any(f.last < cue and _rumours(p, f, language) for f in p.phrases[clause.index])
    return told and denies(p, clause, language)


def _rumours(p: Parse, phrase: Phrase, language: Language) -> bool:
    low = p.head(phrase).low
    return phrase.mention is None and low.endswith(tuple(language.grammar["certainty"]["denied_nouns"]))


def _embedded(found: Certainty, p: Parse, host: Clause, language: Language) -> Certainty:
    """What a governing verb makes of its content: «dementierte, dass», «erwägt, ob», «wollte nicht ausschließen, dass»."""
    if denies(p, host, language):
        holds = (
            host.verb.lemma in language.grammar["certainty"]["holds"]
        )  # «treffen nicht zu»: the «nicht» is the denial
        refused = not holds and (
            is_negated(p, host, language, None) or not language.adv.neither.isdisjoint(words_of(p, host))
        )
        return at_most(found, "possible" if refused else "denied")
    if host.verb.lemma in language.grammar["certainty"]["demands"]:
        return at_most(found, "possible")  # «fordert, dass …»
    if _weighs(p, host, language):
        return at_most(found, "possible")
    if host.verb.lemma in language.grammar["certainty"]["hopes"]:
        return at_most(found, "possible")  # «hofft, dass die Übernahme gelingt»
    kind = language.modality.verbs.get(host.verb.lemma, "")
    if kind in ("possible", "unclear", "planned") and host.verb.lemma not in language.modality.weak:
        return at_most(found, kind)
    return at_most(found, "unclear") if "unclear" in cues(p, host, language) else found


def _weighs(p: Parse, host: Clause, language: Language) -> bool:
    """«Möglich ist, dass …», «Gut denkbar, dass …»: the clause says no more than how likely something is."""
    said = host.verb.lemma in language.verb.weighing
    return said and not words(language.code, "likelihood_words").isdisjoint(p.words(host))


def _is_rumour(p: Parse, clause: Clause, language: Language) -> bool:
    """«Gerüchte, Alpha wolle …»: what a noun for hearsay goes on with."""
    if clause.kind != "main" or not clause.verb.mood.startswith("konjunktiv"):
        return False
    inside = [i for i in clause.tokens[:-2] if p.tokens[i + 1].text == "," and p.tokens[i].is_a("NN")]
    if not inside:
        return False
    return p.tokens[inside[0]].low in language.grammar["certainty"]["denied_nouns"]


def _told(p: Parse, clause: Clause, language: Language) -> bool:
    """«Spekulationen, Alpha könne …, entbehren jeder Grundlage»: inside the clause whose subject the rumour is."""
    spoken = clause.kind == "sub" or (clause.kind == "relative" and clause.verb.mood == "konjunktiv1")
    if (
        not spoken
        or (clause.marker and clause.kind == "sub")
        or clause.first < 2
        or p.tokens[clause.first - 1].text != ","
    ):
        return False
    nouns = language.grammar["certainty"]["denied_nouns"]
    near = [p.low[clause.first - 2]]
    for i in range(clause.first - 3, max(-1, clause.first - 7), -1):  # «die Behauptung auf X, Alpha habe …»
        if p.tokens[i].is_a("VV", "VA", "VM", "$"):
            break
        near.append(p.low[i])
    return not {*nouns}.isdisjoint(near)


def _governed(found: Certainty, p: Parse, host: Clause, language: Language) -> Certainty:
    outer = _own(p, host, language, None)
    kind = language.modality.verbs.get(host.verb.lemma, "")
    about = host.verb.lemma in language.grammar["certainty"]["about_verbs"]
    if about and not {*language.grammar["certainty"]["about"]}.isdisjoint(words_of(p, host)):
        kind = kind or "planned"  # «ist dabei, Alpha zu kaufen»
    joint = replace(found, negated=found.negated or outer.negated, cancelled=found.cancelled or outer.cancelled)
    said = {p.head(f).low for f in p.phrases[host.index]} | {p.low[i] for i in host.tokens if i == host.last}
    for noun, careful in (("attempts", "possible"), ("aims", "planned")):  # «hatte das Ziel, Alpha zu kontrollieren»
        joint = at_most(joint, "" if said.isdisjoint(language.grammar["certainty"][noun]) else careful)
    return at_most(at_most(joint, outer.modality), kind)


def at_most(found: Certainty, kind: str) -> Certainty:
    """The more careful of the two."""
    if kind == "denied":
        return replace(found, denied=True)
    if kind == "cancelled":
        return replace(found, cancelled=True)
    if kind in CARE and CARE.index(kind) > CARE.index(found.modality):
        return replace(found, modality=kind)
    return found


# --- the clause itself
def _own(p: Parse, clause: Clause, language: Language, cue: int | None) -> Certainty:
    found = Certainty(modality=modal_of(p, clause, language))
    kind = language.modality.verbs.get(clause.verb.lemma, "")
    speaks = clause.verb.lemma in language.speech.verbs and kind != "planned"
    if (
        kind
        and not speaks
        and cue != clause.verb.at
        and (clause.verb.lemma not in language.modality.weak or acts_on_plan(p, clause, language))
    ):
        found = at_most(found, kind)
    if cue == clause.verb.at and clause.verb.lemma in language.grammar["certainty"]["planning"]:
        found = at_most(found, kind)  # «plant ein Projekt für 3 Millionen»
    if cue is not None and cue != clause.verb.at and language.speech.verbs.get(clause.verb.lemma) == "deny":
        found = at_most(found, "denied")  # «dementiert Pläne für …»
    if is_hoax(p, clause, cue, language):
        found = at_most(found, "denied")
    if hopes(p, clause, language):
        found = at_most(found, "possible")
    found = at_most(found, _tries(p, clause, language))
    for cue_kind in (*cues(p, clause, language), *split_cues(p, clause, language)):
        found = at_most(found, cue_kind)
    negated, cancelled = is_negated(p, clause, language, cue), found.cancelled or is_unreal(p, clause, language)
    if negated and cue is not None and cue != clause.verb.at and _is_to_come(p, clause, language):
        negated, found = False, at_most(found, "planned")
    if (negated, cancelled) == (found.negated, found.cancelled):
        return found
    return replace(found, negated=negated, cancelled=cancelled)


def _is_to_come(p: Parse, clause: Clause, language: Language) -> bool:
    """«Die Übernahme von Alpha ist noch nicht abgeschlossen», «… nicht in trockenen Tüchern»: a deal that is not denied."""
    said, table = words_of(p, clause), language.grammar["certainty"]
    at = next((i for i, word in enumerate(said) if word in language.adv.not_), None)
    if at is None:
        return False
    ends = [*table["undone"], *(table["undone_yet"] if at and said[at - 1] in table["yet"] else ())]
    return any(word.lower() in ends for word in said[at + 1 :])


def _tries(p: Parse, clause: Clause, language: Language) -> str:
    """«versucht den Rivalen Alpha zu übernehmen», without a comma: what the finite verb makes of the infinitive."""
    at, finite = clause.verb.at, clause.verb.finite
    if at is None or finite is None or at == finite or not p.tokens[finite].is_a("VV(FIN)"):
        return ""
    wants = p.tokens[at].is_a("VV(IZU)") or (at > 0 and p.low[at - 1] in language.prep.to)
    kind = language.modality.verbs.get(p.tokens[finite].lemma, "") if wants else ""
    return kind if kind in CARE else ""


# --- conditions
def _is_condition(p: Parse, clause: Clause) -> bool:
    """«sollten die Prüfer …»: the verb opens a clause that is no question."""
    at = clause.verb.finite
    if at is None or len(p.clauses) < 2 or p.low[at] not in p.language.verb.should:
        return False
    return at == _opening(p, clause) and p.tokens[-1].text != "?"


def condition(p: Parse, clause: Clause, language: Language) -> Clause | None:
    """The clause under which another one is meant to hold: «falls …», or, if it lies ahead, «wenn …»."""
    if clause.kind != "main" or clause.verb.lemma in language.speech.verbs:
        return None
    ahead = clause.verb.modal in language.verb.can_will_shall or clause.verb.mood != "indicative"
    for other in p.clauses:
        if other.parent == clause.index and (
            other.marker in language.conj.provided or (other.marker in language.conj.if_ and ahead)
        ):
            return other
    near = (c for c in p.clauses if abs(c.index - clause.index) == 1)
    return next((c for c in near if _is_condition(p, c)), None)


# --- reports
def _by_report(p: Parse, clause: Clause) -> bool:
    """«ein Bericht, dem zufolge …»."""
    words = [p.tokens[i].low for i in clause.tokens[:2]]
    return (
        clause.kind == "relative"
        and len(words) > 1
        and (words[1] in p.language.prep.according_behind or words[0] in p.language.prep.according_or_after)
    )

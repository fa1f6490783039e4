"""How surely a clause says what it says: asserted, planned, possible or unclear; negated, denied (by whom), cancelled.

The clause's modal verb, its cue words and its own verb speak first, then the clause that governs it («plant, … zu bauen»,
«dementierte, dass …»), then its conditions («…, falls …»).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.mention import QUOTES
from newsgraph.parse import Parse, subject
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.source import Source, source_of

CARE = ("asserted", "planned", "unclear", "possible")  # the later, the more careful
MODALS = {"wollen": "planned", "mögen": "possible"}
KINDS = ("possible", "planned", "unclear", "cancelled", "denied")
PLANNABLE = {"Investment", "Acquisition", "FundingRound", "Regulation", "Penalty"}
MARKS = (",", "–", "—", "-", ";", ":", "(")
NEGATIONS = ("nicht", "nie", "niemals", "weder", "keineswegs", "keinesfalls", "mitnichten")


@dataclass(frozen=True, slots=True)
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
DUMB = ("Regulation", "Place", "Chip")  # what cannot deny anything


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
    elif host is not None and (clause.marker in ("dass", "wonach", "ob") or _by_report(p, clause)):
        found = _embedded(found, p, host, language)
    elif _is_rumour(p, clause, language):
        denied = any(_denies(p, c, language) for c in p.clauses if abs(c.index - clause.index) == 1)
        found = at_most(found, "denied" if denied else "unclear")
    if (
        clause.marker in ("falls", "wenn", "sofern", "ob")
        or _is_condition(p, clause)
        or condition(p, clause, language) is not None
    ):
        found = at_most(found, "possible")
    if _asks(p, clause):
        found = at_most(found, "unclear")
    if _rumour_before(p, clause, language):
        found = at_most(found, "denied")
        host = p.clauses[clause.index - 1]
    if clause.kind == "relative" and host is not None and at_most(_own(p, host, language, None), "").cancelled:
        found = at_most(found, "cancelled")  # «das Werk auf Eis gelegt, für das …»
    if found.denied and host is not None and focus is not None:
        return replace(found, denied_by=_denier(p, host, focus, language))
    return found


def _asks(p: Parse, clause: Clause) -> bool:
    """«Kauft Alpha auch Beta?»: a question whose verb comes first says nothing."""
    opening = next((i for i in clause.tokens if p.tokens[i].text[0].isalnum()), None)
    closing = next((t.text for t in reversed(p.tokens) if t.text not in QUOTES), "")
    return clause.kind == "main" and closing == "?" and opening is not None and opening == clause.verb.finite


def _rumour_before(p: Parse, clause: Clause, language: Language) -> bool:
    """«wies Berichte zurück, er wolle Alpha kaufen»: reported speech right behind a clause that denies a rumour."""
    if clause.kind != "main" or clause.verb.mood == "indicative":
        return False
    opening = next((f for f in p.phrases[clause.index] if f.first <= clause.first), None)
    if opening is not None and _rumours(p, opening, language):  # «Gerüchte, Alpha wolle …, nannte Beta Unsinn»
        return any(_denies(p, c, language) for c in p.clauses if c is not clause)
    if not clause.index:
        return False
    before = p.clauses[clause.index - 1]
    rumour = any(_rumours(p, f, language) for f in p.phrases[before.index])
    return rumour and _denies(p, before, language)


def _rumours(p: Parse, phrase: Phrase, language: Language) -> bool:
    low = p.head(phrase).text.lower()
    return phrase.mention is None and low.endswith(tuple(language.grammar["certainty"]["denied_nouns"]))


def _embedded(found: Certainty, p: Parse, host: Clause, language: Language) -> Certainty:
    """What a governing verb makes of its content: «dementierte, dass», «erwägt, ob», «wollte nicht ausschließen, dass»."""
    if _denies(p, host, language):
        refused = _negated(p, host, language, None) or "weder" in _words(p, host)
        return at_most(found, "possible" if refused else "denied")
    if host.verb.lemma in language.grammar["certainty"]["demands"]:
        return at_most(found, "possible")  # «fordert, dass …»
    kind = language.modality.verbs.get(host.verb.lemma, "")
    if kind in ("possible", "unclear", "planned") and host.verb.lemma not in language.modality.weak:
        return at_most(found, kind)
    return at_most(found, "unclear") if "unclear" in _cues(p, host, language) else found


def _is_rumour(p: Parse, clause: Clause, language: Language) -> bool:
    """«Gerüchte, Alpha wolle …»: what a noun for hearsay goes on with."""
    inside = [i for i in clause.tokens[:-2] if p.tokens[i + 1].text == "," and p.tokens[i].is_a("NN")]
    if clause.kind != "main" or not clause.verb.mood.startswith("konjunktiv") or not inside:
        return False
    return p.tokens[inside[0]].text.lower() in language.grammar["certainty"]["denied_nouns"]


def _governed(found: Certainty, p: Parse, host: Clause, language: Language) -> Certainty:
    outer = _own(p, host, language, None)
    kind = language.modality.verbs.get(host.verb.lemma, "")
    joint = replace(found, negated=found.negated or outer.negated, cancelled=found.cancelled or outer.cancelled)
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
    found = Certainty(modality=_modal(p, clause, language))
    kind = language.modality.verbs.get(clause.verb.lemma, "")
    speaks = clause.verb.lemma in language.speech.verbs and kind != "planned"
    if (
        kind
        and not speaks
        and cue != clause.verb.at
        and (clause.verb.lemma not in language.modality.weak or _acts_on_plan(p, clause, language))
    ):
        found = at_most(found, kind)
    if cue is not None and cue != clause.verb.at and language.speech.verbs.get(clause.verb.lemma) == "deny":
        found = at_most(found, "denied")  # «dementiert Pläne für …»
    if _hopes(p, clause, language):
        found = at_most(found, "possible")
    for cue_kind in (*_cues(p, clause, language), *_split_cues(p, clause, language)):
        found = at_most(found, cue_kind)
    return replace(
        found, negated=_negated(p, clause, language, cue), cancelled=found.cancelled or _unreal(p, clause, language)
    )


def _hopes(p: Parse, clause: Clause, language: Language) -> bool:
    """«hofft auf 3 Millionen Euro vom Bund»."""
    hopes = clause.verb.lemma in language.grammar["certainty"]["hopes"]
    return hopes and any(f.prep == "auf" and f.quantity is not None for f in p.phrases[clause.index])


def _modal(p: Parse, clause: Clause, language: Language) -> str:
    """sollen and wollen plan, könnte and dürfte are possible, «soll … haben» is hearsay, «wird … bauen» is a plan."""
    modal, finite = clause.verb.modal, clause.verb.finite
    word = p.tokens[finite].text.lower() if finite is not None else ""
    if modal == "sollen":
        return "unclear" if _perfect(p, clause) else "planned"
    if modal in ("können", "dürfen") and word.startswith(("könnt", "dürft")):
        return "possible"
    if word.startswith("möcht"):
        return "planned"
    if modal in MODALS:
        return MODALS[modal]
    infinitive = clause.verb.at is not None and p.tokens[clause.verb.at].is_a("VV(INF)") and not clause.verb.passive
    if infinitive and word in language.grammar["certainty"]["future"]:
        return "planned"
    return "possible" if infinitive and word == "würde" else "asserted"


def _perfect(p: Parse, clause: Clause) -> bool:
    """«geboten haben», «gewesen sein» at the end of the clause."""
    for i in clause.tokens:
        if (
            i
            and p.tokens[i].text.lower() in ("haben", "sein")
            and p.tokens[i - 1].is_a("VV(PP)", "VA(PP)", "ADJ(D)")
            and not clause.verb.passive
        ):
            return p.tokens[i].text.lower() == "haben" or p.tokens[i - 1].is_a("VV(PP)", "VA(PP)")
    return False


def _unreal(p: Parse, clause: Clause, language: Language) -> bool:
    """«die 45 Millionen gekostet hätte»: what did not come about. The plural stands for Konjunktiv I outside relative clauses."""
    word = p.tokens[clause.verb.finite].text.lower() if clause.verb.finite is not None else ""
    full = (
        clause.verb.at is not None and clause.verb.at != clause.verb.finite and p.tokens[clause.verb.at].is_a("VV(PP)")
    )
    plural = (
        word.endswith("n")
        and clause.kind == "relative"
        and word.removesuffix("n") in language.grammar["certainty"]["unreal"]
    )
    return full and (word in language.grammar["certainty"]["unreal"] or plural)


def _acts_on_plan(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether the clause speaks of an investment, a purchase, a rule: then a verb of many meanings plans or cancels it."""
    return any(
        _plannable(p, f, language)
        for f in p.phrases[clause.index]
        if not f.prep or f.prep in ("auf", "an", "von", "aus")
    )


def _plannable(p: Parse, phrase: Phrase, language: Language) -> bool:
    return phrase.quantity is None and is_plannable(p.head(phrase).text, language)


def is_plannable(noun: str, language: Language) -> bool:
    """Whether a noun names what can be planned or cancelled: «Übernahme», «Werksneubau», «Finanzierungsrunde»."""
    table = language.grammar["certainty"]["planned_nouns"]
    return bool(PLANNABLE & set(language.nouns.refers_to(noun))) or noun.lower().endswith(tuple(table))


def _words(p: Parse, clause: Clause) -> list[str]:
    return [p.tokens[i].text.lower() for i in clause.tokens]


def _cues(p: Parse, clause: Clause, language: Language) -> list[str]:
    """The kinds of the cue phrases in the clause, negations left out; an attribute counts only before what can be planned."""
    words = _words(p, clause)
    found: list[str] = []
    for length in (4, 3, 2, 1):
        for i in range(len(words) - length + 1):
            kinds = language.modality.cues.get(" ".join(words[i : i + length]), ())
            if kinds and (length > 1 or not _attribute_of_other(p, clause, i, language)):
                found += [("unclear" if k == "hearsay" else k) for k in kinds if k not in ("negated", "done")]
    return [k for k in found if k in KINDS]


def _split_cues(p: Parse, clause: Clause, language: Language) -> Iterator[str]:
    """«stellt … in Aussicht», «legte … auf Eis», «spricht … über einen Einstieg»: signs of several words that stand apart."""
    words = set(_words(p, clause))
    bare = p.tokens[clause.verb.at].lemma.lower() if clause.verb.at is not None else ""
    for entry in language.grammar["plans"]["phrases"]:
        verb, word, kind = entry.split()
        if bare == verb and word in words:
            yield kind
    if bare in language.grammar["talks"]["verbs"] and any(
        f.prep == "über" and _plannable(p, f, language) for f in p.phrases[clause.index]
    ):
        yield "possible"


def _attribute_of_other(p: Parse, clause: Clause, n: int, language: Language) -> bool:
    """«die unklare Nachfrage»: the cue is an attribute of a noun that nobody plans."""
    token = p.tokens[clause.tokens[n]]
    if (
        token.text[0].isupper()
        or not token.text.endswith(("e", "en", "er", "es", "em"))
        or not token.is_a("ADJ", "VV(PP)")
    ):
        return False
    noun = next((p.tokens[i] for i in clause.tokens[n + 1 : n + 5] if p.tokens[i].is_a("NN", "NE")), None)
    return noun is not None and token.is_a("ADJ(A)") and not is_plannable(noun.text, language)


def _negated(p: Parse, clause: Clause, language: Language, cue: int | None) -> bool:
    """«nicht», «kein», «weder» in the clause, unless they deny nothing («nicht nur»), or only what they are set against
    («acht, nicht zwölf Millionen», «…, aber keinen Cent»)."""
    words = _words(p, clause)
    for i, word in enumerate(words):
        if word in NEGATIONS or (word.startswith("kein") and len(word) <= 6):
            near = [" ".join(words[max(0, i - a) : i + b]) for a in range(3) for b in range(1, 5)]
            if not any(n in language.modality.harmless for n in near) and not _contrast(p, clause, i, language, cue):
                return True
    return False


def _contrast(p: Parse, clause: Clause, n: int, language: Language, cue: int | None) -> bool:
    """Whether a negation only sets something against what was said before it."""
    at = clause.tokens[n]
    before = next((p.tokens[i].text.lower() for i in range(at - 1, -1, -1) if p.tokens[i].text not in QUOTES), "")
    after = clause.tokens[n + 1] if n + 1 < len(clause.tokens) else None
    figure = after is not None and any(q.first <= after <= q.last for q in p.quantities)
    joined = before in language.grammar["certainty"]["contrast"] or (before in MARKS and n > 2)
    behind = cue is not None and cue > at
    verbless = not any(p.tokens[i].is_a("VV", "VA", "VM") for i in clause.tokens if i > at)
    over = joined and verbless and (p.tokens[at].text.lower() == "nicht" or before not in MARKS) and not behind
    aside = after is not None and p.tokens[after].text.lower() == "aber"  # «nicht aber die Rechte»
    return over or aside or (figure and joined)


# --- conditions
def _is_condition(p: Parse, clause: Clause) -> bool:
    """«sollten die Prüfer …»: the verb opens a clause that is no question."""
    opening = next((i for i in clause.tokens if p.tokens[i].text[0].isalnum()), None)
    first = (
        opening is not None
        and opening == clause.verb.finite
        and p.tokens[opening].text.lower() in ("sollte", "sollten")
    )
    return first and len(p.clauses) > 1 and p.tokens[-1].text != "?"


def condition(p: Parse, clause: Clause, language: Language) -> Clause | None:
    """The clause under which another one is meant to hold: «falls …», or, if it lies ahead, «wenn …»."""
    if clause.kind != "main" or clause.verb.lemma in language.speech.verbs:
        return None
    ahead = clause.verb.modal in ("können", "wollen", "sollen") or clause.verb.mood != "indicative"
    for other in p.clauses:
        if other.parent == clause.index and (other.marker in ("falls", "sofern") or (other.marker == "wenn" and ahead)):
            return other
    near = (c for c in p.clauses if abs(c.index - clause.index) == 1)
    return next((c for c in near if _is_condition(p, c)), None)


# --- denials
def _by_report(p: Parse, clause: Clause) -> bool:
    """«ein Bericht, dem zufolge …»."""
    words = [p.tokens[i].text.lower() for i in clause.tokens[:2]]
    return clause.kind == "relative" and len(words) > 1 and (words[1] == "zufolge" or words[0] in ("laut", "nach"))


def _denies(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether a clause denies what hangs on it, or what it speaks of."""
    lemma = clause.verb.lemma
    if lemma in language.grammar["certainty"]["holds"] and _negated(p, clause, language, None):
        return True  # «treffen nicht zu»
    if language.modality.verbs.get(lemma) == "denied" or language.speech.verbs.get(lemma) == "deny":
        return True
    return "denied" in _cues(p, clause, language) or bool(
        set(_words(p, clause)) & set(language.grammar["certainty"]["denial"])
    )


def _denier(p: Parse, clause: Clause, focus: Focus, language: Language) -> Source | None:
    """The first phrase that can speak: the subject, or another where a word of denial stands there («„Unsinn“, sagt Alpha»)."""
    first = subject(p, clause)
    others = [f for f in p.phrases[clause.index] if f is not first and not f.prep and not f.link and "nom" in f.cases]
    for phrase in ([first] if first is not None else []) + others:
        after = [f for f in p.phrases[clause.index] if f.first > phrase.last]
        source = source_of(p, phrase, after, focus, language)
        if source is not None and (source.mention is None or source.mention.kind not in DUMB):
            return source
    return None


def denial(p: Parse, focus: Focus, language: Language) -> Source | None:
    """Who denies what the sentence before said, in a sentence without a content of its own («Alpha dementierte.»)."""
    if p.quantities or any(c.marker in ("dass", "wonach", "ob") or c.kind == "infinitive" for c in p.clauses):
        return None
    for clause in p.clauses:
        if (
            clause.kind == "main"
            and _denies(p, clause, language)
            and all(_empty(p, f, language) for f in _spoken_of(p, clause))
        ):
            for speaker in [c for c in p.clauses if c.verb.lemma in language.speech.verbs] or [clause]:
                if (source := _denier(p, speaker, focus, language)) is not None and (
                    source.mention is not None or source.unnamed
                ):
                    return source
    return None


def _spoken_of(p: Parse, clause: Clause) -> Iterator[Phrase]:
    """The phrases of a clause except its subject."""
    first = subject(p, clause)
    people = (f for f in p.phrases[clause.index] if f is not first and not f.prep and f.link != "genitive")
    return (f for f in people if f.mention is None or f.mention.kind != "Person")


def _empty(p: Parse, phrase: Phrase, language: Language) -> bool:
    """«das», «den Bericht»: words that go back to what was said."""
    low = p.head(phrase).text.lower()
    table = language.grammar["certainty"]
    return phrase.pronoun or (
        phrase.mention is None and (low.endswith(tuple(table["denied_nouns"])) or low in table["denial"])
    )

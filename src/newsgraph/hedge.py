"""The signs in a clause itself of how surely it speaks: its modal verb, its cue words and phrases, hopes, unreal moods."""

from collections.abc import Iterator
from functools import cache

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.negation import words_of
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.wordlist import words

LENGTHS = (4, 3, 2, 1)  # words of a cue phrase, the longest first
KINDS = ("possible", "planned", "unclear", "cancelled", "denied")
PLANNABLE = {"Investment", "Acquisition", "FundingRound", "Regulation", "Penalty"}


def hopes(p: Parse, clause: Clause, language: Language) -> bool:
    """«hofft auf 3 Millionen Euro vom Bund»."""
    verbs = language.grammar["certainty"]["hopes"]
    return clause.verb.lemma in verbs and any(
        f.prep in language.prep.on and f.quantity is not None for f in p.phrases[clause.index]
    )


def modal_of(p: Parse, clause: Clause, language: Language) -> str:
    """sollen and wollen plan, könnte and dürfte are possible, «soll … haben» is hearsay, «wird … bauen» is a plan."""
    modal, finite = clause.verb.modal, clause.verb.finite
    word = p.tokens[finite].low if finite is not None else ""
    if modal in language.verb.shall:
        return "unclear" if _perfect(p, clause) else "planned"
    if modal in language.verb.can_or_may and word.startswith(language.stem.could):
        return "possible"
    if word.startswith(language.stem.would_like):
        return "planned"
    if modal and word in language.grammar["restriction"]["would"] and not word.endswith("n"):
        return "possible"  # «müsste kaufen»; the plural stands for the Konjunktiv I of what is reported
    if modal in language.verb.planning:
        return "planned"
    if modal in language.verb.possible:
        return "possible"
    infinitive = clause.verb.at is not None and p.tokens[clause.verb.at].is_a("VV(INF)") and not clause.verb.passive
    if infinitive and word in language.grammar["certainty"]["future"]:
        return "planned"
    return "possible" if infinitive and word in language.verb.would else "asserted"


def _perfect(p: Parse, clause: Clause) -> bool:
    """«geboten haben», «gewesen sein» at the end of the clause."""
    for i in clause.tokens:
        if (
            i
            and p.tokens[i].low in p.language.verb.perfect
            and p.tokens[i - 1].is_a("VV(PP)", "VA(PP)", "ADJ(D)")
            and not clause.verb.passive
        ):
            return p.tokens[i].low in p.language.verb.have or p.tokens[i - 1].is_a("VV(PP)", "VA(PP)")
    return False


def announces(p: Parse, clause: Clause) -> bool:
    """«In den Ausbau flössen bis 2030 neun Millionen, kündigte Alpha an»: what is announced in the subjunctive is to come."""
    behind = p.clauses[clause.index + 1] if clause.index + 1 < len(p.clauses) else None
    if (
        behind is None
        or clause.verb.mood == "indicative"
        or behind.verb.lemma not in p.language.verb.announcing
        or _perfect(p, clause)
    ):
        return False
    finite = clause.verb.finite
    if finite is not None and finite != clause.verb.at and p.tokens[finite].is_a("VA") and not clause.verb.passive:
        return False  # «habe übernommen», «sei gewachsen»
    opening = next((i for i in behind.tokens if p.tokens[i].text[0].isalnum()), None)
    return opening is not None and opening == behind.verb.finite


def is_unreal(p: Parse, clause: Clause, language: Language) -> bool:
    """«die 45 Millionen gekostet hätte», «hätte kaufen können»: what did not come about. The plural stands for Konjunktiv I
    outside relative clauses."""
    word = p.tokens[clause.verb.finite].low if clause.verb.finite is not None else ""
    apart = clause.verb.at is not None and clause.verb.at != clause.verb.finite
    forms = ("VV(PP)", "VV(INF)") if clause.verb.modal else ("VV(PP)",)
    full = apart and clause.verb.at is not None and p.tokens[clause.verb.at].is_a(*forms)
    plural = (
        word.endswith("n")
        and clause.kind == "relative"
        and word.removesuffix("n") in language.grammar["certainty"]["unreal"]
    )
    return (full and (word in language.grammar["certainty"]["unreal"] or plural)) or _supposed(p, clause, language)


def _supposed(p: Parse, clause: Clause, language: Language) -> bool:
    """«Wäre es nach Alpha gegangen, säße Beta in Graz»: what would be, had something else come about."""
    if clause.verb.mood != "konjunktiv2" or clause.verb.modal or not clause.index:
        return False
    before = p.clauses[clause.index - 1]
    opening = next((i for i in before.tokens if p.tokens[i].text[0].isalnum()), None)
    first = opening is not None and opening == before.verb.finite
    return first and p.low[opening or 0].removesuffix("n") in language.grammar["certainty"]["unreal"]


def acts_on_plan(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether the clause speaks of an investment, a purchase, a rule: then a verb of many meanings plans or cancels it."""
    threatens = clause.verb.lemma in language.grammar["certainty"]["threats"]
    return any(
        _plannable(p, f, language)
        for f in p.phrases[clause.index]
        if f.prep in language.prep.hedged or (f.prep in language.prep.with_ and threatens)
    )


def _plannable(p: Parse, phrase: Phrase, language: Language) -> bool:
    return phrase.quantity is None and is_plannable(p.head(phrase).text, language)


def is_plannable(noun: str, language: Language) -> bool:
    """Whether a noun names what can be planned or cancelled: «Übernahme», «Werksneubau», «Finanzierungsrunde»."""
    table = language.grammar["certainty"]["planned_nouns"]
    return bool(PLANNABLE & set(language.nouns.refers_to(noun))) or noun.lower().endswith(tuple(table))


def cues(p: Parse, clause: Clause, language: Language) -> list[str]:
    """The kinds of the cue phrases in the clause, negations left out; an attribute counts only before what can be planned."""
    starts = _starts(language)
    if p.words(clause).isdisjoint(starts):
        return []
    spoken = words_of(p, clause)
    at = [(i, starts[word]) for i, word in enumerate(spoken) if word in starts]
    found: list[str] = []
    longer: set[int] = set()  # «nicht für ausgeschlossen» is no «für ausgeschlossen»
    for length in LENGTHS if at else ():
        for i, lengths in at:
            if length not in lengths or longer.issuperset(range(i, i + length)):
                continue
            kinds = language.modality.cues.get(" ".join(spoken[i : i + length]), ())
            if kinds and length > 1 and _tells_when(p, clause, i + length - 1):
                continue  # «hat vor drei Jahren …»
            if kinds and length > 1:
                longer.update(range(i, i + length))
            if kinds and (length > 1 or not _attribute_of_other(p, clause, i, language)):
                found += [("unclear" if k == "hearsay" else k) for k in kinds if k not in ("negated", "done")]
    return [k for k in found if k in KINDS]


def _tells_when(p: Parse, clause: Clause, n: int) -> bool:
    """«vor drei Jahren», «vor kurzem»: a preposition of time, no particle of the verb."""
    if n >= len(clause.tokens) or p.low[clause.tokens[n]] not in p.language.prep.before_time:
        return False
    behind = clause.tokens[n + 1 : n + 5]
    noun = next((p.tokens[i] for i in behind if p.tokens[i].is_a("NN", "NE")), None)
    timed = noun is not None and noun.lemma.lower() in words(p.language.code, "time_nouns")
    return timed or (bool(behind) and p.low[behind[0]] in p.language.adv.time_behind_before)


@cache
def _starts(language: Language) -> dict[str, tuple[int, ...]]:
    """The words that cue phrases begin with, each with the numbers of words of these."""
    found: dict[str, tuple[int, ...]] = {}
    for phrase in language.modality.cues:
        first, size = phrase.partition(" ")[0], phrase.count(" ") + 1
        if size not in found.get(first, ()):
            found[first] = (*found.get(first, ()), size)
    return found


@cache
def _plans(language: Language) -> dict[str, tuple[tuple[str, str], ...]]:
    """By verb the words beside it that make a plan of it or call one off, each with its kind."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for verb, word, kind in (entry.split() for entry in language.grammar["plans"]["phrases"]):
        found[verb] = (*found.get(verb, ()), (word, kind))
    return found


def split_cues(p: Parse, clause: Clause, language: Language) -> Iterator[str]:
    """«stellt … in Aussicht», «legte … auf Eis», «spricht … über einen Einstieg»: signs of several words that stand apart."""
    bare = p.tokens[clause.verb.at].lemma.lower() if clause.verb.at is not None else ""
    if bare in _plans(language):
        spoken = set(words_of(p, clause))
        yield from (kind for word, kind in _plans(language)[bare] if word in spoken)
    if bare in language.grammar["talks"]["verbs"] and any(
        f.prep in language.prep.over and _plannable(p, f, language) for f in p.phrases[clause.index]
    ):
        yield "possible"
    if bare in language.grammar["talks"]["works"] and any(
        f.prep in language.prep.at_edge and _plannable(p, f, language) for f in p.phrases[clause.index]
    ):
        yield "planned"  # «arbeitet an der Übernahme von Alpha»


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

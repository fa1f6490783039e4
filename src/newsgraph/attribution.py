"""Who says so: the nearest source that the text names for a clause, and through whom it came.

Signs, strongest first: a prepositional phrase in the clause («laut X», «X zufolge»), a comment clause («wie X berichtet»,
«so X», «…, teilte X mit»), a verb of saying that governs the clause, Konjunktiv I that goes on with the source before,
a verb of reckoning in the clause itself («X beziffert die Kosten auf …»).
"""

from dataclasses import dataclass

from newsgraph.clause import Clause
from newsgraph.comment_clause import commented, corrects, is_listed
from newsgraph.language import Language
from newsgraph.mood_source import by_mood
from newsgraph.parse import Parse
from newsgraph.reckoner import by_reckoning
from newsgraph.reference import Focus
from newsgraph.source import Source as Source
from newsgraph.source import source_of
from newsgraph.source_phrase import in_phrase
from newsgraph.source_scope import Scope
from newsgraph.speech import posed_after, says, speaker, words
from newsgraph.subject import subject

TELLING = ("say", "report", "announce", "confirm", "expect", "estimate")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The source of each clause of a sentence (None: the article itself), and the one that goes on into the next."""

    sources: tuple[Source | None, ...]
    carried: Source | None

    def or_else(self, voice: Source) -> "Attribution":
        """The same, with this source for all that has none."""
        return Attribution(tuple(s or voice for s in self.sources), self.carried)


def attribute(p: Parse, focus: Focus, language: Language, before: Source | None) -> Attribution:
    """Find the source of every clause; `before` is the source that the sentence before carries on."""
    scope = Scope(p, focus, language, before)
    for clause in p.clauses:
        _by_phrase(scope, clause)
    for clause in p.clauses:
        _by_report(scope, clause)
        _by_aside(scope, clause)
        _by_comment(scope, clause)
        _by_belief(scope, clause)
        _by_repute(scope, clause)
        _by_verb(scope, clause)
    for clause in p.clauses:
        by_mood(scope, clause)
        by_reckoning(scope, clause)
    for clause in p.clauses:
        if clause.shares is not None and clause.shares in scope.found:
            scope.found.setdefault(clause.index, scope.found[clause.shares])
    last = next((scope.found[c.index] for c in reversed(p.clauses) if c.index in scope.found), None)
    return Attribution(tuple(scope.found.get(c.index) for c in p.clauses), last or scope.speaker)


def source_at(
    p: Parse, found: Attribution, clause: Clause, token: int, focus: Focus, language: Language
) -> Source | None:
    """The source of what stands at a token: of its clause, or, where the clause itself speaks («berichtet über …»), its speaker."""
    source = found.sources[clause.index]
    if source is not None or language.speech.verbs.get(clause.verb.lemma) not in TELLING:
        return source
    about = [f for f in p.phrases[clause.index] if f.prep in language.prep.about and f.first <= token]
    speaker = subject(p, clause)
    return source_of(p, speaker, (), focus, language) if about and speaker is not None else None


def _by_phrase(scope: Scope, clause: Clause) -> None:
    """«laut Alpha», «nach Angaben von Alpha», «Alpha zufolge», «demnach»: the source of the clause, and of what hangs on it."""
    first = next((i for i in clause.tokens if scope.p.tokens[i].text[0].isalnum()), clause.first)
    if (
        scope.p.tokens[first].low in words(scope.language, "back")
        and scope.before is not None
        and clause.kind == "main"
    ):
        scope.spread(clause.index, scope.before, first)
    for n, phrase in enumerate(scope.p.phrases[clause.index]):
        source = in_phrase(scope.p, clause, n, scope.focus, scope.language, scope.before)
        if source is not None:
            scope.spread(clause.index, source, phrase.first)
            if phrase.first <= first + 1:
                scope.join(clause, source)
            return


def _by_report(scope: Scope, clause: Clause) -> None:
    """«ein Bericht der Zeitung Alpha, wonach …»: the report's source, whatever the main clause says of the report."""
    second = scope.p.tokens[clause.tokens[1]].low if len(clause.tokens) > 1 else ""
    by_it = (
        clause.kind == "relative" and scope.p.low[clause.first] in scope.language.prep.after
    )  # «ein Bericht, nach dem …»
    if clause.parent is None or not (
        clause.marker in scope.language.conj.that_or_whereby
        or by_it
        or (clause.kind == "relative" and second in scope.language.prep.according_behind)
    ):
        return
    before = [
        f
        for f in scope.p.phrases[clause.parent]
        if f.last < clause.first and (clause.first - f.last <= 8 or clause.marker not in scope.language.conj.that)
    ]
    for phrase in before:
        if scope.p.head(phrase).low.endswith(tuple(words(scope.language, "reports"))):
            source = source_of(
                scope.p, phrase, [f for f in before if f.first > phrase.last], scope.focus, scope.language, scope.before
            )
            if source is not None:
                scope.spread(clause.index, source, clause.first)


def _by_aside(scope: Scope, clause: Clause) -> None:
    """«Einen Einstieg, über den die Zeitung Alpha berichtet hatte, …»: who told of it, for the clause that it stands in."""
    opens = scope.p.tokens[clause.first].low in scope.language.prep.about
    about = clause.marker in scope.language.conj.about_which  # «…, worüber Alpha spekuliert hatte»
    if (
        not (about or (clause.kind == "relative" and opens))
        or clause.parent is None
        or not says(scope.p, clause, scope.language)
    ):
        return
    source = speaker(scope.p, clause, scope.focus, scope.language, scope.before)
    before = clause.index - 1 if about and clause.index and scope.p.clauses[clause.index - 1].marker else clause.parent
    if source is not None and source.mention is not None and source.mention.kind == "NewsOrganization":
        scope.found.setdefault(before, source)


def _by_comment(scope: Scope, clause: Clause) -> None:
    """«wie Alpha berichtet», «so Alpha»: the source of the clause that it comments."""
    if (
        clause.kind != "so"
        and not (clause.marker in scope.language.prep.like and says(scope.p, clause, scope.language))
    ) or corrects(scope.p, clause):
        return
    source, host = speaker(scope.p, clause, scope.focus, scope.language, scope.before), commented(scope.p, clause)
    if source is not None and host is not None:
        source = _other_than_listed(scope, clause, host, source)
        scope.found.pop(host, None)
        scope.spread(host, source, scope.p.clauses[host].first)
        if (
            clause.kind == "so"
            and clause.parent is not None
            and scope.p.clauses[clause.parent].marker not in words(scope.language, "aside")
        ):
            scope.found.setdefault(clause.parent, source)
        for other in scope.p.clauses:  # «A, B, wie X berichtet»: what is said in Konjunktiv goes along
            speaks = says(scope.p, other, scope.language) and not other.verb.passive
            if other.kind == "main" and other.verb.mood != "indicative" and not speaks:
                scope.spread(other.index, source, other.first)


def _by_repute(scope: Scope, clause: Clause) -> None:
    """«Alpha, dem man in der Branche nachsagt, es wolle Beta kaufen»: those among whom it is said."""
    if clause.verb.lemma not in words(scope.language, "repute"):
        return
    parts = scope.p.phrases[clause.index]
    for n, phrase in enumerate(parts):
        placed = phrase.prep in scope.language.prep.repute and phrase.mention is None and not phrase.pronoun
        if placed and (source := source_of(scope.p, phrase, parts[n + 1 :], scope.focus, scope.language)) is not None:
            for other in scope.p.clauses[clause.index + 1 :]:
                if other.kind == "sub" and other.verb.mood == "konjunktiv1":
                    scope.spread(other.index, source, other.first)
            return


def _by_belief(scope: Scope, clause: Clause) -> None:
    """«…, will man Finanzkreisen glauben, …», «glaubt man Alpha, …»: whom one may believe or not says the rest."""
    if clause.verb.lemma not in scope.language.verb.believe:
        return
    low = {scope.p.low[i] for i in clause.tokens}
    if scope.language.pron.one.isdisjoint(low) or not scope.language.adv.not_.isdisjoint(low):
        return
    parts = scope.p.phrases[clause.index]
    told = next(
        (n for n, f in enumerate(parts) if not f.prep and not f.link and not f.pronoun and "dat" in f.cases), None
    )
    if told is None:
        return
    source = source_of(scope.p, parts[told], parts[told + 1 :], scope.focus, scope.language, scope.before)
    for other in scope.p.clauses:
        if source is not None and other is not clause and other.kind == "main":
            scope.spread(other.index, source, other.first)


def _other_than_listed(scope: Scope, clause: Clause, host: int, source: Source) -> Source:
    """«…, beteiligt sind Alpha und Beta, wie die Firma mitteilte»: the topic, as neither of two can be «die Firma»."""
    topic, m = scope.focus.topic, source.mention
    return Source(topic) if topic is not None and m is not None and is_listed(scope.p, clause, host, m) else source


def _counts_before(scope: Scope, other: Clause, clause: Clause) -> bool:
    """«3 Millionen Kunden zählt Alpha, sagt die Chefin», «Alpha steht vor dem Kauf, sagte ein Kenner»: who counts or stands
    somewhere says nothing of it."""
    verb = other.verb.lemma
    silent = scope.language.speech.verbs.get(verb) == "estimate" or verb in scope.language.speech.weak
    return silent and other.index + 1 == clause.index and posed_after(scope.p, clause)


def _by_verb(scope: Scope, clause: Clause) -> None:
    """A verb of saying gives its subject as the source of what it governs."""
    if clause.kind != "main" or clause.marker or not says(scope.p, clause, scope.language) or clause.verb.passive:
        return
    source = speaker(scope.p, clause, scope.focus, scope.language, scope.before)
    if source is None:
        return
    scope.speaker = source
    if (
        scope.language.speech.verbs.get(clause.verb.lemma) == "deny"
        or scope.language.modality.verbs.get(clause.verb.lemma) == "denied"
    ):
        return  # who denies does not say it
    weak = clause.verb.lemma in scope.language.speech.weak
    for other in scope.p.clauses:
        if other.index == clause.index or other.index in scope.found:
            continue
        embedded = (
            other.parent == clause.index
            and other.marker in scope.language.conj.embedding
            and other.kind in ("sub", "infinitive")
            and (other.marker or not weak)
        )
        spoken = other.verb.mood != "indicative" or (other.first < clause.first and posed_after(scope.p, clause))
        told = (
            other.kind == "main"
            and (
                other.verb.passive  # «werde mit 9 Millionen bewertet»
                or other.verb.mood == "konjunktiv1"  # «Kunden zähle man viele, behauptet Alpha»
                or (
                    other.verb.mood != "indicative" and other.verb.lemma in scope.language.speech.weak
                )  # «im Raum stünden …»
                or not says(scope.p, other, scope.language)
                or _counts_before(scope, other, clause)
            )
            and spoken
            and (
                not weak or posed_after(scope.p, clause) or other.verb.mood == "konjunktiv1"
            )  # «schrieb, Alpha habe …»
        )
        if embedded or told:
            scope.spread(other.index, source, clause.first)

"""Who says so: the nearest source that the text names for a clause, and through whom it came.

Signs, strongest first: a prepositional phrase in the clause («laut X», «X zufolge»), a comment clause («wie X berichtet»,
«so X», «…, teilte X mit»), a verb of saying that governs the clause, Konjunktiv I that goes on with the source before,
a verb of reckoning in the clause itself («X beziffert die Kosten auf …»).
"""

from dataclasses import dataclass, field

from newsgraph.clause import Clause
from newsgraph.comment_clause import commented, corrects, is_listed
from newsgraph.language import Language
from newsgraph.parse import Parse, subject
from newsgraph.reckoning import can_tell, tells
from newsgraph.reference import Focus
from newsgraph.source import Source as Source
from newsgraph.source import source_of
from newsgraph.source_phrase import in_phrase, told_of
from newsgraph.speech import posed_after, says, speaker, words

TELLING = ("say", "report", "announce", "confirm", "expect", "estimate")
EMBEDDED = ("dass", "ob", "wonach", "wie", "")


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
    return _Scope(p, focus, language, before).read()


def source_at(
    p: Parse, found: Attribution, clause: Clause, token: int, focus: Focus, language: Language
) -> Source | None:
    """The source of what stands at a token: of its clause, or, where the clause itself speaks («berichtet über …»), its speaker."""
    source = found.sources[clause.index]
    if source is not None or language.speech.verbs.get(clause.verb.lemma) not in TELLING:
        return source
    about = [f for f in p.phrases[clause.index] if f.prep in ("über", "von") and f.first <= token]
    speaker = subject(p, clause)
    return source_of(p, speaker, (), focus, language) if about and speaker is not None else None


@dataclass(slots=True)
class _Scope:
    """The sources found so far, by clause."""

    p: Parse
    focus: Focus
    language: Language
    before: Source | None
    found: dict[int, Source] = field(default_factory=dict)
    speaker: Source | None = None  # the one who spoke last, whatever was said

    def read(self) -> Attribution:
        for clause in self.p.clauses:
            self._by_phrase(clause)
        for clause in self.p.clauses:
            self._by_report(clause)
            self._by_aside(clause)
            self._by_comment(clause)
            self._by_verb(clause)
        for clause in self.p.clauses:
            self._by_mood(clause)
            self._by_reckoning(clause)
        for clause in self.p.clauses:
            if clause.shares is not None and clause.shares in self.found:
                self.found.setdefault(clause.index, self.found[clause.shares])
        last = next((self.found[c.index] for c in reversed(self.p.clauses) if c.index in self.found), None)
        return Attribution(tuple(self.found.get(c.index) for c in self.p.clauses), last or self.speaker)

    # --- phrases
    def _by_phrase(self, clause: Clause) -> None:
        """«laut Alpha», «nach Angaben von Alpha», «Alpha zufolge», «demnach»: the source of the clause, and of what hangs on it."""
        first = next((i for i in clause.tokens if self.p.tokens[i].text[0].isalnum()), clause.first)
        if (
            self.p.tokens[first].text.lower() in words(self.language, "back")
            and self.before is not None
            and clause.kind == "main"
        ):
            self._spread(clause.index, self.before, first)
        for n, phrase in enumerate(self.p.phrases[clause.index]):
            source = in_phrase(self.p, clause, n, self.focus, self.language, self.before)
            if source is not None:
                self._spread(clause.index, source, phrase.first)
                if phrase.first <= first + 1:
                    self._join(clause, source)
                return

    def _by_report(self, clause: Clause) -> None:
        """«ein Bericht der Zeitung Alpha, wonach …»: the report's source, whatever the main clause says of the report."""
        second = self.p.tokens[clause.tokens[1]].text.lower() if len(clause.tokens) > 1 else ""
        if clause.parent is None or not (
            clause.marker in ("wonach", "dass") or (clause.kind == "relative" and second == "zufolge")
        ):
            return
        before = [
            f
            for f in self.p.phrases[clause.parent]
            if f.last < clause.first and (clause.first - f.last <= 8 or clause.marker != "dass")
        ]
        for phrase in before:
            if self.p.head(phrase).text.lower().endswith(tuple(words(self.language, "reports"))):
                source = source_of(
                    self.p, phrase, [f for f in before if f.first > phrase.last], self.focus, self.language, self.before
                )
                if source is not None:
                    self._spread(clause.index, source, clause.first)

    def _by_aside(self, clause: Clause) -> None:
        """«Einen Einstieg, über den die Zeitung Alpha berichtet hatte, …»: who told of it, for the clause that it stands in."""
        opens = self.p.tokens[clause.first].text.lower() in ("über", "von")
        if clause.kind != "relative" or not opens or clause.parent is None or not says(self.p, clause, self.language):
            return
        source = speaker(self.p, clause, self.focus, self.language, self.before)
        if source is not None and source.mention is not None and source.mention.kind == "NewsOrganization":
            self.found.setdefault(clause.parent, source)

    # --- comments
    def _by_comment(self, clause: Clause) -> None:
        """«wie Alpha berichtet», «so Alpha»: the source of the clause that it comments."""
        if (clause.kind != "so" and not (clause.marker == "wie" and says(self.p, clause, self.language))) or corrects(
            self.p, clause
        ):
            return
        source, host = speaker(self.p, clause, self.focus, self.language, self.before), commented(self.p, clause)
        if source is not None and host is not None:
            source = self._other_than_listed(clause, host, source)
            self.found.pop(host, None)
            self._spread(host, source, self.p.clauses[host].first)
            if (
                clause.kind == "so"
                and clause.parent is not None
                and self.p.clauses[clause.parent].marker not in words(self.language, "aside")
            ):
                self.found.setdefault(clause.parent, source)
            for other in self.p.clauses:  # «A, B, wie X berichtet»: what is said in Konjunktiv goes along
                speaks = says(self.p, other, self.language) and not other.verb.passive
                if other.kind == "main" and other.verb.mood != "indicative" and not speaks:
                    self._spread(other.index, source, other.first)

    def _other_than_listed(self, clause: Clause, host: int, source: Source) -> Source:
        """«…, beteiligt sind Alpha und Beta, wie die Firma mitteilte»: the topic, as neither of two can be «die Firma»."""
        topic, m = self.focus.topic, source.mention
        return Source(topic) if topic is not None and m is not None and is_listed(self.p, clause, host, m) else source

    # --- verbs of saying
    def _by_verb(self, clause: Clause) -> None:
        """A verb of saying gives its subject as the source of what it governs."""
        if clause.kind != "main" or clause.marker or not says(self.p, clause, self.language) or clause.verb.passive:
            return
        source = speaker(self.p, clause, self.focus, self.language, self.before)
        if source is None:
            return
        self.speaker = source
        if (
            self.language.speech.verbs.get(clause.verb.lemma) == "deny"
            or self.language.modality.verbs.get(clause.verb.lemma) == "denied"
        ):
            return  # who denies does not say it
        weak = clause.verb.lemma in self.language.speech.weak
        for other in self.p.clauses:
            if other.index == clause.index or other.index in self.found:
                continue
            embedded = (
                other.parent == clause.index
                and other.marker in EMBEDDED
                and other.kind in ("sub", "infinitive")
                and (other.marker or not weak)
            )
            spoken = other.verb.mood != "indicative" or (other.first < clause.first and posed_after(self.p, clause))
            told = (
                other.kind == "main"
                and (other.verb.passive or not says(self.p, other, self.language))  # «werde mit 9 Millionen bewertet»
                and spoken
                and (
                    not weak or posed_after(self.p, clause) or other.verb.mood == "konjunktiv1"
                )  # «schrieb, Alpha habe …»
            )
            if embedded or told:
                self._spread(other.index, source, clause.first)

    # --- mood and reckoning
    def _by_mood(self, clause: Clause) -> None:
        """Konjunktiv I without a source: the source of the clause it hangs on, else the one that goes on."""
        if (
            clause.index in self.found
            or clause.kind in ("so", "aside")
            or (
                says(self.p, clause, self.language)
                and clause.kind == "main"
                and self.speaker is not None
                and clause.verb.mood != "konjunktiv1"  # «Sie verlange …»: somebody tells that she does
            )
        ):
            return
        hearsay = clause.verb.modal == "sollen" and any(self.p.tokens[i].is_a("VA(INF)") for i in clause.tokens)
        reported = (
            clause.verb.mood == "konjunktiv1"
            or (hearsay and bool(self.found))
            or (clause.verb.mood == "konjunktiv2" and not clause.verb.modal and self._goes_on(clause))
        )
        if not reported or clause.marker in ("falls", "wenn", "als", "damit", "wonach"):
            return
        if (rumour := told_of(self.p, clause, self.language)) is not None:
            self._spread(clause.index, rumour, clause.first)
            return
        host = self.found.get(clause.parent) if clause.parent is not None else None
        source = host or next(iter(self.found.values()), None) or self.before or self._last_speaker()
        if source is not None:
            self._spread(clause.index, source, clause.first)

    def _goes_on(self, clause: Clause) -> bool:
        word = self.p.tokens[clause.verb.finite].text.lower() if clause.verb.finite is not None else ""
        if word in self.language.grammar["certainty"]["unreal"]:
            return False
        return (
            self.before is not None
            and clause.kind == "main"
            and not any(c.marker in ("wenn", "falls") and c.parent == clause.index for c in self.p.clauses)
        )

    def _last_speaker(self) -> Source | None:
        """The person who was subject last: whose words the Konjunktiv gives where nobody is named for them."""
        last = self.focus.subjects[-1] if self.focus.subjects else None
        return Source(last) if last is not None and last.kind == "Person" else None

    def _by_reckoning(self, clause: Clause) -> None:
        """«Alpha beziffert die Kosten auf …», «in Finanzkreisen ist von … die Rede»: who says it stands in the clause."""
        if clause.index in self.found:
            return
        if (circle := self._circle(clause)) is not None:
            self._spread(clause.index, circle, clause.first)
            return
        if clause.verb.passive:
            return
        if not any(clause.first <= q.first <= clause.last for q in self.p.quantities):
            return
        parts = self.p.phrases[clause.index]
        if any(self.p.head(f).text == "Rede" for f in parts):
            for n, phrase in enumerate(parts):
                if (
                    phrase.prep in ("in", "aus")
                    and (source := source_of(self.p, phrase, parts[n + 1 :], self.focus, self.language)) is not None
                ):
                    self._spread(clause.index, source, clause.first)
                    return
        if (
            tells(self.p, clause, self.language)
            and (source := speaker(self.p, clause, self.focus, self.language, self.before)) is not None
            and can_tell(self.p, clause, source, self.language)
        ):
            self._spread(clause.index, source, clause.first)
            self.speaker = source

    def _circle(self, clause: Clause) -> Source | None:
        """«Alpha wird in Finanzkreisen mit … bewertet»: those in whose circles it is said."""
        for n, phrase in enumerate(self.p.phrases[clause.index]):
            if phrase.prep == "in" and phrase.mention is None and self.p.low[phrase.head].endswith("kreisen"):
                return source_of(self.p, phrase, self.p.phrases[clause.index][n + 1 :], self.focus, self.language)
        return None

    # --- scope
    def _spread(self, index: int, source: Source, at: int) -> None:
        """A source holds for a clause and for all that hang on it; concessive clauses before it are the article's own,
        and so are relative clauses in the indicative that stand before it or inside indirect speech, and the reason that
        the indicative gives for an intention («…, um …, da die USA …»)."""
        self.found.setdefault(index, source)
        host = self.p.clauses[index]
        for clause in self.p.clauses:
            if clause.parent != index or clause.index in self.found:
                continue
            if clause.marker in words(self.language, "aside") and clause.first < host.first:
                continue
            plain = clause.kind == "relative" and clause.verb.mood == "indicative"
            if plain and (clause.last < at or host.verb.mood == "konjunktiv1"):
                continue
            intends = host.kind == "infinitive" or says(self.p, host, self.language)
            if clause.marker in ("da", "weil") and clause.verb.mood == "indicative" and intends:
                continue
            self._spread(clause.index, source, at)

    def _join(self, clause: Clause, source: Source) -> None:
        """What opens a sentence also holds for the clause that shares its subject («Laut Alpha kauft Beta das Werk und …»),
        and for one that tells a part of the same («…, 3 Millionen davon sind …»)."""
        for other in self.p.clauses[clause.index + 1 :]:
            part = any(self.p.low[i] in self.language.grammar["sums"]["portion"] for i in other.tokens)
            if other.kind == "main" and (other.joined or part) and other.index not in self.found:
                self._spread(other.index, source, other.first)

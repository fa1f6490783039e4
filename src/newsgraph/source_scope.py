"""How far a source reaches in a sentence: the clause it is named for, and what hangs on that."""

from dataclasses import dataclass, field

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.reference import Focus
from newsgraph.source import Source
from newsgraph.speech import says, words


@dataclass(slots=True)
class Scope:
    """The sources found so far, by clause."""

    p: Parse
    focus: Focus
    language: Language
    before: Source | None
    found: dict[int, Source] = field(default_factory=dict)
    speaker: Source | None = None  # the one who spoke last, whatever was said

    def spread(self, index: int, source: Source, at: int) -> None:
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
            if clause.marker in self.language.conj.because and clause.verb.mood == "indicative" and intends:
                continue
            self.spread(clause.index, source, at)

    def join(self, clause: Clause, source: Source) -> None:
        """What opens a sentence also holds for the clause that shares its subject («Laut Alpha kauft Beta das Werk und …»),
        and for one that tells a part of the same («…, 3 Millionen davon sind …»)."""
        for other in self.p.clauses[clause.index + 1 :]:
            part = any(self.p.low[i] in self.language.grammar["sums"]["portion"] for i in other.tokens)
            if other.kind == "main" and (other.joined or part) and other.index not in self.found:
                self.spread(other.index, source, other.first)

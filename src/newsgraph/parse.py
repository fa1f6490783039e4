"""A sentence with all that is known of its form: clauses, mentions, quantities, phrases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsgraph.aside import asides
from newsgraph.chunk import phrases
from newsgraph.clause import Clause, clauses
from newsgraph.dative_plural import told_apart
from newsgraph.gapping import FEWEST, begun, ungapped
from newsgraph.language import Language
from newsgraph.measurement import NOTHING, quantities
from newsgraph.mention import Mention
from newsgraph.people import parted
from newsgraph.phrase import Phrase
from newsgraph.postposition import postposed
from newsgraph.quantity import Quantity
from newsgraph.sentence import Sentence, Token
from newsgraph.time_expression import TimeExpression, times
from newsgraph.verb_first import with_finite
from newsgraph.verbless import verbless


@dataclass(frozen=True)
class Parse:
    """`phrases[i]` are the phrases of `clauses[i]`; times are read once something happens at one."""

    sentence: Sentence
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    phrases: tuple[tuple[Phrase, ...], ...]
    language: Language
    tokens: tuple[Token, ...] = field(init=False, repr=False)
    low: tuple[str, ...] = field(init=False, repr=False)  # the tokens' texts, and below their lemmas, in lower case
    lemmas: tuple[str, ...] = field(init=False, repr=False)
    subjects: dict[int, Phrase | None] = field(
        init=False, repr=False, default_factory=dict
    )  # by clause, once asked for (newsgraph.subject)
    vocabulary: dict[int, frozenset[str]] = field(init=False, repr=False, default_factory=dict)  # likewise
    loose: dict[int, tuple[Phrase, ...]] = field(
        init=False, repr=False, default_factory=dict
    )  # likewise (newsgraph.argument)
    signs: dict[int, frozenset[str]] = field(init=False, repr=False, default_factory=dict)  # likewise (newsgraph.gate)
    attributes: dict[int, tuple[tuple[str, int, Phrase], ...]] = field(
        init=False, repr=False, default_factory=dict
    )  # likewise (newsgraph.attribute)
    places: dict[tuple[int, int, int, int], dict[str, tuple[tuple[Clause, Phrase], ...]]] = field(
        init=False, repr=False, default_factory=dict
    )  # by clause and cue, then by slot, likewise (newsgraph.frame)
    _times: list[tuple[TimeExpression, ...]] = field(init=False, repr=False, default_factory=list)  # once read

    def __post_init__(self) -> None:
        tokens = self.sentence.tokens
        object.__setattr__(self, "tokens", tokens)  # asked for more often than all else
        object.__setattr__(self, "low", tuple([t.low for t in tokens]))
        object.__setattr__(self, "lemmas", tuple([t.lemma.lower() for t in tokens]))

    @property
    def times(self) -> tuple[TimeExpression, ...]:
        """The expressions of time, read once (no `cached_property`: compiled, that is asked anew each time)."""
        if not self._times:
            self._times.append(times(self.sentence, self.language))
        return self._times[0]

    def words(self, clause: Clause) -> frozenset[str]:
        """The words of a clause and their lemmas, in lower case."""
        if clause.index not in self.vocabulary:
            words = {self.low[i] for i in clause.tokens}
            signs = self.language.word.per_cent if "%" in words else ()
            self.vocabulary[clause.index] = frozenset(words.union([self.lemmas[i] for i in clause.tokens], signs))
        return self.vocabulary[clause.index]

    def clause_at(self, i: int) -> Clause | None:
        """The first clause that token i stands in."""
        return next((c for c in self.clauses if i in c.tokens), None)

    def head(self, phrase: Phrase) -> Token:
        return self.tokens[phrase.head]


def parse(
    sentence: Sentence,
    mentions: Sequence[Mention],
    language: Language,
    currency: str | None = None,
    shared: Mapping[str, str] = NOTHING,
) -> Parse:
    """Put a sentence's parts together; `currency` is that of the sum before, for a sum that names none, `shared` the codes
    of the words for money that several countries share."""
    sentence = with_finite(verbless(sentence, mentions), language)
    found = clauses(sentence, language)
    amounts = quantities(sentence, language, currency, shared)
    names = tuple(m for m in mentions if not any(q.first <= m.first <= q.last for q in amounts))
    parts = tuple(_phrases(c, sentence, names, amounts, language) for c in found)
    if len(names) > 1 and len(amounts) + len(names) >= FEWEST:
        found, starts = ungapped(found, parts, sentence.tokens, language)
        if starts:
            parts = tuple(begun(_phrases(c, sentence, names, amounts, language), starts) for c in found)
    return Parse(sentence, found, names, amounts, parts, language)


def _phrases(
    clause: Clause,
    sentence: Sentence,
    names: tuple[Mention, ...],
    amounts: tuple[Quantity, ...],
    language: Language,
) -> tuple[Phrase, ...]:
    cut = postposed(phrases(clause, sentence.tokens, names, amounts, language), sentence.tokens, language)
    cut = asides(cut, clause.tokens, sentence.tokens, language)
    return parted(tuple(told_apart(tuple(cut), sentence.tokens, language)), clause, sentence.tokens, language)

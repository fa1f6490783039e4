"""A sentence with all that is known of its form: clauses, mentions, quantities, phrases; and who does what to whom in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newsgraph.chunk import phrases
from newsgraph.clause import Clause, clauses
from newsgraph.dative_plural import told_apart
from newsgraph.fronted import acting_behind, told
from newsgraph.gapping import FEWEST, begun, ungapped
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.people import parted
from newsgraph.phrase import Phrase, adjacent
from newsgraph.postposition import postposed
from newsgraph.quantity import NOTHING, Quantity, quantities
from newsgraph.relative import ACTING, MAKERS, NOMINATIVES, PRODUCTS, relative_subject
from newsgraph.relative import antecedent as antecedent
from newsgraph.sentence import Sentence, Token
from newsgraph.time_expression import TimeExpression, times
from newsgraph.verbless import verbless
from newsgraph.wordlist import class_of, relates, words

ASKING = ("was", "wie")
DEMONSTRATIVES = ("die", "das", "diese", "dieses", "dies", "den", "diesen")
PER_CENT = ("prozent",)  # what the sign stands for


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
    )  # by clause, once asked for
    vocabulary: dict[int, frozenset[str]] = field(init=False, repr=False, default_factory=dict)  # likewise
    loose: dict[int, tuple[Phrase, ...]] = field(init=False, repr=False, default_factory=dict)  # likewise (free)
    signs: dict[int, frozenset[str]] = field(init=False, repr=False, default_factory=dict)  # likewise (newsgraph.gate)
    attributes: dict[int, tuple[tuple[str, int, Phrase], ...]] = field(
        init=False, repr=False, default_factory=dict
    )  # likewise (newsgraph.attribute)
    places: dict[tuple[int, int, int, int], dict[str, tuple[tuple[Clause, Phrase], ...]]] = field(
        init=False, repr=False, default_factory=dict
    )  # by clause and cue, then by slot, likewise (newsgraph.frame)

    def __post_init__(self) -> None:
        tokens = self.sentence.tokens
        object.__setattr__(self, "tokens", tokens)  # asked for more often than all else
        object.__setattr__(self, "low", tuple([t.text.lower() for t in tokens]))
        object.__setattr__(self, "lemmas", tuple([t.lemma.lower() for t in tokens]))

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        return times(self.sentence, self.language)

    def words(self, clause: Clause) -> frozenset[str]:
        """The words of a clause and their lemmas, in lower case."""
        if clause.index not in self.vocabulary:
            words = {self.low[i] for i in clause.tokens}
            signs = PER_CENT if "%" in words else ()
            self.vocabulary[clause.index] = frozenset(words.union([self.lemmas[i] for i in clause.tokens], signs))
        return self.vocabulary[clause.index]

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
    sentence = verbless(sentence, mentions)
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
    cut = postposed(phrases(clause, sentence.tokens, names, amounts, language), sentence.tokens)
    return parted(tuple(told_apart(tuple(cut), sentence.tokens, language)), clause, sentence.tokens, language)


def free(p: Parse, clause: Clause) -> tuple[Phrase, ...]:
    """The phrases that may be subject or object: no preposition, hung on the verb, no time."""
    if (found := p.loose.get(clause.index)) is None:
        found = p.loose[clause.index] = tuple(_free(p, clause))
    return found


def _free(p: Parse, clause: Clause) -> Iterator[Phrase]:
    for phrase in p.phrases[clause.index]:
        if phrase.prep or phrase.link:
            continue
        after = p.low[phrase.last + 1] if phrase.last + 1 < len(p.tokens) else ""
        told = _named(p, clause, phrase) or describes(p, clause, phrase)
        if after != "zufolge" and not told and not is_time(p, phrase):
            yield phrase


def _named(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«in der Alpha-Suchmaschine Beta», «des Alpha-Rivalen Beta»: the name only tells what hangs on something else."""
    m, before = phrase.mention, p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    bare = m is not None and m.first == phrase.first and not m.rest
    if before is None or before.mention is None or not bare or not adjacent(p.tokens, before.last, phrase.first):
        return False
    told = before.mention.rest and not before.mention.adjective and (before.det or describes(p, clause, before))
    return bool(told) and (before.prep != "" or before.link == "genitive")


def describes(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«die Alpha-Tochter» in «die Alpha-Tochter Beta»: it only tells what the name behind it is."""
    m = phrase.mention
    if m is None or not m.rest or not relates(p.language.code, m.rest):
        return False
    behind = next((f for f in p.phrases[clause.index] if f.index == phrase.index + 1), None)
    bare = behind is not None and behind.mention is not None and not behind.prep and not behind.det and not behind.link
    return bare and behind is not None and adjacent(p.tokens, phrase.last, behind.first)


def is_time(p: Parse, phrase: Phrase) -> bool:
    """«Anfang der Woche», «dieses Jahr»."""
    head = p.head(phrase)
    time = (head.text.isdigit() and len(head.text) == 4) or head.lemma.lower() in words(p.language.code, "time_nouns")
    return phrase.mention is None and phrase.quantity is None and time


def subject(p: Parse, clause: Clause) -> Phrase | None:
    """The phrase in the clause itself that can be its subject."""
    if clause.index not in p.subjects:
        p.subjects[clause.index] = _subject(p, clause)
    return p.subjects[clause.index]


def _subject(p: Parse, clause: Clause) -> Phrase | None:
    if clause.shares is not None or clause.kind == "participle":
        return None
    found = [f for f in free(p, clause) if "nom" in f.cases]
    if not found and clause.kind in ("sub", "relative"):
        # «zu deren Apps der Chatbot Alpha gehört»: what looked like a genitive is the subject
        found = [f for f in p.phrases[clause.index] if f.link == "genitive" and f.det == "der" and not f.prep]
    pronoun = next((f for f in found if f.pronoun and clause.kind == "relative" and f.first == clause.first), None)
    if pronoun is not None:
        return relative_subject(p, clause, pronoun, found)
    if clause.kind == "main" and clause.verb.finite is not None:
        own = _maker(p, clause, found) or _main_subject(p, clause, clause.verb.finite, found)
        bare = own is not None and clause.joined and _bare_plural(p, own, clause.verb.finite)
        return None if own is None or bare or _left_out(p, clause, own, clause.verb.finite) else own
    return _first(found)


def _left_out(p: Parse, clause: Clause, own: Phrase, finite: int) -> bool:
    """«Alpha wächst und kauft die Firma Beta»: right behind «und» stands the verb, its subject is that of the clause before."""
    if not clause.joined or not clause.index or own.first < finite or "acc" not in own.cases:
        return False
    before = p.clauses[clause.index - 1]
    opens = finite - clause.first <= p.tokens[clause.first].is_a("KON")
    if not opens or before.verb.finite is None or subject(p, before) is None:
        return False
    one, two = (p.tokens[i].text.lower().endswith(("n", "sind")) for i in (before.verb.finite, finite))
    return one == two


def _bare_plural(p: Parse, phrase: Phrase, finite: int) -> bool:
    """«… und übertrifft Konkurrenten»: a plural without article before a verb in the singular is no subject."""
    head = p.head(phrase)
    bare = phrase.mention is None and not phrase.det and not phrase.pronoun and phrase.quantity is None
    plural = head.is_a("NN") and head.text.endswith(("en", "er", "e", "n", "s")) and head.text != head.lemma
    return bare and plural and not p.tokens[finite].text.endswith(("n", "sind"))


def _first(found: list[Phrase]) -> Phrase | None:
    """The first that is no number, else the first."""
    return next((f for f in found if f.quantity is None), found[0] if found else None)


def _maker(p: Parse, clause: Clause, found: list[Phrase]) -> Phrase | None:
    """«Die Kabel liefert die Firma Alpha», «Das Netz betreibt Alpha»: a thing before a verb of making is what is made."""
    finite = clause.verb.finite or 0
    before = [f for f in found if f.last < finite]
    if before and clause.verb.lemma in words(p.language.code, "belonging_verbs"):
        return before[-1]  # «Platz eins gehört der Alpha AG»
    if clause.verb.passive or clause.verb.lemma not in words(p.language.code, "making_verbs"):
        return None
    thing = before[-1] if before else next(iter(found), None)
    if thing is None or not _is_made(p, thing):
        return None
    if clause.verb.lemma in words(p.language.code, "takeover_verbs") and thing.mention is not None and not thing.det:
        return None  # «Alpha kauft die Firma Beta»
    named = ((f, f.mention) for f in found if f.first > thing.last)
    return next((f for f, m in named if m is not None and m.kind in MAKERS and not m.rest), None)


def _is_made(p: Parse, phrase: Phrase) -> bool:
    """Whether a phrase, which could be the subject, is rather what somebody makes."""
    product = phrase.mention is not None and phrase.mention.kind in PRODUCTS and "acc" in phrase.cases
    if phrase.pronoun and p.head(phrase).text.lower() in DEMONSTRATIVES:
        return True  # «Diese entwickelt die Firma Alpha»
    acts = phrase.pronoun or phrase.quantity is not None or class_of(p.language.code, p.head(phrase).text) in ACTING
    noun = p.head(phrase).text
    people = noun in p.language.demonyms or noun in p.language.people  # «die Grazer», «die Schweden»
    return product or (phrase.mention is None and not acts and not people)


def _main_subject(p: Parse, clause: Clause, finite: int, found: list[Phrase]) -> Phrase | None:
    """Before the verb, unless a plainer nominative stands behind it («Größter Kunde ist der Konzern Alpha»)."""
    before = [f for f in found if f.last < finite and f.quantity is None]
    after = told(p, clause, [f for f in found if f.first > finite])
    if (
        before
        and (_plural(p, before[-1]) or _bare_plural(p, before[-1], finite))
        and not p.tokens[finite].text.endswith(("n", "sind"))
    ):
        before = [] if any(f.mention is not None for f in after) else before
    plain = [
        f for f in after if f.det in ("der", "dieser", "ein") or p.head(f).text.lower() in ("er", "sie", "es", "man")
    ]
    if (acting := next((f for f in after if p.head(f).text.lower() in NOMINATIVES), None)) is not None:
        return acting  # «Die Verordnung hält er für Unfug»
    if (
        before
        and p.low[before[-1].head] in ASKING
        and (named := next((f for f in after if f.mention is not None), None))
    ):
        return named  # «Was ist Alpha?», «Was macht die Alpha AG?»
    weak = bool(before) and before[-1].mention is None and before[-1].det in ("", "die", "das", "eine")
    if weak and before[-1].det == "":
        plain = plain or acting_behind(p, clause, before[-1], after)
    if before and not (weak and plain and not before[-1].pronoun):
        return before[-1]
    first = plain[0] if before and plain and plain[0].mention is not None else None
    return first or next((f for f in after if f.quantity is None), None) or _first(before or after)


def _plural(p: Parse, phrase: Phrase) -> bool:
    """«die Zellen», «die Fläschchen»: a plural by its form, with which a verb in the singular cannot agree."""
    head = p.head(phrase)
    if phrase.det not in ("die", "diese") or phrase.mention is not None or not head.is_a("NN"):
        return False
    return head.text.endswith(("chen", "lein")) or (head.text != head.lemma and head.text[:2] == head.lemma[:2])


def objects(p: Parse, clause: Clause) -> list[Phrase]:
    """The phrases without preposition that are not the subject and can be an accusative."""
    first = subject(p, clause)
    if clause.kind == "infinitive" and first is not None and (first.first == clause.first or not first.pronoun):
        first = None  # «Alpha kündigt an, Beta kaufen zu wollen»
    return [
        f
        for f in free(p, clause)
        if f is not first and "acc" in f.cases and not (f.pronoun and p.head(f).text.lower() == "sich")
    ]


def points_back(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«Diese baut die Firma Alpha», «den hat Alpha entworfen»: what was named before is the object."""
    front = clause.kind == "main" and phrase.first == clause.first and phrase.pronoun and not clause.verb.passive
    return front and p.head(phrase).text.lower() in DEMONSTRATIVES and subject(p, clause) is not phrase


def datives(p: Parse, clause: Clause) -> list[Phrase]:
    """The phrases without preposition, other than the subject, that are datives by form; else bare names, which can be."""
    first = subject(p, clause)
    rest = [f for f in free(p, clause) if f is not first and f.quantity is None]
    strict = [f for f in rest if "dat" in f.cases and "acc" not in f.cases]
    return strict or [f for f in rest if f.mention is not None and not f.det]


def with_list(p: Parse, clause: Clause, phrase: Phrase) -> list[Phrase]:
    """A phrase and those that are listed with it."""
    return [phrase, *(f for f in p.phrases[clause.index] if f.link == "list" and f.to == phrase.index)]


def attached(p: Parse, clause: Clause, phrase: Phrase, link: str) -> list[Phrase]:
    """The phrases that hang on this one with this link."""
    return [f for f in p.phrases[clause.index] if f.link == link and f.to == phrase.index]

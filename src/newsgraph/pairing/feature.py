"""What is seen of a candidate: order, distance, words, phrases, clauses, and the cues of the frames.

The words of the frames are what people know of the language: a model that sees «a cue of supply stands between the two»
needs few examples for many words. Features are words; which of them count, and how much, is the model's (newsgraph.pairing.model).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsgraph.cue import opened
from newsgraph.filler import Filler
from newsgraph.frame import partial
from newsgraph.language import Language
from newsgraph.pairing.participant import Participant
from newsgraph.parse import Parse, subject
from newsgraph.pattern import Frame
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus

STEPS = (0, 1, 2, 3, 5, 8, 12, 20)
CONTENT = ("NN", "VV", "ADJ", "APPR", "PTKVZ", "PTKNEG", "KO", "PROAV", "ADV")
LISTING = (",", "und", "sowie", "oder", "/", "&")
END = "^$"


@dataclass(frozen=True, slots=True)
class Cued:
    """A cue of a frame at tokens `first` to `last`."""

    relation: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence as the features see it: words by token (names by their class), clauses and phrases by token, cues."""

    p: Parse
    found: tuple[Participant, ...]
    words: tuple[str, ...]
    clause_of: tuple[int, ...]
    phrase_of: tuple[Phrase | None, ...]
    subjects: frozenset[tuple[int, int]]
    cues: tuple[Cued, ...]
    parts: tuple[tuple[str, str, str], ...] = ()  # relation, role, and whose: the roles that frames could fill

    def word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else END

    def role(self, x: Participant) -> str:
        """subj, obj, a preposition, or how its phrase hangs on the one before."""
        phrase = self.phrase_of[x.last]
        if phrase is None:
            return "none"
        return "subj" if (phrase.first, phrase.last) in self.subjects else phrase.link or phrase.prep or "obj"


def scene(p: Parse, frames: tuple[Frame, ...], found: Sequence[Participant], focus: Focus, language: Language) -> Scene:
    """Look at a sentence once for all its candidates."""
    clause_of, phrase_of = [0] * len(p.tokens), dict[int, Phrase]()
    cues, subjects, parts = set[tuple[str, int, int]](), set[tuple[int, int]](), set[tuple[str, str, str]]()
    for clause in p.clauses:
        for i in clause.tokens:
            clause_of[i] = clause.index
        for phrase in p.phrases[clause.index]:
            phrase_of |= dict.fromkeys(range(phrase.first, phrase.last + 1), phrase)
        if (own := subject(p, clause)) is not None:
            subjects.add((own.first, own.last))
        for event in partial(p, clause, frames, focus, language):
            parts |= {(event.frame.relation, r, whose(f)) for r, fs in event.roles.items() for f in fs if whose(f)}
        cues |= {
            (f.relation, c.first, c.last) for f, c in opened(p, clause, frames, language) if "@name" not in f.nouns
        }
    at = tuple(phrase_of.get(i) for i in range(len(p.tokens)))
    marks = tuple(Cued(*c) for c in sorted(cues))
    return Scene(
        p, tuple(found), _words(p, found), tuple(clause_of), at, frozenset(subjects), marks, tuple(sorted(parts))
    )


def whose(filler: Filler) -> str:
    """A filler as the participant that it is: its name, or the place of its quantity."""
    return f"#{filler.quantity.first}" if filler.quantity is not None else "" if filler.kind == "text" else filler.name


def _words(p: Parse, found: Sequence[Participant]) -> tuple[str, ...]:
    """The lemma of each token; of names and quantities their class, so that no name is learnt."""
    words = [t.lemma.lower() if t.text[0].isalnum() else t.text for t in p.tokens]
    for x in found:
        if x.how in ("name", "compound", "quantity"):
            for i in range(x.first, x.last + 1):
                words[i] = f"<{x.kind}>"
    return tuple(words)


def of_one(s: Scene, side: str, x: Participant) -> Iterator[str]:
    """The features of one side (a or b)."""
    yield f"{side}.kind={x.kind}"
    yield f"{side}.how={x.how}"
    own = x.name if x.quantity is None else f"#{x.first}"
    yield from (f"part:{relation}.{role}.{side}" for relation, role, of in s.parts if of == own)
    if x.first < 0:
        return
    for step in (1, 2):
        yield f"{side}-{step}:{s.word(x.first - step)}"
        yield f"{side}+{step}:{s.word(x.last + step)}"
    if x.rest:
        yield f"{side}.rest={x.rest}"
        yield f"{side}.rest~{x.rest[-4:]}"
    yield from _syntax(s, side, x)
    for cue in s.cues:
        distance = max(x.first - cue.last, cue.first - x.last, 0)
        if distance <= 2:
            place = "<" if cue.first > x.last else ">" if cue.last < x.first else "="
            yield f"cue:{cue.relation}.{side}{place}{distance}"


def _syntax(s: Scene, side: str, x: Participant) -> Iterator[str]:
    phrase, clause, role = s.phrase_of[x.last], s.p.clauses[s.clause_of[x.last]], s.role(x)
    yield f"{side}.role={role}"
    yield f"{side}.role+verb={role}|{clause.verb.lemma}"
    yield f"{side}.verb={clause.verb.lemma}"
    yield f"{side}.clause={clause.kind}"
    if clause.verb.passive:
        yield f"{side}.passive"
    if phrase is None:
        return
    if phrase.prep:
        yield f"{side}.prep={phrase.prep}"
    head = s.p.tokens[phrase.head]
    if not x.first <= phrase.head <= x.last and head.is_a("NN"):
        yield f"{side}.head={head.lemma.lower()}"
        yield f"{side}.head~{head.lemma.lower()[-4:]}"


def of_two(s: Scene, a: Participant, b: Participant) -> Iterator[str]:
    """The features that both sides make together."""
    yield "bias"
    if a.first >= 0 and b.first >= 0:
        yield from _between(s, a, b)
    else:
        yield from _alone(s, b if a.first < 0 else a, a.first < 0)
    here = [x for x in (a, b) if x.first >= 0]
    left, right = min(x.first for x in here), max(x.last for x in here)
    clauses = {s.clause_of[x.last] for x in here}
    for cue in s.cues:
        where = "in" if left <= cue.first <= right else "near" if left - 4 <= cue.first <= right + 4 else "far"
        yield f"cue:{cue.relation}"
        yield f"cue:{cue.relation}.{where}"
        if s.clause_of[cue.first] in clauses:
            yield f"cue:{cue.relation}.clause"
    if not s.cues:
        yield "cue:none"


def _between(s: Scene, a: Participant, b: Participant) -> Iterator[str]:
    left, right = (a, b) if a.first <= b.first else (b, a)
    order, between = "ab" if left is a else "ba", range(left.last + 1, right.first)
    gap = len(between)
    yield f"order={order}"
    yield f"{order}.gap={next((k for k in STEPS if gap <= k), 99)}"
    if gap <= 4:
        yield f"{order}.path=" + " ".join(s.words[i] for i in between)
    for i in between:
        if s.p.tokens[i].is_a(*CONTENT):
            yield f"mid:{s.words[i]}"
            yield f"{order}.mid:{s.words[i]}"
            if s.p.tokens[i].is_a("NN") and len(s.words[i]) > 5:
                yield f"mid~{s.words[i][-4:]}"
    yield from _joint(s, a, b, order)
    for side, x in (("a", a), ("b", b)):
        others = {y.name for y in s.found if y.kind == x.kind and left.last < y.first < right.first} - {a.name, b.name}
        yield f"{side}.others={min(len(others), 2)}"
    if all(w in LISTING or w[0] == "<" for w in s.words[left.last + 1 : right.first]):
        yield f"listed.{gap > 0}"


def _joint(s: Scene, a: Participant, b: Participant, order: str) -> Iterator[str]:
    """Both roles, with the verb where the two stand in one clause."""
    same = s.clause_of[a.last] == s.clause_of[b.last]
    verb, roles = s.p.clauses[s.clause_of[a.last]].verb, f"{s.role(a)}|{s.role(b)}"
    yield f"same={same}"
    yield f"roles={roles}|{same}"
    if same:
        yield f"verb+roles={verb.lemma}|{roles}"
        yield f"verb+order={verb.lemma}|{order}|{verb.passive}"


def _alone(s: Scene, x: Participant, topic_is_a: bool) -> Iterator[str]:
    """The other side is the topic, which the sentence does not name."""
    yield f"topic.others={min(sum(y.kind == 'Company' and y.first >= 0 for y in s.found), 2)}"
    for i, t in enumerate(s.p.tokens):
        if t.is_a("NN", "VV"):
            yield f"any:{s.words[i]}"

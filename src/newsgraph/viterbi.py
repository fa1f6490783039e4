"""HanTa's two decodings, of a word into morphemes and of a sentence into tags, with its results and less of its time.

HanTa scores each stretch of a word for each tag that may follow; here a stretch is looked up once, and only the tags that it
can have are scored. States are visited in HanTa's order and sums are added in HanTa's order, so that ties fall as there
and every figure is the same to the last bit (tests/test_viterbi.py compares both).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

EMPTY, START, END, UNKNOWN, END_UNKNOWN = 0, 1, 2, 3, -3  # as HanTa numbers them
FLOOR = -1e6  # log probability: what is below is impossible
STEPS = 16_000  # remembered steps: few of those that ever new words ask for come back
GUESSES, SETS = 9_000, 1_000  # remembered endings with their lengths, and sets of tags
WORDS = 18_000  # remembered words: German news has fewer that come back

State = tuple[int, int]  # the last two tags
Step = tuple[int, float, State]  # a tag, its log probability after the state, and the state that it leads to
Row = dict[State, float]
TAGS = 1 << 10  # more than there are tags of words
Pair = object  # the last two tags of a sentence, as one number: a · TAGS + b; named so, it is passed on as it is when compiled
Pairs = dict[Pair, float]


@dataclass(frozen=True, eq=False, slots=True)  # one value a model: kept in caches as itself
class Tables:
    """A model of HanTa's, arranged for looking up: morphemes and what the tags of unknown ones are."""

    model: Any
    morphemes: Mapping[str, tuple[tuple[int, ...], tuple[float, ...]]]
    suffixes: frozenset[str]
    open: tuple[int, ...]  # the tags that morphemes of no list can have


def tables(model: Any) -> Tables:
    """The tables of a HanoverTagger. Morphemes with the same tags share one tuple."""
    morphemes: dict[str, tuple[tuple[int, ...], tuple[float, ...]]] = {}
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}
    for tag, known in model.LP_m_t.items():
        alone = (tag,)
        for morpheme, p in known.items():
            if morpheme in morphemes:
                tags, scores = morphemes[morpheme]
                more = (*tags, tag)
                morphemes[morpheme] = shared.setdefault(more, more), (*scores, p)
            else:
                morphemes[morpheme] = alone, (p,)
    return Tables(
        model,
        morphemes,
        frozenset(suffix for scores in model.LP_s_t.values() for suffix in scores),
        tuple(t for t in model.LP_hapax_t if t in model.LP_s_t),
    )


def word_tags(table: Tables, word: str) -> list[tuple[int, float]]:
    """HanTa's `analyze_forward`: the parts of speech of a word in lower case with log probabilities, the best first."""
    from numpy import logaddexp

    rows, _ = _lattice(table, word, None, False)
    final: dict[State, float] = {}
    for state, p in rows[-1].items():
        for tag, step in table.model.LP_trans_final.get(state, ()):
            total = p + step
            if total > FLOOR and total > final.get((state[1], tag), float("-inf")):
                final[state[1], tag] = total
    found: dict[int, float] = {}
    for (_, tag), p in final.items():
        found[-tag] = float(logaddexp(found[-tag], p)) if -tag in found else p
    return sorted(found.items(), key=lambda f: f[1], reverse=True) or [(UNKNOWN, 0)]


def morphemes(table: Tables, word: str, target: int) -> list[tuple[int, int]]:
    """HanTa's `analyze_viterbi`: the morphemes' tags and ends on the best path to a final tag, known morphemes first."""
    for strict in (True, False):
        rows, back = _lattice(table, word, target, strict)
        best: State | None = None
        most = float("-inf")
        for state, p in rows[-1].items():
            step = next((s for t, s in table.model.LP_trans_final.get(state, ()) if t == target), None)
            if step is not None and p + step > FLOOR and p + step > most:
                best, most = state, p + step
        if best is not None:
            return _path(best, target, back, len(word))
    return [(UNKNOWN, len(word)), (END_UNKNOWN, len(word) + 1)]


def _path(
    state: State, target: int, back: Sequence[dict[State, tuple[State, int]]], size: int
) -> list[tuple[int, int]]:
    found, at = [(target, size + 1)], size
    while at > 0:
        found.append((state[1], at))
        state, at = back[at][state]
    return found[::-1]


def _lattice(
    table: Tables, word: str, target: int | None, strict: bool
) -> tuple[list[Row], list[dict[State, tuple[State, int]]]]:
    """The states at each position of the word with their log probabilities, and where the best way to each came from."""
    rows: list[Row] = [{(EMPTY, START): 0.0}, *({} for _ in word)]
    back: list[dict[State, tuple[State, int]]] = [{} for _ in rows]
    for i, row in enumerate(rows[:-1]):
        if not row:
            continue
        bound = _bound(row, 3)
        stretches = list(_stretches(table, word, i, strict))
        for state, p in row.items():
            if p < bound:
                continue
            for j, tags, scores in stretches:
                onto, origin = rows[j], back[j]
                for tag, step, new in _steps(table, state, tags, target):
                    total = p + step + scores[tag]
                    if total > FLOOR and (new not in onto or total > onto[new]):
                        onto[new] = total
                        origin[new] = state, i
    return rows, back


def _bound(row: Row | Pairs, kept: int) -> float:
    """HanTa follows the best `kept` states, and those that come within 1 of the next."""
    return sorted(row.values())[-1 - kept] - 1 if len(row) > kept else FLOOR


def _stretches(
    table: Tables, word: str, i: int, strict: bool
) -> Iterator[tuple[int, tuple[int, ...], Mapping[int, float]]]:
    """What the word can go on with at position i: the end of a stretch, the tags that it may have, their log probabilities."""
    size = len(word)
    for j in range(i + 1, size + 1):
        known = table.morphemes.get(word[i:j])
        guessed = not strict and (size < 4 or j - i > 2)
        if guessed:
            guess = _guess(table, _suffix(table, word[i:j]), min(j - i, 24), j - i == size)
            if known is None:
                yield j, table.open, guess
            else:
                yield j, _with_open(table, known[0]), {**guess, **dict(zip(*known, strict=True))}
        elif known is not None:
            yield j, known[0], dict(zip(*known, strict=True))


def _suffix(table: Tables, morpheme: str) -> str:
    """The longest suffix that the model knows, of four letters at most and never all of the morpheme."""
    return next((s for n in range(min(4, len(morpheme) - 1), 0, -1) if (s := morpheme[-n:]) in table.suffixes), "")


@lru_cache(GUESSES)
def _guess(table: Tables, suffix: str, length: int, whole: bool) -> Mapping[int, float]:
    """The log probability of an unknown morpheme for each open tag, by its ending and length; less where it is all of the word."""
    m, found = table.model, {}
    for tag in table.open:
        known = m.LP_s_t[tag]
        ending = next((suffix[k:] for k in range(len(suffix)) if suffix[k:] in known), "")
        p = m.Int_t + m.LP_hapax_t[tag] + m.LP_len_t[tag][length] + known[ending]
        found[tag] = p - 4.6 if whole else p
    return found


@lru_cache(SETS)
def _with_open(table: Tables, tags: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*tags, *table.open)))


@lru_cache(STEPS)
def _steps(table: Tables, state: State, tags: tuple[int, ...], target: int | None) -> tuple[Step, ...]:
    """The steps from a state to some of these tags, in the model's order; only those that can reach the target."""
    reach = table.model.reachability.get(target, frozenset()) if target is not None else tags
    return tuple(
        (tag, p, (state[1], tag))
        for tag, p in table.model.LP_trans_nonfinal.get(state, ())
        if tag in tags and tag in reach
    )


# --- sentences
def sentence_tags(table: Tables, words: Sequence[str]) -> list[int]:
    """HanTa's `tag_sent_viterbi`: the most likely tags of a sentence; its first word may be any word with a capital."""
    row: Pairs = {EMPTY * TAGS + START: 0.0}
    back: list[dict[Pair, Pair]] = []
    for i, word in enumerate(words):
        row, origin = _onward(table, row, _likely(table, word, i > 0))
        back.append(origin)
    best: Pair | None = None
    most = float("-inf")
    for pair, p in row.items():
        total = p + table.model.LP_trans_word[_state(pair)].get(END, float("-inf"))
        if total > most:
            best, most = pair, total
    return _tags(best, back)


def _state(pair: Pair) -> State:
    assert isinstance(pair, int)
    return divmod(pair, TAGS)


def _tags(pair: Pair | None, back: Sequence[dict[Pair, Pair]]) -> list[int]:
    found = []
    for origin in reversed(back):
        assert isinstance(pair, int)
        found.append(pair % TAGS)
        pair = origin[pair]
    return found[::-1]


def _onward(table: Tables, row: Pairs, likely: "Likely") -> tuple[Pairs, dict[Pair, Pair]]:
    """The states after one more word, and where the best way to each came from."""
    new_row: Pairs = {}
    origin: dict[Pair, Pair] = {}
    bound = _bound(row, 5) if len(row) > 5 else FLOOR
    tags, scores, known = likely
    for pair, p in row.items():
        if p < bound:
            continue
        if (steps := known.get(pair)) is None:
            steps = known[pair] = _transitions(table, pair, tags)
        for k, step, new in steps:
            total = p + step + scores[k]
            if new not in new_row:
                if total > FLOOR:
                    new_row[new] = total
                    origin[new] = pair
            elif total > new_row[new]:
                new_row[new] = total
                origin[new] = pair
    return new_row, origin


Onto = dict[Pair, tuple[tuple[int, float, Pair], ...]]
Likely = tuple[tuple[int, ...], tuple[float, ...], Onto]


@lru_cache(SETS)
def _onto(table: Tables, tags: tuple[int, ...]) -> Onto:
    """The steps to these tags by the state that they start from, filled as states are met."""
    return {}


def _transitions(table: Tables, pair: Pair, tags: tuple[int, ...]) -> tuple[tuple[int, float, Pair], ...]:
    """The steps from a state to these tags in the model's order, each tag by its place among them."""
    state = _state(pair)
    steps = table.model.LP_trans_word[state].items()
    return tuple((tags.index(tag), p, state[1] * TAGS + tag) for tag, p in steps if tag != END and tag in tags)


@lru_cache(WORDS)
def _likely(table: Tables, word: str, case: bool) -> Likely:
    """The tags of a word with log probabilities given the tag, and the steps to them; any tag where the model has no idea."""
    found = dict(table.model._tag_word(word, cutoff=5, casesensitive=case, conditional=True))
    if not found or set(found) == {UNKNOWN}:
        every = sorted({t for followers in table.model.LP_trans_word.values() for t in followers} - {END})
        return tuple(every), (0.0,) * len(every), _onto(table, tuple(every))
    tags = tuple(sorted(found))
    return tags, tuple(found[t] for t in tags), _onto(table, tags)

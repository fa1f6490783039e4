"""Our decoding of HanTa's model against HanTa's own: words, unknown words, garbage and sentences, equal to the last bit."""

import random
from functools import cache
from pathlib import Path

from HanTa.HanoverTagger import HanoverTagger

from newsgraph.tagger import LONGEST, MODELS
from newsgraph.viterbi import Tables, morphemes, sentence_tags, tables, word_tags

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß-0123456789.éж🚀"


@cache
def engines() -> tuple[HanoverTagger, Tables]:
    return HanoverTagger(MODELS["de"]), tables(HanoverTagger(MODELS["de"]))


@cache
def words() -> tuple[str, ...]:
    """Words of articles, compounds of two of them, and strings that are none."""
    rng = random.Random(4)
    found = sorted({w.strip(".,:;„“()")[:LONGEST] for f in ARTICLES for w in f.read_text("utf-8").split()} - {""})
    pairs = [rng.choice(found) + rng.choice(found).lower() for _ in range(150)]
    noise = ["".join(rng.choices(LETTERS, k=rng.randint(1, 20))) for _ in range(150)]
    return (*found[::4], *(p[:LONGEST] for p in pairs), *noise)


def test_words_have_the_same_parts_of_speech() -> None:
    theirs, ours = engines()
    compared = [word_tags(ours, w.lower()) == theirs.analyze_forward(w.lower()) for w in words()]
    assert all(compared)
    assert len(compared) > 700


def test_words_have_the_same_morphemes() -> None:
    theirs, ours = engines()
    compared = 0
    for word in words():
        for tag, _ in theirs.analyze_forward(word.lower())[:2]:
            assert morphemes(ours, word.lower(), -tag) == theirs.analyze_viterbi(word.lower(), -tag), word
            compared += 1
    assert compared > 1000


def test_sentences_have_the_same_tags() -> None:
    theirs, ours = engines()
    lines = [line.split() for f in ARTICLES for line in f.read_text("utf-8").splitlines() if line.strip()]
    rng = random.Random(5)
    lines += [rng.choices(words(), k=rng.randint(1, 12)) for _ in range(60)]
    lines = [[w[:LONGEST] for w in line] for line in lines]
    for line in lines:
        assert sentence_tags(ours, line) == theirs.tag_sent_viterbi(line), line
    assert len(lines) > 120

"""Parts of speech, lemmas and known words, by HanTa (C. Wartena 2019, a morphological hidden Markov model).

Tags are those of the STTS tagset as HanTa writes them: VV(FIN), ADJ(A), NN, NE, APPR … Its decoding is ours
(`newsgraph.viterbi`, docs/decisions/0002-tagger.md), and what is found of a word is remembered. The time grows with the
square of a word's length, so what is longer than any word is cut.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from typing import Any

from newsgraph.language import load
from newsgraph.viterbi import Tables, morphemes, sentence_tags, tables, word_tags

MODELS = {"de": "morphmodel_ger.pgz"}
CACHE = 18_000  # words: German news has fewer that come back
RECENT = 2_000  # analyses: what is told of a word is remembered by those who ask
LONGEST = 60  # letters; longer strings are no words
LOAN = re.compile(r"Ge([a-zäöü]{3,}?)e?t")  # a participle that stands first
UNSURE = ("ADJ(D)", "NE", "FM", "XY")
STEMS = ("NN", "NE", "VV", "ADJ", "CARD", "NNA", "NNI")


@cache
def _tables(language: str) -> Tables:
    from HanTa.HanoverTagger import HanoverTagger  # 0.4 s with its model

    model = HanoverTagger(MODELS[language])
    table = tables(model)
    model.analyze_forward = partial(word_tags, table)
    model.analyze_viterbi = partial(morphemes, table)
    return table


def tag(language: str, words: Sequence[str]) -> list[tuple[str, str]]:
    """(tag, lemma) of each word of a sentence."""
    table, short = _tables(language), [w[:LONGEST] for w in words]
    names = table.model.int2tag
    found = sentence_tags(table, short) if short else []
    tagged = [(names[t], _lemma(language, w, t)) for w, t in zip(short, found, strict=True)]
    for i, word in enumerate(short):
        if (word.isupper() or tagged[i][0] == "ADJ(D)") and _is_capital(short, i, tagged[i][0]):
            tagged[i] = "NE", word
        elif "-" in word and tagged[i][0].startswith("ADJ") and (noun := _noun_behind(language, word)):
            tagged[i] = noun
        elif tagged[i][0] == "VV(INF)" and i and word[0].isupper() and tagged[i - 1][0] == "APPRART":
            tagged[i] = "NN", word  # «vertraut beim Bezahlen auf Alpha»
    verbs = load(language).verb
    passive = len(short) > 2 and short[1] in verbs.passive
    # with what is no plural: «Betrieben wird die App von …»
    if passive and (tagged[0][0] in UNSURE or (tagged[0][0] == "NN" and short[1] in verbs.passive_singular)):
        tagged[0] = _participle(language, short[0]) or tagged[0]  # «Belichtet wird auf …», «Gehostet wird die App …»
    return tagged


@lru_cache(RECENT)
def _noun_behind(language: str, word: str) -> tuple[str, str] | None:
    """«Zellen-Hersteller»: what ends in a noun of its own is one, whatever stands before its hyphen."""
    first, _, last = word.rpartition("-")
    if not last[:1].isupper() or not last[1:].islower() or familiar(language, last) != "noun":
        return None
    return "NN", f"{first}-{_lemma(language, last, int(_tables(language).model.tag2int['NN']))}"


def _is_capital(words: Sequence[str], i: int, sort: str) -> bool:
    """Whether capitals make a name of what would be a verb or an adverb: «der Sender RT», «der Versorger Immergrün»."""
    word = words[i]
    if word.isupper():
        return sort.startswith(("VV", "ADJ")) and word.isalpha() and 2 <= len(word) <= 5 and not words[i - 1].isupper()
    return sort == "ADJ(D)" and word[0].isupper() and i > 0 and words[i - 1][-1].isalpha()


def _participle(language: str, word: str) -> tuple[str, str] | None:
    """Tag and lemma of a past participle, also one of a verb that the model does not know."""
    sort, lemma = tag(language, [load(language).written.passive, word.lower()])[1]
    if sort == "VV(PP)" and word.endswith(("t", "en")) and lemma.endswith("n"):
        return sort, lemma
    loan = LOAN.fullmatch(word)
    return ("VV(PP)", loan[1] + "en") if loan is not None else None


@lru_cache(CACHE)
def _lemma(language: str, word: str, tag: int) -> str:
    return str(_tables(language).model._analyze(word, tag, 1)[0])


@lru_cache(CACHE)
def finite_lemma(language: str, word: str) -> str:
    """The verb that a word is a finite form of, if it is one: «bewerteten» → «bewerten»."""
    return _lemma(language, word, int(_tables(language).model.tag2int["VV(FIN)"]))


@lru_cache(CACHE)
def familiar(language: str, word: str) -> str:
    """How the model's lexicon knows a word, compounds included: "noun", "name", "other" or "" (not at all).

    Its spelling is the old one, so an unknown «ss» is tried as «ß».

    >>> [familiar("de", w) for w in ("Netzwerkhardware", "Stuttgart", "Nvidia", "Einfluss")]
    ['noun', 'name', '', 'noun']
    """
    low = word.lower()
    if len(low) > LONGEST:
        return ""
    swiss = "ss" in low and "-" not in low and len(low) > 4
    return _known(language, low) or (_known(language, low.replace("ss", "ß")) if swiss else "")


def _known(language: str, low: str) -> str:
    found = _analyse(language, low)[0]
    if not found:
        return ""
    best = max(found, key=lambda t: found[t])
    noun = max((p for t, p in found.items() if t.startswith("NN")), default=float("-inf"))
    if best in ("NE", "FM"):
        return "noun" if noun > found[best] - 1.5 else "name"
    return "noun" if best.startswith("NN") else "other"


@lru_cache(CACHE)
def is_participle(language: str, word: str) -> bool:
    """Whether a word is a past participle, whatever its first letter: «Belichtet»."""
    low = word.lower()
    return low.endswith(("t", "en")) and tag(language, [load(language).written.passive, low])[1][0] == "VV(PP)"


@lru_cache(RECENT)
def infinitive(language: str, lemma: str) -> str:
    """The verb of a participle, and an adjective as it is: «betrieben» → «betreiben», «gehörend» → «gehören»."""
    if lemma.endswith(load(language).ending.present_participle):
        return lemma.removesuffix("d").lower()
    sort, verb = tag(language, [load(language).written.passive, lemma])[1]
    return verb.lower() if sort == "VV(PP)" else lemma.lower()


@lru_cache(CACHE)
def compound(language: str, word: str) -> bool:
    """Whether a known noun is one only as a compound of known parts, so that it may be a new word, or a name.

    >>> [compound("de", w) for w in ("Nebeltonne", "Kapital", "Nvidia")]
    [True, False, False]
    """
    return familiar(language, word) == "noun" and sum(t in STEMS for _, t in _analyse(language, word.lower())[1]) > 1


def last_stem(language: str, word: str) -> str:
    """The last stem of a known compound, with its endings; "" where there is but one.

    >>> last_stem("de", "Aufbauspiele")
    'spiele'
    """
    if not compound(language, word):
        return ""
    parts = _analyse(language, word.lower())[1]
    at = max(k for k, (_, t) in enumerate(parts) if t in STEMS)
    return "".join(m for m, _ in parts[at:])


NOTHING = ((), ())
Analysis = tuple[dict[str, float], tuple[tuple[str, str], ...]]


@lru_cache(RECENT)
def _analyse(language: str, low: str) -> Analysis:
    """Log probability of each part of speech, and the morphemes of the best noun, by known morphemes alone.

    This is HanTa's strict `analyze_forward`, which looks up each stretch of letters for each tag; here a stretch that is
    no morpheme is passed over at once, which is some thirty times faster.
    """
    table = _tables(language)
    model, known = table.model, table.morphemes
    rows: list[dict[tuple[int, int], tuple[float, tuple[tuple[str, int], ...]]]] = [
        {(0, 1): (0.0, ())},
        *({} for _ in low),
    ]
    for i, row in enumerate(rows[:-1]):
        bound = sorted((p for p, _ in row.values()), reverse=True)[3] - 1 if len(row) > 3 else -1e6
        for state, (p, path) in row.items():
            if p < bound:
                continue
            follow = model.LP_trans.get(state, {})
            for j in range(i + 1, len(low) + 1):
                for t, likely in zip(*known.get(low[i:j], NOTHING), strict=True):
                    if t in follow and (total := p + follow[t] + likely) > rows[j].get((state[1], t), (-1e6,))[0]:
                        rows[j][state[1], t] = total, (*path, (low[i:j], t))
    return _finals(model, rows[-1])


def _finals(model: Any, row: dict[tuple[int, int], tuple[float, tuple[tuple[str, int], ...]]]) -> Analysis:
    found: dict[str, float] = {}
    best: tuple[float, tuple[tuple[str, int], ...]] = (float("-inf"), ())
    for state, (p, path) in row.items():
        for t, likely in model.LP_trans_final.get(state, ()):
            name = model.int2tag[-t]  # final states are the tags with their sign turned
            found[name] = max(found.get(name, float("-inf")), p + likely)
            if name.startswith("NN"):
                best = max(best, (p + likely, path))
    return found, tuple((m, model.int2tag[t]) for m, t in best[1])

"""Parts of speech, lemmas and known words, by HanTa (C. Wartena 2019, a morphological hidden Markov model).

Tags are those of the STTS tagset as HanTa writes them: VV(FIN), ADJ(A), NN, NE, APPR … HanTa spends nine tenths of
its time on single words, so those two steps are cached (docs/decisions/0002-tagger.md). Its time grows with the square
of a word's length, so what is longer than any word is cut.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

MODELS = {"de": "morphmodel_ger.pgz"}
CACHE = 200_000  # words; about 100 MB when full
LONGEST = 60  # letters; longer strings are no words
STEMS = ("NN", "NE", "VV", "ADJ", "CARD", "NNA", "NNI")


@cache
def _model(language: str) -> Any:
    from HanTa.HanoverTagger import HanoverTagger  # 0.4 s with its model

    model = HanoverTagger(MODELS[language])
    model._tag_word = lru_cache(CACHE)(model._tag_word)
    model._analyze = lru_cache(CACHE)(model._analyze)
    return model


def tag(language: str, words: Sequence[str]) -> list[tuple[str, str]]:
    """(tag, lemma) of each word of a sentence."""
    return [(str(t), str(lemma)) for _, lemma, t in _model(language).tag_sent([w[:LONGEST] for w in words])] if words else []


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
    model = _model(language)
    model.strict = True
    try:
        found = {model.int2tag[c]: float(p) for c, p in model.analyze_forward(low)}
    finally:
        model.strict = False
    if set(found) <= {"UNKNOWN"}:
        return ""
    best = max(found, key=lambda t: found[t])
    noun = max((p for t, p in found.items() if t.startswith("NN")), default=float("-inf"))
    if best in ("NE", "FM"):
        return "noun" if noun > found[best] - 1.5 else "name"
    return "noun" if best.startswith("NN") else "other"


@lru_cache(CACHE)
def last_stem(language: str, word: str) -> str:
    """The last stem of a known compound, with its endings; "" where there is but one.

    >>> last_stem("de", "Aufbauspiele")
    'spiele'
    """
    if not compound(language, word):
        return ""
    parts = _model(language).analyze(word, taglevel=3)[1]
    at = max(k for k, (_, t) in enumerate(parts) if t in STEMS or t.startswith("NN"))
    return "".join(m for m, _ in parts[at:])


@lru_cache(CACHE)
def compound(language: str, word: str) -> bool:
    """Whether a known noun is one only as a compound of known parts, so that it may be a new word, or a name.

    >>> [compound("de", w) for w in ("Nebeltonne", "Kapital", "Nvidia")]
    [True, False, False]
    """
    if len(word) > LONGEST or familiar(language, word) != "noun":
        return False
    parts = _model(language).analyze(word, taglevel=3)[1]
    return sum(t in STEMS for _, t in parts) > 1

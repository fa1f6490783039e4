"""Parts of speech, lemmas and known words, by HanTa (C. Wartena 2019, a morphological hidden Markov model).

Tags are those of the STTS tagset as HanTa writes them: VV(FIN), ADJ(A), NN, NE, APPR … HanTa spends nine tenths of
its time on single words, so those two steps are cached (docs/decisions/0002-tagger.md).
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

MODELS = {"de": "morphmodel_ger.pgz"}
CACHE = 200_000  # words; about 100 MB when full


@cache
def _model(language: str) -> Any:
    from HanTa.HanoverTagger import HanoverTagger  # 0.4 s with its model

    model = HanoverTagger(MODELS[language])
    model._tag_word = lru_cache(CACHE)(model._tag_word)
    model._analyze = lru_cache(CACHE)(model._analyze)
    return model


def tag(language: str, words: Sequence[str]) -> list[tuple[str, str]]:
    """(tag, lemma) of each word of a sentence."""
    return [(str(t), str(lemma)) for _, lemma, t in _model(language).tag_sent(list(words))] if words else []


@lru_cache(CACHE)
def familiar(language: str, word: str) -> str:
    """How the model's lexicon knows a word, compounds included: "noun", "name", "other" or "" (not at all).

    >>> [familiar("de", w) for w in ("Netzwerkhardware", "Stuttgart", "Nvidia")]
    ['noun', 'name', '']
    """
    model = _model(language)
    model.strict = True
    try:
        found = {model.int2tag[c]: float(p) for c, p in model.analyze_forward(word.lower())}
    finally:
        model.strict = False
    if set(found) <= {"UNKNOWN"}:
        return ""
    best = max(found, key=lambda t: found[t])
    noun = max((p for t, p in found.items() if t.startswith("NN")), default=float("-inf"))
    if best in ("NE", "FM"):
        return "noun" if noun > found[best] - 1.5 else "name"
    return "noun" if best.startswith("NN") else "other"

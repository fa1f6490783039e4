"""Which language a text is in, where nobody says so: only as much as it takes to refuse what no pack can read.

The words of a language that are in no other («und», «nicht») are listed in its pack; where enough of them occur, nothing
more is asked, and nothing is loaded. Else py3langid says which of its 140 languages the text is most likely in, and
abstains by a low probability on names, figures and noise (docs/decisions/0005-pages-and-languages.md).
"""

import re
from functools import cache
from typing import Any

from newsgraph import language

OWN = 0.05  # the share of a text's words that are in no other language: news has 0.10 to 0.22, an English text 0
SURE = 0.9  # probability
LEAST = 6  # words: what is shorter is not told
WORD = re.compile(r"[^\W\d_]+")
LETTERS = 20_000  # of a text are enough
NO_LANGUAGE = ("zxx",)  # ISO 639-2: no linguistic content


def spoken(text: str) -> str | None:
    """The language (ISO 639) of a text; None where it cannot be told, as with a headline, figures or noise.

    >>> spoken("Die Firma baut ein Werk und will es nicht verkaufen."), spoken("Alpha, Beta"), spoken("12,5")
    ('de', None, None)
    """
    words = WORD.findall(text.lower())
    for code in language.codes():
        own = language.load(code).own_words
        if words and sum(w in own for w in words) / len(words) >= OWN:
            return code
    if len("".join(words)) < LEAST * 3:
        return None
    found, probability = _identifier().classify(text[:LETTERS])
    return found if probability >= SURE and found not in NO_LANGUAGE else None


def name(code: str) -> str:
    """The English name of a language; the code itself where it has none.

    >>> name("fr"), name("qqq")
    ('French', 'qqq')
    """
    from babel import Locale

    return str(Locale("en").languages.get(code, code))


@cache
def _identifier() -> Any:
    from py3langid import langid  # 0.7 s with its model

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)

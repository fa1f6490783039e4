"""Words that give a name: «unter dem Namen Möwe», «heißt Möwe», «früher als Möwe bekannt»."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.nameclass import before
from newsgraph.sentence import Token
from newsgraph.wordlist import words

KNOWN_AS = {"bekannt", "bekannte", "bekannten", "vermarktet", "vertrieben", "firmiert", "firmierte", "firmierende"}
NAMING = ("heißen", "heissen", "umbenennen", "benennen", "umfirmieren", "umtaufen")


def is_named(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«unter dem Namen Möwe», «heißt Möwe»: words that give a name."""
    front = before(tokens, i)
    if front is None:
        return False
    given = front.text in words(language.code, "name_givers") and front.is_a("NN")
    if given or not tokens[i].is_a("NN", "NE", "FM", "XY"):
        return given
    return front.lemma.lower() in NAMING or _renamed(tokens, i, front)


def _renamed(tokens: Sequence[Token], i: int, front: Token) -> bool:
    """«früher als Möwe bekannt», «ehemals Möwe», «heißt heute Möwe», «benennt sich in Möwe um»: where nouns need an article."""
    word = front.text.lower()
    if word in ("als", "unter"):
        return not KNOWN_AS.isdisjoint(t.text.lower() for t in tokens[i + 1 : i + 4])
    if word in ("ehemals", "vormals", "vormalige", "alias"):
        return True
    if word != "in" and not front.is_a("ADV", "ADJ(D)", "VV(FIN)"):
        return False
    at = next((k for k in range(max(i - 6, 0), min(i + 4, len(tokens))) if tokens[k].lemma.lower() in NAMING), None)
    spoken = at is not None and tokens[at + 1 : at + 2] != () and tokens[at + 1].text.lower() == "es"  # «heißt es»
    bare = word != "in" or (at is not None and tokens[at].lemma != "heißen") or front.is_a("ADV", "ADJ(D)", "VV(FIN)")
    return at is not None and not spoken and bare

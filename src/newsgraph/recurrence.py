"""Names that only the whole article shows: a noun that comes back and never has an article, as nouns that can be counted have.

«Greifwerft» may be a shipyard; where a text says «der Konkurrent Greifwerft» and «von Greifwerft», it is a name.
"""

from collections import defaultdict
from collections.abc import Sequence

from newsgraph import nounplace
from newsgraph.barefirm import is_base
from newsgraph.language import Language
from newsgraph.nameclass import is_origin
from newsgraph.names import GENITIVE
from newsgraph.nameword import is_candidate
from newsgraph.sentence import Sentence, Token
from newsgraph.tagger import compound, familiar
from newsgraph.wordlist import is_kin, noun_class, tails, words

SHORTEST = 4


def recurrent(text: Sequence[Sentence], language: Language) -> frozenset[str]:
    """The words that are names by where they stand in the article."""
    seen, signs = dict[str, int](), defaultdict[str, set[str]](set)
    at: dict[str, list[tuple[Sequence[Token], int]]] = defaultdict(list)
    for sentence in text:
        tokens = sentence.tokens
        for i in [i for i, t in enumerate(tokens) if len(t.text) >= SHORTEST and t.text[0].isupper()]:
            word = tokens[i].text
            if word.isalpha():
                seen[word] = seen.get(word, 0) + 1
                at[word].append((sentence.tokens, i))
            elif "-" in word and (owner := _owner(word, language)):
                seen[owner] = seen.get(owner, 0) + 1
                signs[owner].add("owner")
    ended = [w for w in seen if w[-1] in "s'’"]
    for word in [w for w in ended if (base := GENITIVE.sub("", w)) != w and base in seen]:
        seen[GENITIVE.sub("", word)] += seen[word]
    back = [w for w, n in seen.items() if n > 1 and not any(_barred(tokens, i, language) for tokens, i in at[w])]
    for word in back:
        told = [nounplace.signs(tokens, i, language) for tokens, i in at[word]]
        signs[word].update(sign for found in told for sign in found)
        if sum("quoted" in found for found in told) < 2:
            signs[word].discard("quoted")  # once may be said of anything
    return frozenset(w for w in back if _sure(w, signs[w], language))


def _barred(tokens: Sequence[Token], i: int, language: Language) -> bool:
    ordinary = nounplace.determined(tokens, i) and not _longer(tokens, i, language)
    return (ordinary and not is_origin(tokens[i - 1].text, language)) or not _possible(tokens[i], language)


def _longer(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«die Alpha Pay GmbH», «die Alpha AG»: the article goes with the form of the firm."""
    behind = [t.text for t in tokens[i + 1 : i + 3]]
    return any(w in language.nouns.legal_forms and len(w) > 1 for w in behind) and behind[0][0].isupper()


def _owner(text: str, language: Language) -> str:
    """«Alpha-Chefin», «Alpha-Tochter»: the word in front, where what follows is an office or a relation between firms."""
    front, hyphen, rest = text.partition("-")
    if not hyphen or len(front) < SHORTEST or not front[0].isupper() or not front[1:].islower():
        return ""
    named = front not in words(language.code, "office_parts") and noun_class(language.code, front) == ""
    return front if named and (language.nouns.is_office(rest) or is_kin(language.code, rest)) else ""


def _possible(token: Token, language: Language) -> bool:
    """A singular that German would not leave without an article."""
    low, known = token.low, familiar(language.code, token.text)
    plural = not is_base(token) and known == "noun"
    mass = low.endswith(tails(language.code, "abstract_tails", "mass_tails")) and not compound(
        language.code, token.text
    )
    if token.text in words(language.code, "numbered_nouns") | words(language.code, "light_objects") or (
        known == "other" and low.endswith(language.ending.adjective)
    ):
        return False  # «am Montag», «für Ältere»
    quality = known == "other" and token.is_a("ADJ", "NN", "NE", "FM", "XY")  # «bei Prima»
    verbal = token.is_a("VV", "ADJ(A)") and not quality
    return is_candidate(token, language, slot=True) and not plural and not mass and not verbal


def _sure(word: str, signs: set[str], language: Language) -> bool:
    """One sign is enough, of those that a mass can have too two: what comes back bare is hardly an ordinary noun.

    A word that is no noun needs two, and not those alone of what opens a sentence, where every word has a capital.
    """
    weight = 2 * len(signs) - len(signs & nounplace.WEAK)
    return weight > (2 if familiar(language.code, word) == "other" else 1)

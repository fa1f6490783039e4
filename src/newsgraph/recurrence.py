"""Names that only the whole article shows: a noun that comes back and never has an article, as nouns that can be counted have.

«Greifwerft» may be a shipyard; where a text says «der Konkurrent Greifwerft» and «von Greifwerft», it is a name.
"""

from collections import defaultdict
from collections.abc import Sequence

from newsgraph.barefirm import is_base
from newsgraph.language import Language
from newsgraph.nameclass import FINITE, QUOTES
from newsgraph.names import GENITIVE
from newsgraph.namesign import DETERMINER
from newsgraph.namestart import after_class_noun, is_candidate
from newsgraph.sentence import Sentence, Token
from newsgraph.tagger import compound, familiar
from newsgraph.wordlist import is_kin, noun_class, tails, words

OPENING = (".", ":", ",", "–", "-", "+", "•", "*", "|", ";")  # before what opens a clause
NO_NOUN = ("ART", "APPR", "APPRART", "ADV", "PPOSAT", "PRF", "PIAT", "CARD", "PTK")
SHORTEST = 4


def recurrent(text: Sequence[Sentence], language: Language) -> frozenset[str]:
    """The words that are names by where they stand in the article."""
    seen, signs = dict[str, int](), defaultdict[str, set[str]](set)
    at: dict[str, list[tuple[Sequence[Token], int]]] = defaultdict(list)
    for sentence in text:
        for i, token in enumerate(sentence.tokens):
            word = token.text
            if not word[0].isupper() or len(word) < SHORTEST:
                continue
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
        told = [_signs(tokens, i, language) for tokens, i in at[word]]
        signs[word].update(sign for found in told for sign in found)
        if sum("quoted" in found for found in told) < 2:
            signs[word].discard("quoted")  # once may be said of anything
    return frozenset(w for w in back if _sure(w, signs[w], language))


def _barred(tokens: Sequence[Token], i: int, language: Language) -> bool:
    return _determined(tokens, i) or not _possible(tokens[i], language)


def _owner(text: str, language: Language) -> str:
    """«Alpha-Chefin», «Alpha-Tochter»: the word in front, where what follows is an office or a relation between firms."""
    front, hyphen, rest = text.partition("-")
    if not hyphen or len(front) < SHORTEST or not front[0].isupper() or not front[1:].islower():
        return ""
    named = front not in words(language.code, "office_parts") and noun_class(language.code, front) == ""
    return front if named and (language.nouns.is_office(rest) or is_kin(language.code, rest)) else ""


def _determined(tokens: Sequence[Token], i: int) -> bool:
    return (
        i > 0
        and tokens[i - 1].is_a(*DETERMINER)
        and not (tokens[i - 1].is_a("ADJ") and tokens[i - 1].text[0].isupper())
    )


def _possible(token: Token, language: Language) -> bool:
    """A singular that German would not leave without an article."""
    low = token.text.lower()
    plural = not is_base(token) and familiar(language.code, token.text) == "noun"
    mass = low.endswith(tails(language.code, "abstract_tails", "mass_tails")) and not compound(
        language.code, token.text
    )
    return is_candidate(token, language, slot=True) and not plural and not mass and not token.is_a("VV", "ADJ(A)")


def _signs(tokens: Sequence[Token], i: int, language: Language) -> list[str]:
    """Where names stand: behind a class noun, at the head of a sentence before its verb, bare behind a preposition."""
    found = []
    front = next((tokens[k] for k in range(i - 1, -1, -1) if tokens[k].text not in QUOTES), None)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after_class_noun(tokens, i, language):
        found.append("slot")
    opens = front is None or front.text in OPENING or (i == 1 and front.is_a("ADV", "KON"))  # «Auch Alpha hat …»
    if (
        i
        and tokens[i - 1].text in QUOTES
        and after is not None
        and after.text in QUOTES
        and not _determined(tokens, i - 1)
    ):
        found.append("quoted")
    if opens and after is not None and after.is_a(*FINITE):
        found.append("subject")
    if (
        front is not None
        and front.is_a("VV(FIN)")
        and front.text.lower() in language.verb.let_forms
        and after is not None
        and after.is_a("VV(INF)")
    ):
        found.append("inverted")  # «ließ Alpha mitteilen»
    if front is not None and front.is_a("VA(FIN)", "VM(FIN)") and i < 4 and after is not None and after.is_a(*NO_NOUN):
        found.append("inverted")  # «Mit dem Geld will Alpha den …»
    if (
        after is not None
        and after.text in language.prep.out_of
        and i + 2 < len(tokens)
        and tokens[i + 2].text in language.places
    ):
        found.append("from")
    if front is not None and front.is_a("APPR") and front.text.lower() in language.prep.recurring:
        found.append("bare")
    return found


def _sure(word: str, signs: set[str], language: Language) -> bool:
    """An unknown word or a new compound needs one sign, a plain noun two."""
    known = familiar(language.code, word)
    if known == "other":
        return False
    new = known in ("", "name") or compound(language.code, word)
    return len(signs) > (0 if new else 1)

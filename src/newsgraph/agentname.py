"""A bare compound that does what only firms and people do: «Feldpost übernimmt …», «wie Lichtblick mitteilte».

In German a noun in the singular that can be counted has an article; who acts is no mass («Solarstrom bekommt …»).
"""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.nameclass import FINITE
from newsgraph.sentence import Token
from newsgraph.wordlist import noun_class, presents, tails, words

FRONT = ("ADV", "APPR", "APPRART", "PROAV", "ADJ(D)", "CARD", "KON", "KOUS")  # what opens a sentence beside a subject


def acts(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the bare compound at token i is said to act."""
    word = tokens[i].text
    low = word.lower()
    if word in words(language.code, "light_objects") or low.endswith(("er", *tails(language.code, "abstract_tails"))):
        return False
    if presents(language.code, word):
        return False  # «Modekette kauft …»: a headline
    if _said(tokens, i, language) or _by_it(tokens, i, language):
        return True
    if low.endswith(tails(language.code, "mass_tails", "ware_tails", "mass_ends")):
        return False
    return _opens(tokens, i, language) or _has_its_object(tokens, i, language)


def _said(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Wie Lichtblick mitteilte, …»: nothing else can be said to say so."""
    if not i or i + 1 >= len(tokens) or tokens[i - 1].low not in language.prep.like:
        return False
    return tokens[i + 1].is_a("VV(FIN)") and tokens[i + 1].lemma.lower() in language.speech.verbs


def _by_it(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Die Runde wurde von Ankerplatz angeführt»."""
    if not i or i + 1 >= len(tokens) or tokens[i - 1].low not in language.prep.of:
        return False
    done = tokens[i + 1].is_a("VV(PP)")
    return done and tokens[i + 1].lemma.lower() in words(language.code, "agent_verbs")


def _opens(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Feldpost übernimmt …», «Lichtblick aus Hamburg bietet …»: at the head of a sentence, before the verb."""
    if i:
        return False
    at = 1
    if len(tokens) > 4 and tokens[1].text in language.prep.out_of and tokens[2].text in language.places:
        at = 3
    if at + 1 >= len(tokens) or not tokens[at].is_a("VV(FIN)", "VM(FIN)") or tokens[at].text.endswith("en"):
        return False
    lemma = tokens[at].lemma.lower()
    if lemma in language.verb.planning:
        return True
    if lemma not in words(language.code, "firm_deeds") | words(language.code, "agent_verbs"):
        return False
    return not _has_subject_behind(tokens, at + 1, language)


def _has_subject_behind(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """«Lagerware kauft die Firma in Polen»: who acts stands behind the verb."""
    if tokens[at].is_a("PPER", "PIS"):
        return True
    noun = next((t for t in tokens[at : at + 4] if t.is_a("NN", "NE")), None)
    article = tokens[at].is_a("ART", "PPOSAT") and tokens[at].low in language.det.nominative
    return article and (noun is None or noun_class(language.code, noun.text) == "Company")


def _has_its_object(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Damit hält Ankerplatz nun 30 Prozent»: behind the verb, which has another object, and no subject in front of it."""
    at = i - 1
    if at > 0 and tokens[at].is_a("PRF"):
        at -= 1
    if at < 1 or not tokens[at].is_a("VV(FIN)") or not tokens[0].is_a(*FRONT):
        return False
    if any(t.is_a(*FINITE) or t.text == "," for t in tokens[:at]):
        return False
    if tokens[at].lemma.lower() not in words(language.code, "firm_deeds") | words(language.code, "agent_verbs"):
        return False
    behind = next((k for k in range(i + 1, len(tokens)) if not tokens[k].is_a("ADV")), None)
    if behind is None:
        return False
    return tokens[behind].is_a("CARD") or tokens[behind].text in language.det.accusative or tokens[i - 1].is_a("PRF")

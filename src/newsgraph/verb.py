"""The verbs of a clause: the full verb with its particle, finite form, modal, voice and mood."""

import re

from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.tagset import FULL, VERBAL, beginning

AUXILIARY = beginning("VM(FIN)", "VA(FIN)")
# stems that Swiss spelling writes with «ss»
SWISS = re.compile(
    r"(?:schiess|büss|fliess|giess|stoss|schliess|reiss|beiss|grüss|geniess|heiss|spriess|veräusser|äusser|vergrösser)"
)


@frozen
class Verb:
    """The verbs of a clause: the full verb's lemma with its particle, and what stands around it."""

    lemma: str = ""
    at: int | None = None  # token index of the full verb
    finite: int | None = None
    modal: str = ""
    passive: bool = False
    mood: str = "indicative"  # indicative, konjunktiv1, konjunktiv2


def _dates(tokens: tuple[Token, ...], i: int) -> bool:
    """«von Januar 2027 an»: no particle of a verb."""
    return tokens[i].text == "an" and any(t.text.lower() in ("von", "vom") for t in tokens[max(0, i - 4) : i - 1])


def verb_of(tokens: tuple[Token, ...], part: list[int], kind: str, language: Language) -> Verb:
    verbs = [i for i in part if tokens[i].tag in VERBAL and not _as_said(tokens, part, i)]
    if not verbs:
        return Verb()
    finite = next((i for i in verbs if tokens[i].tag in AUXILIARY), None)
    finite = finite if finite is not None else next((i for i in verbs if tokens[i].tag == "VV(FIN)"), None)
    full = [i for i in verbs if tokens[i].tag in FULL]
    at = next((i for i in reversed(full) if tokens[i].tag != "VV(FIN)" or i == finite), full[-1] if full else verbs[-1])
    helpers = [i for i in verbs if i != at]
    if finite is None and kind in ("sub", "relative", "main"):
        finite = verbs[-1]
    says = tokens[at].lemma in language.speech.verbs
    behind = [i for i in part if i > at and tokens[i].tag == "PTKVZ" and not _dates(tokens, i)]
    behind = [i for i in behind if not (says and tokens[i].text == "dazu")]  # «meinte der Chef dazu»
    particle = tokens[behind[-1]].text.lower() if at == finite and behind else ""
    if (
        at == finite
        and not behind
        and tokens[at].lemma in language.grammar["verbs_with_ein"]
        and _has_ein(tokens, part, at)
    ):
        particle = "ein"
    lemma = particle + _infinitive(tokens[at])
    become = [i for i in helpers if tokens[i].lemma == "werden" and not _is_conditional(tokens, i, at)]
    passive = tokens[at].is_a("VV(PP)") and (
        kind == "participle" or bool(become) or any(tokens[i].text == "worden" for i in helpers)
    )
    modal = next((tokens[i].lemma.lower() for i in verbs if tokens[i].is_a("VM") and i != at), "")
    return Verb(
        lemma, at, finite, modal, passive, _mood(tokens[finite], language) if finite is not None else "indicative"
    )


def _is_conditional(tokens: tuple[Token, ...], helper: int, at: int) -> bool:
    """«würde 3 Millionen erhalten»: an infinitive; but «würde übernommen» is passive."""
    return tokens[helper].text.lower().startswith("würde") and tokens[at].text.lower() == tokens[at].lemma.lower()


def _has_ein(tokens: tuple[Token, ...], part: list[int], at: int) -> bool:
    """«sammelte 3 Millionen ein bei einer Bewertung von …»: no article, for no noun or adjective that it could have follows."""
    after = [k for k, i in enumerate(part) if i > at and tokens[i].text == "ein"]
    if not after:
        return False
    rest = part[after[-1] + 1 :]
    alone = not rest or tokens[rest[0]].is_a("APPR", "KON", "KOUS", "$")
    return alone and not any(tokens[i].is_a("ADJ(A)") and tokens[i - 1].is_a("NN", "NE", "ADV", "ADJ(D)") for i in rest)


GELTEN = ("vergelten", "entgelten", "abgelten", "mitgelten")  # no pasts: their stems end so


def _infinitive(token: Token) -> str:
    """The lemma; a past tense that the tagger took for a plural of the present is put right («angelte»: not «angelten»)."""
    lemma = SWISS.sub(lambda m: m[0].replace("ss", "ß"), token.lemma.lower())
    past = lemma.endswith(("elten", "erten")) and token.text.lower() in (lemma, lemma[:-1]) and len(lemma) > 7
    return lemma[:-3] + "n" if past and lemma not in GELTEN and not lemma.endswith("werten") else lemma


def _as_said(tokens: tuple[Token, ...], part: list[int], i: int) -> bool:
    """«wie angekündigt», «wie geplant» inside a clause is no verb of it, nor is «…, vorausgesetzt, …»."""
    if tokens[i].text in ("vorausgesetzt", "gesetzt") and i > part[0] and tokens[i - 1].text in (",", "–", "—", "-"):
        return True
    return i > part[0] and i != part[-1] and tokens[i].is_a("VV(PP)") and tokens[i - 1].text.lower() == "wie"


def _mood(token: Token, language: Language) -> str:
    word = token.text.lower()
    if word in language.konjunktiv:
        return "konjunktiv1"
    if word in language.konjunktiv2:
        return "konjunktiv2"
    if word.endswith(tuple(language.grammar["mood_strong"]["konjunktiv2"])):
        return "konjunktiv2"
    lemma = token.lemma.lower()
    stem = lemma.removesuffix("en") if lemma.endswith("en") else lemma.removesuffix("n")
    return "konjunktiv1" if token.is_a("VV(FIN)") and word == stem + "e" else "indicative"

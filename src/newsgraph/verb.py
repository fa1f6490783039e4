"""The verbs of a clause: the full verb with its particle, finite form, modal, voice and mood."""

import re
from functools import cache

from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.tagset import FULL, VERBAL, beginning

AUXILIARY = beginning("VM(FIN)", "VA(FIN)")


@frozen
class Verb:
    """The verbs of a clause: the full verb's lemma with its particle, and what stands around it."""

    lemma: str = ""
    at: int | None = None  # token index of the full verb
    finite: int | None = None
    modal: str = ""
    passive: bool = False
    mood: str = "indicative"  # indicative, konjunktiv1, konjunktiv2


def _dates(tokens: tuple[Token, ...], i: int, language: Language) -> bool:
    """«von Januar 2027 an»: no particle of a verb."""
    return tokens[i].text in language.prep.at_edge and any(
        t.low in language.prep.of_merged for t in tokens[max(0, i - 4) : i - 1]
    )


def verb_of(tokens: tuple[Token, ...], part: list[int], kind: str, language: Language) -> Verb:
    verbs = [i for i in part if tokens[i].tag in VERBAL and not _as_said(tokens, part, i, language)]
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
    behind = [i for i in part if i > at and tokens[i].tag == "PTKVZ" and not _dates(tokens, i, language)]
    behind = [i for i in behind if not (says and tokens[i].text in language.adv.to_that)]  # «meinte der Chef dazu»
    particle = tokens[behind[-1]].low if at == finite and behind else ""
    if (
        at == finite
        and not behind
        and tokens[at].lemma in language.grammar["verbs_with_ein"]
        and _has_ein(tokens, part, at, language)
    ):
        particle = language.written.separable_particle
    lemma = particle + _infinitive(tokens[at], language)
    lemma = _written_apart(tokens, part, at, at == finite, lemma, language) if not particle else lemma
    become = [
        i for i in helpers if tokens[i].lemma in language.verb.become and not _is_conditional(tokens, i, at, language)
    ]
    passive = tokens[at].is_a("VV(PP)") and (
        kind == "participle"
        or bool(become)
        or any(tokens[i].text in language.verb.passive_past for i in helpers)
        or (lemma in language.grammar["sold_verbs"] and any(tokens[i].lemma in language.verb.be for i in helpers))
    )
    modal = next((tokens[i].lemma.lower() for i in verbs if tokens[i].is_a("VM") and i != at), "")
    return Verb(
        lemma, at, finite, modal, passive, _mood(tokens[finite], language) if finite is not None else "indicative"
    )


def _written_apart(
    tokens: tuple[Token, ...], part: list[int], at: int, is_finite: bool, lemma: str, language: Language
) -> str:
    """«hat bekannt gegeben», «gab auch bekannt»: one verb, whether or not it is written in one word."""
    known = language.grammar["verbs_written_apart"].get(lemma, ())
    if not known:
        return lemma
    beside = [i for i in part if i > at] if is_finite else [at - 1] if at - 1 in part else []
    return next((tokens[i].low + lemma for i in beside if tokens[i].low in known), lemma)


def _is_conditional(tokens: tuple[Token, ...], helper: int, at: int, language: Language) -> bool:
    """«würde 3 Millionen erhalten»: an infinitive; but «würde übernommen» is passive."""
    return tokens[helper].low.startswith(language.stem.would) and tokens[at].low == tokens[at].lemma.lower()


def _has_ein(tokens: tuple[Token, ...], part: list[int], at: int, language: Language) -> bool:
    """«sammelte 3 Millionen ein bei einer Bewertung von …»: no article, for no noun or adjective that it could have follows."""
    after = [k for k, i in enumerate(part) if i > at and tokens[i].text in language.det.one_base]
    if not after:
        return False
    rest = part[after[-1] + 1 :]
    alone = not rest or tokens[rest[0]].is_a("APPR", "KON", "KOUS", "$")
    return alone and not any(tokens[i].is_a("ADJ(A)") and tokens[i - 1].is_a("NN", "NE", "ADV", "ADJ(D)") for i in rest)


@cache
def _swiss(language: Language) -> re.Pattern[str]:
    """Stems that Swiss spelling writes with «ss»."""
    return re.compile(f"(?:{'|'.join(language.stem.swiss)})")


def _infinitive(token: Token, language: Language) -> str:
    """The lemma; a past tense that the tagger took for a plural of the present is put right («angelte»: not «angelten»)."""
    lemma = token.lemma.lower()
    if "ss" in lemma:
        lemma = _swiss(language).sub(lambda m: m[0].replace("ss", "ß"), lemma)
    past = lemma.endswith(language.ending.past_as_plural) and token.low in (lemma, lemma[:-1]) and len(lemma) > 7
    return (
        lemma[:-3] + "n"
        if past and lemma not in language.verb.no_pasts and not lemma.endswith(language.ending.no_past)
        else lemma
    )


def _as_said(tokens: tuple[Token, ...], part: list[int], i: int, language: Language) -> bool:
    """«wie angekündigt», «wie geplant» inside a clause is no verb of it, nor is «…, vorausgesetzt, …»."""
    if tokens[i].text in language.word.provided and i > part[0] and tokens[i - 1].text in (",", "–", "—", "-"):
        return True
    return i > part[0] and i != part[-1] and tokens[i].is_a("VV(PP)") and tokens[i - 1].low in language.prep.like


def _mood(token: Token, language: Language) -> str:
    word = token.low
    if word in language.konjunktiv:
        return "konjunktiv1"
    if word in language.konjunktiv2:
        return "konjunktiv2"
    if word.endswith(tuple(language.grammar["mood_strong"]["konjunktiv2"])):
        return "konjunktiv2"
    lemma = token.lemma.lower()
    stem = lemma.removesuffix("en") if lemma.endswith("en") else lemma.removesuffix("n")
    return "konjunktiv1" if token.is_a("VV(FIN)") and word == stem + "e" else "indicative"

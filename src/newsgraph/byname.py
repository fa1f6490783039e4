"""Other names right behind a name: «Alpha, kurz Beta,», «Alpha (früher Beta)», «Alpha – besser bekannt als Beta –»."""

from collections.abc import Iterable, Iterator
from functools import cache

from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.parse import Parse
from newsgraph.pattern import Frame
from newsgraph.replacement import replace
from newsgraph.tagger import compound, familiar
from newsgraph.wordlist import PRODUCTS, is_title
from newsgraph.wordlist import words as listed

CALLED = Frame("byname/behind", "named", frozenset(), frozenset(), (), (), (), {}, "", frozenset(), False)
BEARERS = ("", "App", "Chip", "Company", "NewsOrganization", "Product", "PublicBody", "Regulation")
OPENING, CLOSING = (",", "(", "–", "—", "-"), (",", ")", "–", "—", "-", ".", ";", ":")
REACH = 7  # words of a time
LONGEST = 6  # words of a name


def bynames(p: Parse, language: Language) -> Iterator[Event]:
    """The names of a sentence that have another right behind them."""
    law = "(" in p.low and any(m.kind == "Regulation" for m in p.mentions)
    if _leads(language).isdisjoint(p.low) and ":" not in p.low and not law and not _has_letters(p):
        return
    for m in p.mentions:
        rule = _rule_of(p, m)
        bears = rule is not None or (m.kind in BEARERS and not m.adjective and not m.rest)
        if bears and (found := _behind(p, m, language)) is not None:
            yield _event(p, rule or _owned(p, m) or m, *found)


def law_called(aliases: Iterable[Event], first: int, last: int) -> Filler | None:
    """The law of which these tokens are another name."""
    found = (e.roles["product"][0] for e in aliases if e.first <= first and last <= e.last)
    return next((replace(law, verbal=True) for law in found if law.kind == "Regulation"), None)


def _rule_of(p: Parse, m: Mention) -> Mention | None:
    """«die KI-Verordnung der EU, oft auch AI Act genannt»: the rule, of which a place tells whose it is."""
    if m.kind not in ("Place", "PublicBody") or p.low[m.first - 1] not in p.language.det.genitives or m.first < 2:
        return None
    return next((o for o in p.mentions if o.kind == "Regulation" and o.last == m.first - 2), None)


def _owned(p: Parse, m: Mention) -> Mention | None:
    """«die App Beta von Alpha, international als Gamma bekannt»: Beta goes by that name, not Alpha."""
    if m.kind == "Regulation":
        return None  # «der App unterliegt die Verordnung der EU, kurz …»
    made = (o for o in p.mentions if o.kind in PRODUCTS and o.last < m.first <= o.last + 4)
    between = (o for o in made if any(p.low[i] in p.language.prep.owning for i in range(o.last + 1, m.first)))
    return next((o for o in between if not any(p.low[i] == "," for i in range(o.last + 1, m.first))), None)


def _behind(p: Parse, m: Mention, language: Language) -> tuple[int, int] | None:
    """The tokens of the other name behind a mention."""
    at = m.last + 1
    at += at < len(p.tokens) and p.tokens[at].text in QUOTES
    if (
        m.kind == "Regulation"
        and at < len(p.low)
        and p.low[at] in language.det.genitives
        and p.tokens[at + 1].is_a("NE", "NN")
    ):
        at += 2  # «die Datenverordnung der EU, oft auch Data Act genannt»
    if at >= len(p.tokens) or (p.tokens[at].text not in OPENING and p.low[at] not in language.adv.alias):
        return None
    opening = at + (p.tokens[at].text in OPENING)
    if (letters := _letters(p, m, opening, language)) is not None:
        return letters
    if p.tokens[at].text != "(" and any(
        p.low[i] in language.prep.of_merged for i in range(max(0, m.first - 3), m.first)
    ):
        return None  # «Beta, die App von Alpha, international als Gamma bekannt»
    if m.kind == "Regulation" and p.tokens[at].text == "(":  # «das Weltraumgesetz (Space Act)»
        law = next((o for o in p.mentions if o.first == opening and o.kind == m.kind and not o.adjective), None)
        if law is not None and p.tokens[law.last + 1].text in (")", ","):
            return law.first, law.last
        short = p.tokens[opening].text if opening + 1 < len(p.tokens) else ""
        if (
            p.tokens[opening + 1 : opening + 2]
            and p.tokens[opening + 1].text == ")"
            and short[0].isupper()
            and sum(c.isupper() for c in short) > 1
            and 2 < len(short) < 8
        ):
            return opening, opening  # «die Zahlungsverordnung (PSR)»
    if (first := _mark(p, opening, language)) is not None:
        return _other(p, m, first, language, sure=False)
    if p.tokens[at].text == "," and (first := _before_participle(p, opening, language)) is not None:
        return _other(p, m, first, language, sure=True)
    first = _mark(p, opening, language, "bynames_called")
    other = _other(p, m, first, language, sure=False) if first is not None else None
    behind = p.low[other[1] + 1] if other is not None and other[1] + 1 < len(p.low) else ""
    return other if behind in language.verb.called_so else None


def _has_letters(p: Parse) -> bool:
    """«, die ABR»: whether capitals stand behind an article that begins a piece."""
    return any(
        t.text.isupper() and p.low[i - 1] in p.language.det.nominative and p.low[i - 2] == ","
        for i, t in enumerate(p.tokens)
        if i > 2
    )


def _letters(p: Parse, m: Mention, at: int, language: Language) -> tuple[int, int] | None:
    """«von Alpha Beta Gamma, kurz ABG», «die Alpha Beta Regulation, die ABR,»: capitals that stand for the words of the name."""
    first = _mark(p, at, language)
    if first is None and at < len(p.low) and p.low[at] in language.det.nominative:
        first = at + 1
    if first is None or first + 1 >= len(p.tokens):
        return None
    text, end = p.tokens[first].text, p.tokens[first + 1].text
    return (first, first) if text.isupper() and len(text) > 1 and end in CLOSING and text == initials(m.name) else None


def initials(name: str) -> str:
    """The capitals with which the words of a name begin."""
    return "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())


def _mark(p: Parse, at: int, language: Language, key: str = "bynames") -> int | None:
    """The token behind words that announce a name: «früher», «bis 2022:»."""
    if (
        p.low[at : at + 1] != ()
        and p.low[at] in language.prep.since
        and p.low[at + 2 : at + 3] == (":",)
        and p.low[at + 1].isdigit()
    ):
        return at + 3
    if p.low[at : at + 1] != () and p.low[at] in language.prep.since and (since := _timed(p, at, language)) is not None:
        return since
    for words in _marks_by_word(language, key).get(p.low[at], ()) if at < len(p.low) else ():
        if p.low[at : at + len(words)] == words:
            at += len(words)
            return at + (p.tokens[at : at + 1] != () and p.tokens[at].text == ":")
    return _under_a_name(p, at, language)


def _under_a_name(p: Parse, at: int, language: Language) -> int | None:
    """«besser bekannt unter ihrem englischen Kürzel (AB)»: the token behind the noun for a name."""
    under = next((i for i in range(at, min(at + 3, len(p.tokens))) if p.low[i] in language.prep.under), None)
    if under is None or not all(
        p.low[i] in listed(language.code, "name_known") or p.tokens[i].is_a("ADV") for i in range(at, under)
    ):
        return None
    noun = next((i for i in range(under + 1, min(under + 5, len(p.tokens))) if p.tokens[i].is_a("NN")), None)
    if noun is None or p.tokens[noun].text not in listed(language.code, "name_givers") | listed(
        language.code, "short_name_nouns"
    ):
        return None
    told = all(p.tokens[i].is_a("ART", "PPOSAT", "ADJ(A)", "PDAT") for i in range(under + 1, noun))
    return noun + 1 if told else None


def _before_participle(p: Parse, at: int, language: Language) -> int | None:
    """«oft auch Beta genannt», «von Kritikern Beta getauft»: the first token of the name, adverbs and who says so before it."""
    called, near = listed(language.code, "calling_words"), range(at + 1, min(at + 9, len(p.tokens)))
    end = next((i for i in near if p.low[i] in called), None)
    if end is None or any(p.tokens[i].text in ",.;:()" for i in range(at, end)):
        return None
    first = end
    while first > at and p.tokens[first - 1].text[0].isupper() and not p.tokens[first - 1].is_a("ART", "APPR"):
        if first < end and p.tokens[first - 2].is_a("APPR", "APPRART") and p.tokens[first - 1].text in language.places:
            break  # «in Spanien Beta genannt»
        first -= 1
    spoken = any(p.tokens[i].is_a("APPR", "APPRART") for i in range(at, first))
    first += spoken and end - first > 1 and p.tokens[first].is_a("NN")  # «von Kritikern Chatkontrolle getauft»
    plain = all(
        p.tokens[i].is_a("ADV", "ADJ(D)", "APPR", "APPRART", "ART", "PTK", "NN", "PIS")
        or p.tokens[i].text in language.places
        for i in range(at, first)
    )
    return first if first < end and plain else None


def _timed(p: Parse, at: int, language: Language) -> int | None:
    """«bis vor zwei Jahren unter dem Namen (Beta tätig)»: the token behind a time and what announces a name."""
    if p.tokens[at - 1].text == "(" and p.low[at + 1 : at + 2] != () and p.low[at + 1].isdigit():
        return at + 2  # «Alpha (bis 2019 Beta)»
    for start in range(at + 2, min(at + REACH, len(p.tokens))):
        if not (p.tokens[start - 1].is_a("NN", "CARD", "ADJ(D)", "ADV") and p.low[start] in _first_marks(language)):
            continue
        for words in _marks(language, "byname_marks"):
            if p.low[start : start + len(words)] == words:
                return start + len(words)
    return None


def _other(p: Parse, m: Mention, first: int, language: Language, *, sure: bool) -> tuple[int, int] | None:
    quoted = first < len(p.tokens) and p.tokens[first].text in QUOTES
    first += quoted
    last = first - 1
    while (
        last + 1 < len(p.tokens) and last - first < LONGEST and (_capital(p, last + 1, first) or _joins(p, m, last + 1))
    ):
        last += 1
    end = last + 1 + (last + 1 < len(p.tokens) and p.tokens[last + 1].text in QUOTES)
    closed = end >= len(p.tokens) or p.tokens[end].text in CLOSING or p.low[end] in language.grammar["byname_ends"]
    closed = closed or (p.tokens[first - 1].text in language.prep.as_ and p.tokens[end].is_a("APPR", "APPRART"))
    return (
        (first, last)
        if last >= first and closed and (quoted or _names(p, m, first, last, language, sure=sure))
        else None
    )


def _capital(p: Parse, i: int, first: int) -> bool:
    token = p.tokens[i]
    if i > first and (token.text in p.language.conj.inside_names or token.text.isdigit()):
        return True
    return token.text[0].isupper() and not token.is_a("ART", "PPOSAT", "APPR", "PPER", "PIAT", "PDAT")


def _joins(p: Parse, m: Mention, i: int) -> bool:
    """«AiB, mit vollem Namen Alpha in Beta»: a small word for which the short name has a small letter."""
    low = p.tokens[i].text
    return (
        low.islower()
        and len(low) < 4
        and low[0] in m.name[1:-1]
        and p.tokens[i - 1].text[0].isupper()
        and _short(m.name)
    )


def _short(name: str) -> bool:
    return 2 < len(name) < 7 and sum(c.isupper() for c in name) > 1


def _names(p: Parse, m: Mention, first: int, last: int, language: Language, *, sure: bool) -> bool:
    """Whether words with capitals are a name: neither a person, a place nor what somebody is («früher Marktführer»)."""
    whole = next((o for o in p.mentions if o.first == first and o.last >= last), None)
    if whole is not None and (whole.kind in ("Person", "Place") or whole.adjective or whole.rest):
        return False
    noun = p.tokens[last].text
    law = m.kind == "Regulation" and whole is not None and whole.kind == m.kind
    if law and p.low[first - 1] in language.word.official_name:
        return True  # «das Alphagesetz, offiziell Alphaschutzgesetz»
    if (language.nouns.class_of(noun) and last == first) or is_title(language.code, noun):
        return False
    if p.tokens[first - 1].text == ":" and p.tokens[m.last + 1].text == "(" and compound(language.code, noun):
        return True  # «(früher: Betalab)»
    plain = (
        first == last and whole is None and not noun.isupper() and familiar(language.code, noun) in ("noun", "other")
    )
    return sure or not plain


def _event(p: Parse, m: Mention, first: int, last: int) -> Event:
    name = " ".join(p.tokens[i].text for i in range(first, last + 1))
    bearer = Filler(m.kind or "Company", m.first, m.last, m.name, m.id)
    roles: dict[str, tuple[Filler, ...]] = {"product": (bearer,), "name": (Filler("text", first, last, name=name),)}
    clause = next((c.index for c in p.clauses if m.first in c.tokens), 0)
    return Event(CALLED, p.sentence.index, clause, first, last, roles)


@cache
def _marks(language: Language, key: str = "bynames") -> tuple[tuple[str, ...], ...]:
    """What announces a name, the longest first."""
    return tuple(sorted((tuple(m.split()) for m in language.grammar[key]), key=lambda m: (-len(m), m)))


@cache
def _marks_by_word(language: Language, key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The same by the first of their words."""
    marks = _marks(language, key)
    return {first: tuple(m for m in marks if m[0] == first) for first in dict.fromkeys(m[0] for m in marks)}


@cache
def _first_marks(language: Language) -> frozenset[str]:
    return frozenset(m[0] for m in _marks(language, "byname_marks"))


@cache
def _leads(language: Language) -> frozenset[str]:
    called = (m[0] for table in ("bynames", "bynames_called") for m in _marks(language, table))
    known = listed(language.code, "name_known")
    return frozenset((*called, *language.prep.until, *known, *listed(language.code, "calling_words")))

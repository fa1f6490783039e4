"""How a phrase hangs on the ones before it.

«des Chipherstellers Alpha» hangs as a genitive, «, ein Anbieter aus Wien,» as an apposition, «und Beta» as a part of a list.
"""

from newsgraph.language import Language
from newsgraph.phrase import ALL_CASES, Phrase
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.wordlist import class_of, tails, words

ADVERBIAL = ("aus", "in", "mit", "seit", "bei", "nahe", "bis")
ONE = ("ein", "eine", "einen", "einem", "einer")
KNOWN = ("der", "die", "das", "den", "dem")  # «der Dienst, früher Beta, …»
JOINING = {",", "und", "oder", "sowie", "bzw.", "beziehungsweise"}
GENITIVES = (
    "des", "der", "eines", "einer", "dieses", "dieser", "ihrer", "ihres", "seiner", "seines", "unserer", "unseres",
)  # fmt: skip


def linked(phrase: Phrase, found: list[Phrase], tokens: tuple[Token, ...], language: Language) -> Phrase:
    """Hang the phrase on the one before where form and the words between say so."""
    if not found or phrase.link == "possessor":
        return phrase
    before = _before_time(found, tokens, language)
    between = [tokens[i].text.lower() for i in range(before.last + 1, phrase.first)]
    if before.link == "possessor" and before.to is None and all(w in "'’" for w in between):
        found[-1] = replace(before, to=phrase.index)
        own = replace(phrase, prep=before.prep, cases=ALL_CASES if not before.prep else phrase.cases)
        return _listed(own, before, found[:-1], tokens)
    between = between[:1] if before is not found[-1] else between
    said = _without_brackets([w for w in between if w not in '"„“”»«'])
    if len(said) > 1 and said[-1] == "," and _ends_in_verb(before, phrase, tokens, language):
        said = [","]  # «will es mit Alpha verbinden, dem Dienst der Firma Beta»
    if not said and not phrase.prep and "gen" in phrase.cases and phrase.det in GENITIVES:
        person = (
            before.mention is not None and before.mention.kind == "Person"
        )  # a name takes no genitive: «sagte Eva Muster der Zeitung»
        if phrase.det == "der" and _masculine(phrase, tokens, language) and not _is_maker(before, tokens, language):
            return phrase  # «… ist mit 5 Prozent des Umsatzes der Autobauer Alpha»: his genitive were «des Autobauers»
        named = phrase.mention is not None
        year = tokens[before.head].text.isdigit() and before.prep != ""
        known = tokens[before.head].lemma.lower() in words(language.code, "time_nouns")
        time = named and (year or known)  # «im Sommer der Dienst Alpha»
        shared = before.quantity is not None and before.prep == "zu" and before.quantity.unit == "percent"
        if named and (_is_own_name(before) or shared):  # «gehört zu 70 Prozent der Alpha AG»
            return phrase  # «macht mit ihrer App Beta der Firma Alpha Konkurrenz»
        if phrase.det in ("des", "eines", "dieses") or (not before.pronoun and not person and not time):
            return replace(phrase, link="genitive", to=before.index)
    if phrase.prep == "wie" and said == ["ebenso"]:
        host = _host(found, phrase, said)
        return replace(phrase, link="list", to=host.index, prep=host.prep)
    if (phrase.prep and phrase.prep != before.prep and before is found[-1]) or phrase.pronoun:
        return phrase
    product = phrase.mention is not None and phrase.mention.kind in ("App", "Chip", "Product", "")
    if not said and before.link == "list" and product and not phrase.det and _is_compound(before):
        return replace(phrase, link="list", to=before.to, prep=before.prep)  # «das Alpha-Modell Beta» in a list
    naming = _is_compound(phrase) and phrase.last + 1 < len(tokens) and tokens[phrase.last + 1].is_a("NE", "FM", "XY")
    placed = said == [","] and before.prep in ADVERBIAL and _is_place(before)
    if placed and (described := _described(found, phrase, tokens, language)) is not None:
        return replace(phrase, link="apposition", to=described.index)  # «Alpha mit Sitz in Graz, eine Tochter …»
    if said == [","] and not naming and _is_apposition(before, phrase, tokens, language):
        return replace(phrase, link="apposition", to=before.index)
    if said == [","] and _renamed(before, phrase, tokens, language):
        return replace(phrase, link="apposition", to=before.index)
    if (described := _described(found, phrase, tokens, language)) is not None:
        return replace(phrase, link="apposition", to=described.index)
    if said == [","] and (noun := _described_before(found, phrase, tokens)) is not None:
        return replace(phrase, link="apposition", to=noun.index)
    alike = phrase.quantity is None or before.quantity is not None or before.link == "list" or not before.prep
    if set(said) & JOINING and set(said) <= JOINING | {"auch", "zudem"} and not before.pronoun and alike:
        host = _host(found if before is found[-1] else found[:-1], phrase, said)
        prep = phrase.prep if before is found[-1] else ""
        return replace(phrase, link="list", to=host.index, prep=prep or host.prep)
    return phrase


def _ends_in_verb(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """Whether only verbs stand between two phrases, of which the second could describe the first by its case."""
    between = [tokens[i] for i in range(before.last + 1, phrase.first) if tokens[i].text != ","]
    verbs = all(t.is_a("VV(INF)", "VV(PP)", "VV(IZU)", "VA(INF)", "PTKZU") for t in between)
    named = before.mention is not None and not before.mention.rest and phrase.mention is None
    told = phrase.det in KNOWN or (
        phrase.det in ONE and _is_firm(tokens[phrase.head].text, language)
    )  # «an Alpha verkauft, eine Gesellschaft aus Graz»
    return verbs and named and told and bool(before.cases & phrase.cases) and before.prep != ""


def _is_firm(noun: str, language: Language) -> bool:
    """Whether a noun means a company, by itself or beside another («Tochter»)."""
    return class_of(language.code, noun) == "Company" or noun.lower() in language.grammar["reference"]["relational"]


def _is_maker(phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«Hersteller der Panzer Alpha und Beta»: a plural, for which «der» is the genitive."""
    noun = tokens[phrase.head].text.lower().removesuffix("in")
    return phrase.mention is None and noun.endswith(tails(language.code, "maker_endings"))


def _is_own_name(phrase: Phrase) -> bool:
    """«ihre App Beta»: whose it is, is said already."""
    m = phrase.mention
    return m is not None and not m.rest and m.first > phrase.first and phrase.det.startswith(("sein", "ihr"))


def _renamed(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«Alpha, früher Beta, …»: a name that a thing had, no second thing."""
    names = phrase.mention is not None and not phrase.det and not phrase.mention.rest
    past = tokens[phrase.first].text in language.grammar["past_words"]
    return names and past and (before.mention is not None or before.det in KNOWN)


def _without_brackets(said: list[str]) -> list[str]:
    """«Eva Muster (58), Chefin von …»: what stands in brackets parts nothing."""
    if "(" not in said or ")" not in said:
        return said
    return said[: said.index("(")] + said[said.index(")") + 1 :]


def _masculine(phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """Whether the noun before a name is masculine by its form."""
    masculine = tokens[phrase.head].text.lower().endswith(tails(language.code, "masculine_endings"))
    return phrase.mention is not None and phrase.mention.first > phrase.head and masculine


def _is_compound(phrase: Phrase) -> bool:
    """«Alpha-Modell»: a name and what the compound says of it."""
    return phrase.mention is not None and phrase.mention.rest != "" and not phrase.mention.adjective


def _listed(phrase: Phrase, owner: Phrase, found: list[Phrase], tokens: tuple[Token, ...]) -> Phrase:
    """«auf Alpha und Betas Gamma»: a phrase whose owner stands first goes on with a list as any other."""
    between = [tokens[i].text.lower() for i in range(found[-1].last + 1, owner.first)] if found else []
    said = {w for w in between if w not in '"„“”»«'}
    if owner.prep or not said or not said <= JOINING or found[-1].pronoun:
        return phrase
    host = _host(found, phrase, [*said])
    return replace(phrase, link="list", to=host.index, prep=host.prep)


def _before_time(found: list[Phrase], tokens: tuple[Token, ...], language: Language) -> Phrase:
    """The phrase that one may hang on: in «Alpha und seit Mai der Dienst Beta» the list goes on behind the time."""
    last = found[-1]
    timed = last.prep in ("seit", "ab", "in") and last.mention is None
    timed = timed and tokens[last.head].lemma.lower() in words(language.code, "time_nouns")
    joined = len(found) > 1 and last.first > 0 and tokens[last.first - 1].text.lower() in JOINING
    return found[-2] if timed and joined and found[-2].last == last.first - 2 else last


def _host(found: list[Phrase], phrase: Phrase, said: list[str]) -> Phrase:
    """The phrase that a list goes on with: a name seeks the phrase on the verb rather than a bare noun behind a preposition."""
    before = found[-1]
    if said == [",", "und"] and phrase.det and (told := next((f for f in found[-3:] if f.link == "apposition"), None)):
        return (
            found[told.to] if told.to is not None else before
        )  # «Alpha, ein Ableger von Beta, und der Versorger Gamma»
    if len(found) > 1 and (_is_seat(found[-2], before, phrase) or _is_with(found[-2], before, phrase)):
        before = found[-2]  # «Alpha aus Wien und die britische Beta»
    if (
        phrase.mention is not None
        and before.mention is None
        and before.prep
        and not phrase.prep
        and before.link != "list"
    ):
        free = next((f for f in reversed(found) if not f.prep and not f.link and f.det), None)
        if free is not None and "und" not in said:
            return free
    owner = found[before.to] if before.link == "genitive" and before.to is not None and not phrase.det else before
    if owner.link == "list" and owner.to is not None and phrase.mention is not None and not phrase.prep:
        return found[owner.to]  # «Alpha, die Sparte des Verlags, Beta und Gamma»
    return found[before.to] if before.link in ("list", "apposition") and before.to is not None else before


def _is_seat(named: Phrase, place: Phrase, phrase: Phrase) -> bool:
    """Whether a place only tells where what is named before it sits, and the phrase is another one of those."""
    sits = place.prep in ("aus", "in") and _is_place(place) and not place.link and named.last == place.first - 1
    a, b = named.mention, phrase.mention
    alike = a is not None and b is not None and b.kind in ("Company", "Person", "App", "Product") and a.kind == b.kind
    return sits and alike and not phrase.prep and not a.rest if a is not None else False


def _is_with(named: Phrase, own: Phrase, phrase: Phrase) -> bool:
    """«Alpha mit seiner Uhr und Beta»: what a firm has parts it from the next one."""
    a, b = named.mention, phrase.mention
    has = own.prep == "mit" and own.det.startswith(("sein", "ihr")) and named.last == own.first - 1
    firms = a is not None and b is not None and a.kind == b.kind == "Company" and not (a.rest or b.rest)
    return has and firms and not phrase.prep and (own.mention is None or own.mention.kind != "Company")


def _closes_list(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...]) -> bool:
    """«A sowie Alpha, eine App»: what follows the last of a list with an article describes it."""
    opening = tokens[before.first - 1].text.lower() if before.first else ""
    return opening in ("und", "sowie") and phrase.det in ("ein", "eine", "einen", "einem", "einer", "der", "die", "das")


def _is_apposition(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«Alpha, ein Anbieter …» and «der Chef der Bank, Eva Muster,»: one has a name, the other a bare noun with an article."""
    if before.link == "list" and not _closes_list(before, phrase, tokens):
        return False
    noun = tokens[phrase.head].text
    title = language.nouns.is_title(noun) or language.nouns.class_of(noun) != ""
    if _is_place(before) and phrase.det in ONE and (_is_firm(noun, language) or _is_compound(phrase)):
        return False  # «Alpha mit Sitz in Graz, eine Tochter von Beta»
    bare = phrase.mention is None or bool(phrase.mention.rest)
    first = tokens[phrase.first]  # «Alpha, schärfster Widersacher der Beta AG»
    ranked = not phrase.prep and first.is_a("ADJ(A)") and first.text.endswith(("ster", "ste", "stes", "sten", "stem"))
    described = (
        before.mention is not None
        and not before.mention.rest
        and bare
        and (phrase.det != "" or title or ranked)
        and phrase.quantity is None
    )
    naming = before.mention is None and phrase.mention is not None and phrase.det == "" and before.det != ""
    return (
        described
        or _called(before, phrase, tokens)
        or (naming and phrase.mention is not None and phrase.mention.kind == "Person")
    )


def _described_before(found: list[Phrase], phrase: Phrase, tokens: tuple[Token, ...]) -> Phrase | None:
    """«Der größte Rivale von Alpha, die Firma Beta, …»: what a noun with something hung on it is called, in the noun's case."""
    k = len(found) - 1
    while k > 0 and (found[k].prep in ("von", "aus", "in", "für", "auf", "gegen", "zu") or found[k].link == "genitive"):
        k -= 1
    after = tokens[phrase.last + 1].text if phrase.last + 1 < len(tokens) else "."
    closed = (
        after == "," and phrase.last + 2 < len(tokens) and tokens[phrase.last + 2].is_a("VV(FIN)", "VA(FIN)", "VM(FIN)")
    )
    hung, host = k < len(found) - 1, found[k]
    noun = host.mention is None and host.det not in ("", "kein", "keine") and host.quantity is None and not host.link
    named = phrase.mention is not None and not phrase.mention.rest and phrase.det in ("der", "die", "das", "den", "dem")
    agrees = bool(host.cases & phrase.cases) and (closed or not (found[-1].cases & phrase.cases))
    return host if hung and noun and named and agrees and after in (",", ".", "–", ";", ":") else None


def _described(found: list[Phrase], phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> Phrase | None:
    """«Alpha aus Graz, eine Tochter …», «Alpha, seit 2021 eine Tochter …»: the name before what only says where or when."""
    if (office := _office(found, phrase, tokens, language)) is not None:
        return office
    k = len(found) - 1
    while (
        k > 0
        and found[k].prep in ADVERBIAL
        and not found[k].pronoun
        and (found[k].mention is None or _is_place(found[k]))
    ):
        k -= 1
    if k == len(found) - 1 or phrase.prep or phrase.det not in ONE:
        return None
    if language.nouns.class_of(tokens[phrase.head].text) == "Place":
        return None  # «in Graz, einer Stadt …»
    inside = {i for f in found[k + 1 :] for i in range(f.first, f.last + 1)}
    gap = [tokens[i] for i in range(found[k].last + 1, phrase.first) if i not in inside]
    commas = sum(t.text == "," for t in gap)
    apart = commas == 1 and all(t.text == "," or t.is_a("ADV", "ADJ(D)") for t in gap)
    return found[k] if apart and _is_apposition(found[k], phrase, tokens, language) else None


def _office(found: list[Phrase], phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> Phrase | None:
    """«Der Chef der Alpha AG, Eva Muster,», «der Chef von Alpha, Eva Muster,»: the office that the name fills."""
    before = found[-1]
    if len(found) > 1 and _is_compound(found[-2]) and found[-2].last == before.first - 1 and not before.prep:
        before = found[-2]  # «der Chef der Alpha-Tochter Beta, Eva Muster»
    host = found[before.to] if before.link == "genitive" and before.to is not None else None
    k = before.index - 1
    if before.prep in ("von", "bei") and k >= 0 and found[k].last == before.first - 1:
        host = found[k]
    between = [tokens[i].text for i in range(found[-1].last + 1, phrase.first)]
    person = phrase.mention is not None and phrase.mention.kind == "Person" and not phrase.det and not phrase.prep
    if host is None or between != [","] or not person or host.mention is not None or not host.det:
        return None
    return host if language.nouns.is_office(tokens[host.head].text) else None


def _is_place(phrase: Phrase) -> bool:
    return phrase.mention is not None and phrase.mention.kind == "Place"


def _called(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...]) -> bool:
    """«Die größte Kundin, die Reederei Alpha, …»: a noun with an article, and between commas what it is called."""
    if before.mention is not None or phrase.mention is None or phrase.mention.rest or before.prep != phrase.prep:
        return False
    articles = before.det not in ("", "keine", "kein") and phrase.det in ("der", "die", "das", "den", "dem")
    after = tokens[phrase.last + 1].text if phrase.last + 1 < len(tokens) else "."
    return articles and before.quantity is None and before.link != "list" and after in (",", ".", "–", ";", ":")

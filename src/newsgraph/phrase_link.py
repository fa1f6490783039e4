"""How a phrase hangs on the ones before it.

«des Chipherstellers Alpha» hangs as a genitive, «, ein Anbieter aus Wien,» as an apposition, «und Beta» as a part of a list.
"""

from newsgraph.kin_apposition import is_firm, is_founded
from newsgraph.language import Language
from newsgraph.listing import goes_on, is_item, is_place
from newsgraph.nameclass import QUOTES
from newsgraph.nounapposition import tells_more
from newsgraph.one_of import is_one, is_one_of
from newsgraph.phrase import ALL_CASES, Phrase
from newsgraph.phrase_apposition import described_by, is_apposition, is_compound, noun_before
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.wordlist import tails, words


def linked(phrase: Phrase, found: list[Phrase], tokens: tuple[Token, ...], language: Language) -> Phrase:
    """Hang the phrase on the one before where form and the words between say so."""
    if not found or phrase.link == "possessor":
        return phrase
    before = _before_time(found, tokens, language)
    between = [tokens[i].low for i in range(before.last + 1, phrase.first)]
    if before.link == "possessor" and before.to is None and all(w in QUOTES for w in between):
        found[-1] = replace(before, to=phrase.index)
        own = replace(phrase, prep=before.prep, cases=ALL_CASES if not before.prep else phrase.cases)
        return _listed(own, before, found[:-1], tokens, language)
    between = between[:1] if before is not found[-1] else between
    said = _without_brackets([w for w in between if w not in '"„“”»«'])
    if len(said) > 1 and said[-1] == "," and _ends_in_verb(before, phrase, tokens, language):
        said = [","]  # «will es mit Alpha verbinden, dem Dienst der Firma Beta»
    if not said and not phrase.prep and "gen" in phrase.cases and phrase.det in language.det.genitive_forms:
        person = (
            before.mention is not None and before.mention.kind == "Person"
        )  # a name takes no genitive: «sagte Eva Muster der Zeitung»
        if is_one(before, tokens, language):
            return replace(phrase, link="genitive", to=before.index)  # «einer der beiden Gründer»
        if (
            phrase.det in language.det.masculine
            and _masculine(phrase, tokens, language)
            and not _is_maker(before, tokens, language)
        ):
            return phrase  # «… ist mit 5 Prozent des Umsatzes der Autobauer Alpha»: his genitive were «des Autobauers»
        named = phrase.mention is not None
        year = tokens[before.head].text.isdigit() and (before.prep != "" or len(tokens[before.head].text) == 4)
        known = tokens[before.head].lemma.lower() in words(language.code, "time_nouns")
        time = named and (year or known)  # «im Sommer der Dienst Alpha»
        shared = before.quantity is not None and before.prep in language.prep.to and before.quantity.unit == "percent"
        if named and (
            _is_own_name(before, language) or shared or _belongs(before, phrase, tokens, language)
        ):  # «gehört zu 70 Prozent der Alpha AG»
            return phrase  # «macht mit ihrer App Beta der Firma Alpha Konkurrenz»
        if phrase.det in language.det.genitive_shown or (not before.pronoun and not person and not time):
            return replace(phrase, link="genitive", to=before.index)
    if _is_other_of_two(said, before, tokens, language):
        said = [*language.conj.and_]
    if phrase.prep in language.prep.like and len(said) == 1 and said[0] in language.adv.likewise:
        first = goes_on(found, phrase, said, language)
        return replace(phrase, link="list", to=first.index, prep=first.prep)
    if said == [","] and is_one_of(before, phrase, tokens, language):
        return replace(phrase, link="apposition", to=before.index)
    if (phrase.prep and phrase.prep != before.prep and before is found[-1]) or phrase.pronoun:
        return phrase
    product = phrase.mention is not None and phrase.mention.kind in ("Company", "App", "Chip", "Product", "")
    if not said and before.link == "list" and product and not phrase.det and is_compound(before):
        return replace(phrase, link="list", to=before.to, prep=before.prep)  # «das Alpha-Modell Beta» in a list
    person = phrase.mention is not None and phrase.mention.kind == "Person" and before.link == "list" and not phrase.det
    if not said and person and is_compound(before) and language.nouns.is_office(tokens[before.head].text):
        return replace(
            phrase, link="list", to=before.to, prep=before.prep
        )  # «…, der frühere Alpha-Chef Muster und Beta»
    naming = is_compound(phrase) and phrase.last + 1 < len(tokens) and tokens[phrase.last + 1].is_a("NE", "FM", "XY")
    placed = said == [","] and before.prep in language.prep.adverbial and is_place(before)
    if placed and (described := described_by(found, phrase, tokens, language)) is not None:
        return replace(phrase, link="apposition", to=described.index)  # «Alpha mit Sitz in Graz, eine Tochter …»
    aside = set(language.grammar["reference"]["aside_words"])  # «…, bisher eine Tochter von Beta, …»
    when = said[:1] == [","] and set(said[1:]) <= aside
    if when and len(said) < 3 and tells_more(before, phrase, tokens, language):
        return replace(phrase, link="apposition", to=before.index)
    item = said == [","] and is_item(before, phrase, tokens, language)
    if said == [","] and not naming and not item and is_apposition(before, phrase, tokens, language):
        return replace(phrase, link="apposition", to=before.index)
    if said == [","] and _is_office_of_last(before, phrase, tokens, language):
        return replace(phrase, link="apposition", to=before.index)
    if said == [","] and _renamed(before, phrase, tokens, language):
        return replace(phrase, link="apposition", to=before.index)
    if (described := described_by(found, phrase, tokens, language)) is not None:
        return replace(phrase, link="apposition", to=described.index)
    if said == [","] and (noun := noun_before(found, phrase, tokens, language)) is not None:
        return replace(phrase, link="apposition", to=noun.index)
    alike = phrase.quantity is None or before.quantity is not None or before.link == "list" or not before.prep
    if (
        set(said) & language.conj.joining_sums
        and set(said) <= language.conj.joining_sums | language.adv.besides
        and not before.pronoun
        and alike
    ):
        first = goes_on(found if before is found[-1] else found[:-1], phrase, said, language)
        if is_place(first) and first.prep in language.prep.adverbial and _is_named_firm(phrase):
            return phrase  # «in Graz, Alpha dagegen …»: no second place
        if (
            said == [","]
            and first.prep
            and not phrase.prep
            and first.mention is None
            and phrase.det in language.det.definite
        ):
            return phrase  # «Dort sitzt, in einem Möbelhaus, die Firma Alpha»
        prep = phrase.prep if before is found[-1] else ""
        return replace(phrase, link="list", to=first.index, prep=prep or first.prep)
    return phrase


def _is_other_of_two(said: list[str], before: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«sowohl Alpha als auch Beta», «sowohl beim Konzern Alpha wie bei Beta»."""
    if not said or not language.conj.both_between.issuperset(said) or set(said) <= language.conj.joining:
        return False
    return any(t.low in language.conj.both for t in tokens[: before.first])


def _is_office_of_last(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«Max Probe und Eva Muster, Chefin der Alpha AG»: behind «und» the list is closed, and the office is hers."""
    person = before.mention is not None and before.mention.kind == "Person" and before.link == "list"
    closed = person and tokens[before.first - 1].text in language.conj.and_also
    return closed and phrase.mention is None and not phrase.det and language.nouns.is_office(tokens[phrase.head].text)


def _ends_in_verb(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """Whether only verbs stand between two phrases, of which the second could describe the first by its case."""
    between = [tokens[i] for i in range(before.last + 1, phrase.first) if tokens[i].text != ","]
    verbs = all(t.is_a("VV(INF)", "VV(PP)", "VV(IZU)", "VA(INF)", "PTKZU", "PTKVZ") for t in between)
    named = before.mention is not None and not before.mention.rest and phrase.mention is None
    told = phrase.det in language.det.definite or (
        phrase.det in language.det.one and is_firm(tokens[phrase.head].text, language)
    )  # «an Alpha verkauft, eine Gesellschaft aus Graz»
    if verbs and is_founded(before, phrase, tokens, language):
        return True
    hung = before.prep != "" or before.link == "genitive"  # «gab der Klage der Alpha AG statt, eines Händlers aus Graz»
    return verbs and named and told and bool(before.cases & phrase.cases) and hung


def _is_maker(phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«Hersteller der Panzer Alpha und Beta»: a plural, for which «der» is the genitive."""
    noun = tokens[phrase.head].low.removesuffix(language.written.feminine)
    return phrase.mention is None and noun.endswith(tails(language.code, "maker_endings"))


def _is_own_name(phrase: Phrase, language: Language) -> bool:
    """«ihre App Beta»: whose it is, is said already."""
    m = phrase.mention
    return m is not None and not m.rest and m.first > phrase.first and phrase.det.startswith(language.stem.possessive)


def _belongs(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«2014 gehörte Alpha der Beta AG»: two companies behind the verb, of which the second has the first."""
    names = [f.mention for f in (before, phrase) if f.mention is not None and f.mention.kind in ("Company", "")]
    verbs = (t.lemma for t in tokens[: before.first] if t.is_a("VV(FIN)"))
    has = any(v in language.grammar["belonging_verbs"] for v in verbs)
    return has and len(names) == 2 and phrase.det in language.det.masculine and not names[0].rest


def _renamed(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«Alpha, früher Beta, …»: a name that a thing had, no second thing."""
    names = phrase.mention is not None and not phrase.det and not phrase.mention.rest
    past = tokens[phrase.first].text in language.grammar["past_words"]
    return names and past and (before.mention is not None or before.det in language.det.definite)


def _without_brackets(said: list[str]) -> list[str]:
    """«Eva Muster (58), Chefin von …»: what stands in brackets parts nothing."""
    if "(" not in said or ")" not in said:
        return said
    return said[: said.index("(")] + said[said.index(")") + 1 :]


def _masculine(phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """Whether the noun before a name is masculine by its form."""
    noun = tokens[phrase.head].low
    masculine = noun.endswith(tails(language.code, "masculine_endings"))
    masculine = masculine and not noun.endswith(tails(language.code, "mother_tails"))  # «am Sitz der Tochter Alpha»
    return phrase.mention is not None and phrase.mention.first > phrase.head and masculine


def _listed(
    phrase: Phrase, owner: Phrase, found: list[Phrase], tokens: tuple[Token, ...], language: Language
) -> Phrase:
    """«auf Alpha und Betas Gamma»: a phrase whose owner stands first goes on with a list as any other."""
    between = [tokens[i].low for i in range(found[-1].last + 1, owner.first)] if found else []
    said = {w for w in between if w not in '"„“”»«'}
    if owner.prep or not said or not said <= language.conj.joining_sums or found[-1].pronoun:
        return phrase
    first = goes_on(found, phrase, [*said], language)
    return replace(phrase, link="list", to=first.index, prep=first.prep)


def _before_time(found: list[Phrase], tokens: tuple[Token, ...], language: Language) -> Phrase:
    """The phrase that one may hang on: in «Alpha und seit Mai der Dienst Beta» the list goes on behind the time."""
    last = found[-1]
    timed = last.prep in language.prep.since_or_in and last.mention is None
    timed = timed and tokens[last.head].lemma.lower() in words(language.code, "time_nouns")
    joined = len(found) > 1 and last.first > 0 and tokens[last.first - 1].low in language.conj.joining_sums
    return found[-2] if timed and joined and found[-2].last == last.first - 2 else last


def _is_named_firm(phrase: Phrase) -> bool:
    m = phrase.mention
    return m is not None and m.kind in ("Company", "App", "Person") and not m.rest and not phrase.prep

"""Phrases as fillers: what a role of a given type takes from a phrase that stands in one of its slots."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from newsgraph import party, trait
from newsgraph.bare_noun import days, facility, goods, investment, majority, minority, quantity, rule, words
from newsgraph.calling import called, product_meant
from newsgraph.clause import Clause
from newsgraph.complement import points_back
from newsgraph.filler import CLASSES, DEFAULTS, QUANTITIES, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.phrase import Phrase
from newsgraph.possessor import possessor
from newsgraph.relation import PRIORITY
from newsgraph.servicename import service
from newsgraph.several import is_several
from newsgraph.subject import subject
from newsgraph.taking import Taking
from newsgraph.tally import COUNTED, is_threshold
from newsgraph.ware import makes_parts
from newsgraph.whose_ware import by_maker, by_possessive, is_own
from newsgraph.wordlist import relates


@lru_cache(8)
def authorities(language: Language) -> tuple[str, ...]:
    """The ends of the names of bodies that watch over others."""
    return tuple(language.grammar["sums"]["authorities"])


FIGURES = (*QUANTITIES, *COUNTED)
NAMES = ("another-name", "nameable", "market", "acronym")
LED = ("owner", "compound", "genitive")


def take(t: Taking, clause: Clause, phrase: Phrase, kind: str, name: str) -> Iterator[Filler]:
    """The phrase, in slot `name` of `clause`, as a filler of the type `kind`, if it can be one."""
    if kind in trait.KINDS:
        return trait.take(t.p, phrase, kind, t.language)
    if kind in party.KINDS:
        return party.take(t.p, clause, phrase, kind, t.language)
    if kind in FIGURES:
        nobody = t.frame.relation == "measurement" and is_threshold(t.p, clause, phrase)
        return quantity(t, phrase, kind) if not nobody else iter(())
    if name == "nationality":
        return _nationality(t, phrase, kind)
    if kind in NAMES:
        return called(t, phrase, kind, name)
    if kind == "state" and phrase.mention is None and (found := tuple(_state(t, phrase, kind))):
        return iter(found)
    if kind in BY_TYPE:
        return BY_TYPE[kind](t, clause, phrase, kind)
    sold = t.frame.relation in (
        "acquisition",
        "sale",
    )  # «der Verkauf seiner Sparte» sells the part, not the owner
    if name.startswith("whose-") and phrase.mention is None and is_own(phrase, t.language):
        return by_possessive(t, phrase, kind)
    shares = t.p.head(phrase).text.endswith("-")  # «die Alpha- und Beta-Hersteller»
    owns = name in ("owner", "compound") and (
        phrase is t.cue.phrase or shares or (_whose(phrase, t.language) and not sold)
    )
    if owns or (name.startswith("whose-") and _is_thing_of(t, phrase)):
        return _possessor(t, phrase, kind, name)
    if name == "self" and phrase.mention is None and DEFAULTS.get(kind) == "Product":
        return iter(())  # «seine Apps» is no product of that name
    return _named(t, phrase, kind, name)


def _city(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """A place that is no country: where something is made, not where it is sold."""
    for filler in _named(t, phrase, "place"):
        known = t.language.places.get(filler.name)
        if filler.kind == "Place" and (
            known is None or known.kind in ("city", "state")
        ):  # not «die Hallen in der Lausitz»
            yield filler


def _nationality(t: Taking, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """The country (or city) whose adjective stands in the phrase: «das französische Start-up», «US-Konzern»."""
    for mention in t.p.mentions:
        if (
            mention.adjective
            and phrase.first <= mention.first <= phrase.head
            and (not mention.rest or mention.first == phrase.head)
        ):
            known = t.language.places.get(mention.name)
            is_city = known is None or known.kind in ("city", "state", "region")
            if is_city == (kind == "city"):
                yield Filler("Place", mention.first, mention.last, mention.name, mention.id)


def _acts(t: Taking, phrase: Phrase, kind: str) -> bool:
    """«Alpha zahlt …», «die Plattform Alpha sammelt … ein»: an app stands for its company where money is spoken of."""
    bare = phrase.mention is not None and not phrase.det and phrase.first >= phrase.mention.first - bool(phrase.prep)
    raises = t.frame.relation == "funding_round" and phrase.mention is not None
    return (bare or raises) and kind in ("agent", "buyer", "company") and t.frame.relation in PRIORITY


def _is_led(kind: str, mention: Mention, slot: str, language: Language) -> bool:
    """«Zahlio-Chefin Eva Muster», «Gründer von Zahlio»: who has a chief is a firm, though its name is that of an app."""
    return kind == "organization" and mention.kind == "App" and (slot in LED or slot in language.prep.led)


def _state(t: Taking, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """«der ungarische Staat», «die japanische Regierung»: the country of the adjective; «die Stadt»: a body by its noun."""
    noun, words = t.p.head(phrase).text, t.language.grammar["sums"]
    country = tuple(_nationality(t, phrase, kind)) if noun.lower() in words["state_nouns"] else ()
    yield from country
    definite = (
        phrase.det in t.language.det.nominative or t.p.tokens[phrase.first].low in t.language.prep.merged_of_or_at
    )
    definite = definite or (not phrase.det and noun.lower() in words["bare_state_actors"])
    actor = noun.lower() in words["state_actors"] or noun.lower().endswith(tuple(words["granting_bodies"]))
    if not country and definite and actor:
        yield Filler("PublicBody", phrase.first, phrase.last, noun)


def _whose(phrase: Phrase, language: Language) -> bool:
    """«seine (Reihe von Apps)»: the phrase stands for an owner."""
    return phrase.mention is None and phrase.det.startswith(language.stem.possessive_our)


def _possessor(t: Taking, phrase: Phrase, kind: str, slot: str) -> Iterator[Filler]:
    """Whose thing the cue's phrase speaks of: «Alpha-Apps», «seine Produkte»."""
    owner = (
        phrase.mention if phrase.mention is not None and phrase.mention.rest and not phrase.mention.adjective else None
    )
    if owner is None and phrase.det.startswith(t.language.stem.whose_our):
        owner = (_owned(t, phrase) if kind == "owned" else None) or (
            _spoken_of(t, phrase) if kind == "user-thing" else None
        )
        owner = owner or possessor(t.focus, t.p, t.clause, phrase)
    follows = kind == "organization" and t.p.low[t.cue.first].endswith(t.language.ending.office_succession)
    if owner is not None and not owner.kind and follows:
        return  # «Sein Nachfolger Muster»: of whom nobody knows what he is, no firm
    trades = t.language.grammar["reference"]["trades"]
    if owner is not None and not owner.kind and kind == "maker's" and owner.rest.lower() in trades:
        return  # «ein Biotech-Unternehmen»: a trade
    if owner is None:
        return
    if (owner.kind or DEFAULTS.get(kind)) in CLASSES.get(kind, ()) or _is_led(kind, owner, slot, t.p.language):
        yield Filler(owner.kind or DEFAULTS[kind], phrase.first, phrase.last, owner.name, owner.id)


def _is_thing_of(t: Taking, phrase: Phrase) -> bool:
    """«Alpha-Server»: a thing that bears a name; not «Alpha-Rivale»."""
    m = phrase.mention
    return m is not None and m.rest != "" and m.kind != "" and not relates(t.language.code, m.rest)


def _spoken_of(t: Taking, phrase: Phrase) -> Mention | None:
    """The product that the sentence before was about: «Die App … Ihre Nutzer …»."""
    _, mention = t.focus.last_subject
    opens = phrase.first < 2 and t.clause.index == 0
    return mention if opens and mention is not None and mention.kind in CLASSES["maker's"] else None


def _fits(t: Taking, phrase: Phrase, mention: Mention) -> bool:
    """Whether the cue's noun can be said of this thing: a noun for products of a product, and of one that is named."""
    noun = t.p.tokens[t.cue.first].text
    product = t.language.nouns.class_of(noun) in CLASSES["maker's"]
    same = product == (mention.kind in CLASSES["maker's"])
    return same and (phrase.mention is not None or _only_one(t, phrase, mention))


def _is_told_of(t: Taking, phrase: Phrase) -> bool:
    """Whether the phrase is what something else, which bears no name that is known, is said to be."""
    bare = (f for f in t.p.phrases[t.clause.index] if f is not phrase and not f.prep and not f.det and not f.pronoun)
    copula = t.clause.verb.lemma in t.language.grammar["copula_verbs"]
    return copula and any(f.mention is None and f.quantity is None and t.p.head(f).is_a("NN", "NE", "FM") for f in bare)


def _is_club(t: Taking, phrase: Phrase) -> bool:
    """«der Branchenverband Alpha»: its members are no daughters."""
    clubs = tuple(t.language.grammar["reference"]["clubs"])
    return any(t.p.low[i].endswith(clubs) for i in range(phrase.first, phrase.last + 1))


def _only_one(t: Taking, phrase: Phrase, mention: Mention) -> bool:
    """Whether «die App» can only mean this one: a product, and no other of its class was named of late."""
    last = [m.name for m in (*t.focus.seen, *t.p.mentions) if m.kind == mention.kind and not m.rest][-3:]
    return mention.kind in CLASSES["maker's"] and set(last) == {mention.name} and not phrase.pronoun


def _owned(t: Taking, phrase: Phrase) -> Mention | None:
    """The product that has an owner: «sie … von ihrer Muttergesellschaft» after «die App»."""
    own = subject(t.p, t.clause)
    mention = t.focus.of(t.p, own) if own is not None and own.first < phrase.first else None
    return mention if mention is not None and mention.kind in CLASSES["maker's"] else None


def _whose_product(t: Taking, phrase: Phrase) -> Mention | None:
    """«Ihre App»: the company whose app it is, also where it is named by its chief."""
    if phrase.mention is not None or not phrase.det.startswith(t.language.stem.whose):
        return None
    if not set(t.language.nouns.refers_to(t.p.head(phrase).text)) & set(CLASSES["maker's"]):
        return None
    owner = possessor(t.focus, t.p, t.clause, phrase)
    owner = t.focus.company_of(owner) if owner is not None and owner.kind == "Person" else owner
    return owner if owner is not None and owner.kind == "Company" else None


def _is_others(t: Taking, phrase: Phrase, product: Mention) -> bool:
    """«Alpha will sein Handy vorstellen», where the one spoken of was said to be Beta's."""
    maker = t.focus.dealings.maker(product) if phrase.det.startswith(t.language.stem.whose) else None
    owner = possessor(t.focus, t.p, t.clause, phrase) if maker is not None else None
    return owner is not None and maker is not None and owner.kind == "Company" and maker.name != owner.name


def _product_last(t: Taking) -> bool:
    """Whether what was named last is a product: «… über die App Alpha. 3 Millionen Menschen nutzen sie»."""
    before = [m for m in t.focus.seen[-2:] if m.kind in ("Company", *CLASSES["maker's"])]
    here = any(m.last < t.cue.first and m.kind == "Company" and not m.rest for m in t.p.mentions)
    return bool(before) and before[-1].kind in CLASSES["maker's"] and not here


def _has_rival(t: Taking, phrase: Phrase) -> bool:
    """Whether another phrase of the clause tells with or against which company something is done."""
    rest = (
        f for f in t.p.phrases[t.clause.index] if f is not phrase and f.prep in t.language.prep.versus and not f.link
    )
    front = phrase.first < (t.clause.verb.finite or 0) and not phrase.link
    return front and any(f.mention is not None and f.mention.kind == "Company" and not f.mention.rest for f in rest)


def _named(t: Taking, phrase: Phrase, kind: str, name: str = "") -> Iterator[Filler]:
    if t.frame.relation == "parent" and _is_club(t, phrase):
        return  # «der Verband, dem auch Alpha angehört»
    if phrase.mention is None and phrase.link == "list" and not phrase.pronoun:
        return  # «Alpha und die Handelskette …»: another one, whose name was not found
    if kind == "client" and phrase.mention is None and phrase.det.startswith(t.language.stem.possessive):
        return  # «für seine Apps»: nobody supplies himself
    if name == "self" and t.frame.relation == "competes" and phrase.mention is None and _is_told_of(t, phrase):
        return  # «Kleinposten ist der härteste Konkurrent»: something that was not made out
    made = (
        kind in ("maker's", "product")
        and not is_several(t.p, phrase)
        and (  # «Entwickelt hat ihn die Firma Alpha»
            t.p.head(phrase).is_a("PPER") or points_back(t.p, t.clause, phrase)
        )
    )
    if kind == "user-thing" and (owner := _whose_product(t, phrase)) is not None:
        yield Filler("Company", phrase.first, phrase.last, owner.name, owner.id)
        return
    used = kind == "user-thing" and phrase.pronoun and _product_last(t)
    mention: Mention | None = product_meant(t, phrase) if made or used else t.focus.of(t.p, phrase)
    if mention is None or mention.adjective or (made and _is_others(t, phrase, mention)):
        return
    if mention.kind == "NewsOrganization" and phrase.mention is None and kind in ("owned", "company", "buyer"):
        mention = t.focus.topic or mention  # «das Unternehmen» is not the paper that writes of it
    place = kind == "place" and phrase.prep in t.language.prep.located
    known = t.language.places.get(mention.name) if kind == "place" and t.frame.relation == "located" else None
    if known is not None and known.kind in ("continent", "union"):
        return  # «ihr zweites Werk in Europa»
    if kind == "user-thing" and t.language.speech.source(t.p.head(phrase).text) in ("expert", "media"):
        return  # who counts is not what is counted
    if (mention.kind == "App" and _acts(t, phrase, kind)) or _is_led(kind, mention, name, t.p.language):
        yield Filler("App", phrase.first, phrase.last, mention.name, mention.id)
    stands = mention.kind in ("Chip", "Product") and kind == "client"
    if mention.kind == "App" and kind == "client" and (told := tuple(by_maker(t, phrase, mention))):
        yield from told  # «Das Modell Alpha läuft auf Servern von Beta»: whose it was said to be
        return
    if stands or (mention.kind in CLASSES["maker's"] and name.startswith("whose-")):
        told = tuple(by_maker(t, phrase, mention))  # «In der Uhr Alpha stecken Sensoren von …»
        if told or not stands:
            yield from told
            return
    rival = kind == "contender" and mention.kind in CLASSES["maker's"]
    if rival and name in t.language.prep.paired_with and is_own(phrase, t.language):
        return  # «bekommt mit ihrer App Alpha Konkurrenz»: it is her own
    if rival and name in t.language.prep.with_ and _has_rival(t, phrase):
        return  # «misst sich mit der Baureihe Alpha mit der Firma Beta»: the means
    actual = mention.kind or ("Place" if place else DEFAULTS.get(kind, ""))
    if kind == "buyer" and actual == "PublicBody" and mention.name.lower().endswith(authorities(t.language)):
        return  # who must agree to a purchase does not buy
    if kind == "buyer" and actual == "Person" and phrase.mention is None:
        return  # a pronoun seldom buys a company
    if not mention.kind and t.cue.phrase is phrase and kind != "maker's":
        return  # what its own phrase is, only a class that is known can say
    if kind == "categorised" and not _fits(t, phrase, mention):
        return
    if actual == "Company" and kind in ("maker's", "product"):
        yield from service(t, phrase, mention)
    if actual in CLASSES.get(kind, ()):
        yield Filler(actual, phrase.first, phrase.last, mention.name, mention.id)


def _in_chain(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """A company that is said to make what others build in, or one that is not."""
    if phrase.mention is not None and makes_parts(t.p, phrase) == (kind == "upstream"):
        yield from _named(t, phrase, "client")


def _typed_product(t: Taking, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
    """A product of which the text, or everybody, knows that it is one."""
    if phrase.mention is not None and phrase.mention.kind in CLASSES["maker's"]:
        yield from _named(t, phrase, "maker's")
    elif phrase.mention is not None:
        yield from service(t, phrase, phrase.mention, typed=True)


BY_TYPE: dict[str, Callable[[Taking, Clause, Phrase, str], Iterator[Filler]]] = {
    "city-place": _city, "deal": investment, "duration": days, "facility": facility,
    "facility-event": facility, "goods": goods, "investment": investment, "majority": majority, "minority": minority,
    "round": investment, "rule": rule, "text": words, "thing": words, "upstream": _in_chain, "downstream": _in_chain,
    "typed-product": _typed_product,
}  # fmt: skip

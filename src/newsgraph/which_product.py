"""Which product a phrase speaks of, and whose: «Ihre App», «die App», «sie» behind a product."""

from newsgraph.filler import CLASSES
from newsgraph.mention import Mention
from newsgraph.phrase import Phrase
from newsgraph.possessor import possessor
from newsgraph.subject import subject
from newsgraph.taking import Taking
from newsgraph.wordlist import relates


def is_thing_of(t: Taking, phrase: Phrase) -> bool:
    """«Alpha-Server»: a thing that bears a name; not «Alpha-Rivale»."""
    m = phrase.mention
    return m is not None and m.rest != "" and m.kind != "" and not relates(t.language.code, m.rest)


def spoken_of(t: Taking, phrase: Phrase) -> Mention | None:
    """The product that the sentence before was about: «Die App … Ihre Nutzer …»."""
    _, mention = t.focus.last_subject
    opens = phrase.first < 2 and t.clause.index == 0
    return mention if opens and mention is not None and mention.kind in CLASSES["maker's"] else None


def fits(t: Taking, phrase: Phrase, mention: Mention) -> bool:
    """Whether the cue's noun can be said of this thing: a noun for products of a product, and of one that is named."""
    noun = t.p.tokens[t.cue.first].text
    product = t.language.nouns.class_of(noun) in CLASSES["maker's"]
    same = product == (mention.kind in CLASSES["maker's"])
    return same and (phrase.mention is not None or _only_one(t, phrase, mention))


def _only_one(t: Taking, phrase: Phrase, mention: Mention) -> bool:
    """Whether «die App» can only mean this one: a product, and no other of its class was named of late."""
    last = [m.name for m in (*t.focus.seen, *t.p.mentions) if m.kind == mention.kind and not m.rest][-3:]
    return mention.kind in CLASSES["maker's"] and set(last) == {mention.name} and not phrase.pronoun


def owned(t: Taking, phrase: Phrase) -> Mention | None:
    """The product that has an owner: «sie … von ihrer Muttergesellschaft» after «die App»."""
    own = subject(t.p, t.clause)
    mention = t.focus.of(t.p, own) if own is not None and own.first < phrase.first else None
    return mention if mention is not None and mention.kind in CLASSES["maker's"] else None


def whose_product(t: Taking, phrase: Phrase) -> Mention | None:
    """«Ihre App»: the company whose app it is, also where it is named by its chief."""
    if phrase.mention is not None or not phrase.det.startswith(t.language.stem.whose):
        return None
    if not set(t.language.nouns.refers_to(t.p.head(phrase).text)) & set(CLASSES["maker's"]):
        return None
    owner = possessor(t.focus, t.p, t.clause, phrase)
    owner = t.focus.company_of(owner) if owner is not None and owner.kind == "Person" else owner
    return owner if owner is not None and owner.kind == "Company" else None


def is_others(t: Taking, phrase: Phrase, product: Mention) -> bool:
    """«Alpha will sein Handy vorstellen», where the one spoken of was said to be Beta's."""
    maker = t.focus.dealings.maker(product) if phrase.det.startswith(t.language.stem.whose) else None
    owner = possessor(t.focus, t.p, t.clause, phrase) if maker is not None else None
    return owner is not None and maker is not None and owner.kind == "Company" and maker.name != owner.name


def product_last(t: Taking) -> bool:
    """Whether what was named last is a product: «… über die App Alpha. 3 Millionen Menschen nutzen sie»."""
    before = [m for m in t.focus.seen[-2:] if m.kind in ("Company", *CLASSES["maker's"])]
    here = any(m.last < t.cue.first and m.kind == "Company" and not m.rest for m in t.p.mentions)
    return bool(before) and before[-1].kind in CLASSES["maker's"] and not here

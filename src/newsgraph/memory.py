"""Slots that no phrase of the clause fills: what the text spoke of before.

topic       the company that the text speaks of        hidden   the topic, where a passive names no agent
unsaid      the topic, where nobody else acts here     alone    the topic, where no «für …» says for whom
led         the company of the person who acts
imposing, watchdog, overseer    who fines: in another clause, before this one, anywhere in the sentence
lone        the only company that the last sentence names
last        the company that acted last, else the topic
solely      the topic, as the maker of a new product    spoken   the product spoken of, where it was but one
it          the topic, for an object that tells nothing new («hatte das Studio übernommen»)
recent      an investment spoken of in the last sentences, just: in this one or the last, open: one whose sum is not known
raiser      the company of the last funding round      dealt    the company last said to be bought, or for sale
prize       the same, or what the first purchase was of    offered     what was just said to be for sale
bidder      who buys it
bought      the same, further back                     got      what who pays was just said to have, or to buy
counting    whether users were just counted: just    counted    of what, same: where nothing else is subject
valued      the company whose worth was just told, where nothing else is subject
young       whether who gets the money was called a start-up
watching    the authority that the last sentences told something of
fining      the authority that imposed the last fine   there    the place named last («dort»)
granting    the public body that just gave money
owing       who was said to have to pay, owed: how much, before the text says to whom
beside      the company named last beside the topic
kept        what was named of late and is known to be that of the company told
whose-round the company whose funding round the clause speaks of (newsgraph.raising)
namesake    whose name another one's begins with («die Tochter Alpha Service»)

and those of newsgraph.here, which stand elsewhere in the sentence, and of newsgraph.ownmaker.
"""

from collections.abc import Callable, Iterator

from newsgraph import names
from newsgraph.background import makers
from newsgraph.bygone import BYGONE
from newsgraph.bystander import acts_unnamed
from newsgraph.complement import objects
from newsgraph.couple import compared_with
from newsgraph.filler import CLASSES, Filler
from newsgraph.here import HERE
from newsgraph.mention import Mention
from newsgraph.ownmaker import OWN_MAKER
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.raising import whose_round
from newsgraph.sought import Sought
from newsgraph.speaking import speaking
from newsgraph.subject import subject
from newsgraph.wordlist import PRODUCTS

ACTORS = frozenset(("agent", "subject"))
OWNERS = ("parent", "company")  # of what may be known to be another's
LATELY = 8  # mentions
PARTNERS = 3  # companies most in mind


def remembered(name: str, s: Sought) -> Iterator[Filler]:
    """What fills the slot `name`, one of SLOTS."""
    return SLOTS[name](s)


# --- the topic
def _topic(s: Sought) -> Iterator[Filler]:
    if not ACTORS.isdisjoint(s.role.slots) and _acts_another(s):
        return iter(())
    if s.role.name in OWNERS and (known := frozenset(i for name in s.taken for i in makers(name))):
        firms = (*s.focus.salient(), *s.p.mentions)
        own = next((m for m in firms if m.id in known), None)
        return s.meant(own or next((m for m in s.focus.salient() if _is_also_app(m, known)), None))
    sits = _seated_there(s) if s.role.name == "thing" else None
    says = speaking(s.p, s.clause, s.focus, s.language)
    found = sits or says or s.focus.topic or _acting(s.p)
    if s.role.name == "thing" and found is not None and found.name not in s.focus.inside:
        return iter(())  # whose plant it is, a paragraph that names another company, or none, does not say
    return s.meant(found)


def _is_also_app(m: Mention, known: frozenset[str]) -> bool:
    """«Facebook», of the firm: it has the name of an app, which is of one of the firms `known`."""
    named = names.load().at([m.name])
    return named is not None and named[1].kind == "App" and not known.isdisjoint(makers(m.name))


def _acts_another(s: Sought) -> bool:
    """Whether a person or a body that has a name is the subject, so that the topic is not."""
    own = subject(s.p, s.clause)
    m = own.mention if own is not None else None
    if m is None or m.rest or m.adjective or m.kind not in ("Person", "PublicBody", "NewsOrganization"):
        return False
    if m.kind == "PublicBody" and s.role.name == "customer":
        return True  # «setzt die Bundeswehr Drohnen von Alpha ein»
    led, topic = s.focus.company_of(m), s.focus.topic
    return led is not m and (topic is None or led.name != topic.name)


def _seated_there(s: Sought) -> Mention | None:
    """«Das Werk in Graz wird vergrößert»: of the one company that was said to be in Graz, if the text told of any."""
    places = {m.name for m in s.p.mentions if m.kind == "Place" and m.first in s.clause.tokens and not m.adjective}
    there = {m.name: m for place, m in s.focus.seats if place in places and m.kind == "Company"}
    return next(iter(there.values())) if len(there) == 1 else None


def _lone(s: Sought) -> Iterator[Filler]:
    """The only company that the sentence before names, or service that a company may be called by."""
    alone = s.focus.lone
    may_be_service = s.role.name == "target" or s.role.type == "contender"
    return s.meant(alone if alone is not None and (alone.kind == "Company" or may_be_service) else None)


def _acting(p: Parse) -> Mention | None:
    """The company that is subject of the first main clause: the topic of a text that has only begun."""
    main = next((c for c in p.clauses if c.kind == "main"), None)
    phrase = subject(p, main) if main is not None else None
    mention = phrase.mention if phrase is not None else None
    return mention if mention is not None and mention.kind == "Company" else None


def _last(s: Sought) -> Iterator[Filler]:
    named = {word for name in s.taken for word in name.split()[-1:]}
    bears = (
        m for m in reversed(s.focus.seen) if m.kind == "Company" and not m.rest and not named.isdisjoint(m.name.split())
    )
    if (own := next(bears, None)) is not None:
        return s.meant(own)  # «Geschäftsführer Jan Muster» where the text has named «Gebrüder Muster»
    acting = s.focus.acting
    aside = acting is not None and (acting.name in s.focus.dealings.givers or _is_relative(s, acting))
    return s.meant(s.focus.topic if aside else acting or _acting(s.p))


def _is_relative(s: Sought, company: Mention) -> bool:
    """Whether the text called a company by what it is to another one: «der Konkurrent Alpha», «der Kunde Beta»."""
    ends = tuple(s.language.grammar["reference"]["relational"])
    return any(m.name == company.name and called.endswith(ends) for called, m in s.focus.called)


def _solely(s: Sought) -> Iterator[Filler]:
    """The topic, where a new product is named that can be no other company's: none is named beside it."""
    mention = s.cue.phrase.mention if s.cue.phrase is not None else None
    topic = s.focus.topic or _acting(s.p)
    if mention is None or mention.id or topic is None or topic.kind != "Company":
        return
    if topic.name not in s.focus.inside or (_of_others_name(s, mention, topic) and not mention.id):
        return  # another paragraph is about that company, or it bears another one's name
    compared = compared_with(s.p, s.clause, s.cue.phrase) if s.cue.phrase is not None else frozenset()
    others = (
        {m.name for m in s.p.mentions if m.kind in ("Company", "NewsOrganization", "Person") or _owns(m)}
        - {topic.name}
        - compared
    )
    known = any(m.name == mention.name for m in s.focus.seen)
    if not others and not known and (s.at < mention.first or _is_told_what(s)):
        yield from s.meant(topic)


def _of_others_name(s: Sought, product: Mention, topic: Mention) -> bool:
    """«der Kleinwagen Beta Voltaro», in a text that names the firm Beta too."""
    first = product.name.split()[0]
    return any(m.kind == "Company" and m.name != topic.name and m.name.split()[0] == first for m in s.focus.seen)


def _owns(m: Mention) -> bool:
    """«Alphas Modell Beta»: a name of no class with a genitive's s may be whose it is."""
    return not m.kind and m.rest == "s"


def _is_told_what(s: Sought) -> bool:
    """«Mit Alpha, dem Programm, das …»: whether the name has its noun in an apposition."""
    parts, own = s.p.phrases[s.clause.index], s.cue.phrase
    told = [f for f in parts if own is not None and f.link == "apposition" and f.to == own.index and f.mention is None]
    return any(s.language.nouns.class_of(s.p.head(f).text) in PRODUCTS for f in told)


def _beside(s: Sought) -> Iterator[Filler]:
    """Beside the topic: whom «an der Airline» means, the company named last; of «15 Prozent der Anteile» the one most in mind."""
    every, topic = s.p.phrases[s.clause.index], s.focus.topic
    if topic is None:
        return
    told = any(f.mention is None or f.mention.rest for f in every if f.prep in s.language.prep.counterpart)
    late = [m for m in reversed(s.focus.seen[-4:]) if m.kind == "Company" and m.name != topic.name] if told else []
    held = s.language.grammar["sums"]["shares"]
    if not told and topic.name in s.taken and any(f.link == "genitive" and s.p.low[f.head] in held for f in every):
        late = s.focus.salient()[:PARTNERS]
    yield from s.meant(next((m for m in late if m.name not in s.taken), None))


def _namesake(s: Sought) -> Iterator[Filler]:
    """Who bears the first word of a name that is taken already: whose «die Tochter Alpha Service» is."""
    first = {name.split()[0] for name in s.taken if " " in name}
    known = [m for m in (*s.focus.seen, *s.p.mentions) if m.kind == "Company" and not m.rest and m.name not in s.taken]
    forms = s.language.nouns.legal_forms
    bare = ((m, [w for w in m.name.split() if w not in forms]) for m in known)
    bears = [(m, words) for m, words in bare if words and words[0] in first]
    yield from s.meant(next((m for m, words in bears if len(words) == 1), bears[0][0] if bears else None))


def _kept(s: Sought) -> Iterator[Filler]:
    """What was named of late and is known to be of the company that the cue describes: «Der Mutterkonzern Alpha»."""
    parent = s.cue.phrase.mention if s.cue.phrase is not None else None
    known = parent is not None and bool(parent.id)
    late = reversed([*s.focus.seen[-LATELY:], *s.p.mentions]) if known else ()
    child = next((m for m in late if parent is not None and parent.id in makers(m.name) and not m.adjective), None)
    yield from s.meant(child)


def _spoken(s: Sought) -> Iterator[Filler]:
    """The product that was spoken of, where it was but one."""
    made = [m for m in (*s.focus.seen, *s.p.mentions) if m.kind in PRODUCTS and not m.rest]
    return s.meant(made[-1] if made and len({m.name for m in made[-3:]}) == 1 else None)


def _hidden(s: Sought) -> Iterator[Filler]:
    return _topic(s) if s.clause.verb.passive else iter(())


def _unsaid(s: Sought) -> Iterator[Filler]:
    return iter(()) if acts_unnamed(s.p, s.clause, s.language) else _topic(s)


def _alone(s: Sought) -> Iterator[Filler]:
    """The topic, unless somebody or something that has a name is said to be the one for whom it is."""
    named = any(f.prep in s.language.prep.for_ and f.mention is not None for f in s.p.phrases[s.clause.index])
    return iter(()) if named else _topic(s)


def _it(s: Sought) -> Iterator[Filler]:
    """For a pronoun in a subordinate clause rather what the clause before speaks of."""
    told = (*objects(s.p, s.clause), *(f for f in s.p.phrases[s.clause.index] if f.prep in s.language.prep.for_))
    known = [f for f in told if f.mention is None and f.quantity is None and not f.link and _stands_for(s, f)]
    meant = [s.focus.topic] if known else []
    if known and known[0].pronoun and s.clause.parent is not None:
        host = subject(s.p, s.p.clauses[s.clause.parent])
        meant = [host.mention if host is not None else None, *meant]
    found = (f for m in meant if m is None or m.name not in s.taken for f in s.meant(m))
    yield from (f for f in [next(found, None)] if f is not None)


def _stands_for(s: Sought, phrase: Phrase) -> bool:
    """Whether a phrase can mean a company known already: a pronoun, «das Studio»."""
    kind = s.language.nouns.class_of(s.p.head(phrase).text)
    return phrase.pronoun or (phrase.det in s.language.det.definite_or_own_all and kind in CLASSES["owned"])


def _there(s: Sought) -> Iterator[Filler]:
    words = s.language.grammar["there"]
    at = next((i for i in s.clause.tokens if s.p.tokens[i].low in words), None)
    if at is not None:
        own = set(s.clause.tokens)
        before = [m for m in s.p.mentions if m.last < at and m.kind == "Place" and m.first not in own and not m.rest]
        if s.p.tokens[at].low.startswith(s.language.stem.where):  # «in Graz, wo …»
            yield from (Filler("Place", at, at, m.name, m.id) for m in before if m.last == at - 2 and not m.adjective)
            return
        seen = [m for m in before if not m.adjective] or [m for m in s.focus.seen if m.kind == "Place"]
        yield from (Filler("Place", at, at, m.name, m.id) for m in seen[-1:])


SLOTS: dict[str, Callable[[Sought], Iterator[Filler]]] = {
    "topic": _topic, "lone": _lone, "last": _last, "solely": _solely, "spoken": _spoken, "hidden": _hidden,
    "unsaid": _unsaid, "alone": _alone, "it": _it, "there": _there, "beside": _beside, "kept": _kept, "namesake": _namesake,
    "whose-round": whose_round, **BYGONE, **HERE, **OWN_MAKER,
}  # fmt: skip

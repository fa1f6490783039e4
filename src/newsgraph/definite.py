"""Whom a definite noun phrase without a name means: «das Unternehmen», «die Bank», «der Käufer», «ihre Firma», «die App»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from newsgraph.definiteness import DEFINITE, is_greatest, is_itself, is_unread, names_another, opens_far
from newsgraph.firm import firm
from newsgraph.lexicon import PLURAL, forms
from newsgraph.mention import Mention
from newsgraph.parse import Parse, subject
from newsgraph.phrase import Phrase
from newsgraph.seat import origins, place_meant
from newsgraph.topic import gives
from newsgraph.townspeople import announced, beside_it, people_of
from newsgraph.wordlist import is_kin, tails

if TYPE_CHECKING:
    from newsgraph.reference import Focus

PRODUCTS = ("App", "Chip", "Product")
REFERABLE = ("Company", *PRODUCTS, "NewsOrganization", "PublicBody", "Regulation")


def definite(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """The thing that a definite noun phrase stands for."""
    head = p.head(phrase)
    contracted = p.tokens[phrase.first].text.lower() in focus.language.grammar["contractions"]
    marked = phrase.det in DEFINITE or contracted or opens_far(p, phrase) or is_greatest(p, phrase)
    if not marked or not head.is_a("NN", "NE", "ADJ", "FM"):
        return None
    if is_unread(focus.language, p, phrase):
        return None
    if (named := _beside_name(p, phrase)) is not None:
        return named
    if names_another(p, phrase) or is_itself(p, phrase):
        return None
    if (before := _behind_colon(p, phrase, focus)) is not None:
        return before
    if head.text.lower() in focus.language.grammar["sums"]["parts"]:
        return None  # «die Sparte» is no company by itself
    place = place_meant(p, phrase, focus.language) if phrase.mention is None or phrase.mention.adjective else ""
    if place and any(m.kind == "Person" and m.first == phrase.last + 1 for m in p.mentions):
        return None  # «des Franzosen Max Muster»
    if place:
        market = head.text.lower().endswith(("markt", "märkte", "märkten"))
        return None if market or _is_several(focus, p, phrase) else people_of(focus, place, p, phrase)
    own = phrase.det.startswith(("sein", "ihr", "unser"))
    if own and head.text.lower() in focus.language.grammar["reference"]["owned"]:
        return _own_company(focus, p)
    return _by_class(focus, p, phrase)


def _is_several(focus: Focus, p: Parse, phrase: Phrase) -> bool:
    """«die deutschen Händler», «die Unternehmen»: behind «die» what is no feminine is a plural; «die Deutschen» may be one firm."""
    noun, code = p.head(phrase).text, focus.language.code
    people = noun in focus.language.demonyms or noun in focus.language.people
    several = (
        phrase.det in ("die", "diese", "beide")
        and noun.lower().endswith((*tails(code, "masculine_endings"), "unternehmen"))
        and not is_kin(code, noun)
    )
    return several and not people


def _beside_name(p: Parse, phrase: Phrase) -> Mention | None:
    """«Alpha, der Bot des Rivalen Beta»: what a noun describes, it means."""
    parts = next((f for f in p.phrases if phrase in f), ())
    host = (
        parts[phrase.to] if phrase.link == "apposition" and phrase.to is not None and phrase.to < len(parts) else None
    )
    bare = host is not None and host.mention is not None and not host.mention.rest and not host.mention.adjective
    return host.mention if host is not None and bare and (phrase.mention is None or phrase.mention.adjective) else None


def _behind_colon(p: Parse, phrase: Phrase, focus: Focus) -> Mention | None:
    """«Alpha sucht Hilfe: Der Ulmer Autobauer …»: what opens the clause behind a colon, of whatever noun with a town."""
    opens = phrase.first > 0 and p.tokens[phrase.first - 1].text == ":" and phrase.det in ("der", "die", "das")
    if not opens or (phrase.mention is not None and not phrase.mention.adjective):
        return None
    firm = origins(p, phrase) or "Company" in focus.language.nouns.refers_to(_masculine(p.head(phrase).text))
    return announced(p, phrase) if firm else None


def _by_class(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """What was called so, whose part in a deal the noun tells, else the last of a class that the noun refers to."""
    text, lemma = p.head(phrase).text, p.head(phrase).lemma
    kinds = focus.language.nouns.refers_to(_masculine(text))
    several = phrase.det in ("die", "diese", "den", "seine", "ihre") and text[len(lemma) :] in PLURAL
    several = several or _is_several(focus, p, phrase)
    if (known := _by_noun(focus, text, kinds)) is not None:
        return None if several and known.kind in PRODUCTS else known  # «die Maschinen» are no one product
    if (party := _by_part(focus, p, phrase)) is not None:
        return party
    if _masculine(text).lower().endswith(tails(focus.language.code, "fund_nouns")):
        return _fund(focus)
    if _masculine(text).lower() in focus.language.grammar["reference"]["relational"]:
        owner = _owner(p, phrase)
        return _beside(focus, owner) if owner is not None else _beside_topic(focus)
    found = (_of_class(focus, p, phrase, kind) for kind in kinds if not (several and kind in (*PRODUCTS, "Company")))
    return next((m for m in found if m is not None), None)


def _fund(focus: Focus) -> Mention | None:
    """«der Fonds»: who gives money by name («Alpha Capital»), not the firm that gets it."""
    called = focus.investors
    lately = (m for m in reversed(focus.seen[-10:]) if m.kind == "Company")
    return next((m for m in lately if gives(m.name, called, focus.language)), None)


def _masculine(noun: str) -> str:
    return noun.removesuffix("in") if noun.endswith(("erin", "entin", "orin")) else noun


def _of_class(focus: Focus, p: Parse, phrase: Phrase, kind: str) -> Mention | None:
    if kind not in REFERABLE:
        return None
    if kind == "Company":
        return _company(focus, p, phrase)
    return _acted_last(focus, kind) or focus.last(kind) or (_so_called(focus, kind) if kind in PRODUCTS else None)


def _acted_last(focus: Focus, kind: str) -> Mention | None:
    """«Alpha hat Beta überholt. Der Dienst …»: rather the subject of the sentence before than what was named in it too."""
    last = focus.last_subject[1]
    return last if last is not None and last.kind == kind == "App" else None


def _so_called(focus: Focus, kind: str) -> Mention | None:
    """«die App»: what a noun for products was said of, though its name is that of a company."""
    return next((m for noun, m in reversed(focus.called) if focus.language.nouns.class_of(noun) == kind), None)


def _by_part(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«der Käufer», «der neue Eigentümer», «die neue Tochter»: whose part it was in the deal spoken of."""
    noun, words = _masculine(p.head(phrase).text).lower(), focus.language.grammar["reference"]
    if noun in words["buying"]:
        return focus.dealings.buyer(p.sentence.index)
    new = any(p.tokens[i].text.lower().startswith(("neu", "künftig")) for i in range(phrase.first, phrase.head))
    if noun in words["bought"] or (new and noun in words["bought_if_new"]):
        return focus.dealings.bought(p.sentence.index)
    return None


def _beside_topic(focus: Focus) -> Mention | None:
    """The company named last that is not the topic: «der Konkurrent», «die Tochter»."""
    topic = focus.topic
    others = (m for m in reversed(focus.seen[-6:]) if m.kind == "Company" and topic is not None)
    return next((m for m in others if topic is not None and m.name != topic.name), None)


def _owner(p: Parse, phrase: Phrase) -> Mention | None:
    """«die Tochter des Konzerns Alpha», «der Rivale von Alpha»: whose it is."""
    parts = next((f for f in p.phrases if phrase in f), ())
    hangs = (f for f in parts if (f.link == "genitive" and f.to == phrase.index) or f.prep == "von")
    near = (f.mention for f in hangs if f.first == phrase.last + 1 and f.mention is not None)
    return next((m for m in near if m.kind == "Company" and not m.rest and not m.adjective), None)


def _beside(focus: Focus, owner: Mention) -> Mention | None:
    """The company spoken of, which is somebody's: the topic, if that is not the owner."""
    return focus.topic if focus.topic is not None and focus.topic.name != owner.name else None


def _own_company(focus: Focus, p: Parse) -> Mention | None:
    """«sein Unternehmen», «ihre Firma»: that of the person who acts or speaks, else the topic."""
    people = [m for m in (*focus.seen[-6:], *focus.subjects[-2:], *p.mentions) if m.kind == "Person" and not m.rest]
    led = next((focus.company_of(m) for m in reversed(people) if m.name in focus.dealings.offices), None)
    return led or focus.topic


def _by_noun(focus: Focus, noun: str, kinds: Iterable[str]) -> Mention | None:
    """The last thing that was called by this noun or a compound of it («die Bank»: «Privatbank Alpha»)."""
    low = min(forms(noun), key=len)
    if not {*forms(noun)}.isdisjoint(focus.language.grammar["reference"]["generic"]):
        return None
    nouns = {called for called, _ in focus.called}
    fitting = {called for called in nouns if _is_called(called, low)}
    named = [m for called, m in focus.called if called in fitting and m.kind in kinds] if fitting else []
    topic = focus.topic
    if topic is not None and any(m.name == topic.name for m in named):
        return topic
    exact = [m for called, m in focus.called if called == low and m.kind in PRODUCTS] if low in nouns else []
    if exact and exact[-1].kind in kinds and low not in focus.language.grammar["reference"]["any_product"]:
        return exact[-1]  # «der Assistent Alpha … der Assistent»
    newest = focus.last(named[-1].kind) if named else None
    if newest is not None and newest.kind in PRODUCTS and all(m.name != newest.name for m in named):
        return None  # another one has been spoken of since
    return named[-1] if named else None


@lru_cache(5_400)
def _is_called(called: str, noun: str) -> bool:
    """Whether a noun is this one or a compound of it, case and number aside."""
    return any(form.endswith(noun) for form in forms(called))


def _company(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """The company meant: one named before in the sentence, else one of those in mind that the clause does not name."""
    beside = beside_it(focus, p, phrase) | frozenset(_described(focus, p, phrase))
    free = (m for m in _acted(focus, p, phrase) if m.name not in beside)
    noun = _masculine(p.head(phrase).text).lower()
    return (
        next(free, None)
        or _led(focus, p, phrase)
        or _other(focus, p, phrase)
        or _introduced(focus, p, phrase)
        or firm(focus, noun, beside, p.sentence.index)
        or _named_later(p, phrase)
        or _service(focus)
    )


def _described(focus: Focus, p: Parse, phrase: Phrase) -> Iterator[str]:
    """«3 Millionen zahlte der Autobauer, womit das Unternehmen …»: who acted under another noun is not meant by this one."""
    noun = p.head(phrase).text
    for clause in p.clauses:
        own = subject(p, clause) if clause.first < phrase.first and phrase.first not in clause.tokens else None
        if own is None or own.mention is not None or own.pronoun or own.last > phrase.first or p.head(own).text == noun:
            continue
        if own.det in DEFINITE and "Company" in focus.language.nouns.refers_to(p.head(own).text):
            meant = focus.of(p, own)
            yield from (meant.name,) if meant is not None else ()


def _service(focus: Focus) -> Mention | None:
    """«Der Dienst Alpha … Das Unternehmen»: an app, where the text has named no company."""
    return None if any(m.kind == "Company" for m in focus.seen) else focus.last("App")


def _led(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«Muster leitet das Unternehmen»: that of the person who is subject of the clause, where one is known."""
    clause = next((c for c in p.clauses if phrase.first in c.tokens), None)
    own = subject(p, clause) if clause is not None else None
    person = own.mention if own is not None and own is not phrase else None
    led = focus.company_of(person) if person is not None and person.kind == "Person" and not person.rest else None
    return led if led is not None and led.kind == "Company" else None


def _introduced(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«Alpha kauft Beta. Das 2012 gegründete Unternehmen …»: what is told of a company is told of the one just bought."""
    told = any(
        p.tokens[i].is_a("ADJ(A)", "VV(PP)") and _is_past(p.tokens[i].text) for i in range(phrase.first, phrase.head)
    )
    since = focus.opening or focus.opener
    if since is not None and since.kind == "Company" and since.name not in focus.dealings.buyers:
        return None  # the text has gone on to somebody else
    return focus.dealings.bought(p.sentence.index) if told else None


def _is_past(word: str) -> bool:
    """Whether an adjective is a participle by its form: «gegründete», «ansässige» is none."""
    return word.lower().startswith("ge") and word.lower().rstrip("nmrs").endswith("te")


def _acted(focus: Focus, p: Parse, phrase: Phrase) -> Iterator[Mention]:
    """The companies that are named as subject of a clause before, also by whom they have («Alpha-Chef Muster sagt, …»)."""
    for clause in p.clauses:
        first = subject(p, clause)
        if phrase.first in clause.tokens or first is None or first.last >= phrase.first:
            continue  # who acts is not named by a noun again in the same clause
        mention = focus.company_of(first.mention) if first.mention is not None else None
        if mention is not None and mention.kind == "Company" and (not mention.rest or _speaks_of(focus, mention.rest)):
            yield replace(mention, rest="")


def _speaks_of(focus: Focus, noun: str) -> bool:
    """«Alpha-Chef», «Alpha-Sprecherin», «Alpha-Aktie»: what tells of the firm itself."""
    if noun.lower().startswith(("aktie", "papier")):
        return True
    return focus.language.nouns.is_office(noun) or focus.language.speech.source(noun) == "spokesperson"


def _named_later(p: Parse, phrase: Phrase) -> Mention | None:
    """«Wie das Unternehmen mitteilte, wächst Alpha»: at the head of a text the noun stands before the name."""
    clause = next((c for c in p.clauses if phrase.first in c.tokens), None)
    if clause is None or clause.marker != "wie" or clause.parent is None:
        return None
    own = subject(p, p.clauses[clause.parent])
    mention = own.mention if own is not None else None
    return mention if mention is not None and mention.kind == "Company" and not mention.rest else None


def _other(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«Der Konzern nimmt dem Hersteller … ab»: whom the topic deals with, the company named last beside it."""
    clause = next((c for c in p.clauses if phrase.first in c.tokens), None)
    own = subject(p, clause) if clause is not None and not (phrase.link or phrase.prep) else None
    if own is None or own.first == phrase.first or own.last >= phrase.first or own.quantity is not None:
        return None
    acting = focus.of(p, own)
    if acting is None or focus.topic is None or acting.name != focus.topic.name:
        return None
    lately = focus.seen[-6:]
    others = (m for m in reversed(lately) if m.kind == "Company" and m.name != acting.name)
    return next((m for m in others if not _is_listed(m, lately)), None)


def _is_listed(mention: Mention, others: list[Mention]) -> bool:
    """«Alpha, Beta und Gamma»: none of several is «das Unternehmen»."""
    ends = ((m.last + 2, m.first - 2) for m in others if m.kind == "Company" and m is not mention)
    return any(mention.first == behind or mention.last == front for behind, front in ends)

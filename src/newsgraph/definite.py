"""Whom a definite noun phrase without a name means: «das Unternehmen», «die Bank», «der Käufer», «ihre Firma», «die App»."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsgraph.company_meant import company_meant, service
from newsgraph.definiteness import has_unread_name, is_greatest, is_itself, is_people, masculine, opens_far
from newsgraph.kinship import kin
from newsgraph.lexicon import PLURAL, forms
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.seat import described_from, origins, place_meant
from newsgraph.standin import as_service, house
from newsgraph.topic import gives
from newsgraph.townspeople import announced, people_of
from newsgraph.wordlist import PRODUCTS, is_kin, tails

if TYPE_CHECKING:
    from newsgraph.reference import Focus

SHORTEST = 4  # letters of a noun by which a name is found
REFERABLE = ("Company", *PRODUCTS, "NewsOrganization", "PublicBody", "Regulation")


def definite(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """The thing that a definite noun phrase stands for."""
    head = p.head(phrase)
    if not head.is_a("NN", "NE", "ADJ", "FM") or not _is_marked(focus, p, phrase) or has_unread_name(p, phrase):
        return None
    if (named := _beside_name(p, phrase) or _named_behind(p, phrase)) is not None:
        return named
    if (is_itself(p, phrase) and not is_people(p, phrase)) or _is_named_far(p, phrase):
        return None
    if (before := _behind_colon(p, phrase, focus)) is not None:
        return before
    if head.low in focus.language.grammar["sums"]["parts"]:
        return _by_noun(focus, head.text, ("Company",))  # «die Sparte» is a company where one was called so
    place = place_meant(p, phrase, focus.language) if phrase.mention is None or phrase.mention.adjective else ""
    if place and any(m.kind == "Person" and m.first == phrase.last + 1 for m in p.mentions):
        return None  # «des Franzosen Max Muster»
    if place and (firm := _people_of(p, phrase)) is not None:
        return firm
    if place:
        market = head.low.endswith(focus.language.ending.market)
        return None if market or _is_several(focus, p, phrase) else people_of(focus, place, p, phrase) or service(focus)
    if focus.fresh is not None and any(True for _ in described_from(p, phrase)):
        return focus.fresh  # «Bei Alpha hat man Zeit. Der rollende Supermarkt aus Ulm …»
    own = phrase.det.startswith(focus.language.stem.possessive_our)
    if own and head.low in focus.language.grammar["reference"]["owned"]:
        return _own_company(focus, p)
    return _by_class(focus, p, phrase)


def _is_marked(focus: Focus, p: Parse, phrase: Phrase) -> bool:
    """Whether an article, or what is as good as one, makes a noun phrase definite."""
    if (
        phrase.det in focus.language.det.definite_or_own_all
        or p.low[phrase.first] in focus.language.grammar["contractions"]
    ):
        return True
    return opens_far(p, phrase) or is_greatest(p, phrase)


def _people_of(p: Parse, phrase: Phrase) -> Mention | None:
    """«bei den Grazern von Alpha»: the firm."""
    m = next(
        (m for m in p.mentions if m.first == phrase.last + 2 and p.low[phrase.last + 1] in p.language.prep.of), None
    )
    return m if m is not None and m.kind == "Company" and not m.rest and not m.adjective else None


def _is_several(focus: Focus, p: Parse, phrase: Phrase) -> bool:
    """«die deutschen Händler», «die Unternehmen»: behind «die» what is no feminine is a plural; «die Deutschen» may be one firm."""
    noun, code = p.head(phrase).text, focus.language.code
    people = noun in focus.language.demonyms or noun in focus.language.people
    several = (
        phrase.det in focus.language.det.plural_both
        and noun.lower().endswith(tails(code, "masculine_endings") + focus.language.ending.firm)
        and not is_kin(code, noun)
    )
    return several and not people


def _beside_name(p: Parse, phrase: Phrase) -> Mention | None:
    """«Alpha, der Bot des Rivalen Beta»: what a noun describes, it means."""
    if phrase.link != "apposition" or phrase.to is None or not (phrase.mention is None or phrase.mention.adjective):
        return None
    parts = next((f for f in p.phrases if phrase in f), ())
    named = parts[phrase.to].mention if phrase.to < len(parts) else None
    return named if named is not None and not named.rest and not named.adjective else None


def _named_behind(p: Parse, phrase: Phrase) -> Mention | None:
    """«Der Betreiber, die Alpha GmbH, …»: the name behind the comma says whom the noun means."""
    if "Company" not in p.language.nouns.refers_to(masculine(p.head(phrase).text, p.language)):
        return None
    parts = next((f for f in p.phrases if phrase in f), ())
    behind = parts[phrase.index + 1] if phrase.index + 1 < len(parts) else None
    if behind is None or behind.link != "apposition" or behind.to != phrase.index or behind.first != phrase.last + 2:
        return None
    m = behind.mention if behind.det not in p.language.det.single else None
    return m if m is not None and m.kind == "Company" and not m.rest and not m.adjective else None


def _is_named_far(p: Parse, phrase: Phrase) -> bool:
    """«Das Start-up für Sensoren, Alpha, wächst»: the name says whom the noun means, though nothing tells its class."""
    parts = next((f for f in p.phrases if phrase in f), ())
    named = (f for f in parts[phrase.index + 1 :] if f.link == "apposition" and f.to == phrase.index and not f.det)
    return any(f.mention is not None and not f.mention.kind for f in named)


def _behind_colon(p: Parse, phrase: Phrase, focus: Focus) -> Mention | None:
    """«Alpha sucht Hilfe: Der Ulmer Autobauer …»: what opens the clause behind a colon, of whatever noun with a town."""
    opens = phrase.first > 0 and p.tokens[phrase.first - 1].text == ":" and phrase.det in p.language.det.nominative
    if not opens or (phrase.mention is not None and not phrase.mention.adjective):
        return None
    firm = origins(p, phrase) or "Company" in focus.language.nouns.refers_to(masculine(p.head(phrase).text, p.language))
    return announced(p, phrase) if firm else None


def _by_class(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """What was called so, whose part in a deal the noun tells, else the last of a class that the noun refers to."""
    text, lemma = p.head(phrase).text, p.head(phrase).lemma
    kinds = focus.language.nouns.refers_to(masculine(text, focus.language)) or house(focus, p, phrase)
    several = phrase.det in focus.language.det.definite_or_own and text[len(lemma) :] in PLURAL
    several = several or _is_several(focus, p, phrase)
    if (known := _by_noun(focus, text, kinds)) is not None:
        return None if several and known.kind in PRODUCTS else known  # «die Maschinen» are no one product
    if (party := _by_part(focus, p, phrase)) is not None:
        return party
    if (bearer := _bearing(focus, text)) is not None and not several:
        return bearer
    if masculine(text, focus.language).lower().endswith(tails(focus.language.code, "fund_nouns")):
        return _fund(focus, p, phrase)
    if masculine(text, focus.language).lower() in focus.language.grammar["reference"]["relational"]:
        owner = _owner(p, phrase)
        told = kin(
            focus.dealings, masculine(text, focus.language).lower(), p.sentence.index, focus.topic, focus.language
        )
        return _beside(focus, owner) if owner is not None else told or _beside_topic(focus)
    found = (_of_class(focus, p, phrase, kind) for kind in kinds if not (several and kind in (*PRODUCTS, "Company")))
    return next((m for m in found if m is not None), None) or (None if several else as_service(focus, p, phrase))


def _bearing(focus: Focus, noun: str) -> Mention | None:
    """«Werft Alpha», «Alpha Bank»: a company in whose name the noun stands: whom the text is about, else the only one."""
    low = min(forms(noun), key=len)
    if len(low) < SHORTEST or not {*forms(noun)}.isdisjoint(focus.language.grammar["reference"]["generic"]):
        return None
    named = [m for m in focus.seen[-20:] if m.kind == "Company" and " " in m.name]
    bearing = {m.name: m for m in named if any(w.endswith(low) for w in m.name.lower().split())}
    if not bearing:
        return None
    topic = focus.topic.name if focus.topic is not None else ""
    return bearing.get(topic) or (next(iter(bearing.values())) if len(bearing) == 1 else None)


def _fund(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«der Fonds»: who gives money by name («Alpha Capital»), not the firm that gets it."""
    called = focus.investors
    before = [m for m in p.mentions if m.last < phrase.first and not m.rest]
    lately = (m for m in reversed([*focus.seen[-10:], *before]) if m.kind == "Company")
    found = next((m for m in lately if gives(m.name, called, focus.language)), None)
    acted, topic = focus.opening, focus.topic  # «Eigentümer Alpha schweigt. Der Finanzinvestor …»
    other = acted is not None and acted.kind == "Company" and topic is not None and acted.name != topic.name
    return found or (acted if other else None)


def _of_class(focus: Focus, p: Parse, phrase: Phrase, kind: str) -> Mention | None:
    if kind not in REFERABLE:
        return None
    if kind == "Company":
        return company_meant(focus, p, phrase)
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
    noun, words = masculine(p.head(phrase).text, focus.language).lower(), focus.language.grammar["reference"]
    before = [p.low[i] for i in range(phrase.first, phrase.head)]
    taken = any(w.startswith(tuple(words["taken"])) for w in before)
    firm = taken and "Company" in focus.language.nouns.refers_to(p.head(phrase).text)
    if firm and (bought := focus.dealings.bought(p.sentence.index)) is not None:
        return bought  # «das übernommene Unternehmen»
    noun = next((f for f in forms(noun) if f in words["buying"]), noun)
    if noun in words["buying"]:
        buyer = focus.dealings.buyer(p.sentence.index)
        if buyer is not None or phrase.det in focus.language.det.plural_both:  # «die Eigentümer»
            return buyer
        topic = focus.topic
        owner = focus.dealings.holder(topic.name) if topic is not None and noun in words["owning"] else None
        told = owner or kin(focus.dealings, noun, p.sentence.index, topic, focus.language)
        return told or focus.dealings.first_buyer()
    new = any(w.startswith(focus.language.stem.new) for w in before)
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
    hangs = (f for f in parts if (f.link == "genitive" and f.to == phrase.index) or f.prep in p.language.prep.of)
    near = (f.mention for f in hangs if f.first == phrase.last + 1 and f.mention is not None)
    return next((m for m in near if m.kind == "Company" and not m.rest and not m.adjective), None)


def _beside(focus: Focus, owner: Mention) -> Mention | None:
    """The company spoken of, which is somebody's: the topic, if that is not the owner."""
    return focus.topic if focus.topic is not None and focus.topic.name != owner.name else None


def _own_company(focus: Focus, p: Parse) -> Mention | None:
    """«sein Unternehmen», «ihre Firma»: that of the person who acts or speaks, else the topic."""
    people = [m for m in (*focus.seen[-6:], *focus.subjects[-2:], *p.mentions) if m.kind == "Person" and not m.rest]
    return focus.company_led(people) or focus.topic


def _by_noun(focus: Focus, noun: str, kinds: Iterable[str]) -> Mention | None:
    """The last thing that was called by this noun or a compound of it («die Bank»: «Privatbank Alpha»)."""
    low = min(forms(noun), key=len)
    if not {*forms(noun)}.isdisjoint(focus.language.grammar["reference"]["generic"]):
        return None
    nouns = {called for called, _ in focus.called}
    fitting = {called for called in nouns if _is_called(called, low)}
    if not fitting and low not in nouns:
        return None
    named = [m for called, m in focus.called if called in fitting and m.kind in kinds] if fitting else []
    topic = focus.topic
    if topic is not None and any(m.name == topic.name for m in named):
        return topic
    exact = [m for called, m in focus.called if called == low and m.kind in PRODUCTS] if low in nouns else []
    if exact and exact[-1].kind in kinds and low not in focus.language.grammar["reference"]["any_product"]:
        return exact[-1]  # «der Assistent Alpha … der Assistent»
    newest = focus.last(named[-1].kind) if named else None
    passing = newest is not None and bool(newest.id) and named and not named[-1].id  # «wer sich mit Alpha anmeldet»
    if newest is not None and newest.kind in PRODUCTS and not passing and all(m.name != newest.name for m in named):
        return None  # another one has been spoken of since
    return named[-1] if named else None


def _is_called(called: str, noun: str) -> bool:
    """Whether a noun in lower case is this one or a compound of it, case and number aside."""
    return noun in called and any(form.endswith(noun) for form in forms(called))

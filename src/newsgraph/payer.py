"""Who really pays or is paid: the company of a person who leads it, whoever was just fined, whom a known buyer buys."""

from newsgraph.dealing import Dealings
from newsgraph.filler import Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.replacement import replace
from newsgraph.subject import subject
from newsgraph.wordlist import tails


def gives(p: Parse, first: int) -> bool:
    """«3 Millionen gibt Alpha, 2 Millionen kommen von Beta»: whether the name that begins at a token gives money itself."""
    giving = p.language.grammar["sums"]["giving"]
    for clause in p.clauses:
        if first not in clause.tokens:
            continue
        told = next((f for f in p.phrases[clause.index] if f.first <= first <= f.last), None)
        if told is None:
            continue
        if told.prep in p.language.prep.by:
            return clause.verb.lemma in p.language.verb.come_or_flow
        return clause.verb.lemma in giving and not clause.verb.passive and subject(p, clause) is told
    return False


def acting_for(dealings: Dealings, p: Parse, filler: Filler, topic: Mention | None, language: Language) -> Filler:
    """Who puts money in where a person does: the company that the person was said to lead, else `topic` for an office."""
    if filler.kind != "Person":
        return filler
    words = [p.tokens[i].text for i in range(filler.first, filler.last + 1)]
    titles = [*words, *(p.tokens[i].text for i in range(filler.first - 1, filler.first) if i >= 0)]
    if any(w.lower().endswith(tails(language.code, "owner_nouns")) for w in titles):
        return filler  # «Großaktionär Max Muster», «Alpha-Gründer Max Muster» act for themselves
    led = dealings.offices.get(filler.name)
    own = topic is not None and topic.kind == "Company" and topic.name.split()[-1] in filler.name.split()
    titled = filler.here and any(
        language.nouns.is_office(w) and not w.lower().endswith(language.ending.manager) for w in words
    )
    if led is None and topic is not None and topic.kind == "Company" and (titled or own):
        led = Filler("Company", filler.first, filler.last, topic.name, topic.id)
    return replace(led, first=filler.first, last=filler.last, here=filler.here) if led is not None else filler


def paying(dealings: Dealings, p: Parse, filler: Filler) -> Filler:
    """«Das Unternehmen muss … zahlen»: whoever was fined in the sentence before, not whom the text is about."""
    fined = dealings.punished
    named = any(m.first <= filler.last and filler.first <= m.last and not m.adjective for m in p.mentions)
    if fined is None or named or not filler.name or not 0 < p.sentence.index - fined[0] <= 1:
        return filler
    return replace(fined[1], first=filler.first, last=filler.last, here=filler.here)


def bought_by(dealings: Dealings, filler: Filler) -> Filler:
    """«2021 war Gamma mit 3 Millionen eingestiegen» in a text in which Alpha buys Beta: into Beta, not into Alpha."""
    buys = dealings.bid is not None and dealings.bid[1].name == filler.name and dealings.dealt is not None
    if filler.here:
        return filler
    if not buys and dealings.main is not None and dealings.main[0] == filler.name:
        return replace(dealings.main[1], first=filler.first, last=filler.last, here=False, verbal=filler.verbal)
    if not buys or dealings.dealt is None:
        return filler
    return replace(dealings.dealt[1], first=filler.first, last=filler.last, here=False, verbal=filler.verbal)

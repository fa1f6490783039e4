"""Whom the first sentence of a paragraph introduces, though it does not act there: «Bei Alpha hat man es nicht eilig.»"""

from newsgraph.argument import free
from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.opening import is_listed
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.subject import subject
from newsgraph.wordlist import is_kin, is_other, words


def introduced(p: Parse) -> Mention | None:
    """The only company that the sentence names, where it puts it up («Übrig geblieben ist Alpha»), says how it is there («Bei Alpha
    …») or speaks of its people and its house («Der Chef von Alpha …», «Am Standort von Alpha …»)."""
    named = {m.name: m for m in p.mentions if m.kind in ("Company", "") and not m.adjective}
    mention = next(iter(named.values())) if len(named) == 1 else None
    if mention is None or mention.rest or mention.kind != "Company" or any(m.kind == "App" for m in p.mentions):
        return None
    places = ((c, f) for c in p.clauses if c.kind == "main" for f in p.phrases[c.index])
    clause, phrase = next(((c, f) for c, f in places if f.mention is mention), (None, None))
    if clause is None or phrase is None or _is_kin(p, phrase, mention):
        return None
    return (
        mention
        if _is_there(phrase, p.language) or _is_put_up(p, clause, phrase) or _is_owner(p, clause, phrase)
        else None
    )


def leads_on(p: Parse) -> bool:
    """Whether a sentence names no company, nor those who deal with one («Die Konkurrenz holt auf»): who is it about, is to come."""
    if any(m.kind in ("Company", "App") for m in p.mentions):
        return False
    others = any(t.is_a("NN") and is_other(p.language.code, t.text) for t in p.tokens)
    firms = any("Company" in p.language.nouns.refers_to(p.head(f).text) for parts in p.phrases for f in parts if f.det)
    return not others and not firms


def _is_kin(p: Parse, phrase: Phrase, mention: Mention) -> bool:
    """«die Tochter Alpha», «der Rivale Alpha»: what somebody is to the one that the text is about."""
    return any(is_kin(p.language.code, p.tokens[i].text) for i in range(phrase.first, mention.first))


def _is_there(phrase: Phrase, language: Language) -> bool:
    """«Bei Alpha hat man …»"""
    return phrase.prep in language.prep.at and not phrase.link and phrase.first < 2


def _is_put_up(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«Übrig geblieben ist Alpha», «Hier gibt es Alpha»: nothing else acts."""
    if phrase.prep or phrase.link or is_listed(p, clause, phrase) or clause.verb.passive:
        return False
    own = subject(p, clause)
    if clause.verb.lemma not in words(p.language.code, "presenting_verbs"):
        return False
    others = [f for f in free(p, clause) if f is not phrase and not f.pronoun and f.mention is None]
    empty = own is None or own is phrase or (own.pronoun and p.low[own.head] in p.language.pron.it)
    return empty and (clause.verb.lemma in p.language.verb.give or not others)


def _is_owner(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«die Leute von Alpha», «der Chef der Firma Alpha», «am Standort von Alpha», as the subject or at the head."""
    parts = p.phrases[clause.index]
    hangs = phrase.link == "genitive" or phrase.prep in p.language.prep.of
    host = next((f for f in parts if hangs and f.last == phrase.first - 1), None)
    if host is None or host.mention is not None or not (host.index == 0 or host is subject(p, clause)):
        return False
    noun = p.head(host).text
    return p.language.nouns.is_office(noun) or noun.lower() in words(p.language.code, "house_nouns")

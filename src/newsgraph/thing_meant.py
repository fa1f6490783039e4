"""Pronouns for what the last sentence named as a thing: «Alpha betreibt die App Beta. In Japan heißt sie …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.wordlist import words

if TYPE_CHECKING:
    from newsgraph.reference import Focus


def thing_meant(focus: Focus, p: Parse, phrase: Phrase, word: str) -> Mention | None:
    """The only thing that the last sentence named with a noun of the pronoun's gender, where a bare name was its subject and the
    clause tells nothing that only firms and people do."""
    gender, subject = focus.last_subject
    bare = not gender and subject is not None and subject.kind == "Company"
    if not bare or phrase.prep:
        return None
    named = {m.name: m for m in focus.things if focus.shown.get(m.name) == focus.language.gender.pronoun.get(word)}
    if len(named) != 1:
        return None
    clause = p.clause_at(phrase.first)
    verb = clause.verb.lemma if clause is not None else ""
    acts = not verb or verb in words(p.language.code, "firm_verbs") or verb in p.language.speech.verbs
    return None if acts else next(iter(named.values()))

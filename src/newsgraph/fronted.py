"""Objects in front of their verb without an article: «Zusätzliche Arbeit bringt die Verordnung», «Druck macht die Firma Alpha»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsgraph.clause import Clause
from newsgraph.phrase import Phrase
from newsgraph.relative import ACTING
from newsgraph.wordlist import class_of, words

if TYPE_CHECKING:
    from newsgraph.parse import Parse


def acting_behind(p: Parse, clause: Clause, front: Phrase, after: Sequence[Phrase]) -> list[Phrase]:
    """The names with an article behind the verb, where the bare noun in front of it is no plural subject and nobody who acts."""
    code, noun = p.language.code, p.head(front).text
    finite = p.tokens[clause.verb.finite or 0].text
    if finite.endswith(("n", "sind")) or front.pronoun or clause.verb.lemma in words(code, "copula_verbs"):
        return []  # «Hauptkunde ist die Firma Alpha»
    if p.language.nouns.is_title(noun) or class_of(code, noun) in ACTING:
        return []  # «Experte», «Kunde»
    named = (f for f in after if f.mention is not None and not f.mention.rest and not f.mention.adjective)
    return [f for f in named if f.det and "nom" in f.cases]

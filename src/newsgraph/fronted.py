"""Objects in front of their verb without an article: «Zusätzliche Arbeit bringt die Verordnung», «Druck macht die Firma Alpha»."""

from collections.abc import Sequence

from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.relative import ACTING
from newsgraph.wordlist import class_of, words


def acting_behind(p: Parse, clause: Clause, front: Phrase, after: Sequence[Phrase]) -> list[Phrase]:
    """The names with an article behind the verb, where the bare noun in front of it is no plural subject and nobody who acts."""
    code, noun = p.language.code, p.head(front).text
    finite = p.tokens[clause.verb.finite or 0].text
    if finite.endswith(p.language.ending.plural) or front.pronoun or clause.verb.lemma in words(code, "copula_verbs"):
        return []  # «Hauptkunde ist die Firma Alpha»
    if p.language.nouns.is_title(noun) or class_of(code, noun) in ACTING:
        return []  # «Experte», «Kunde»
    named = (f for f in after if f.mention is not None and not f.mention.rest and not f.mention.adjective)
    return [f for f in named if f.det and "nom" in f.cases]


def told(p: Parse, clause: Clause, after: list[Phrase]) -> list[Phrase]:
    """What stands behind the verb, but for an «es» that fills a place: «bringt es der Konzern auf …», «bekommen es die Ulmer»."""
    es = next((k for k, f in enumerate(after) if f.pronoun and p.low[f.head] in p.language.pron.it), None)
    finite = clause.verb.finite or 0
    if es is None or after[es].first != finite + 1 or clause.verb.lemma in words(p.language.code, "copula_verbs"):
        return after  # «ist es der erste Zukauf»
    behind = after[es + 1] if es + 1 < len(after) else None
    acts = behind is not None and behind.det in p.language.det.masculine_shown and behind.first == after[es].last + 1
    acts = acts or (
        behind is not None and clause.verb.lemma in words(p.language.code, "place_filling_verbs") and not behind.prep
    )
    several = (
        behind is not None
        and p.tokens[finite].text.endswith(("en", "ten"))
        and behind.det in p.language.det.plural_or_both
    )
    return after[:es] + after[es + 1 :] if acts or several else after

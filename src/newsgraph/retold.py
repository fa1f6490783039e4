"""Who said what the sentence before told: «Das teilte Alpha mit.», «Das geht aus Unterlagen hervor.», «So steht es im Bericht.»"""

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.reference import Focus
from newsgraph.source import Source, source_of
from newsgraph.speech import speaker

KINDS = ("say", "report", "announce", "confirm", "estimate", "expect")


def retold(p: Parse, focus: Focus, language: Language) -> Source | None:
    """The source that a sentence without a content of its own gives to the one before; None for any other sentence."""
    if any(q.is_money for q in p.quantities) or any(
        c.marker in language.conj.content or c.kind == "infinitive" for c in p.clauses
    ):
        return None
    clause = next((c for c in p.clauses if c.kind == "main"), None)
    if clause is None or not _points_back(p, clause):
        return None
    source = _shown(p, clause, focus, language)
    if source is None and language.speech.verbs.get(clause.verb.lemma) in KINDS and not clause.verb.passive:
        source = speaker(p, clause, focus, language, None)
    return source if source is not None and (source.mention is not None or source.unnamed) else None


def _points_back(p: Parse, clause: Clause) -> bool:
    """Whether the clause opens with a word for what was said, and no article."""
    first = next((i for i in clause.tokens if p.tokens[i].text[0].isalnum()), clause.first)
    if p.tokens[first].low not in p.language.pron.pointing_retold or clause.first > 1:
        return False
    phrase = next((f for f in p.phrases[clause.index] if f.first <= first <= f.last), None)
    return phrase is None or phrase.last == first


def _shown(p: Parse, clause: Clause, focus: Focus, language: Language) -> Source | None:
    """«Das geht aus Unterlagen hervor»: the document, or the circles that it comes from."""
    parts = p.phrases[clause.index]
    for n, phrase in enumerate(parts):
        if phrase.prep in language.grammar["shown_by"].get(clause.verb.lemma, ()):
            return source_of(p, phrase, parts[n + 1 :], focus, language)
    return None

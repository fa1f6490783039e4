"""Verbs of reckoning, whose subject says what the clause itself holds: «Alpha beziffert die Kosten auf …»."""

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.source import Source
from newsgraph.speech import says, words
from newsgraph.subject import subject


def tells(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether the verb of a clause reckons or tells: «beziffert auf», «spricht von»."""
    parts = p.phrases[clause.index]
    bare = p.tokens[clause.verb.at].lemma.lower() if clause.verb.at is not None else ""
    split = language.written.reckoning_particle + bare == clause.verb.lemma  # «bezifferte er auf „zwischen …“»
    for entry in words(language, "telling"):
        verb, _, prep = entry.partition(" ")
        if (clause.verb.lemma == verb or (split and bare == verb)) and (not prep or any(f.prep == prep for f in parts)):
            return True
    return clause.verb.lemma not in language.speech.verbs and says(p, clause, language)


def can_tell(p: Parse, clause: Clause, source: Source, language: Language) -> bool:
    """«kommt auf 5 Millionen» tells of itself; only who counts for a living tells of others by it."""
    if clause.verb.lemma not in language.verb.come:
        return True
    phrase = subject(p, clause)
    kind = language.speech.source(p.head(phrase).text) if phrase is not None else ""
    return kind in ("expert", "media") or (source.mention is not None and source.mention.kind == "NewsOrganization")

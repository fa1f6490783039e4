"""Phrases that name the source of a clause: «laut Alpha», «nach Angaben von Alpha», «Alpha zufolge», «nach eigenen Angaben»."""

from collections.abc import Sequence
from functools import cache

from newsgraph.actor import subjects
from newsgraph.background import makers
from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.maker import maker
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.pronoun import AGENTS
from newsgraph.reference import Focus
from newsgraph.source import Source, chain, source_of
from newsgraph.source_label import label
from newsgraph.speaker import spoken_of
from newsgraph.speech import cited, words
from newsgraph.wordlist import is_title


def in_phrase(
    p: Parse, clause: Clause, n: int, focus: Focus, language: Language, before: Source | None
) -> Source | None:
    """The source that phrase `n` of a clause names: «laut Alpha», «nach Angaben von Alpha», «nach eigenen Angaben»."""
    phrase = p.phrases[clause.index][n]
    behind = not language.prep.behind_source.isdisjoint(p.low)
    if phrase.prep not in language.prep.source_opening and not behind:
        return None
    after = p.phrases[clause.index][n + 1 :]
    word = _following(p, max([phrase.last, *(f.last for f in chain(p, phrase, after))])) if behind else ""
    low = p.low[phrase.head]
    speaks = low.endswith(_speaking(language))
    if (phrase.prep in language.prep.under and low in words(language, "relay")) or (
        phrase.prep in language.prep.with_ and low in words(language, "relay")
    ):
        return cited(p, clause, focus, language, before) if clause.verb.lemma not in language.speech.verbs else None
    if (
        phrase.prep in language.prep.after
        and (m := phrase.mention) is not None
        and m.kind == "NewsOrganization"
        and not m.rest
    ):
        if phrase.det:
            return None  # «nach der MDR»: a law with the letters of an outlet
        return Source(m)  # «nach A.B.C.-Informationen»
    paper = phrase.prep in language.prep.according_to_rule and _is_paper(p, phrase, language)
    if (
        phrase.prep in language.prep.according
        or word in language.prep.according_behind
        or (word in language.prep.after and speaks)
        or paper
    ):
        pass
    elif not (
        (phrase.prep in language.prep.after_or_by_rule and speaks)
        or (phrase.prep in language.prep.out_of and low in language.grammar["view_nouns"])
    ):
        return None
    told = any(p.tokens[i].low in words(language, "own_words") for i in range(phrase.first, phrase.last))
    if told or low.endswith(tuple(words(language, "own"))):
        return _own(p, clause, phrase.first, focus, language)
    if _of_this_paper(p, phrase, after, language):
        circles = (f for f in chain(p, phrase, after) if language.speech.source(p.head(f).text) == "unnamed")
        people = next((f for f in circles if f.prep in language.prep.out_of), None)
        return Source(unnamed=label(p, people)) if people is not None else None  # «unserer Zeitung aus Eignerkreisen»
    if _is_vague(p, phrase, after, language):
        said = next((f for _, f in subjects(p, clause)), None)  # «Das Unternehmen hat nach früheren Angaben …»
        itself = source_of(p, said, (), focus, language) if said is not None else None
        return (
            itself if itself is not None and itself.mention is not None and itself.mention.kind == "Company" else None
        )
    if (owner := _possessor(p, clause, phrase)) is not None:
        return source_of(p, owner, (), focus, language, before)  # «nach Musters Worten»
    found = source_of(p, phrase, after, focus, language, before)
    return found or (
        _by_role(p, clause, n, language)
        if phrase.prep in language.prep.according or word in language.prep.according_behind
        else None
    )


def _possessor(p: Parse, clause: Clause, phrase: Phrase) -> Phrase | None:
    """Whose words they are, where the name stands before them: «Musters Worten»."""
    owners = (f for f in p.phrases[clause.index] if f.link == "possessor" and f.to == phrase.index)
    return next((f for f in owners if f.mention is not None), None)


@cache
def _speaking(language: Language) -> tuple[str, ...]:
    """The ends of nouns for what somebody says."""
    return tuple(words(language, "heads") + words(language, "own"))


def _is_paper(p: Parse, phrase: Phrase, language: Language) -> bool:
    """«gemäß Handelsregister»; not «gemäß dem Gesetz», which says nothing of what is."""
    noun = p.head(phrase).text
    return language.speech.source(noun) == "document" and language.nouns.class_of(noun) != "Regulation"


def told_of(p: Parse, clause: Clause, language: Language) -> Source | None:
    """«Gerüchte, Alpha wolle …, nannte Beta Unsinn»: the noun for what is only said, where no more is known of who says it."""
    nouns = language.grammar["certainty"]["rumours"]
    opening = next((f for f in p.phrases[clause.index] if f.first <= clause.first), None)
    inside = opening is not None and p.low[opening.head] in nouns and p.tokens[opening.last + 1].text == ","
    head = opening.head if opening is not None and inside else clause.first - 2
    bare = head >= 0 and p.low[head] in nouns and p.tokens[head + 1].text == "," and not p.tokens[head - 1].is_a("ART")
    return Source(unnamed=p.tokens[head].text) if bare and head < len(p.tokens) - 1 else None


def _of_this_paper(p: Parse, phrase: Phrase, after: Sequence[Phrase], language: Language) -> bool:
    """«nach Informationen dieser Zeitung», «unserer Redaktion»: the article itself."""
    owners = (f for f in chain(p, phrase, after) if f.det.startswith(language.stem.this_or_our) and f.mention is None)
    return any(language.speech.source(p.head(f).text) == "media" or f.det.startswith(language.stem.our) for f in owners)


def _is_vague(p: Parse, phrase: Phrase, after: Sequence[Phrase], language: Language) -> bool:
    """«nach früheren Angaben», of nobody said whose."""
    adjectives = words(language, "vague")
    told = any(p.low[i] in adjectives for i in range(phrase.first, phrase.head))
    return told and phrase.mention is None and next(chain(p, phrase, after), None) is None


def _by_role(p: Parse, clause: Clause, n: int, language: Language) -> Source | None:
    """«laut den Gründern»: people of whom the text gives no name; «laut Vertrag» is nobody."""
    phrase = p.phrases[clause.index][n]
    people = phrase.mention is None and is_title(language.code, p.head(phrase).lemma)
    return Source(unnamed=label(p, phrase)) if people else None


def _own(p: Parse, clause: Clause, at: int, focus: Focus, language: Language) -> Source | None:
    """«nach eigenen Angaben»: the subject, or, where that cannot speak, the company in focus."""
    own = next((f for _, f in subjects(p, clause)), None)
    source = source_of(p, own, (), focus, language) if own is not None else None
    if (above := _host(p, clause)) is not None and (source is None or source.mention is None):
        return Source(above)
    speaks = source is not None and source.mention is not None and source.mention.kind in AGENTS
    if not speaks and (found := maker(p, at, focus)) is not None:
        return Source(found)  # «Die App zählt nach Firmenangaben …»
    if source is None or (source.mention is not None and source.mention.kind not in ("", *AGENTS)):
        known = makers(source.mention.name) if source is not None and source.mention is not None else ()
        topic = spoken_of(p, focus)
        if known and (topic is None or topic.id not in known):
            topic = None
        return Source(topic) if topic is not None else source
    return source


def _host(p: Parse, clause: Clause) -> Mention | None:
    """«Alpha betreibt einen Dienst, den nach Firmenangaben … nutzen»: Alpha."""
    host = p.clauses[clause.parent] if clause.kind == "relative" and clause.parent is not None else None
    named = [f.mention for _, f in subjects(p, host)] if host is not None else []
    return next((m for m in named if m is not None and m.kind == "Company" and not m.rest and not m.adjective), None)


def _following(p: Parse, at: int) -> str:
    """The word behind a token, marks left out."""
    rest = (t.low for t in p.tokens[at + 1 :] if t.text not in QUOTES)
    return next(rest, "")

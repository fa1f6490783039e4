"""What a rule binds where it binds nobody by name: «deckelt Kleinkraftwerke», «verlangt von neuen Serverhallen …»."""

from collections.abc import Iterator
from functools import cache

from newsgraph.argument import is_time
from newsgraph.clause import Clause
from newsgraph.complement import datives, objects
from newsgraph.filler import Filler
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.relative import antecedent
from newsgraph.subject import subject
from newsgraph.wordlist import words

CONCEPT = "skos:Concept"


@cache
def _binding(language: Language) -> frozenset[str]:
    """The verbs by which a law asks something of somebody."""
    table = language.grammar["restriction"]
    return frozenset(
        (*table["order"], *table["ban"], *table["regulating"], *table["touching"], *language.verb.demand_of)
    )


def subject_matter(
    p: Parse, clause: Clause, but: Phrase, language: Language, *, law: bool, all_of: bool = False, told: bool = False
) -> list[Filler]:
    """The phrase for what is bound, at most one; of an authority (no `law`) only what it forbids outright.

    `but` is the rule itself, which is left out unless it stands elsewhere (`all_of`); `told` says that words beside the
    verb forbid or order («setzt Lieferanten enge Grenzen»).
    """
    table = language.grammar["restriction"]
    verb = clause.verb.lemma
    if verb not in table["outright"] and not told and not (law and verb in _binding(language)):
        return _traded(p, clause, but, language) if not law else []
    if clause.kind == "relative" and (above := _taken_up(p, clause)) is not None and _tells(p, *above, language):
        return [_concept(p, *above)]
    for phrase in _candidates(p, clause, verb):
        if (all_of or phrase is not but) and _tells(p, clause, phrase, language):
            return [_concept(p, clause, phrase)]
    return []


def must_matter(p: Parse, clause: Clause, language: Language) -> list[Filler]:
    """«Serverhallen dieser Größe müssen …», «führerlose Autos dürfen nur …»: things of a kind, of which something is asked."""
    table = language.grammar["restriction"]
    words = [p.low[i] for i in clause.tokens]
    first = subject(p, clause)
    free = first is not None and first.det.startswith(language.stem.no)  # «müssen keine Anlagen …»
    bound = (clause.verb.modal in language.verb.must and not free) or (
        clause.verb.modal in language.verb.may and any(w in table["negative"] for w in words)
    )
    handled = clause.verb.lemma in table["handling"] or clause.verb.lemma in table["certifying"]
    if bound and (not clause.verb.passive or handled):
        return of_a_kind(p, clause, language)
    return of_a_kind(p, clause, language) if not clause.verb.modal and is_off_limits(p, clause, language) else []


def is_off_limits(p: Parse, clause: Clause, language: Language) -> bool:
    """«sind dann tabu», «wären erst ab 18 erlaubt», «ist nicht mehr zulässig»."""
    table = language.grammar["restriction"]
    words = [p.low[i] for i in clause.tokens]
    finite = p.tokens[clause.verb.finite].lemma.lower() if clause.verb.finite is not None else ""
    if finite not in language.verb.copula_passive:
        return False
    banned = any(w in table["forbidden"] or w.endswith(tuple(table["liable"])) for w in words)
    leave = any(w in table["allowed"] for w in words)
    return banned or (leave and any(w in table["negative"] or w in language.adv.not_before for w in words))


def of_a_kind(p: Parse, clause: Clause, language: Language) -> list[Filler]:
    """The subject of a clause, where it is a noun for things of a kind: «Anlagen dieser Größe», «jeder Großspeicher»."""
    first = subject(p, clause)
    if first is None:
        return []
    kind = first.det in language.det.any_of_a_kind or is_several(p, clause, first)
    return [_concept(p, clause, first)] if kind and _tells(p, clause, first, language) else []


def of_what(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> list[Filler]:
    """«ein Verbot von Leihrollern», «einen Importstopp für Altkleider»: what a noun for a rule says that it is about."""
    behind = next((f for f in p.phrases[clause.index] if f.first == phrase.last + 1), None)
    about = behind is not None and (behind.link == "genitive" or behind.prep in language.prep.of_for)
    return [_concept(p, clause, behind)] if behind and about and _tells(p, clause, behind, language) else []


def _traded(p: Parse, clause: Clause, but: Phrase, language: Language) -> list[Filler]:
    """«setzt die Einfuhr von Kameras aus», «schließt Drohnen von Aufträgen aus»: goods that an authority keeps out."""
    verb, table = clause.verb.lemma, language.grammar["restriction"]
    out = verb in table["excluding"] and any(f.prep in language.prep.of_or_out_of for f in p.phrases[clause.index])
    slow = verb in table["slowing"]
    for phrase in _candidates(p, clause, verb) if out or slow else ():
        goods = out or p.low[phrase.head].endswith(tuple(language.grammar["trade_nouns"]))
        if phrase is not but and goods and _tells(p, clause, phrase, language):
            told = _concept(p, clause, phrase)
            return [told] if out or told.last > phrase.last else []  # «den Export»: of what is not said
    return []


def _concept(p: Parse, clause: Clause, phrase: Phrase) -> Filler:
    last = _end(p, clause, phrase)
    first = next(
        i for i in range(phrase.first, phrase.head + 1) if not p.tokens[i].is_a("ART", "APPR", "PPOSAT", "PDAT")
    )
    return Filler(CONCEPT, first, last, " ".join(p.tokens[i].text for i in range(first, last + 1)), verbal=True)


def _candidates(p: Parse, clause: Clause, verb: str) -> Iterator[Phrase]:
    """The phrases that may be meant, the likeliest first: «für X», «von X», the dative, the object, of a passive its subject."""
    parts = p.phrases[clause.index]
    if clause.verb.passive:
        first = subject(p, clause)
        yield from [first] if first is not None else []
        return
    prep = p.language.grammar["prepositions_of_the_bound"].get(verb, ())
    yield from (f for f in parts if f.prep in prep and not f.link)
    if verb in p.language.grammar["restriction"]["obliging"]:  # «zwingt Händler zur Rücknahme alter Geräte»
        yield from objects(p, clause)
    yield from datives(p, clause)
    if verb in p.language.verb.impose:  # «schreibt Herstellern vor, …», «untersagt es Anbietern, …»
        first = subject(p, clause)
        free = [f for f in parts if not f.prep and not f.link and not f.det and f is not first and not f.pronoun]
        asked = any(c.parent == clause.index and c.kind in ("infinitive", "sub") for c in p.clauses)
        plural = (f for f in free if p.low[f.head].endswith("n") and (asked or len(free) > 1))
        yield from (f for f in plural if f.first == f.head or p.low[f.first].endswith("en"))
    yield from objects(p, clause) if verb not in p.language.verb.demand else ()


def _taken_up(p: Parse, clause: Clause) -> tuple[Clause, Phrase] | None:
    """«Blöcke, denen das Gesetz enge Grenzen setzt»: what the pronoun takes up, where it is not who acts."""
    parts = p.phrases[clause.index]
    first = subject(p, clause)
    pronoun = parts[0] if parts and parts[0].pronoun and parts[0] is not first and not parts[0].prep else None
    return antecedent(p, clause) if pronoun is not None and not clause.verb.passive else None


def _tells(p: Parse, clause: Clause, phrase: Phrase, language: Language) -> bool:
    """A common noun that says what it is about: no name, time, sum, rule or body, nor a bare «Unternehmen»."""
    head = p.head(phrase)
    if phrase.mention is not None or phrase.pronoun or phrase.quantity is not None or is_time(p, phrase):
        return False
    if (
        not head.is_a("NN", "NNI")
        or head.tag == "NNA"
        or len(head.text) < 4
        or phrase.det.startswith(language.stem.own_this_such)
    ):
        return False
    if any(
        m.first <= i <= m.last and not m.adjective for m in p.mentions for i in range(phrase.first, phrase.last + 1)
    ):
        return False
    kind = language.nouns.class_of(head.text)
    names = words(language.code, "short_name_nouns") | words(language.code, "name_givers")
    if kind in ("Regulation", "PublicBody", "Person") or head.text in names:
        return False  # also «unter ihrem Kürzel»
    bare = not any(p.tokens[i].is_a("ADJ(A)") for i in range(phrase.first, phrase.head))
    single = phrase.det != "" or phrase.prep != "" or _is_one(p, clause, phrase)
    one = head.text == head.lemma and single and not is_several(p, clause, phrase)
    ends, table = _end(p, clause, phrase) == phrase.last, language.grammar["restriction"]
    alone = ends and ((bare and kind != "" and one) or head.low in table["general"])
    return not alone and not head.low.startswith(tuple(table["people"]))


def is_several(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«die Handyhersteller»: by the article many, as the noun is no woman's; as subject by the verb too."""
    if phrase.det not in p.language.stem.plural_article or not p.low[phrase.head].endswith(
        p.language.ending.maybe_plural
    ):
        return False
    return phrase is not subject(p, clause) or not _is_one(p, clause, phrase)


def _is_one(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase is the subject of a verb in the singular: «Becher ist», not «Becher sind»."""
    many = clause.verb.finite is not None and p.low[clause.verb.finite].endswith("n")
    return phrase is subject(p, clause) and not many


def _end(p: Parse, clause: Clause, phrase: Phrase) -> int:
    """The last token with what hangs right on the noun: «Betreiber von Serverhallen», «Abstellen am Gehsteig»."""
    behind = next((f for f in p.phrases[clause.index] if f.first == phrase.last + 1), None)
    bare = behind is not None and (behind.mention is None or behind.mention.adjective)
    out = behind is not None and behind.prep and clause.verb.lemma in p.language.grammar["restriction"]["excluding"]
    if out:
        return phrase.last  # «schließt Drohnen von Aufträgen aus»
    hangs = behind is not None and bare and behind.quantity is None and not is_time(p, behind)
    trade = (
        behind is not None and behind.prep in p.language.prep.with_ and p.head(phrase).text in p.language.word.dealings
    )
    general = p.low[phrase.head] in p.language.grammar["restriction"]["general"]
    if general and behind is not None and behind.link != "genitive":  # but «Anlagen dieser Größe»
        return behind.last if behind.prep in p.language.prep.for_or_with else phrase.last
    if hangs and behind is not None and (behind.link == "genitive" or behind.prep in p.language.prep.of or trade):
        return behind.last
    return phrase.last

"""Whom a phrase names as a source: a name, unnamed people, the spokesman of a company, a document, an outlet in quotes."""

from collections.abc import Iterator, Sequence

from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.maker import by_noun
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.outlet import outlet, outlet_name, quoted
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.replacement import replace
from newsgraph.source_label import label
from newsgraph.speaker import holder, named_body, partner, spoken_of
from newsgraph.wordlist import relates


@frozen
class Source:
    """A source: a name, or unnamed people (or papers) whom `outlet` cites, or a document that binds.

    `relay` is the outlet through which a *named* source came («…, schreibt Alpha unter Berufung auf Beta»: Beta, relayed by Alpha).
    """

    mention: Mention | None = None
    unnamed: str = ""
    outlet: Mention | None = None
    document: str = ""
    relay: Mention | None = None


def source_of(
    p: Parse, phrase: Phrase, after: Sequence[Phrase], focus: Focus, language: Language, before: Source | None = None
) -> Source | None:
    """The source that a phrase names, with what follows it («Quellen von Alpha», «Sprecher des Unternehmens»).

    `before` is what «der Bericht», «die Zeitung» go back to.
    """
    behind = list(chain(p, phrase, after))
    if phrase.mention is None and language.speech.source(p.head(phrase).text) == "unnamed":
        owners = (
            owner_of(p, f, after, focus) for f in behind
        )  # «aus dem Umfeld des Unternehmens»: not the firm itself
        return Source(unnamed=label(p, phrase), outlet=_outlet(next((m for m in owners if m is not None), None)))
    if (person := holder(p, [phrase, *behind], language)) is not None:
        return Source(person)
    if (body := next((m for f in (phrase, *behind) if (m := named_body(p, f, language))), None)) is not None:
        return Source(body)
    if (paper := next((m for f in (phrase, *behind) if (m := outlet(p, f, language))), None)) is not None:
        if paper not in focus.seen:
            focus.seen.append(paper)
        return Source(paper)
    mention = name_in(p, phrase, after, focus) or next(
        (m for f in (phrase, *behind) if (m := by_noun(p, f, focus))), None
    )
    if mention is not None:
        return Source(mention)
    if (person := _titled(p, phrase, focus, language) or partner(p, phrase, focus, language)) is not None:
        return Source(person)
    if _is_kin(phrase, language) and (kin := focus.of(p, phrase)) is not None:
        return Source(kin)  # «die Alpha-Tochter»: not Alpha
    if phrase.pronoun:
        here = [m for m in p.mentions if m.last < phrase.first and m.kind == "Person" and not m.rest]
        person = (here[-1] if here else focus.person()) if p.head(phrase).low in language.pron.he_or_she else None
        found = person or focus.of(p, phrase)
        return Source(found) if found is not None and found.kind != "Place" else None
    owner = next((m for f in behind if (m := owner_of(p, f, after, focus)) is not None), None) or _compound(phrase)
    speaks = language.speech.source(p.head(phrase).text) == "spokesperson"  # «ein Sprecher des Händlers»
    circles = (f for f in behind if language.speech.source(p.head(f).text) in ("unnamed", "expert"))
    people = next((f for f in circles if f.mention is None and not speaks), None)
    if people is not None:
        known = language.speech.source(p.head(people).text) == "expert" and owner is not None and not _outlet(owner)
        return Source(owner) if known else Source(unnamed=label(p, people), outlet=_outlet(owner))
    if any(language.speech.source(p.head(f).text) == "spokesperson" and f.mention is None for f in behind):
        named = owner or spoken_of(p, focus)
        return Source(named) if named is not None else Source(unnamed=language.written.spokesperson)
    return _by_noun(p, phrase, behind, owner, focus, language, before)


def _titled(p: Parse, phrase: Phrase, focus: Focus, language: Language) -> Mention | None:
    """«die Gründerin», «der Konzernchef»: the person who was named with an office, and spoke or acted last."""
    noun = p.head(phrase).text
    if (
        phrase.mention is not None
        or phrase.det not in language.det.demonstrative_person
        or not language.nouns.is_title(noun)
    ):
        return None
    if language.speech.source(noun) or p.head(phrase).lemma != noun:
        return None  # spokesmen speak for others; «die Gründer» are several
    person = focus.person()
    return person if person is not None and person.name in focus.dealings.offices else None


def _by_noun(
    p: Parse,
    phrase: Phrase,
    behind: Sequence[Phrase],
    owner: Mention | None,
    focus: Focus,
    language: Language,
    before: Source | None,
) -> Source | None:
    head = p.head(phrase)
    kind, low = language.speech.source(head.text), head.low
    if kind == "unnamed":
        return Source(unnamed=label(p, phrase), outlet=_outlet(owner))
    if kind == "spokesperson":
        named = owner or spoken_of(p, focus)
        return Source(named) if named is not None else Source(unnamed=head.text)
    if owner is not None:
        return Source(owner)
    staff = next((f for f in (phrase, *behind) if f.mention is None and _is_staff(p, f, language)), None)
    if staff is not None or low.endswith(tuple(language.grammar["attribution"]["own"])):
        named = spoken_of(p, focus)
        return Source(named) if named is not None else Source(unnamed=label(p, phrase))
    if kind == "document" or low.endswith(tuple(language.grammar["attribution"]["heads"])):
        return _document(p, phrase, focus, language, before)
    mention = focus.of(p, phrase if phrase.det else replace(phrase, det=language.written.article))
    if mention is not None and mention.kind != "Place":
        return Source(mention)
    judge = head.lemma.lower() in language.grammar["restriction"]["judges"]
    if (
        judge or language.nouns.class_of(head.text) == "PublicBody"
    ) and phrase.det not in language.det.one_without_accusative:
        return Source(_body_before(p, phrase) or Mention(phrase.head, phrase.head, head.lemma, "PublicBody"))
    if (
        kind == "media"
        and phrase.det in language.det.definite_shown
        and (outlet := focus.last("NewsOrganization")) is not None
    ):
        return Source(outlet)
    return Source(unnamed=label(p, phrase)) if kind in ("expert", "media") else None


def _body_before(p: Parse, phrase: Phrase) -> Mention | None:
    """«Die Bafin verhängte …, wie die Behörde mitteilte»: the authority that the sentence has named."""
    bodies = [
        m for m in p.mentions if m.kind == "PublicBody" and m.last < phrase.first and not m.adjective and not m.rest
    ]
    return bodies[-1] if bodies and phrase.det in p.language.det.definite_shown else None


def _document(p: Parse, phrase: Phrase, focus: Focus, language: Language, before: Source | None) -> Source | None:
    """A bill speaks for itself; «der Bericht» goes back to the source before; «ein Papier» is a source without a name."""
    head = p.head(phrase)
    if language.nouns.class_of(head.text) == "Regulation":
        return Source(document=head.text)
    if (
        phrase.det in language.det.definite_shown
        and head.low.endswith(tuple(language.grammar["attribution"]["company_papers"]))
        and focus.topic is not None
    ):
        return Source(focus.topic)
    if phrase.det in language.det.own_singular:
        last = focus.subjects[-1] if focus.subjects else None  # «nach ihren Worten»: of the person who was spoken of
        if (own := last if last is not None and last.kind == "Person" else focus.topic) is not None:
            return Source(own)
    if phrase.det in language.det.definite_shown:
        outlet = (
            focus.last("NewsOrganization")
            if head.low.endswith(tuple(language.grammar["attribution"]["reports"]))
            else None
        )
        if before is not None and before.outlet is not None and outlet is not None:
            return Source(before.outlet)  # the report is the outlet's, whomever it cites
        if before is not None or outlet is not None:
            return before or Source(outlet)
    return (
        Source(unnamed=label(p, phrase)) if language.speech.source(head.text) == "document" or not phrase.det else None
    )


def name_in(p: Parse, phrase: Phrase, after: Sequence[Phrase] = (), focus: Focus | None = None) -> Mention | None:
    """The name in a phrase, behind it («der Branchendienst „Alpha“»), or beside it («die Chefin, Eva Muster»)."""
    if (
        phrase.mention is not None
        and not phrase.mention.adjective
        and not phrase.mention.rest
        and phrase.mention.kind != "Place"
    ):
        return phrase.mention
    for other in after:
        title = (
            _compound(phrase) is not None
            and other.first == phrase.last + 1
            and other.mention is not None
            and other.mention.kind == "Person"
        )
        beside = (other.first > phrase.last and quoted(p, phrase.last, other.first)) or (
            other.link == "apposition" and other.to == phrase.index
        )
        if (
            (title or beside)
            and other.mention is not None
            and not other.det
            and not other.prep
            and other.mention.kind != "Place"
            and not other.mention.rest
        ):
            return other.mention
    return (
        outlet_name(p, phrase, focus, focus.language)
        if focus is not None and phrase.mention is None and not phrase.pronoun and phrase.quantity is None
        else None
    )


def chain(p: Parse, phrase: Phrase, after: Sequence[Phrase]) -> Iterator[Phrase]:
    """The phrases that hang on this one without a gap: genitives, «von X», «aus X»."""
    last = phrase.last
    for other in after:
        gap = [p.tokens[i].text for i in range(last + 1, other.first) if p.tokens[i].text not in QUOTES]
        if (
            other.first <= last
            or gap
            or not (
                other.link in ("genitive", "possessor")
                or other.prep in p.language.prep.source_bound
                or ("gen" in other.cases and other.det)
            )
        ):
            return
        yield other
        last = other.last


def owner_of(p: Parse, phrase: Phrase, after: Sequence[Phrase], focus: Focus) -> Mention | None:
    """The organization or person that a genitive names; not «unserer Redaktion», which is the article itself."""
    if phrase.det.startswith(p.language.stem.our):
        return None
    noun_for_people = focus.language.speech.source(p.head(phrase).text) in ("expert", "unnamed", "spokesperson")
    mention = name_in(p, phrase, [f for f in after if f.first > phrase.last], focus)
    if mention is None and not noun_for_people:  # «der Marktforscher von Alpha»: Alpha, not who is spoken of
        mention = focus.of(p, phrase)
    if (
        mention is None
        and (noun := p.head(phrase)).text
        and focus.language.nouns.class_of(noun.text) == "PublicBody"
        and phrase.det in p.language.det.genitives
    ):
        return Mention(phrase.head, phrase.head, noun.lemma, "PublicBody")
    return mention if mention is not None and mention.kind != "Place" else None


def _is_staff(p: Parse, phrase: Phrase, language: Language) -> bool:
    """«nach Angaben der Entwickler», «laut Management»: people who speak for the firm that is spoken of."""
    return (
        p.low[phrase.head] in language.grammar["attribution"]["staff"]
        and phrase.det not in p.language.det.one_of_genitive
    )


def _compound(phrase: Phrase) -> Mention | None:
    """«Alpha-Sprecherin»: Alpha."""
    return (
        phrase.mention if phrase.mention is not None and phrase.mention.rest and not phrase.mention.adjective else None
    )


def _is_kin(phrase: Phrase, language: Language) -> bool:
    named = _compound(phrase)
    return named is not None and relates(language.code, named.rest)


def _outlet(owner: Mention | None) -> Mention | None:
    return owner if owner is not None and owner.kind in ("NewsOrganization", "") else None

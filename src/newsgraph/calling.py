"""Names as fillers: what bears a name, the other name, the market in which it goes by it."""

from collections.abc import Iterator

from newsgraph.acronym import is_acronym, surface
from newsgraph.adjoining import comma_behind_verb
from newsgraph.filler import CLASSES, Filler
from newsgraph.lexicon import forms
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.phrase import Phrase
from newsgraph.tagger import compound, familiar
from newsgraph.taking import Taking
from newsgraph.wordlist import relates, words

MAY_BE_CALLED = ("App", "Product", "Chip", "Company")
HELD = ("subject", "patient", "topic", "object", "ahead")


def called(t: Taking, phrase: Phrase, kind: str, name: str) -> Iterator[Filler]:
    """What is named («die App» in «so heißt die App Alpha»), the name, or the market in which it goes by it."""
    mention = phrase.mention
    if kind == "nameable":
        if name in HELD and t.cue.phrase is None and comma_behind_verb(t.p, t.clause, t.cue.first) is not None:
            return  # «kauft die Alpha AG, in der Branche Beta genannt»: not who buys
        if name == "apposed" and mention is None:
            return
        if mention is None and any(
            w.low.startswith(t.language.stem.new_or_belonging) for w in t.p.tokens[phrase.first : phrase.head]
        ):
            return  # «Die neue Gruppe heißt Alpha»: it has no other name
        own = mention if name in ("bracketed", "ahead", "apposed", "antecedent") or _named_twice(t, phrase) else None
        behind = (
            own
            or product_meant(t, phrase)
            or t.focus.of(t.p, phrase, bare=mention is not None and mention.first > phrase.head)
        )
        behind = behind or mention
        if phrase.pronoun and behind is not None and behind.kind in ("", "Company") and not _renames(t):
            return  # «Es heißt Alpha»: mostly something that was made
        law = behind is not None and behind.kind == "Regulation" and name in ("bracketed", "antecedent")
        if behind is not None and (law or behind.kind in ("", *MAY_BE_CALLED)) and not behind.rest:
            yield Filler(behind.kind or "Company", phrase.first, phrase.last, behind.name, behind.id)
    elif kind == "market":
        yield from _market(t, phrase)
    elif kind == "acronym" and mention is None:
        text = t.p.head(phrase).text
        if phrase.first == phrase.last and is_acronym(text, t.p, t.clause):
            yield Filler("text", phrase.first, phrase.last, name=text)
    elif kind == "another-name" and phrase not in t.p.phrases[t.clause.index] and name != "likened":
        return  # «die App Alpha, die in Japan Beta heißt»: Alpha is what bears the name
    elif kind == "another-name" and name == "behind" and "nom" not in phrase.cases and not phrase.prep:
        return  # «Alpha, das inzwischen dem Konzern Beta gehört»
    elif kind == "another-name" and name == "behind" and _is_kin(t, phrase):
        return  # «Mehr als Alpha verdienen inzwischen die Rivalen Beta und Gamma»
    elif kind == "another-name" and name == "behind" and phrase.prep not in t.language.prep.called_or_none:
        return  # «gehörte früher zum Konzern Beta», «misst sich inzwischen mit Beta»
    elif (
        mention is not None and not mention.adjective and not mention.rest and mention.kind not in ("Place", "Person")
    ) and (kind == "another-name" or is_acronym(surface(t.p, mention), t.p, t.clause)):
        whole = _whole_name(t, phrase, mention) if kind == "another-name" else surface(t.p, mention)
        yield Filler("text", mention.first, mention.last, name=whole)
    elif kind == "another-name" and mention is None and _is_letters(t, phrase):
        yield Filler("text", phrase.first, phrase.last, name=t.p.head(phrase).text)
    elif kind == "another-name" and mention is None and _is_new(t, phrase):
        words_ = [w.text for w in t.p.tokens[phrase.first : phrase.last + 1] if w.text[0].isupper()]
        yield Filler("text", phrase.last + 1 - len(words_), phrase.last, name=" ".join(words_))
    elif kind == "another-name" and (first := _townish(t, phrase)) is not None:
        words = " ".join(w.text for w in t.p.tokens[first : phrase.head + 1])
        yield Filler("text", first, phrase.head, name=words)


def _is_new(t: Taking, phrase: Phrase) -> bool:
    """«Aus Alpha wurde Beta»: a word that no dictionary has, without article, where a name is given."""
    text = t.p.head(phrase).text
    bare = not phrase.det and not phrase.pronoun and phrase.quantity is None and text[0].isupper() and text.isalpha()
    return (
        bare
        and phrase.first >= phrase.head - 1
        and familiar(t.language.code, text) == ""
        and not compound(t.language.code, text)
    )


def _is_letters(t: Taking, phrase: Phrase) -> bool:
    """«die früher ABC hieß»: capitals alone, where the verb gives a name."""
    text = t.p.head(phrase).text
    bare = not phrase.det and phrase.quantity is None and phrase.first == phrase.last
    naming = t.clause.verb.lemma in words(t.language.code, "naming_verbs")
    return bare and naming and text.isupper() and text.isalpha() and 2 <= len(text) <= 6


def _named_twice(t: Taking, phrase: Phrase) -> bool:
    """«Die App Alpha heißt jetzt Beta»: the clause has another name, so that the one in the phrase is its own."""
    own = phrase.mention
    if own is None or own.first != phrase.head + 1 or own.rest or own.adjective:
        return False
    others = (f.mention for f in t.p.phrases[t.clause.index] if f is not phrase and f.mention is not None)
    return any(m.kind not in ("Place", "Person", "PublicBody") and not m.adjective for m in others)


def _whole_name(t: Taking, phrase: Phrase, mention: Mention) -> str:
    """«hieß noch Alpha Messtechnik», «die als Alpha Private Finance firmierte»: all words with capitals that stand together."""
    first, last, tokens = mention.first, mention.last, t.p.tokens
    inside = set(t.clause.tokens)
    while last + 1 in inside and not mention.inflected and _goes_on(t, mention, last + 1):
        last += 1
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    ends = last + 1 not in inside or after is None or not after.text[0].isalnum() or after.is_a("VV", "VA")
    settled = (
        phrase.prep in t.language.prep.calling
        or (t.clause.kind == "relative" and t.p.low[t.clause.first] in t.language.pron.relative_nominative)
        or tokens[first - 1].text in t.language.places
    )
    while (
        ends
        and settled
        and first - 1 in inside
        and tokens[first - 1].is_a("NE", "NN", "FM", "XY")
        and first - 1 > t.clause.first
    ):
        if (
            not tokens[first - 1].text[0].isupper()
            or tokens[first - 1].text in t.language.word.names_follow
            or t.language.nouns.class_of(tokens[first - 1].text)
        ):
            break
        if any(
            m.last == first - 1 and (m.kind == "Place" or m.adjective) and m.first and tokens[m.first - 1].is_a("APPR")
            for m in t.p.mentions
        ):
            break  # «die in Japan Alpha heißt»
        first -= 1
    if (first, last) == (mention.first, mention.last) or (last > mention.last + 1 and not ends):
        return surface(t.p, mention)
    return " ".join(w.text for w in tokens[first : last + 1] if w.text not in QUOTES)


def _goes_on(t: Taking, mention: Mention, i: int) -> bool:
    """Whether a word goes on with a name: one with a capital, no other name but a company's or a country's."""
    token = t.p.tokens[i]
    other = next((m for m in t.p.mentions if m.first <= i <= m.last and m is not mention), None)
    capital = token.is_a("NN", "NE", "FM", "XY", "CARD") and (token.text[0].isupper() or token.text == "&")
    return capital and (other is None or not other.adjective)


def _townish(t: Taking, phrase: Phrase) -> int | None:
    """«kennen sie noch als Kasseler Messtechnik»: a town's adjective before a noun without article, where that is no class."""
    head = t.p.head(phrase)
    town = next(
        (m for m in t.p.mentions if m.adjective and m.last + 1 == phrase.head and m.first >= phrase.first), None
    )
    bare = phrase.prep in t.language.prep.called and not phrase.det and phrase.quantity is None and town is not None
    plain = (
        t.language.nouns.refers_to(head.text)
        or t.language.nouns.class_of(head.text)
        or not head.is_a("NN", "NE", "FM")
        or head.text != head.lemma
    )
    return town.first if town is not None and bare and not plain else None


def _renames(t: Taking) -> bool:
    """Whether the clause sets a time against another: «Es heißt heute Alpha»."""
    words = t.language.grammar["renaming"]
    return t.clause.kind == "relative" or any(t.p.tokens[i].low in words for i in t.clause.tokens)


def _is_kin(t: Taking, phrase: Phrase) -> bool:
    """«die Rivalen Beta und Gamma»: others, and no other names; by the noun, or by that of the first of a list."""
    parts = t.p.phrases[t.clause.index]
    host = parts[phrase.to] if phrase.link == "list" and phrase.to is not None and phrase.to < len(parts) else phrase
    return relates(t.language.code, t.p.head(host).text)


def product_meant(t: Taking, phrase: Phrase) -> Mention | None:
    """The product that «er», «sie» or «die App» stands for: the one named most, of several the last."""
    if phrase.mention is not None and phrase.mention.first == phrase.head and not phrase.pronoun:
        return None
    kinds = (
        set(CLASSES["maker's"])
        if phrase.pronoun
        else set(t.language.nouns.refers_to(t.p.head(phrase).text)) & set(CLASSES["maker's"])
    )
    here = (m for m in t.p.mentions if m.first < phrase.last)  # what follows may be the name that is given
    before = [m for m in (*t.focus.seen, *here) if m.kind in kinds]
    if phrase.pronoun:
        return before[-1] if before else None
    noun = min(forms(t.p.head(phrase).text), key=len)
    called = {m.name: m for told, m in t.focus.called if told.endswith(noun) and m.kind in kinds}
    if len(called) == 1:
        return next(iter(called.values()))  # «die Dating-App Alpha … die App», whatever other apps were named
    return max(reversed(before), key=lambda m: sum(b.name == m.name for b in before), default=None)


def _market(t: Taking, phrase: Phrase) -> Iterator[Filler]:
    """«in Japan», «auf dem chinesischen Markt»."""
    for mention in t.p.mentions:
        if mention.kind == "Place" and phrase.first <= mention.first <= phrase.last and not mention.rest:
            yield Filler("Place", mention.first, mention.last, mention.name, mention.id)

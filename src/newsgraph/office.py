"""Whose office it is where no name stands with it: «Alpha-Chefin Eva Muster übernimmt die Leitung», «Studiochefin Muster»."""

from collections.abc import Iterator

from newsgraph.actor import subjects
from newsgraph.filler import Filler
from newsgraph.mention import Mention
from newsgraph.sought import Sought
from newsgraph.subject import subject
from newsgraph.wordlist import tails, words

SHORTEST = 4  # letters of a noun for a sort of company
LATELY = 12  # mentions that are in mind


def whose_office(s: Sought) -> Iterator[Filler]:
    """The firm of the compound before in the sentence, else the last one that is of the sort the office's noun tells."""
    found = (
        _of_founders(s)
        or _titled(s)
        or _succeeded(s)
        or _of_sort(s)
        or _staying(s)
        or _bearing(s)
        or _acting_before(s)
        or _spoken_for(s)
    )
    if found is not None and found.kind == "App":
        yield Filler("App", s.at, s.at, found.name, found.id, here=False)  # who has a chief is a firm
    elif found is not None:
        yield from s.meant(found)


def _of_founders(s: Sought) -> Mention | None:
    """«das Start-up Alpha der Gründer Eva Muster und Max Probe»: the firm right before."""
    cue = s.cue.phrase
    if cue is None or cue.prep or not cue.index or cue.det not in s.language.det.genitive_forms:
        return None
    before = s.p.phrases[s.clause.index][cue.index - 1]
    m = before.mention if before.last + 1 == cue.first and not before.link else None
    return m if m is not None and m.kind == "Company" and not m.rest and not m.adjective and before.det else None


def _staying(s: Sought) -> Mention | None:
    """«Alle Mitarbeiter werden übernommen, auch Geschäftsführer Muster bleibt», «Verkäufer sind die Gründer …»: they are those of
    the firm that was bought."""
    stays = s.clause.verb.lemma in words(s.language.code, "staying_verbs")
    sells = not s.p.words(s.clause).isdisjoint(words(s.language.code, "seller_words"))
    stays = stays or sells
    sold = s.focus.dealings.buys(s.sentence) if stays else None
    if (
        sold is None
        or sold.kind not in ("Company", "App")
        or (not sells and any(m.kind == "Company" for m in s.p.mentions))
    ):
        return None
    return Mention(sold.first, sold.last, sold.name, sold.kind, sold.id)


def _bearing(s: Sought) -> Mention | None:
    """«sagte Geschäftsführer Max Muster» in a text about «Gebrüder Muster»: the firm that bears the person's name."""
    person = next((m for m in s.p.mentions if m.kind == "Person" and s.at < m.first <= s.at + 3), None)
    surname = person.name.split()[-1] if person is not None and " " in person.name else ""
    firms = (m for m in reversed(s.focus.seen) if m.kind == "Company" and surname and surname in m.name.split())
    return next(firms, None)


def _spoken_for(s: Sought) -> Mention | None:
    """«Finanzchefin Muster bekräftigte, dass Alpha investiere»: of whom she speaks."""
    if s.clause.verb.lemma not in s.language.speech.verbs or s.cue.phrase is None:
        return None
    below = (
        c for c in s.p.clauses if c.parent == s.clause.index and c.kind == "sub" and c.marker in s.language.conj.that
    )
    told = (subject(s.p, c) for c in below)
    named = (f.mention for f in told if f is not None and f.mention is not None and not f.link)
    return next((m for m in named if m.kind in ("", "Company", "App") and not m.rest and not m.adjective), None)


def _acting_before(s: Sought) -> Mention | None:
    """«Alpha wächst, sagte Geschäftsführerin Muster»: of whom a clause before in the sentence speaks by name."""
    for clause in reversed(s.p.clauses[: s.clause.index]):
        own = subject(s.p, clause) if clause.kind == "main" else None
        own = (
            own
            if own is None or s.p.low[own.head] not in s.language.pron.one
            else next(iter(s.p.phrases[clause.index]), None)
        )
        m = (
            own.mention if own is not None and not own.link and own.prep in s.language.prep.office else None
        )  # «Bei Alpha sieht man …»
        firms = ("Company", "App", *(("NewsOrganization",) if clause.verb.lemma not in s.language.speech.verbs else ()))
        if m is not None and m.kind in firms and not m.rest and not m.adjective:
            return m
    return None


def _succeeded(s: Sought) -> Mention | None:
    """«Alpha-Chef Muster … Er ist Nachfolger des Vorsitzenden Beispiel»: of the firm of the one who follows."""
    if s.p.words(s.clause).isdisjoint(words(s.language.code, "successor_words")):
        return None
    people = [m for _, f in subjects(s.p, s.clause) if (m := s.focus.of(s.p, f)) is not None and m.kind == "Person"]
    led = s.focus.company_of(people[0]) if people else None
    return led if led is not None and led.kind == "Company" else None


def _titled(s: Sought) -> Mention | None:
    """«Muster bleibt Alpha-Chefin, Finanzvorstand Beispiel geht»: the nearest office before that tells its firm."""
    offices = [
        m
        for m in s.p.mentions
        if m.rest and m.kind in ("Company", "") and not m.adjective and s.language.nouns.is_office(m.rest)
    ]
    near = [m for m in offices if m.last < s.at and not _is_former(s, m) and not _is_listed(s, m)]
    named = [m for m in s.p.mentions if m.kind == "Company" and not m.rest and near and near[-1].last < m.first < s.at]
    return near[-1] if near and not named else None


def _is_listed(s: Sought, m: Mention) -> bool:
    """«Eva Muster und Alpha-Chef Peter Beispiel ziehen in den Vorstand ein»: hardly Alpha's, as she comes too."""
    return any(f.first == m.first and f.link == "list" for f in s.p.phrases[s.clause.index])


def _is_former(s: Sought, m: Mention) -> bool:
    before = s.p.tokens[m.first - 1].low if m.first else ""
    return before.startswith(tails(s.language.code, "former_offices")) or s.p.tokens[m.first].text.startswith("Ex-")


def _of_sort(s: Sought) -> Mention | None:
    """«Studiochefin»: the studio spoken of last, by what it was called or by its name."""
    word = s.p.tokens[s.at].low
    sort = next(
        (word.removesuffix(o) for o in tails(s.language.code, "office_endings") if word.endswith(o)), ""
    ).removesuffix("s")
    if len(sort) < SHORTEST or sort in (
        *s.language.grammar["reference"]["generic"],
        *words(s.language.code, "general_offices"),
    ):
        return None
    called = {m.name for noun, m in s.focus.called if noun.removesuffix("s").endswith(sort)}
    lately = [*s.focus.seen[-LATELY:], *(m for m in s.p.mentions if m.last < s.at)]
    fits = (m for m in reversed(lately) if m.name in called or m.name.lower().endswith(sort))
    return next((m for m in fits if m.kind in ("Company", "")), None)

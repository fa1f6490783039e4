"""Slots for what stands elsewhere in the sentence, and for the cue itself.

segment     the name nearest to the sum, between commas
near        a name elsewhere in the sentence           shares   whose shares they are («Alpha-Aktien»)
sum         the sum that the frame was opened for      cue      the cue's own word
brand-maker the company of the text that is known for a product named here
seller      the topic, or who was last said to supply it
seated      the company that sits in the town («Zellen aus Ulm»)
below       who acts in a relative clause that hangs on this one
upper       who acts in the clause that a relative clause hangs on
supplied    the customer last told of, where the topic supplied none
supplying   the supplier last told of, where it was not the topic that got the wares
rivalled    the topic, where a customer of both goes to «dem Rivalen»
foregoing   the same, named before the cue
other       the only other one named in the sentence  both the two companies that «beide» means
kin     the company spoken of, where the cue says whose it is («die Alpha-Tochter»)
whose-office    whose office it is (newsgraph.office)
gains       what a clause joined to this one says that it gets
governed    whether the clause is a purpose            deed     what it wants to reach
"""

from collections.abc import Callable, Iterator

from newsgraph.actor import subjects
from newsgraph.background import makers
from newsgraph.bystander import acts_unnamed, near, shares
from newsgraph.clause import Clause
from newsgraph.complement import objects
from newsgraph.couple import couple, other
from newsgraph.deed import deeds, has_purpose
from newsgraph.filler import CLASSES, Filler
from newsgraph.mention import Mention
from newsgraph.office import whose_office
from newsgraph.payer import gives
from newsgraph.phrase import Phrase
from newsgraph.replacement import replace
from newsgraph.sought import Sought
from newsgraph.subject import subject
from newsgraph.wordlist import words

ORDERING = 5  # sentences in which it is clear from whom is ordered
RECEIVES = ("target", "beneficiary", "penalised")


def _near(s: Sought) -> Iterator[Filler]:
    """An investor only where nobody else acts."""
    if s.role.name == "investor" and acts_unnamed(s.p, s.clause, s.language):
        return iter(())
    found = near(s.p, s.clause, s.cue, s.role.type, s.language, s.taken)
    return (f for f in found if s.role.name not in RECEIVES or not _gives(s, f))


def _gives(s: Sought, filler: Filler) -> bool:
    """«3 Millionen vom Fonds Alpha und von Beta», «von Alpha und Beta»: who gives is not who gets."""
    if any(_acts_so(s, clause, filler) for clause in s.p.clauses if clause is not s.clause):
        return True
    before = s.p.tokens[filler.first].low
    own = [f for c in s.p.clauses for f in s.p.phrases[c.index] if f.first == filler.first]
    if any(f.prep in s.language.prep.by and _is_led(s, f) for f in own):
        return True
    listed = (f for f in own if f.link == "list")
    by = before in s.language.prep.by_officially or any(f.prep in s.language.prep.by for f in listed)
    return by or gives(s.p, filler.first)


def _is_led(s: Sought, phrase: Phrase) -> bool:
    """«unter Führung von Alpha», «eine Finanzierung durch den Investor Beta»: who leads a round, or pays for it."""
    led = bool(phrase.first) and s.p.low[phrase.first - 1] in s.language.word.leadership
    return led or phrase.prep in s.language.prep.through


def _acts_so(s: Sought, clause: Clause, filler: Filler) -> bool:
    """«150 Millionen gibt Alpha, weitere 50 der Bund»: who gives a sum in another clause."""
    gave = clause.verb.lemma in s.language.grammar["sums"]["giving"] and not clause.verb.passive
    own = subject(s.p, clause) if gave else None
    return own is not None and own.mention is not None and own.mention.name == filler.name


def _segment(s: Sought) -> Iterator[Filler]:
    """«zehn Millionen davon allein Alpha»: the name nearest to the sum, between the commas around it."""
    if s.amount is None:
        return
    first, last = s.amount.first, s.amount.last
    while first and s.p.tokens[first - 1].text not in s.language.conj.clause_ends:
        first -= 1
    while last + 1 < len(s.p.tokens) and s.p.tokens[last + 1].text not in s.language.conj.clause_ends:
        last += 1
    inside = [m for m in s.p.mentions if first <= m.first and m.last <= last and not m.adjective]
    fits = [m for m in inside if m.kind in CLASSES.get(s.role.type, ()) and m.name not in s.taken and not m.rest]
    at = s.amount.last
    best = min(fits, key=lambda m: abs(m.first - at), default=None)
    if best is not None:
        yield Filler(best.kind, best.first, best.last, best.name, best.id)


def _gains(s: Sought) -> Iterator[Filler]:
    """«blättert 3 Millionen hin und bekommt Alpha», «zahlt 30 Millionen und erhält dafür …»: what the next clause tells."""
    getting = s.language.grammar["sums"]["getting"]
    after = (c for c in s.p.clauses if c.joined and c.index > s.clause.index and c.verb.lemma in getting)
    for clause in (c for c in after if not c.verb.passive):
        for phrase in objects(s.p, clause):
            found = s.focus.of(s.p, phrase)
            if found is not None and not found.adjective:
                yield Filler(found.kind or "Company", phrase.first, phrase.last, found.name, found.id)
                return


def _both(s: Sought) -> Iterator[Filler]:
    for mention in couple(s.p, s.clause, s.focus):
        yield from s.meant(mention)


def _seated(s: Sought) -> Iterator[Filler]:
    """«bezieht Zellen aus Ulm»: the company that was said to sit there."""
    places = [
        f.mention.name
        for f in s.p.phrases[s.clause.index]
        if f.prep in s.language.prep.out_of and f.mention is not None
    ]
    for name, company in reversed(s.focus.seats):
        if name in places:
            yield from s.meant(company)
            return


def _other(s: Sought) -> Iterator[Filler]:
    found = other(s.p, s.at, s.taken, CLASSES.get(s.role.type, ()))
    if found is not None:
        yield Filler(found.kind, found.first, found.last, found.name, found.id)


def _foregoing(s: Sought) -> Iterator[Filler]:
    """The only other one that the sentence has named so far."""
    yield from (f for f in _other(s) if f.last < s.at)


def _rivalled(s: Sought) -> Iterator[Filler]:
    """«Der Händler Beta bestellt künftig beim Rivalen Gamma», in a text about Alpha: Gamma is Alpha's rival, not Beta's."""
    phrase, topic = s.cue.phrase, s.focus.topic
    bare = (
        phrase is not None
        and (not phrase.prep or phrase.prep in s.language.prep.dealt_with)
        and not phrase.det.startswith(s.language.stem.possessive)
    )
    sells = s.clause.verb.lemma in words(s.language.code, "selling_verbs")
    if (
        not bare
        or phrase is None
        or not (sells or (phrase.prep and s.clause.verb.lemma in words(s.language.code, "buying_verbs")))
    ):
        return
    if any(f is phrase for _, f in subjects(s.p, s.clause)):
        return
    acting = {
        m.name for _, f in subjects(s.p, s.clause) if (m := s.focus.of(s.p, f)) is not None and m.kind == "Company"
    }
    yield from _other_side(s, acting) or (s.meant(topic) if topic is not None and acting - {topic.name} else ())


def _other_side(s: Sought, acting: set[str]) -> list[Filler]:
    """Of the supply last told of, who was left or has the same supplier: «kauft bei Alpha, der auch die Rivalen beliefert»."""
    last = s.focus.dealings.supplied
    if last is None or s.sentence - last[0] > 1:
        return []
    told = last[1] if last[2].name in acting else (last[2],) if acting & {f.name for f in last[1]} else ()
    return [replace(f, first=s.at, last=s.at, here=False) for f in told if f.name not in s.taken]


def _upper(s: Sought) -> Iterator[Filler]:
    """«Alpha ist mit dem neuen Modell, das auf Chips von Beta läuft, weiter»: it is Alpha's."""
    if s.clause.kind in ("relative", "participle") and s.clause.parent is not None:
        for _, phrase in subjects(s.p, s.p.clauses[s.clause.parent]):
            found = s.focus.of(s.p, phrase)
            yield from s.meant(found if found is not None and found.kind == "Company" else None)


def _below(s: Sought) -> Iterator[Filler]:
    """«90 Millionen kostet der Neubau, den Alpha plant»: who acts in the relative clause that tells of it."""
    for clause in s.p.clauses:
        if clause.kind == "relative" and clause.parent == s.clause.index:
            for _, phrase in subjects(s.p, clause):
                m = phrase.mention
                if m is not None and m.kind in ("Company", "") and not m.rest and phrase.first > clause.first:
                    yield Filler(m.kind or "Company", phrase.first, phrase.last, m.name, m.id)


def _supplied(s: Sought) -> Iterator[Filler]:
    """«In den Autos von Beta rechnen Chips von Alpha. Die Kameras liefert Gamma»: to Beta too, if the text is not about Alpha."""
    last, topic = s.focus.dealings.supplied, s.focus.topic
    if (
        last is not None
        and s.sentence - last[0] <= 1
        and (topic is None or topic.name not in {f.name for f in last[1]})
    ):
        yield replace(last[2], first=s.at, last=s.at, here=False)


def _supplying(s: Sought) -> Iterator[Filler]:
    """«Den Chip kauft Alpha, vor Kurzem kam Beta hinzu»: who was just said to supply, where no firm supplies the topic instead."""
    last, topic = s.focus.dealings.serving, s.focus.topic
    if last is not None and s.sentence - last[0] <= 1 and (topic is None or topic.name != last[2].name):
        yield from (replace(f, first=s.at, last=s.at, here=False) for f in last[1][:1] if f.name not in s.taken)


def _brand_maker(s: Sought) -> Iterator[Filler]:
    """«ordert 30 Maschinen vom Typ X5» in a text that names the maker of the X5."""
    products = [m for m in s.p.mentions if m.kind in CLASSES["maker's"] and not m.adjective]
    known = {i for m in products for i in makers(m.name)}
    named = [m for m in (*s.focus.salient(), *s.p.mentions) if m.id in known] if known else []
    yield from s.meant(named[0] if named else None)


def _seller(s: Sought) -> Iterator[Filler]:
    """«Außer Beta orderte die Airline Gamma 30 Jets»: from whom Beta was said to have ordered."""
    last, topic = s.focus.dealings.supplied, s.focus.topic
    bought = last is not None and topic is not None and topic.name in (last[2].name, *s.taken)
    if last is not None and bought and s.sentence - last[0] <= ORDERING:
        yield from (replace(f, first=s.at, last=s.at, here=False) for f in last[1] if f.name not in s.taken)
    else:
        yield from s.meant(topic)


def _shares(s: Sought) -> Iterator[Filler]:
    return shares(s.p, s.clause, s.language)


def _sum(s: Sought) -> Iterator[Filler]:
    if s.amount is not None:
        yield Filler("money", s.amount.first, s.amount.last, quantity=s.amount.quantity)


def _cue(s: Sought) -> Iterator[Filler]:
    yield Filler("text", s.at, s.cue.last, name=s.p.tokens[s.at].text)


def _governed(s: Sought) -> Iterator[Filler]:
    if has_purpose(s.p, s.clause):
        yield s.spoken_of()


def _deed(s: Sought) -> Iterator[Filler]:
    return deeds(s.p, s.clause, s.language)


def _does(s: Sought, phrase: Phrase) -> bool:
    """Whether the phrase is the subject, or can be it beside «das»."""
    others = [f for _, f in subjects(s.p, s.clause) if f is not phrase]
    plain = not phrase.prep and not phrase.link and "nom" in phrase.cases
    compared = phrase.first > 0 and s.p.low[phrase.first - 1] in s.language.prep.as_or_like
    return plain and not compared and all(s.p.head(f).is_a("PDS") for f in others)


def _clause_before(s: Sought) -> Mention | None:
    """«Das Werk soll Beta beliefern; die Alpha-Tochter will …»: the one company that the clause before a semicolon names."""
    if not s.clause.index or s.p.tokens[s.clause.first - 1].text not in (";", ":"):
        return None
    before = {s.p.clauses[s.clause.index - 1].first, *s.p.clauses[s.clause.index - 1].tokens}
    named = [m for m in s.p.mentions if m.first in before and m.kind == "Company" and not m.rest and not m.adjective]
    return named[0] if len({m.name for m in named}) == 1 else None


def _kin(s: Sought) -> Iterator[Filler]:
    """«Das teilte die Alpha-Tochter mit»: whom the text is about, where the sentence before names it and none is named here."""
    phrase, copulas = s.cue.phrase, words(s.language.code, "copula_verbs")
    if (
        phrase is None
        or phrase.det not in s.language.det.singular
        or phrase.link == "apposition"
        or s.clause.verb.lemma in copulas
    ):
        return
    parts = s.p.phrases[s.clause.index]
    behind = parts[phrase.index + 1] if phrase.index + 1 < len(parts) else None
    named = behind is not None and behind.first == phrase.last + 1 and behind.mention is not None and not behind.prep
    if named and behind is not None and behind.link != "genitive":
        return  # «die Alpha-Tochter Beta»
    if any(f.link == "apposition" and f.to == phrase.index for f in parts):
        return
    if phrase.link != "genitive" and not _does(s, phrase):
        return  # «mehr als die Alpha-Tochter»
    if (beside := _clause_before(s)) is not None:
        yield from s.meant(beside)
        return
    found = s.focus.of(s.p, phrase)
    spoken = {m.name for m in (s.focus.last_subject[1], s.focus.opener, *s.focus.named) if m is not None}
    if found is not None and found.name in spoken:
        yield from s.meant(found)


HERE: dict[str, Callable[[Sought], Iterator[Filler]]] = {
    "near": _near, "segment": _segment, "both": _both, "other": _other, "foregoing": _foregoing,
    "seated": _seated, "shares": _shares, "sum": _sum,
    "brand-maker": _brand_maker, "rivalled": _rivalled, "seller": _seller, "supplied": _supplied, "upper": _upper, "below": _below,
    "supplying": _supplying,
    "cue": _cue, "governed": _governed, "deed": _deed, "whose-office": whose_office, "kin": _kin, "gains": _gains,
}  # fmt: skip

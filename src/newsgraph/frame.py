"""Frames over clauses: a cue opens a frame, its roles are filled from their slots (newsgraph.slot) by type (newsgraph.taker)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsgraph.actor import subjects
from newsgraph.beside import JOINED, with_beside
from newsgraph.bystander import is_another, is_bare, is_unit, parts_of_firms
from newsgraph.clause import Clause
from newsgraph.cue import Cue, Index, Opening, opened
from newsgraph.elsewhat import is_else, may_be_else
from newsgraph.filler import QUANTITIES, VERBAL, Event, Filler
from newsgraph.former import is_ceiling, is_former, is_outranked
from newsgraph.gate import worthwhile
from newsgraph.language import Language
from newsgraph.memory import SLOTS, remembered
from newsgraph.negation import set_aside
from newsgraph.occupancy import Known, Places, is_met, known_places, occupants
from newsgraph.parse import Parse
from newsgraph.pattern import Frame, Role
from newsgraph.payer import acting_for, bought_by, paying
from newsgraph.phrase import Phrase
from newsgraph.raising import is_apart
from newsgraph.ranking import ranks_money
from newsgraph.reference import Focus
from newsgraph.several import is_several
from newsgraph.sought import Sought
from newsgraph.taker import take
from newsgraph.taking import Taking
from newsgraph.tally import COUNTED, are_among
from newsgraph.unknown_owner import OWNED, has_several_owners, has_unknown_owner, is_of_several

ACTS = ("agent", "subject", "patient", "dative")
SPOKEN = ("topic", "last", "lone", "unsaid", "raiser", "near")  # what the text spoke of, or speaks of elsewhere
OWNING = ("owner", "genitive", "maker")  # slots of who has what a noun means
FIGURES = (*QUANTITIES, *COUNTED)
PLACES = ("place", "city-place")
SITES = ("located/facility-in", "located/site-in")
OF_FIRMS = ("valuation", "market-capitalisation", "revenue", "profit", "loss", "operating-profit")  # not of their parts
ENTRIES = (
    "takes-a-stake/",
    "sum-stake/",
    "acquires/",
    "rumoured/",
    "sum-acquisition/",
)  # into whom, or whom, somebody buys
NAMED, OF_TOWN = ("self", "described", "host"), ("-of-city", "national-company", "national-name")
LOOSE = ("any", "subject", "object")  # slots that may hold several sums, of which the nearest is meant


def openings(p: Parse, clause: Clause, table: Index, language: Language) -> tuple[list[Opening], list[Opening]]:
    """The frames that a clause opens, with their cues: those that tell who leads what, and the others."""
    offices: list[Opening] = []
    others: list[Opening] = []
    for opening in opened(p, clause, table, language, worthwhile):
        (offices if opening[0].relation == "office" else others).append(opening)
    return offices, others


def events(p: Parse, clause: Clause, found: list[Opening], focus: Focus, language: Language) -> Iterator[Event]:
    """The frames that a clause opens, each with its roles filled."""
    for frame, cue in found:
        places = known_places(p, clause, cue)
        if is_met(p, clause, frame, cue, places):
            taking = Taking(p, clause, frame, cue, focus, language)
            event = _Filling(p, clause, frame, cue, focus, language, taking, places).event()
            if event is not None:
                yield event


@lru_cache(1000)
def _decided(frame: Frame) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """For each role of a frame the needs that are met or not once it is filled: what lacks one is given up there."""
    names = [role.name for role in frame.roles]
    last = [max((names.index(r) for r in group if r in names), default=0) for group in frame.needs]
    return tuple(tuple(g for g, at in zip(frame.needs, last, strict=True) if at == i) for i in range(len(names)))


def filled(
    p: Parse, clause: Clause, frame: Frame, cue: Cue, focus: Focus, language: Language, amount: Phrase
) -> Event | None:
    """A frame for sums, opened at a cue for the sum in the phrase `amount`."""
    taking = Taking(p, clause, frame, cue, focus, language)
    return _Filling(p, clause, frame, cue, focus, language, taking, {}, amount).event()


@dataclass(slots=True)
class _Filling:
    """One frame at one cue: finds the fillers of its roles."""

    p: Parse
    clause: Clause
    frame: Frame
    cue: Cue
    focus: Focus
    language: Language
    taking: Taking
    places: Known
    amount: Phrase | None = None

    def event(self) -> Event | None:
        told = self.frame.relation == "funding_round"  # «die damalige Runde» is one all the same
        if not told and self.cue.phrase is not None and is_former(self.p, self.cue.phrase, self.language):
            return None
        supplies = self.cue.phrase is not None and self.frame.relation == "supplies"
        if supplies and self.cue.phrase is not None and is_outranked(self.p, self.cue.phrase, self.language):
            return None
        fine = self.cue.phrase is not None and self.frame.relation == "penalty"
        if fine and self.cue.phrase is not None and is_ceiling(self.p, self.cue.phrase, self.language):
            return None
        if ranks_money(self.p, self.clause, self.frame):
            return None
        if self.cue.phrase is not None and self.frame.relation in OWNED and has_unknown_owner(self.p, self.cue.phrase):
            return None
        if (
            self.cue.phrase is not None
            and self.frame.relation == "parent"
            and has_several_owners(self.p, self.cue.phrase)
        ):
            return None
        roles: dict[str, tuple[Filler, ...]] = {}
        taken: set[str] = set()
        for role, decided in zip(self.frame.roles, _decided(self.frame), strict=True):
            fillers = self._fill(role, taken)
            if not fillers and (role.name,) in self.frame.needs:
                return None  # what it cannot do without: the rest need not be looked for
            if fillers:
                roles[role.name] = fillers
                taken |= {f.name for f in fillers if f.name}
                if role.type == "another-name":  # «hieß Alpha Kabel»: nothing of that name bears it
                    taken |= {
                        m.name
                        for m in self.p.mentions
                        for f in fillers
                        if f.kind == "text" and f.first <= m.first <= f.last
                    }
            for group in decided:
                if roles.keys().isdisjoint(group):
                    return None
        return Event(self.frame, self.p.sentence.index, self.clause.index, self.cue.first, self.cue.last, roles)

    def _fill(self, role: Role, taken: set[str]) -> tuple[Filler, ...]:
        """The fillers of the first slot that has any; what fills one role fills no other."""
        other, fined = False, role.name == "penalised"
        for name in role.slots:
            if fined and (self._several(name) or (name in SPOKEN and self._has_several_fines())):
                return ()
            if other and name in SPOKEN:
                continue  # «Ein Konkurrent investiert …»: not whom the text is about
            if role.name == "measured" and name in (*ACTS, "near") and are_among(self.p, self.clause, self.cue.phrase):
                continue
            if name in (*ACTS, *OWNING) and self._is_part(name):
                other = True  # «die Sparte erreicht eine Bewertung von …»: not the firm's
                continue
            if name == "any" and self.frame.relation == "funding_round" and is_apart(self.p, self.cue.phrase):
                continue
            if role.name == "target" and self._buys_else(name):
                continue
            if (
                role.name == "target"
                and name == "object-genitive"
                and any(map(self._slot, self.language.prep.to_buyer))
            ):
                continue  # «den Anteil des Konzerns Alpha am Geschäft von Beta»: Alpha's, not in Alpha
            remembers = name in SLOTS
            if not remembers and not self._slot(name):
                continue
            if name == "owner" and self.frame.name.endswith("arm-of") and self._is_persons():
                return ()  # «Alpha-Gründer Max Muster hält über seine Firma Beta …»: his, not Alpha's
            if role.name == "company" and name in OWNING and self._is_rival():
                continue  # «sein größter Konkurrent Alpha Music»: not his own
            every: Iterable[Filler] = (
                dict.fromkeys(self._remembered(name, role, taken)) if remembers else self._in_slot(name, role)
            )
            acts = role.name == "investor" and (self.frame.relation == "investment" or self.cue.phrase is not None)
            if acts or fined:
                every = dict.fromkeys(
                    acting_for(self.focus.dealings, self.p, f, self.focus.topic, self.language) for f in every
                )
            if role.name == "penalised":
                every = dict.fromkeys(paying(self.focus.dealings, self.p, f) for f in every)
            found = tuple([f for f in every if not f.name or f.name not in taken or f.kind == "text"])
            if role.name == "thing" and name in NAMED and self.frame.name.endswith(OF_TOWN):
                found = tuple([f for f in found if not self._is_apart(f)])
            if found:
                figure = name in LOOSE and role.type in FIGURES
                return (min(found, key=self._distance),) if figure else found
            if name == "owner" and self.frame.relation in ("parent", "located") and self._owned_by_none():
                return ()  # «ein Ableger der Universität», «der Sitz der Behörde»: of nobody else
            if name == "doer" and self._slot(name):
                return ()  # «die von Anlegern gekaufte Firma»: by nobody else
            other = other or (name in ACTS and self._another(name)) or (role.name == "target" and self._counted(name))
        return ()

    def _is_apart(self, filler: Filler) -> bool:
        """«Die Ulmer Alpha und der Konzern Beta»: what has an article of its own, is of another town."""
        return filler.first > self.cue.last and self.p.tokens[filler.first].is_a("ART")

    def _is_rival(self) -> bool:
        """Whether a product's noun says that it competes with somebody's."""
        noun = self.p.head(self.cue.phrase).lemma.lower() if self.cue.phrase is not None else ""
        return self.frame.relation == "provides" and noun.endswith(tuple(self.language.grammar["reference"]["rivals"]))

    def _several(self, name: str) -> bool:
        """«Dafür bekamen sie eine Strafe»: those just spoken of, not the one whom the text is about."""
        return name in ACTS and any(is_several(self.p, f) for _, f in self._slot(name))

    def _has_several_fines(self) -> bool:
        """«In zwei Jahren wurden Strafen von 50 Millionen verhängt»: many have to pay, not the one whom the text is about."""
        noun = self.p.tokens[self.cue.first]
        several = self.cue.phrase is not None and noun.low != noun.lemma.lower()
        return several and noun.low.endswith(self.language.ending.maybe_plural)

    def _is_persons(self) -> bool:
        """Whether a possessive speaks of a person who acts in the clause."""
        phrase = self.cue.phrase
        if phrase is None or not phrase.det.startswith(self.language.stem.possessive):
            return False
        acting = (f.mention for _, f in subjects(self.p, self.clause))
        people = tuple(self.language.grammar["reference"]["people"])
        kin = (f for _, f in subjects(self.p, self.clause) if self.p.low[f.head].endswith(people))
        return any(m is not None and m.kind == "Person" and not m.rest for m in acting) or any(kin)

    def _owned_by_none(self) -> bool:
        """Whether a genitive behind the cue, or the subject, says whose it is, and names no company."""
        if self.cue.phrase is not None and is_of_several(self.p, self.clause, self.cue.phrase):
            return True
        hung = (f for f in self.p.phrases[self.clause.index] if f.link == "genitive" and self.cue.phrase is not None)
        own = (
            f
            for f in hung
            if f.to == getattr(self.cue.phrase, "index", None) and f.det in self.p.language.det.genitive_hung
        )
        return any(
            "Company" not in self.language.nouns.refers_to(self.p.head(f).text) and f.mention is None for f in own
        )

    def _another(self, name: str) -> bool:
        """Whether somebody who is not known stands in a slot."""
        return any(is_another(self.p, f, self.language) for _, f in self._slot(name))

    def _counted(self, name: str) -> bool:
        """«haben Anleger in 140 Start-ups gepumpt»: so many firms stand in a slot, not the one whom the text is about."""
        counts = (f.quantity for _, f in self._slot(name) if f.mention is None and f.quantity is not None)
        return any(q.noun is not None and not q.is_money and q.size > 1 for q in counts)

    def _is_part(self, name: str) -> bool:
        """Whether but a part of a firm, which is worth or earns so much, stands in a slot."""
        if self.frame.set.get("ng:metric") not in OF_FIRMS:
            return False
        parts = parts_of_firms(self.language)
        return any(is_bare(self.p, f, parts) or is_unit(self.p, f) for _, f in self._slot(name))

    def _buys_else(self, name: str) -> bool:
        """Whether the text says what else is bought than a firm."""
        told = self.frame.name.startswith(ENTRIES) and may_be_else(self.p, name)
        return told and is_else(self.p, self.clause, self.cue.phrase, self.frame.name, name, self.focus.dealings)

    def _remembered(self, name: str, role: Role, taken: set[str]) -> Iterator[Filler]:
        sought = Sought(self.p, self.clause, self.cue, self.focus, self.language, role, frozenset(taken), self.amount)
        bought = role.name == "target" and name in SPOKEN and self.frame.name.startswith(ENTRIES)
        for filler in remembered(name, sought):
            yield bought_by(self.focus.dealings, filler) if bought else filler

    def _distance(self, filler: Filler) -> tuple[int, int]:
        """How far a quantity stands from the cue; what follows it is nearer."""
        behind = filler.first - self.cue.last
        return (behind, 0) if behind > 0 else (self.cue.first - filler.last + 2, 1)

    def _slot(self, name: str) -> Places:
        return occupants(self.p, self.clause, self.cue, name, self.places)

    def _in_slot(self, name: str, role: Role) -> Iterable[Filler]:
        """The fillers in a slot, each once."""
        found: list[Filler] = []
        verbal = self.cue.phrase is None or name in VERBAL or name[0] == "~" or self._is_new(name)
        places: Iterable[tuple[Clause, Phrase]] = self._slot(name)
        joins = self.frame.relation in JOINED and (self.frame.relation != "provides" or name in VERBAL)
        joins = joins or (self.frame.relation == "competes" and name == "member")
        for clause, phrase in with_beside(self.p, places) if joins else places:
            if (
                role.type in PLACES
                and phrase.first
                and self.p.tokens[phrase.first - 1].low in self.language.adv.set_aside
            ):
                continue  # «baut in Graz und nicht in Wien»
            if phrase.head in set_aside(self.p, clause):
                continue  # «nicht von Alpha, sondern von Beta»
            found += take(self.taking, clause, phrase, role.type, name)
        if verbal:
            found = [f.by_verb() for f in found]
        return dict.fromkeys(found) if len(found) > 1 else found

    def _is_new(self, name: str) -> bool:
        """«will ein Werk in Graz bauen»: that it stands there is as sure as the clause; of «das Werk in Graz» it is known."""
        if name[0] != ">" or self.frame.name not in SITES or self.cue.phrase is None:
            return False
        det, building = self.cue.phrase.det, self.language.grammar["building"]
        raised = self.clause.verb.lemma in building or self.p.tokens[self.cue.first].low in building
        return raised or not det or det.startswith(self.language.stem.one)

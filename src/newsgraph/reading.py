"""Reading: an article through all the steps, to things and claims.

article → sentences → mentions → parse → events of the frames → certainty and source → ledger → Reading
"""

from dataclasses import fields
from itertools import chain
from operator import attrgetter

from newsgraph import language as languages
from newsgraph import names, pattern
from newsgraph.article import Article
from newsgraph.attribution import Source, attribute, source_at
from newsgraph.brandpair import brandpairs
from newsgraph.byname import bynames
from newsgraph.certainty import Certainty, at_most, certainty
from newsgraph.claim import Claim, Reading, Thing, content
from newsgraph.collecting import no_collecting
from newsgraph.cue import table
from newsgraph.currency import families, sole, spelt
from newsgraph.deal_event import fitted
from newsgraph.denial import denial, disputed, hearsay, recounts
from newsgraph.ellipsis import restored
from newsgraph.elsewhat import sells_part
from newsgraph.ended import is_over
from newsgraph.filler import Event
from newsgraph.force import annuls, breaks, ends, is_vehicle, own_verb, says_no, speaks_itself, stage, without_judge
from newsgraph.frame import events, openings
from newsgraph.habit import is_habit
from newsgraph.interview import interviewed
from newsgraph.item import items
from newsgraph.language import Language
from newsgraph.law_noun import lawful
from newsgraph.ledger import Ledger
from newsgraph.majority import owns_most
from newsgraph.mention import Mention, mentions
from newsgraph.parse import Parse, parse
from newsgraph.pattern import Patterns
from newsgraph.prominence import prominence, within
from newsgraph.reference import Focus
from newsgraph.relation import OWING, PRESUPPOSED, SALE
from newsgraph.replacement import replace
from newsgraph.respective import respective
from newsgraph.restriction import restrictions
from newsgraph.retold import retold
from newsgraph.rivalry import rivals, shares
from newsgraph.router import routed
from newsgraph.seat import adjacent_origins, inhabitants
from newsgraph.seat_behind import seats_behind
from newsgraph.sentence import sentences
from newsgraph.settle import settle
from newsgraph.site import is_unsure, without_sites
from newsgraph.standing import denies_rivalry, is_no, of_kin, stands
from newsgraph.tally import LEAST
from newsgraph.teller import taken_for_granted, without_teller
from newsgraph.tension import tensions
from newsgraph.usedname import called
from newsgraph.voice import voices
from newsgraph.withdrawal import withdrawn

# what a claim says, wherever and however it was read
_said = attrgetter(*(f.name for f in fields(Claim) if f.name not in ("pattern", "start", "end", "presupposed")))


# how the names of the frames end that tell where somebody makes something, not where it sits
PLANTS = (
    "facility-in",
    "facility-of-city",
    "arises-in",
    "at-site",
    "sites-are",
    "made-in",
    "site-in",
    "runs-site-in",
    "produces-in",
)
AHEAD = 4  # sentences: how far behind a denial the report that it denies is told
PLAIN = ("located", "parent", "provides", "supplies")  # relations without a node that could bear a status of its own


def read_article(article: Article) -> Reading:
    """The claims of an article. Raises InputError for a language without a pack."""
    with no_collecting():
        return _read(article)


def _read(article: Article) -> Reading:
    language = languages.load(article.language)
    patterns = pattern.load(article.language)
    text = list(sentences(article, language))
    focus, ledger, carried = Focus(language), Ledger(article, language), None
    unread: list[tuple[int, int]] = []
    named: set[str] = set()
    priced = [s.tokens for s in text if not s.texts.isdisjoint(spelt(language))]
    currency, counted = sole(priced, language), False
    shared = families(priced, language)
    open_denial: tuple[int, Source] | None = None
    rumoured = False
    earlier, before, heads = 0, 0, items(article.text, text, language)
    end = 0
    named_in = mentions(text, language, names.load())
    talk, said_by = interviewed(text, named_in, language), voices(article.text, text, named_in, language)
    near = prominence(named_in), within([s.paragraph for s in text], named_in)
    for sentence, found, around, inside in zip(text, named_in, *near, strict=True):
        focus.around, focus.inside = around, inside
        focus.voice = said_by[sentence.index]
        focus.host = talk[0] if talk is not None and sentence.index in talk[1] else None
        p = parse(sentence, found, language, None if counted else currency, shared)
        if sentence.index in heads:
            focus.turn(p)
        if "\n" in article.text[end : sentence.start]:
            focus.begin()
        p = restored(p, focus)
        end = sentence.end
        currency = next((q.currency for q in reversed(p.quantities) if q.currency), currency)
        counted = _counts(p)
        if (denier := denial(p, focus, language)) is not None:
            since = ledger.told_since(before, earlier)
            open_denial = None if ledger.deny(since, denier, hearsay=rumoured) else (sentence.index, denier)
        elif (denier := disputed(p, focus, language)) is not None:
            open_denial = sentence.index, denier
        elif (teller := retold(p, focus, language)) is not None:
            ledger.credit(before, teller)
        earlier, before, rumoured = before, len(ledger.claims), hearsay(p)
        carried = _read_sentence(p, patterns, focus, language, ledger, carried)
        if open_denial is not None and 0 < sentence.index - open_denial[0] <= AHEAD and recounts(p, language):
            open_denial = None if ledger.deny(before, open_denial[1]) else open_denial
        gone, who = withdrawn(p, focus, language)
        if gone:
            ledger.investments.withdraw(ledger.register.mention(who) if who is not None else None, sentence.index)
        said = any(not c.presupposed or not p.quantities for c in ledger.claims[before:])
        if not said and (p.quantities or any(not m.adjective for m in found)):
            unread.append((sentence.start, sentence.end))
        focus.read(p)
        focus.dealings.fined(p, language)
        if sells_part(p):
            focus.dealings.part = p.sentence.index
        named |= {ledger.register.mention(m) for m in p.mentions if m.kind and not (m.rest and not m.id)}
    claims = without_sites(_once(tuple({content(c): c for c in reversed(ledger.claims)}.values())[::-1]))
    return Reading(
        article,
        tuple(called(t, article.text, names.load(), language.code) for t in _used(ledger, claims, named)),
        claims,
        tensions(article, language, claims, ledger.sums),
        tuple(unread),
        tuple(sorted(named)),
    )


def _counts(p: Parse) -> bool:
    """Whether the sentence ends with a count: «2 Millionen» in the next then are hardly a sum."""
    large = [q for q in p.quantities if q.currency or (q.noun is not None and q.size >= LEAST)]
    return bool(large) and not large[-1].currency


def _once(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims without those that say once more what one before says of words that overlap theirs."""
    kept: dict[object, list[Claim]] = {}
    for claim in claims:
        same = kept.setdefault(_said(claim), [])
        if not same or not any(c.start < claim.end and claim.start < c.end for c in same):
            same.append(claim)
    stays = {id(c) for same in kept.values() for c in same}
    return tuple(c for c in claims if id(c) in stays)


def _read_sentence(
    p: Parse, patterns: Patterns, focus: Focus, language: Language, ledger: Ledger, carried: Source | None
) -> Source | None:
    attribution = attribute(p, focus, language, carried)
    if focus.voice is not None:
        attribution = attribution.or_else(Source(focus.voice))
    opened = [(c, *openings(p, c, table(patterns), language)) for c in p.clauses]
    found = [e for clause, offices, _ in opened for e in events(p, clause, offices, focus, language)]
    for event in found:
        focus.dealings.note(event, p.sentence.index)  # who leads what is known before who puts money in
        focus.cast.note(event)
    for clause, _, others in opened:
        read = events(p, clause, others, focus, language)
        here = [fitted(focus.dealings, e, p, language, focus.topic) for e in read]
        focus.dealings.deals(here, p.sentence.index)
        found += here
    settled = list(lawful(settle(found, p), p, focus, language))
    focus.dealings.expect(settled, p.sentence.index)  # «kauft Alpha und legt dafür … auf den Tisch»
    sums = list(routed(p, patterns.sums, settled, focus, language))
    settled += [*inhabitants(p, language, focus.of, focus.few), *adjacent_origins(p, settled, language)]
    settled += seats_behind(p, language)
    shared = respective(chain(settled, sums), p, language)
    known: dict[tuple[int, int | None], Certainty] = {}  # by clause and verb
    apart = (
        restrictions(p, [*settled, *sums], focus, language),
        bynames(p, language),
        rivals(p, focus, language),
        shares(p, language),
    )
    for event in chain(shared, *apart, brandpairs(p, language)):
        focus.dealings.note(event, p.sentence.index)
        focus.cast.note(event)
        focus.dealings.joins(event, p)
        if event.frame.relation in (SALE, OWING):
            continue
        clause = p.clauses[event.clause]
        if is_over(event, p, clause, language) or is_vehicle(p, event, language):
            continue
        if owns_most(p, event, clause, language) or is_habit(event, p, clause, language):
            continue
        event = without_teller(event, p, clause, language)
        told = p.tokens[event.first].is_a("ADJ(A)")  # «die zu Alpha gehörende Beta»
        granted = of_kin(event, p)
        taken = event.nominal or told or stands(event, p, clause) or granted
        bought = event.frame.relation == "acquisition" and told  # «die von Alpha gekaufte Beta»
        nominal = (event.frame.relation in PRESUPPOSED and taken) or (event.frame.relation == "named" and granted)
        nominal = nominal or bought
        sure = at_most(
            Certainty(negated=is_no(event, p)) if nominal else _certainty(p, event, known, focus, language),
            event.frame.modality,
        )
        if event.frame.relation == "rule":
            given_up = clause.kind == "infinitive" and sure.cancelled  # «verzichtet darauf, Alpha zu verbieten»
            sure = replace(sure, cancelled=False)  # what forbids is not cancelled by forbidding
            said = stage(p, event, clause, language)
            sure = replace(sure, modality="asserted") if said == "granted" else at_most(sure, said)
            sure = replace(
                sure,
                negated=given_up
                or ends(p, event, clause, language)
                or (sure.negated and not says_no(event.frame, clause, language)),
            )
            sure = (
                replace(sure, negated=False, denied=False, denied_by=None) if breaks(event, clause, language) else sure
            )
        if event.frame.relation == "penalty":
            void = annuls(p, event, clause, language)
            event = without_judge(p, event, clause) if void else event
            gets = clause.verb.lemma in language.verb.receive and not void  # «kassiert eine Strafe»: gets one
            might = (
                clause.verb.mood == "konjunktiv2" and clause.verb.lemma in language.verb.be
            )  # «das wären 9 Millionen»
            sure = at_most(sure, "possible" if might else "")
            sure = replace(sure, negated=sure.negated or void, cancelled=sure.cancelled and not gets)
        if event.frame.relation in PLAIN and sure.cancelled:
            sure = replace(
                sure, negated=True
            )  # «hätte das Werk in Graz gebaut», «verzichtet darauf, Alpha zu beliefern»
        if sure.denied and taken_for_granted(event, clause, language):
            sure = replace(sure, negated=False, denied=False, denied_by=None, modality="asserted")
        if event.frame.relation == "competes" and not nominal and not denies_rivalry(event, clause):
            sure = replace(sure, negated=False)  # who cannot keep up is a rival all the same
        picked = event.frame.relation == "supplies" and not language.adv.among_them.isdisjoint(
            p.words(clause)
        )  # «zählt 40 Kunden, darunter Alpha»
        if is_unsure(event, p, focus.inside):
            continue
        source = None if nominal and not picked else source_at(p, attribution, clause, event.first, focus, language)
        ledger.enter(event, p, sure, None if speaks_itself(event, source) else source, nominal)
        if event.frame.relation in ("located", "country"):
            companies = [Mention(f.first, f.last, f.name, f.kind, f.id) for f in event.roles["thing"]]
            focus.sits([f.name for f in event.roles["place"]], companies, plant=event.frame.name.endswith(PLANTS))
    return attribution.carried


def _certainty(
    p: Parse, event: Event, known: dict[tuple[int, int | None], Certainty], focus: Focus, language: Language
) -> Certainty:
    """How sure the event's clause is, asked once a verb; who denies, each time."""
    clause = p.clauses[event.clause]
    key = event.clause, own_verb(event, clause, language)
    if (found := known.get(key)) is None:
        found = certainty(p, clause, language, key[1], focus)
        if not found.denied:
            known[key] = found
    return found


def _used(ledger: Ledger, claims: tuple[Claim, ...], named: set[str]) -> tuple[Thing, ...]:
    """The things that the text names, and those that the claims and their nodes speak of, sorted by IRI."""
    wanted = {*named}
    for c in claims:
        wanted.update((c.subject, c.describes, c.asserted_by, c.denied_by), c.relayed_by)
        if isinstance(c.object, str):
            wanted.add(c.object)
    todo = list(wanted)
    while todo:
        thing = ledger.things.get(todo.pop())
        new = {v for _, v in thing.facts if isinstance(v, str)} - wanted if thing else set()
        wanted |= new
        todo += new
    return tuple(ledger.things[i] for i in sorted(wanted) if i in ledger.things)

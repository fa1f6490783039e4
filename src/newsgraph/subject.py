"""The subject of a clause: the word order allows several, so form, class and verb tell who acts."""

from newsgraph.argument import describes, free
from newsgraph.clause import Clause
from newsgraph.fronted import acting_behind, told
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.relative import ACTING, MAKERS, relative_subject
from newsgraph.wordlist import PRODUCTS, class_of, tails, words


def subject(p: Parse, clause: Clause) -> Phrase | None:
    """The phrase in the clause itself that can be its subject."""
    index, known = clause.index, p.subjects
    if index not in known:
        found = _subject(p, clause)
        known[index] = _opening_list(p, clause, found) if found is not None else None
    return known[index]


def _opening_list(p: Parse, clause: Clause, own: Phrase) -> Phrase:
    """«Alpha und die Beta-Tochter Gamma müssen zahlen»: the first of the list, in whose last member the name is described."""
    before = p.phrases[clause.index][own.index - 1] if own.index else None
    if before is None or before.link != "list" or before.to is None or not describes(p, clause, before):
        return own
    return p.phrases[clause.index][before.to]


def _subject(p: Parse, clause: Clause) -> Phrase | None:
    if clause.shares is not None or clause.kind == "participle":
        return None
    found = [f for f in free(p, clause) if "nom" in f.cases]
    if clause.verb.lemma in words(p.language.code, "it_verbs") and any(f.mention is not None for f in found):
        found = [f for f in found if p.low[f.head] not in p.language.pron.it]  # «wo es Alpha mit Beta zu tun hat»
    if not found and clause.kind in ("sub", "relative"):
        # «zu deren Apps der Chatbot Alpha gehört»: what looked like a genitive is the subject
        found = [
            f
            for f in p.phrases[clause.index]
            if f.link == "genitive" and f.det in p.language.det.masculine and not f.prep
        ]
    pronoun = next((f for f in found if f.pronoun and clause.kind == "relative" and f.first == clause.first), None)
    if pronoun is not None:
        return relative_subject(p, clause, pronoun, found)
    if clause.kind == "main" and clause.verb.finite is not None:
        own = _maker(p, clause, found) or _main_subject(p, clause, clause.verb.finite, found)
        bare = own is not None and clause.joined and _bare_plural(p, own, clause.verb.finite)
        return None if own is None or bare or _left_out(p, clause, own, clause.verb.finite) else own
    if clause.kind in ("sub", "relative") and (maker := _maker_inside(p, clause, found)) is not None:
        return maker
    asked = bool(found) and clause.kind == "sub" and p.low[found[0].head] in p.language.pron.what
    if asked and clause.verb.lemma not in words(p.language.code, "dative_verbs"):
        found = [f for f in found[1:] if f.quantity is None] or found  # «Was Alpha für Beta bezahlt hat»
    return _first(found)


def _left_out(p: Parse, clause: Clause, own: Phrase, finite: int) -> bool:
    """«Alpha wächst und kauft die Firma Beta»: right behind «und» stands the verb, its subject is that of the clause before."""
    if not clause.joined or not clause.index or own.first < finite or "acc" not in own.cases:
        return False
    before = p.clauses[clause.index - 1]
    opens = finite - clause.first <= p.tokens[clause.first].is_a("KON")
    if not opens or before.verb.finite is None or subject(p, before) is None:
        return False
    one, two = (p.tokens[i].low.endswith(p.language.ending.plural) for i in (before.verb.finite, finite))
    return one == two


def _bare_plural(p: Parse, phrase: Phrase, finite: int) -> bool:
    """«… und übertrifft Konkurrenten»: a plural without article before a verb in the singular is no subject."""
    head = p.head(phrase)
    bare = phrase.mention is None and not phrase.det and not phrase.pronoun and phrase.quantity is None
    plural = head.is_a("NN") and head.text.endswith(("en", "er", "e", "n", "s")) and head.text != head.lemma
    return bare and plural and not p.tokens[finite].text.endswith(p.language.ending.plural)


def _first(found: list[Phrase]) -> Phrase | None:
    """The first that is no number, else the first."""
    return next((f for f in found if f.quantity is None), found[0] if found else None)


def _maker(p: Parse, clause: Clause, found: list[Phrase]) -> Phrase | None:
    """«Die Kabel liefert die Firma Alpha», «Das Netz betreibt Alpha»: a thing before a verb of making is what is made."""
    finite = clause.verb.finite or 0
    before = [f for f in found if f.last < finite]
    belongs = clause.verb.lemma in words(p.language.code, "belonging_verbs")
    if belongs and (child := _belonging(p, found)) is not None:
        return child
    if before and clause.verb.lemma in words(p.language.code, "belonging_verbs"):
        return before[-1]  # «Platz eins gehört der Alpha AG»
    if not clause.verb.passive and clause.verb.lemma in words(p.language.code, "heading_verbs"):
        kinds = [f.mention.kind if f.mention is not None and not f.mention.rest else "" for f in found]
        if kinds.count("Person") == 1 and "Company" in kinds:
            return found[kinds.index("Person")]  # «Die Firma Alpha gründete 2015 Eva Muster»
    if clause.verb.passive or clause.verb.lemma not in words(p.language.code, "making_verbs"):
        return None
    thing = before[-1] if before else next(iter(found), None)
    if thing is None or not _is_made(p, thing):
        return None
    if clause.verb.lemma in words(p.language.code, "takeover_verbs") and thing.mention is not None and not thing.det:
        return None  # «Alpha kauft die Firma Beta»
    named = [(f, f.mention) for f in found if f.first > thing.last]
    known = next((f for f, m in named if m is not None and m.kind in MAKERS and not m.rest), None)
    near = ((f, m) for f, m in named if all(p.tokens[i].is_a("ADV") for i in range(finite + 1, f.first)))
    bare = next((f for f, m in near if m is not None and not m.kind and not m.rest and not f.det), None)
    return known or bare or next((f for f, m in named if m is None and _is_firm(p, f)), None)


def _belonging(p: Parse, found: list[Phrase]) -> Phrase | None:
    """«Alpha gehört bereits der Dienst Beta», «Alpha gehört auch Beta»: the name that can be no dative, or has «auch»."""
    named = [f for f in found if f.mention is not None and not f.mention.rest and f.mention.kind != "Person"]
    if len(named) != 2 or named[0].det:
        return None
    plain, last = named[0].mention, named[1]
    shown = last.det in p.language.det.masculine and _before_name(p, last).endswith(
        tails(p.language.code, "masculine_endings")
    )
    shown = shown or last.det in p.language.det.nominative_only
    too = not last.det and p.low[last.first - 1] in p.language.adv.too
    return last if plain is not None and plain.kind in ("Company", "") and (shown or too) else None


def _is_firm(p: Parse, phrase: Phrase) -> bool:
    """«das Unternehmen», «der Konzern»: who makes things, though nobody says his name."""
    return phrase.det in p.language.det.definite and class_of(p.language.code, p.head(phrase).text) == "Company"


def _maker_inside(p: Parse, clause: Clause, found: list[Phrase]) -> Phrase | None:
    """«…, deren Kühlung die Firma Alpha liefert», «dass die Zellen die Alpha AG baut»: what is made stands first there too."""
    if len(found) < 2 or clause.verb.passive or clause.verb.lemma not in words(p.language.code, "making_verbs"):
        return None
    if not _is_made(p, found[0]) or clause.verb.lemma in words(p.language.code, "takeover_verbs"):
        return None
    named = ((f, f.mention) for f in found[1:])
    return next((f for f, m in named if m is not None and m.kind == "Company" and not m.rest), None)


def _is_made(p: Parse, phrase: Phrase) -> bool:
    """Whether a phrase, which could be the subject, is rather what somebody makes."""
    product = phrase.mention is not None and phrase.mention.kind in PRODUCTS and "acc" in phrase.cases
    if phrase.pronoun and p.head(phrase).low in p.language.det.demonstratives:
        return True  # «Diese entwickelt die Firma Alpha»
    acts = phrase.pronoun or phrase.quantity is not None or class_of(p.language.code, p.head(phrase).text) in ACTING
    noun = p.head(phrase).text
    people = noun in p.language.demonyms or noun in p.language.people  # «die Grazer», «die Schweden»
    return product or (phrase.mention is None and not acts and not people)


def _is_possession(p: Parse, phrase: Phrase) -> bool:
    """«sein Geld», «ihre Anteile»: what somebody has who is named behind."""
    has = phrase.mention is None and phrase.det.startswith(p.language.stem.possessive)
    return has and p.low[phrase.head].endswith(tails(p.language.code, "possessions"))


def _masculine_behind(p: Parse, clause: Clause, first: Phrase, after: list[Phrase]) -> Phrase | None:
    """«Alpha hat sich der Beta-Konzern einverleibt»: «der» before a masculine noun is no other case."""
    bare = first.mention is not None and not first.mention.rest and not first.det and first.mention.first == first.first
    if not bare or clause.verb.passive or clause.verb.lemma in words(p.language.code, "copula_verbs"):
        return None
    ends = tails(p.language.code, "masculine_endings")
    finite = clause.verb.finite or 0
    near = (f for f in after if not any(p.tokens[i].text == "," for i in range(finite, f.first)))
    named = (
        f for f in near if f.det in p.language.det.masculine and f.mention is not None and f.mention.kind == "Company"
    )
    return next((f for f in named if p.low[f.head].endswith(ends) or _before_name(p, f).endswith(ends)), None)


def _before_name(p: Parse, phrase: Phrase) -> str:
    """The noun before the name: «der Konzern Alpha»."""
    m = phrase.mention
    return p.low[m.first - 1] if m is not None and m.first > phrase.first else ""


def _main_subject(p: Parse, clause: Clause, finite: int, found: list[Phrase]) -> Phrase | None:
    """Before the verb, unless a plainer nominative stands behind it («Größter Kunde ist der Konzern Alpha»)."""
    before = [f for f in found if f.last < finite and f.quantity is None]
    after = told(p, clause, [f for f in found if f.first > finite])
    if (
        before
        and (_plural(p, before[-1]) or _bare_plural(p, before[-1], finite))
        and not p.tokens[finite].text.endswith(p.language.ending.plural)
    ):
        before = [] if any(f.mention is not None for f in after) else before
    plain = [
        f for f in after if f.det in p.language.det.masculine_shown or p.head(f).low in p.language.pron.subject_third
    ]
    if (acting := next((f for f in after if p.head(f).low in p.language.pron.nominatives), None)) is not None:
        return acting  # «Die Verordnung hält er für Unfug»
    if (
        before
        and p.low[before[-1].head] in p.language.pron.asking
        and (named := next((f for f in after if f.mention is not None), None))
    ):
        return named  # «Was ist Alpha?», «Was macht die Alpha AG?»
    if before and _is_possession(p, before[-1]) and (own := next((f for f in after if f.mention is not None), None)):
        return own  # «Sein Geld steckt Muster in …»
    if before and (acting := _masculine_behind(p, clause, before[-1], after)) is not None:
        return acting
    weak = bool(before) and before[-1].mention is None and before[-1].det in p.language.det.indefinite_or_none
    if weak and before[-1].det == "":
        plain = plain or acting_behind(p, clause, before[-1], after)
    elif weak and plain and not _acts(p, plain[0]):
        several = p.tokens[finite].text.endswith(p.language.ending.plural_or_en)  # «Die Ämter planen ein Verbot»
        if several or class_of(p.language.code, p.head(before[-1]).text) in ACTING:
            return before[-1]  # «Das Ministerium prüft ein Verbot»
    if before and not (weak and plain and not before[-1].pronoun):
        return before[-1]
    first = plain[0] if before and plain and plain[0].mention is not None else None
    return (
        first
        or next((f for f in after if f.quantity is None), None)
        or _first(before or after or _counted(found, finite))
    )


def _acts(p: Parse, phrase: Phrase) -> bool:
    """A name, a pronoun, or a noun for people and bodies."""
    noun = p.head(phrase).text
    if phrase.mention is not None or phrase.pronoun or p.language.nouns.is_title(noun):
        return True
    return class_of(p.language.code, noun) in ACTING


def _counted(found: list[Phrase], finite: int) -> list[Phrase]:
    """«20.000 Ärzte arbeiten mit Alpha»: a number of people before the verb, where nothing else can be the subject."""
    return [
        f for f in found if f.last < finite and f.quantity is not None and f.quantity.unit and not f.quantity.is_money
    ]


def _plural(p: Parse, phrase: Phrase) -> bool:
    """«die Zellen», «die Fläschchen»: a plural by its form, with which a verb in the singular cannot agree."""
    head = p.head(phrase)
    if phrase.det not in p.language.det.plural_shown or phrase.mention is not None or not head.is_a("NN"):
        return False
    return head.text.endswith(p.language.ending.diminutive) or (
        head.text != head.lemma and head.text[:2] == head.lemma[:2]
    )

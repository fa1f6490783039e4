"""What an article itself teaches of its names: which class each has, and which full name a short form stands for."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsgraph import bearer
from newsgraph.anaphor import told
from newsgraph.appfirm import acting_apps
from newsgraph.firmlike import firmlike
from newsgraph.human import people
from newsgraph.language import Language
from newsgraph.lettername import acronyms
from newsgraph.nameclass import QUOTES, before, class_at, lean_at
from newsgraph.namespan import Mention
from newsgraph.offshoot import bare, is_apart, walk
from newsgraph.sentence import Sentence, Token
from newsgraph.surname import surnames
from newsgraph.tagger import familiar
from newsgraph.wordlist import PRODUCTS, noun_class, words

NUMBERED = re.compile(r" \d+[A-Za-z]?$")  # «Voltaro 5» is what somebody makes
CERTAIN, LIKELY = 3, 1  # votes for a class


@dataclass(frozen=True, slots=True)
class Local:
    """Class and full name of the names in an article, and the words of them."""

    kinds: Mapping[str, str] = field(default_factory=dict)
    full: Mapping[str, str] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    short: Mapping[str, Mention] = field(default_factory=dict)  # abbreviations that the article explains
    firms: frozenset[str] = frozenset()  # known names of apps that are a firm's here
    surnames: frozenset[str] = frozenset()  # known names of firms that are a person's here
    heard: frozenset[str] = frozenset()  # known names that the article was seen to use, though they are words too


def learn(text: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language) -> Local:
    """Read the mentions of a first pass."""
    votes, names = _votes(text, found, language), {m.name for m in _new(found)}
    kinds = {name: kind for name, c in votes.items() if (kind := _winner(c))}
    kinds |= dict.fromkeys(people(text, found, votes, language), "Person")
    numbered = (n for n in names if NUMBERED.search(n) and kinds.get(n, "Company") == "Company")
    kinds |= {n: "Product" for n in numbered if votes[n].total() < CERTAIN}
    if "Product" in kinds.values() and (subject := bearer.field(text, language)):
        kinds |= {n: subject for n in _vague(text, found, language) if kinds.get(n) == "Product"}
    kinds |= _families(text, names, kinds, language)
    walked = walk(text, found, language)
    family = frozenset(n.rpartition(" ")[2] for n in names if kinds.get(n) == "Person")
    called = frozenset(
        m.name
        for s, ms in zip(text, found, strict=True)
        for m in _new([ms])
        if m.kind not in ("", "Person")
        and (m.name not in family or class_at(s.tokens, m.first, m.last, language))  # not only because it acts
    )
    full = {
        short: name
        for short, name in _short_forms(sorted(names), kinds, called, language).items()
        if not is_apart(short, name, walked, language)
    }
    for short, name in full.items():
        if kinds.get(name) and kinds.get(short, kinds[name]) != "Person":
            kinds[short] = (
                kinds[name] if votes.get(short, Counter()).total() < CERTAIN else kinds.get(short, kinds[name])
            )
    return Local(
        kinds,
        full,
        frozenset(w for n in names if n in kinds or " " in n for w in n.split()) | _grouped(found, language),
        _firsts(found, names, kinds, language) | acronyms(text, found, language),
        frozenset(acting_apps(text, found, language)),
        surnames(text, found, language),
        frozenset(m.name for ms in found for m in ms if m.id and not m.rest and " " not in m.name),
    )


def _vague(text: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language) -> Iterator[str]:
    """The new names that no noun but «Modell», «Version» and the like stands before, and those with a number."""
    weak = words(language.code, "weak_products")
    firm: set[str] = set()
    vague: set[str] = set()
    for sentence, inside in zip(text, found, strict=True):
        for m in (m for m in inside if not m.id and not m.adjective):
            front = before(sentence.tokens, m.first)
            noun = front.text.rpartition("-")[2].title() if front is not None and front.is_a("NN") else ""
            if noun in weak or (NUMBERED.search(m.name) and not noun):
                vague.add(m.name)
            elif noun and noun_class(language.code, noun) == "Product":
                firm.add(m.name)
    yield from sorted(vague - firm)


def _new(found: Sequence[Sequence[Mention]]) -> Iterator[Mention]:
    return (m for ms in found for m in ms if not m.id and not m.adjective)


def _votes(text: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language) -> dict[str, Counter[str]]:
    """Votes for the class of each name; one without any takes that of the name that it is listed with."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence, inside in zip(text, found, strict=True):
        for m in (m for m in inside if not m.id and not m.adjective):
            if _has_office(sentence.tokens, m, language):
                votes[m.name]["Company"] += 2 * CERTAIN
            if m.kind:
                votes[m.name][m.kind] += CERTAIN
            elif m.rest:
                votes[m.name][
                    language.nouns.class_of(m.rest) if language.nouns.class_of(m.rest) in ("App", "Chip") else ""
                ] += LIKELY
            else:
                lean = lean_at(sentence.tokens, m.first, m.last, language)
                quoted = m.first > 0 and sentence.tokens[m.first - 1].text in QUOTES
                votes[m.name]["" if quoted and lean == "Company" else lean] += (
                    LIKELY  # in quotation marks stand no firms
                )
    for name, kind in told(text, found, language):
        votes[name][kind] += 2 * CERTAIN
    for name in firmlike(text, found, language):
        votes[name]["Company"] += 2 * CERTAIN + votes[name]["App"]
    for sentence, inside in zip(text, found, strict=True):
        for a, b in itertools.pairwise(inside):
            if a.inflected and a.kind == "Company" and b.first == a.last + 1 and not (b.kind or b.id or b.rest):
                votes[b.name]["Product"] += LIKELY  # «Alphas Beta»
            made = (
                b.first == a.last + 2
                and sentence.tokens[a.last + 1].text in language.prep.of
                and b.kind == "Company"
                and b.id
            )
            if made and not (a.kind or a.id or a.rest or a.adjective):
                votes[a.name]["Product"] += LIKELY  # «Beta von Alpha»
            joined = b.first == a.last + 2 and sentence.tokens[a.last + 1].text in language.conj.joining_or_slash
            if joined and not a.adjective and not a.rest and not b.adjective and not b.rest:
                for one, other in ((a, b), (b, a)):
                    if (
                        not other.id
                        and not _winner(votes[other.name])
                        and (kind := one.kind or _winner(votes.get(one.name, Counter())))
                    ):
                        votes[other.name][kind] += LIKELY
    return votes


def _has_office(tokens: Sequence[Token], m: Mention, language: Language) -> bool:
    """«Alpha-Chefin», «Alphas Finanzvorstand»: only organizations have offices, whatever else the name was called."""
    following = tokens[m.last + 1] if m.last + 1 < len(tokens) else None
    own = m.inflected and following is not None and following.is_a("NN") and language.nouns.is_office(following.text)
    follows = m.rest in words(language.code, "successor_nouns")  # «Muster-Nachfolger»
    office = language.nouns.is_office(m.rest) and not follows and language.speech.source(m.rest) != "spokesperson"
    return m.kind not in ("Person", "Place", "PublicBody") and (own or office)


def _winner(votes: Counter[str]) -> str:
    """The class with most votes; a chip or an app, where something said so, rather than a product."""
    best = min((kv for kv in votes.items() if kv[0]), key=lambda kv: (-kv[1], kv[0]), default=("", 0))[0]
    return next((k for k in ("Chip", "App") if best == "Product" and votes[k]), best)


def _families(
    text: Sequence[Sentence], names: set[str], kinds: Mapping[str, str], language: Language
) -> dict[str, str]:
    """«Orkan 7» is a chip where the text says «Orkan-Prozessoren»; «Lotse-3» is what «Lotse-2» is."""
    bases: dict[str, list[str]] = defaultdict(list)
    for name in names:
        base = re.split(r"[ -](?=\d|[IVX]+$)", name)[0]
        if base != name:
            bases[base].append(name)
    if not bases:
        return {}
    named: dict[str, str] = {}
    for token in (t for s in text for t in s.tokens if "-" in t.text and t.text.partition("-")[0] in bases):
        named[token.text.partition("-")[0]] = named.get(token.text.partition("-")[0]) or language.nouns.class_of(
            token.text.rpartition("-")[2]
        )
    sure = {
        b: named.get(b) or next((kinds[n] for n in sorted([*ns, b]) if kinds.get(n, "Product") != "Product"), "")
        for b, ns in bases.items()
    }
    return {
        n: sure[b]
        for b, ns in bases.items()
        for n in ns
        if sure[b] and kinds.get(n, "Product") in ("Product", "Company")
    }


def _short_forms(
    names: Sequence[str], kinds: Mapping[str, str], called: frozenset[str], language: Language
) -> dict[str, str]:
    """The surname of a person, the first word of another name of several words; `called` are the names of which the text says
    that they are no person's, rather than that they act like a company."""
    full: dict[str, str] = {}
    for name in sorted(names, key=lambda n: (len(bare(n, language)) > 1, n)):  # rather «Alpha AG» than «Alpha Bau AG»
        words = name.split()
        short = (
            ""
            if len(words) < 2
            else words[-1]
            if kinds.get(name) == "Person" or words[0] in language.grammar["name_nouns"]
            else words[0]
        )
        plain = (
            language.is_major(short)
            or familiar(language.code, short) == "other"
            or language.nouns.class_of(short) != ""
            or any(c.isdigit() for c in name)
        )
        product = {kinds.get(name), kinds.get(short)} & {"App", "Chip", "Product"}  # «Alpha Pro» is not «Alpha»
        product |= set(words[1:]) & set(language.grammar["product_words"])
        firm = kinds.get(short, "Person") != "Person" and short in called
        other = kinds.get(name) == "Person" and firm  # the chief whose name the firm bears
        if len(short) > 2 and short not in full and not plain and not product and not other:
            full[short] = name
    return full | _type_numbers(names, kinds) | _formless(names, language) | _lasts(names, kinds, language)


def _grouped(found: Sequence[Sequence[Mention]], language: Language) -> frozenset[str]:
    """«Alpha» of the known company «Alpha Group», so that the word is found where it stands alone, though it be an ordinary one."""
    tails = words(language.code, "name_tails")
    known = {
        m.name for ms in found for m in ms if m.id and m.kind == "Company" and m.name.count(" ") == 1 and not m.rest
    }
    pairs = [name.split() for name in sorted(known)]
    return frozenset(a for a, b in pairs if b in tails and len(a) > 3 and familiar(language.code, a) == "noun")


def _firsts(
    found: Sequence[Sequence[Mention]], names: set[str], kinds: Mapping[str, str], language: Language
) -> dict[str, Mention]:
    """«Alpha» for the known company «Alpha Ventures», where the first word alone is named too."""
    names = names | _grouped(found, language)
    known = {
        m.name.split()[0]: m
        for ms in found
        for m in ms
        if m.id and m.kind == "Company" and " " in m.name and not m.rest
    }
    return {w: m for w, m in known.items() if w in names and len(w) > 3 and kinds.get(w, "Company") == "Company"}


def _lasts(names: Sequence[str], kinds: Mapping[str, str], language: Language) -> dict[str, str]:
    """«Lendus» for «Alpha Lendus»: the second word, which no dictionary has, where it is named alone."""
    two = (name.split() for name in names if kinds.get(name) == "Company" and name.count(" ") == 1)
    bare_too = set(names)
    return {
        b: f"{a} {b}"
        for a, b in two
        if b in bare_too and a not in bare_too and len(b) > 3
        and familiar(language.code, b) in ("", "name") and kinds.get(b, "Company") == "Company"
    }  # fmt: skip


def _formless(names: Sequence[str], language: Language) -> dict[str, str]:
    """«Alpha & Beta» for «Alpha & Beta GmbH»: several words without the legal form."""
    known = set(names)
    plain = ((name, " ".join(bare(name, language))) for name in names)
    return {short: name for name, short in plain if " " in short and short != name and short in known}


def _type_numbers(names: Sequence[str], kinds: Mapping[str, str]) -> dict[str, str]:
    """«der P8» for «Alpha P8»: the number alone, where one product only bears it."""
    made = [n for n in names if " " in n and kinds.get(n) in PRODUCTS]
    last = Counter(n.split()[-1] for n in made)
    mixed = (n for n in made if any(c.isdigit() for c in n.split()[-1]) and n.split()[-1][0].isalpha())
    return {n.split()[-1]: n for n in mixed if last[n.split()[-1]] == 1 and n.split()[-1] in names}

"""What a stretch between commas is: a main clause, a subordinate or relative one, an infinitive, «so X», a fragment."""

from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.tagset import FINITE as FINITE
from newsgraph.tagset import VERBAL
from newsgraph.verb import Verb as Verb


def finite_in(tokens: tuple[Token, ...], part: list[int]) -> list[int]:
    """The finite verbs of a segment."""
    return [i for i in part if tokens[i].tag in FINITE]


def words_in(tokens: tuple[Token, ...], part: list[int]) -> list[int]:
    """The words of a segment, marks left out."""
    return [i for i in part if tokens[i].text[0].isalnum()]


def kind_of(language: Language, tokens: tuple[Token, ...], part: list[int], inserted: bool = False) -> tuple[str, str]:
    """What a segment is, and the word that opens it; `inserted`: it stands between a main clause's first place and its verb."""
    n = 0
    while (
        n < len(part) - 1
        and tokens[part[n]].low in language.conj.skipped
        and tokens[part[n]].low not in language.adv.so
    ):
        n += 1
    first = tokens[part[n]].low
    second = tokens[part[n + 1]] if n + 1 < len(part) else None
    finite = finite_in(tokens, part)
    if first in language.adv.so and not finite and second is not None:
        return "so", "so"
    if first in language.prep.as_ and names_role(tokens, part[n]):
        return "main", ""
    dated = second is not None and (
        second.is_a("CARD") or second.text.isdigit() or second.lemma in language.word.time_points
    )
    timed = (
        first in language.prep.until_or_since and not finite and (dated or to_infinitive(tokens, part))
    )  # «…, bis 2029 ein Werk zu bauen»
    since = dated and first in language.prep.until_or_since and first not in language.prep.until
    timed = timed or since  # «… und seit 2019 zu Alpha gehört»
    upto = (
        first in language.prep.until and second is not None and second.low in language.prep.bound_to
    )  # «Bis zu 9 Millionen kämen»
    if first in language.conj.subordinating and not timed and not upto and _verb_final(tokens, part):
        return "sub", first
    if first in language.prep.like and not any(tokens[i].tag in VERBAL for i in part):
        return "fragment", ""  # «Anbieter, wie die Firma Alpha, …»
    asks = part[0] == 0 and tokens[-1].text == "?" and second is not None and second.is_a(*FINITE)  # «Was ist Alpha?»
    if first in language.pron.question and not asks and (_verb_final(tokens, part) or not finite):
        return "sub", first
    if first in language.prep.infinitive:
        bare = any(tokens[i].is_a("VV(INF)") for i in part)  # «darf Alpha, das …, ohne Auflagen übernehmen»
        if to_infinitive(tokens, part) or not (finite or bare):
            return "infinitive", first
    plain = not finite and to_infinitive(tokens, part)  # «plant, die Alpha AG zu kaufen»
    if (
        n < len(part)
        and not plain
        and (_relative(language, tokens, part, n) or _surely_relative(tokens, part, n, inserted, language))
    ):
        return "relative", first
    if not finite and n < len(part) and _participle(tokens, part, n, inserted):
        return "participle", ""
    if finite:
        return "main", ""
    return ("infinitive", "") if to_infinitive(tokens, part) else ("fragment", "")


def names_role(tokens: tuple[Token, ...], at: int) -> bool:
    """«Als bisher größte Händlerin nimmt Alpha …»: what somebody is, the finite verb, and more behind it: no subordinate clause."""
    i, said = at + 1, False
    while i < len(tokens) and tokens[i].is_a("ADV", "ADJ"):
        said, i = said or tokens[i].is_a("ADJ(A)"), i + 1
    if not said or i + 2 >= len(tokens) or not tokens[i].is_a("NN") or not tokens[i + 1].is_a(*FINITE):
        return False
    return tokens[i + 2].text[0].isalnum()


def _relative(language: Language, tokens: tuple[Token, ...], part: list[int], n: int) -> bool:
    first = tokens[part[n]]
    if part[0] == 0 or (n and tokens[part[n - 1]].text in language.conj.but_rather and first.is_a("APPR")):
        return False  # «nicht mehr von der Alpha AG, sondern von der Beta AG beziehen»
    at = n + 1 if first.is_a("APPR") else n
    if at + 1 >= len(part) or tokens[part[at]].low not in language.pron.relative:
        return False
    verbless = not any(tokens[i].tag in VERBAL for i in part)
    following = tokens[part[at + 1]]
    if verbless and at == n and following.is_a("APPR") and _described_far(language, tokens, part[at + 2 :]):
        return False  # «Alpha, der mit Abstand größte Anbieter, …»
    if verbless and tokens[part[at]].text in language.pron.whose:
        return True  # «…, dessen Technik, wie schon beim ersten, von Alpha stammt»
    if at > n and following.is_a("CARD") and at + 2 < len(part) and tokens[part[at + 2]].text == ".":
        return False  # «ab dem 1. Januar»
    name = (
        following.is_a("NN", "NE")
        and familiar(language.code, following.text) in ("", "name")
        and _verb_final(tokens, part)
    )
    attribute = following.text[0].isupper() or following.text.endswith(
        ("e", "en")
    )  # «der frühere Chef», not «der früher»
    noun = following.is_a("NN", "CARD", *(("ADJ(A)",) if attribute else ()), *(("NE",) if verbless else ()))
    if (verbless or not tokens[part[at]].is_a("PREL")) and noun and not name:
        return at > n and _hangs(
            tokens, part
        )  # an article and its noun; before a name it is a pronoun («den Alpha gekauft hat»)
    if at > n:
        return not _verb_second(tokens, part, at) and (tokens[part[at]].is_a("PREL") or _verb_final(tokens, part))
    return _verb_final(tokens, part) or (first.is_a("PREL") and not finite_in(tokens, part))


def _described_far(language: Language, tokens: tuple[Token, ...], part: list[int]) -> bool:
    """«(der mit) Abstand größte Anbieter»: an adjective between a noun and its own, behind what has a preposition."""
    return any(
        tokens[i].text[0].islower()
        and tokens[i].text.endswith(language.ending.attribute)
        and tokens[i].is_a("ADJ(A)", "VV(PP)")
        and tokens[j].is_a("NN")
        and tokens[h].is_a("NN", "NE", "ADV")
        for h, i, j in zip(part, part[1:], part[2:], strict=False)
    )


def _hangs(tokens: tuple[Token, ...], part: list[int]) -> bool:
    """«… ist der Bonder Alpha, mit dem Hersteller ihre Chips stapeln»: its only verb, a plural, ends the sentence, behind a clause
    that has its own."""
    words, start = words_in(tokens, part), part[0]
    verbs = [i for i in part if tokens[i].tag in VERBAL]
    if (
        len(words) < 5
        or verbs != words[-1:]
        or not tokens[verbs[0]].text.endswith("n")
        or tokens[verbs[0]].is_a("VV(PP)")
    ):
        return False
    if start < 3 or tokens[start - 1].text != "," or tokens[start - 2].is_a("VV", "VA", "VM"):
        return False
    end = next((i for i in range(start - 2, -1, -1) if tokens[i].text in ",:;"), -1)
    before = [tokens[i] for i in range(end + 1, start - 1)]
    return any(t.is_a("VV(FIN)", "VA(FIN)") for t in before) and not any(t.is_a("VM", "KOUS", "PREL") for t in before)


def _verb_second(tokens: tuple[Token, ...], part: list[int], at: int) -> bool:
    """«…, bei der Alpha AG waren es 3 Millionen»: one phrase, the finite verb, and more behind it: a main clause."""
    finite = next((n for n in range(at + 1, len(part)) if tokens[part[n]].is_a(*FINITE)), None)
    if finite is None or finite == at + 1:
        return False
    one = all(tokens[i].is_a("NN", "NE", "FM", "XY", "ADJ(A)") for i in part[at + 1 : finite])
    behind = [i for i in part[finite + 1 :] if tokens[i].text[0].isalnum() and tokens[i].tag not in VERBAL]
    return one and bool(behind)


def _surely_relative(tokens: tuple[Token, ...], part: list[int], n: int, inserted: bool, language: Language) -> bool:
    """«den» before a name that looks like a noun: no main clause ends in «gekauft hatte», none stands inside another."""
    at = n + 1 if tokens[part[n]].is_a("APPR") else n
    if part[0] == 0 or at >= len(part) or tokens[part[at]].low not in language.pron.relative:
        return False
    words = words_in(tokens, part)
    if len(words) < 3:
        return False
    before, last = tokens[words[-2]], tokens[words[-1]]
    cluster = before.is_a("VV(PP)", "VV(INF)", "VA(PP)", "VA(INF)") and last.is_a("VA(FIN)", "VM(FIN)")
    second = last.is_a("VV(PP)") and any(tokens[i].is_a("VA(FIN)", "VM(FIN)") for i in words[1:-2])
    return cluster or (inserted and not second and last.is_a("VV(FIN)", "VV(PP)", "VA(FIN)", "VM(FIN)"))


def _participle(tokens: tuple[Token, ...], part: list[int], n: int, inserted: bool) -> bool:
    """«Alpha, 2019 von Beta übernommen, wächst», «…, gegründet in Graz»: a participle that describes what stands before."""
    if part[0] == 0 or len(words := words_in(tokens, part)) < 2:
        return False
    if tokens[part[n]].is_a("VV(PP)") or (inserted and tokens[words[-1]].is_a("VV(PP)")):
        return True
    told = tokens[part[n]].is_a("ADV", "ADJ(D)") and len(part) > n + 2  # «…, damals getragen von guten Zahlen»
    return told and tokens[part[n + 1]].is_a("VV(PP)") and tokens[part[n + 2]].is_a("APPR", "APPRART", "KOKOM")


def _verb_final(tokens: tuple[Token, ...], part: list[int]) -> bool:
    """Whether the segment's last words are its verbs (a word or two may follow)."""
    verbs = [n for n, i in enumerate(part) if tokens[i].tag in VERBAL]
    words = [n for n, i in enumerate(part) if tokens[i].text[0].isalnum()]
    if not verbs:
        return False
    finite = [n for n in verbs if tokens[part[n]].tag in FINITE]
    if finite and min(finite) <= 1 and len(words) > 3 and verbs[-1] == min(finite):
        return False
    if len(finite) == 1 and len(words) > 3 and any(n not in verbs for n in words if finite[0] < n < verbs[-1]):
        return False  # «Bis Ostern sollen es … sein»: the finite verb stands second
    return verbs[-1] >= words[-1] - 1 or (bool(finite) and finite[-1] >= len(part) // 2 and finite[-1] > 2)


def to_infinitive(tokens: tuple[Token, ...], part: list[int]) -> bool:
    """Whether a segment holds an infinitive with «zu»."""
    before = ""
    for i in part:
        tag = tokens[i].tag
        if tag == "VV(IZU)" or (before == "PTKZU" and tag in VERBAL):
            return True
        before = tag
    return False

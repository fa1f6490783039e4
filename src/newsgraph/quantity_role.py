"""What the quantities of a sentence are to each other: old and new, wrong and right, the same sum converted.

«von 88 auf 31 Millionen Euro» gives 88 its scale and currency and marks it old; «nicht 300, sondern 200 Millionen»
marks 300 wrong; «um 5 Prozent» is a difference; «1,40 Euro je Aktie» a price. The words are in numbers.toml, [[role]].
"""

from decimal import Decimal

from newsgraph.figure_context import after, before, between, described
from newsgraph.language import Language
from newsgraph.numeral import Numeral
from newsgraph.quantity import Quantity
from newsgraph.replacement import replace
from newsgraph.sentence import Token

PIECE = Decimal(10_000)  # below it a sum near «Preis» or «Kurs» is the price of one piece
FEE = Decimal(100_000)  # below it a sum «im Monat» is a fee
MILLION = Decimal(1_000_000)
SEEN = 10  # tokens between «ursprünglich» and the number that it makes an older one
REACH = 8  # tokens between «nicht» and the number that it denies


def settled(
    tokens: tuple[Token, ...], found: list[tuple[Numeral, Quantity]], language: Language, currency: str | None = None
) -> tuple[Quantity, ...]:
    """The quantities with their roles, shared scales and currencies, and conversions."""
    numbers, quantities = [n for n, _ in found], [q for _, q in found]
    for k in range(len(found) - 1, -1, -1):
        quantities[k] = _with_role(tokens, quantities, numbers, k, language)
    for k in range(len(found)):
        currency = _inherited(tokens, quantities, numbers, k, currency, language)
    for k in range(1, len(found)):
        if _is_converted(tokens, quantities[k - 1], quantities[k], language):
            base = quantities[k - 1].converted_from
            quantities[k] = replace(quantities[k], converted_from=k - 1 if base is None else base)
    return tuple(quantities)


# --- roles
def _with_role(
    tokens: tuple[Token, ...], all_: list[Quantity], numbers: list[Numeral], k: int, language: Language
) -> Quantity:
    q = all_[k]
    next_ = all_[k + 1] if k + 1 < len(all_) else None
    previous = all_[k - 1] if k else None
    gap = between(tokens, q, next_)
    if next_ is not None and _is_changed(tokens, q, gap, language):
        return replace(_like(q, numbers[k], next_, numbers[k + 1]), role="old")
    if next_ is not None and _is_corrected(tokens, q, previous, gap, language):
        return replace(_like(q, numbers[k], next_, numbers[k + 1]), role="wrong")
    if next_ is not None and len(gap) == 1 and gap[0] in language.conj.listing_sums and numbers[k].written:
        q = _like(q, numbers[k], next_, numbers[k + 1])
    if next_ is not None and q.is_money and next_.size >= MILLION and _is_replaced(tokens, q, next_, language):
        return replace(q, role="old")
    if previous is not None and _is_former(tokens, previous, q, language):
        return replace(q, role="old")
    role = _role(tokens, q, previous, language)
    on = len(gap) == 1 and gap[0] in language.prep.on
    if not role and next_ is not None and on and before(tokens, q, language.prep.by_amount, language):
        role = "difference"  # «stockt um 5 auf 77 Millionen Euro auf», whatever the verb
    if role == "difference" and next_ is not None and on:  # «um 30 auf 110 Millionen Euro»
        q = _like(q, numbers[k], next_, numbers[k + 1])
    return replace(q, role=role, unit="difference" if role == "difference" else q.unit) if role else q


def _role(tokens: tuple[Token, ...], q: Quantity, previous: Quantity | None, language: Language) -> str:
    """The role that the words beside the number give."""
    roles = language.roles
    spent = q.is_money and _is_spent(tokens, language)
    done = language.adv.before_that if spent else frozenset[str]()
    for role in ("old", "wrong"):
        phrases = roles[role]["before"] - language.adv.denied_figure - done
        if before(tokens, q, phrases, language) or before(tokens, q, phrases, language, start=described(tokens, q)):
            return role
    if previous is not None and _is_set_right(tokens, previous, q, language):
        return "wrong"
    if _is_earlier(tokens, q, language) or (not spent and _is_original(tokens, q, previous, language)):
        return "old"
    if _is_difference(tokens, q, language):
        return "difference"
    part = previous is not None and _is_part_paid(tokens, q, language)
    return "price" if part or (q.is_money and _is_price(tokens, q, previous, language)) else ""


def _is_replaced(tokens: tuple[Token, ...], q: Quantity, next_: Quantity, language: Language) -> bool:
    """«hatte die Kosten noch mit 410 Millionen angegeben; inzwischen ist von 480 die Rede»."""
    between = [t.low for t in tokens[q.last + 1 : next_.first]]
    if language.adv.nowadays.isdisjoint(between) or language.conj.contrast_marks.isdisjoint(between):
        return False
    before = [t.low for t in tokens[max(q.first - SEEN, 0) : q.first]]
    return not language.adv.first_said.isdisjoint(before)


def _is_spent(tokens: tuple[Token, ...], language: Language) -> bool:
    """«hatten zuvor 300 Millionen in Alpha gesteckt»: what was done before stays done."""
    deeds = language.grammar["sums"]["spending"]
    return any(t.lemma in deeds for t in tokens if t.is_a("VV"))


def _is_changed(tokens: tuple[Token, ...], q: Quantity, gap: list[str], language: Language) -> bool:
    """«von 88 (Millionen im Vorjahr) auf 31 Millionen»."""
    roles, words = language.roles["old"], " ".join(gap)
    joined = words in roles["joint"] or (
        0 < len(gap) <= 6 and gap[-1] in roles["joint"] and language.conj.gap_marks.isdisjoint(gap)
    )
    return joined and before(tokens, q, roles["from"], language)


def _is_earlier(tokens: tuple[Token, ...], q: Quantity, language: Language) -> bool:
    """«auf 31 Millionen (nach 88 Millionen im Vorjahr)», «auf 31 nach 88 Millionen»."""
    roles = language.roles["old"]
    return before(tokens, q, language.prep.compared, language) and bool(after(tokens, q, roles["after"]))


def _is_original(tokens: tuple[Token, ...], q: Quantity, previous: Quantity | None, language: Language) -> bool:
    """«Ursprünglich waren 850 Millionen veranschlagt»: a figure that was given up."""
    roles = language.roles["old"]
    start = max(q.first - SEEN, previous.last + 1 if previous is not None else 0)
    words = [t.low for t in tokens[start : q.first]]
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i] in roles["once"]), None)
    return at is not None and language.adv.now_instead.isdisjoint(words[at:])


def _is_set_right(tokens: tuple[Token, ...], previous: Quantity, q: Quantity, language: Language) -> bool:
    """«85 Millionen – und nicht, wie zunächst berichtet, 120»: the second one is wrong."""
    gap = between(tokens, previous, q)
    if language.adv.not_.isdisjoint(gap) or not language.adv.but_or_only.isdisjoint(gap) or not previous.is_money:
        return False
    rest = gap[next(n for n, w in enumerate(gap) if w in language.adv.not_) + 1 :]
    return not rest or rest[0] in language.adv.right_after_figure


def _is_former(tokens: tuple[Token, ...], previous: Quantity, q: Quantity, language: Language) -> bool:
    """«auf 31 Millionen Euro von 28 Millionen»."""
    gap, prep = between(tokens, previous, q), language.prep
    return len(gap) == 1 and gap[0] in prep.after_or_of and before(tokens, previous, prep.on, language)


def _is_corrected(
    tokens: tuple[Token, ...], q: Quantity, previous: Quantity | None, gap: list[str], language: Language
) -> bool:
    """«nicht, wie zunächst berichtet, 300, sondern 200 Millionen»."""
    if not set(gap) & language.roles["wrong"]["joint"] or len(gap) > REACH:
        return False
    start = max(q.first - REACH, previous.last + 1 if previous is not None else 0)
    words = [t.low for t in tokens[start : q.first]]
    denied = next((i for i in range(len(words) - 1, -1, -1) if words[i] in language.adv.negation_of_figure), None)
    return denied is not None and language.adv.only.isdisjoint(words[denied:])


def _is_difference(tokens: tuple[Token, ...], q: Quantity, language: Language) -> bool:
    roles = language.roles["difference"]
    if before(tokens, q, roles["before"] - language.prep.by_amount, language) or after(tokens, q, roles["after"]):
        return True
    if not before(tokens, q, language.prep.by_amount, language):
        return False
    around = {t.low for t in tokens[max(q.first - 5, 0) : q.first]}
    if around & roles["not"] or (q.is_money and _is_paid(tokens, q, roles["not"], language)):
        return False
    stems = tuple(sorted(roles["change"]))
    return not q.is_money or any(t.low.startswith(stems) or t.lemma.lower().startswith(stems) for t in tokens)


def _is_paid(tokens: tuple[Token, ...], q: Quantity, deals: frozenset[str], language: Language) -> bool:
    """«das um 3 Millionen an Alpha ging», «Um 3 Millionen geht die Firma …»: what a buyer pays is no change."""
    if q.last + 1 >= len(tokens):
        return False
    behind = tokens[q.last + 1]
    sold = behind.is_a("APPR") and behind.text in language.prep.to_buyer
    opens = q.first == 1 and behind.text in deals and not any(t.is_a("PTKVZ") for t in tokens)
    return sold or opens


def _is_part_paid(tokens: tuple[Token, ...], q: Quantity, language: Language) -> bool:
    """«für 52 Millionen Euro, davon 12 Millionen in bar»: a part of the price, which is told already."""
    behind = {t.low for t in tokens[q.last + 1 : q.last + 4]}
    if language.word.paid_in.isdisjoint(behind):
        return False
    portion = language.grammar["sums"]["portion"]
    return any(t.low in portion for t in tokens[max(q.first - 3, 0) : q.first])


def _is_price(tokens: tuple[Token, ...], q: Quantity, previous: Quantity | None, language: Language) -> bool:
    roles = language.roles["price"]
    timed = after(tokens, q, roles["time"]) or before(tokens, q, roles["time"], language, articles=False)
    if timed:
        return q.size < FEE
    if after(tokens, q, roles["each"]):
        return True
    if after(tokens, q, roles["per"]) and q.last + 2 < len(tokens):
        return tokens[q.last + 2].low not in language.word.balance
    if q.size >= PIECE:
        return False
    start = max(q.first - 6, previous.last + 1 if previous is not None else 0)
    near = {t.low for t in (*tokens[start : q.first], *tokens[q.last + 1 : q.last + 3])}
    return bool(near & roles["cue"])


# --- what one gives the other
def _like(q: Quantity, number: Numeral, other: Quantity, model: Numeral) -> Quantity:
    """A bare number takes scale, currency and unit from the number beside it («88 auf 31 Millionen Euro»)."""
    if q.is_money or q.measure or q.noun is not None:
        return q
    factor = model.scale if number.scale is None and model.scale is not None and number.number < 1000 else Decimal(1)
    names = ("value", "more_than", "at_least", "less_than", "at_most")
    values = {n: v * (factor or 1) for n in names if (v := getattr(q, n)) is not None}
    unit = other.measure or (other.unit if other.noun is not None and other.unit != "difference" else q.unit)
    return replace(q, currency=other.currency, measure=other.measure, unit=unit, **values)


def _inherited(
    tokens: tuple[Token, ...],
    quantities: list[Quantity],
    numbers: list[Numeral],
    k: int,
    currency: str | None,
    language: Language,
) -> str | None:
    """The currency that a later «35 Millionen» may take: that of the last sum. A count in between ends it."""
    q = quantities[k]
    if q.is_money:
        return q.currency
    large = numbers[k].scale is not None and q.size >= MILLION
    if large and not q.measure and q.noun is None and not numbers[k].compound:
        if (currency is not None and not q.unit.strip() and not _counts(tokens, q, language)) or (
            currency is not None and q.unit == "difference"
        ):
            quantities[k] = replace(q, currency=currency, assumed=True)
        return currency
    return None if large and q.noun is not None else currency


def _counts(tokens: tuple[Token, ...], q: Quantity, language: Language) -> bool:
    """«„15 Millionen plus“ zahlende Kunden»: something is counted after all."""
    i = q.last + 1
    while i < len(tokens) and i - q.last < 4 and tokens[i].text in ("plus", '"', "“", "”", "»", "«"):
        i += 1
    counted = i > q.last + 1 and i + 1 < len(tokens) and tokens[i].is_a("ADJ(A)", "NN")
    return counted and tokens[i].text not in language.word.euro


def _is_converted(tokens: tuple[Token, ...], q: Quantity, other: Quantity, language: Language) -> bool:
    """The same sum again in another currency: in brackets, after «umgerechnet» or a slash."""
    if not q.is_money or not other.is_money or q.currency == other.currency or other.assumed or q.assumed:
        return False
    inside = between(tokens, q, other)
    cue = " ".join(w for w in inside if w not in ("(", ",", "–", "/"))
    joined = not language.conj.listing_sums.isdisjoint(inside)
    bracket = "(" in inside and ")" not in inside and len(inside) <= 4 and not joined
    slash = inside == ["/"] or (q.last == other.first and "/" in tokens[q.last].text)
    if len(inside) > 7:
        return False
    return (
        bracket
        or slash
        or (0 < len(inside) <= 3 and inside[-1] in language.adv.that_is)
        or any(f" {c} " in f" {cue} " for c in language.conversions)
    )

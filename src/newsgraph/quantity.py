"""A quantity in a sentence, as a value (newsgraph.measurement reads them)."""

from decimal import Decimal

from newsgraph.frozen import frozen


@frozen
class Quantity:
    """Tokens `first` to `last`; a value or bounds; `currency` an ISO 4217 code; `unit` a noun's lemma, "percent" or "difference".

    `converted_from` is the position of the sum it repeats in the list of the sentence's quantities. `role` says what the
    number is beside others: "" the value that holds, "old" the one before a change, "wrong" a corrected one, "price" for
    one piece or a short time, "difference" (then `unit` is "difference" too). `measure` is "percent", "percentagePoint",
    "permille" or "basisPoint" whatever the role. `assumed` marks a currency that other words gave («weitere 25 Millionen»).
    """

    first: int
    last: int
    value: Decimal | None = None
    more_than: Decimal | None = None
    at_least: Decimal | None = None
    less_than: Decimal | None = None
    at_most: Decimal | None = None
    approximate: bool = False
    currency: str | None = None
    unit: str = ""
    noun: int | None = None
    converted_from: int | None = None
    role: str = ""
    measure: str = ""
    assumed: bool = False

    @property
    def is_money(self) -> bool:
        return self.currency is not None

    @property
    def size(self) -> Decimal:
        """The number that the text names: the value, else the bound, the upper one of a range."""
        bounds = (self.value, self.at_most, self.less_than, self.more_than, self.at_least)
        return next(b for b in bounds if b is not None)

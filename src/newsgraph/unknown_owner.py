"""«die Beta-Tochter Alpha» where nobody knows Beta: whose daughter it is was said, though it was not understood."""

from newsgraph.parse import Parse
from newsgraph.phrase import Phrase

# first parts that tell of a trade or a country, and not whose it is
TRADES = (
    "software", "internet", "online", "auslands", "bank", "handels", "e-commerce", "mobilfunk", "logistik", "energie", "it",
    "ki", "cloud",
    "us", "eu", "asien", "china", "europa", "finanz", "immobilien", "versicherungs", "auto", "chip", "bau", "pharma", "batterie",
    "solar",
    "wasserstoff", "rüstungs", "medien", "gaming", "werbe", "billig", "billigflug", "fintech", "strom", "netz", "gas", "leasing",
    "krypto",
    "ex", "lokal", "haupt", "branchen", "konzern", "rüstung", "lieferdienst", "werbetechnik", "direktbank", "discount", "regional",
)  # fmt: skip
OWNED = ("parent", "competes", "supplies")  # relations whose other side such a noun names


def has_unknown_owner(p: Parse, phrase: Phrase) -> bool:
    """Whether the noun of a phrase is a compound of a relational noun and a name that nobody knows."""
    first, _, last = p.head(phrase).text.rpartition("-")
    if not first or last.lower() not in p.language.grammar["reference"]["relational"]:
        return False
    if first.lower() in TRADES:
        return False
    known = any(m.first <= phrase.head <= m.last for m in p.mentions)
    return not known and first[0].isupper()

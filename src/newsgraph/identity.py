"""IRIs of nodes: readable where a thing has a name, a hash of content and place where it has none.

80 bits of SHA-256 (16 letters of base32): two of 10^8 nodes meet by chance with a probability of 4e-9.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache

GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
PAIRS = tuple(
    a + b for a in LETTERS for b in LETTERS
)  # two at a time: a claim has four ids, and an article hundreds of claims
LONGEST = 60  # letters of a slug


@lru_cache(18_000)
def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens; with a hash at its end where the text was cut or has none of these.

    >>> [slug(t) for t in ("Deutsche Börse", "C3.ai", "AT&T", "百度")]
    ['deutsche-boerse', 'c3-ai', 'at-t', 'x-ivpm5ao6kyc5qxsu']
    """
    text = unicodedata.normalize("NFC", text)
    plain = unicodedata.normalize("NFKD", text.casefold().translate(GERMAN))
    words = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")
    if words and len(words) <= LONGEST:
        return words
    return f"{words[:LONGEST].strip('-') or 'x'}-{digest(text)}"


def digest(*parts: object) -> str:
    """16 letters that stand for these parts, in this order (base32, RFC 4648, in lower case)."""
    content = "\x1f".join(map(str, parts)).encode()
    found, two = hashlib.sha256(content).digest(), PAIRS
    n, m = int.from_bytes(found[:5]), int.from_bytes(found[5:10])
    front = f"{two[n >> 30]}{two[n >> 20 & 1023]}{two[n >> 10 & 1023]}{two[n & 1023]}"
    return f"{front}{two[m >> 30]}{two[m >> 20 & 1023]}{two[m >> 10 & 1023]}{two[m & 1023]}"


def node(kind: str, *parts: object) -> str:
    """The CURIE of a node without a name: its kind and the hash of what it holds."""
    return f"ngi:{kind}-{digest(*parts)}"

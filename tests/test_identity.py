"""IRIs are readable, safe as file names, and depend on nothing but what they stand for."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.identity import LONGEST, digest, node, slug

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
SLUGS = {
    "Financial Times": "financial-times",
    "Müller & Söhne": "mueller-soehne",
    "Straße": "strasse",
    "L’Oréal": "loreal",
    "  C3.ai  ": "c3-ai",
    "ABC": "abc",
}


def test_names_become_readable_slugs() -> None:
    assert {name: slug(name) for name in SLUGS} == SLUGS


def test_a_long_name_is_cut_and_keeps_a_hash() -> None:
    one, two = slug("a" * 100), slug("a" * 101)
    assert one != two
    assert one == f"{'a' * LONGEST}-{digest('a' * 100)}"


@given(TEXTS)
def test_a_slug_is_safe_wherever_it_stands(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))
    assert len(slug(text)) <= 80


@given(TEXTS)
def test_a_slug_does_not_depend_on_the_normal_form(text: str) -> None:
    assert slug(unicodedata.normalize("NFC", text)) == slug(unicodedata.normalize("NFD", text))


def test_digests_have_80_bits_and_depend_on_the_order() -> None:
    assert re.fullmatch("[a-z2-7]{16}", digest("a", "b"))
    assert len({digest("a", "b"), digest("b", "a"), digest("ab"), digest("a", 1), digest("a", "")}) == 5


def test_nodes_are_known_by_their_kind() -> None:
    assert node("claim", "x", 1) == f"ngi:claim-{digest('x', 1)}"

"""Whom a text is about, by how often it names them."""

from newsgraph.namespan import Mention
from newsgraph.prominence import REACH, prominence, within


def _said(name: str, kind: str = "Company") -> list[Mention]:
    return [Mention(0, 0, name, kind)]


def test_the_most_frequent_name_has_one_and_the_others_their_share() -> None:
    found = [_said("Alpha"), _said("Beta"), _said("Alpha"), _said("Graz", "Place"), []]
    shares = list(prominence(found))
    assert len(shares) == len(found)
    assert all(share == {"Alpha": 1.0, "Beta": 0.5} for share in shares)  # what follows counts as what was


def test_a_long_text_is_judged_by_its_parts() -> None:
    found = [_said("Alpha")] * 3 * REACH + [_said("Beta")] * 3 * REACH
    shares = list(prominence(found))
    assert shares[0] == {"Alpha": 1.0}
    assert shares[-1] == {"Beta": 1.0}
    assert shares[3 * REACH] == {"Beta": 1.0, "Alpha": REACH / (REACH + 1)}


def test_an_adjective_names_nobody() -> None:
    assert list(prominence([[Mention(0, 0, "Alpha", "Company", adjective=True)]])) == [{}]


def test_what_is_far_is_forgotten() -> None:
    found = [(Mention(0, 0, f"Alpha{n}", "Company"),) for n in range(10 * REACH)]
    assert max(len(share) for share in prominence(found)) == 2 * REACH + 1


def test_a_paragraph_has_its_own_shares() -> None:
    found = [_said("Alpha"), _said("Beta"), _said("Beta"), _said("Alpha"), []]
    assert list(within([0, 0, 0, 1, 1], found)) == [{"Alpha": 0.5, "Beta": 1.0}] * 3 + [{"Alpha": 1.0}] * 2
    assert list(within([], [])) == []

"""The traps of the seed article, each tested on it and, where a sentence with other names can hold it, on that too."""

from pathlib import Path

from newsgraph import reviewfile
from newsgraph.article import parse, read
from newsgraph.build import build
from newsgraph.claim import Claim, Literal, Reading
from newsgraph.desk import Desk
from newsgraph.reading import read_article
from newsgraph.review import apply

ROOT = Path(__file__).parents[2]
ALONE = read_article(read(ROOT / "seeds" / "bytedance-ki-investitionen.md"))
REVIEWED = apply(ALONE, reviewfile.load(ROOT / "graph" / "reviews")).reading


def _said(reading: Reading) -> list[tuple[Claim, str, str]]:
    """Each claim with what it says and who says so."""
    own = Desk(reading).addresses
    words = [a.get("describes") or f"{a['subject']} · {a['predicate']} · {a['object']}" for a in own]
    return [(c, w, a["assertedBy"]) for c, w, a in zip(reading.claims, words, own, strict=True)]


SAID = _said(ALONE)


def _of(text: str) -> list[tuple[Claim, str, str]]:
    return _said(read_article(parse(text.encode(), "other.txt")))


def _with(words: str, said: list[tuple[Claim, str, str]] = SAID) -> list[Claim]:
    return [c for c, w, _ in said if words in w]


def _by(words: str, said: list[tuple[Claim, str, str]] = SAID) -> set[str]:
    return {by for _, w, by in said if words in w}


def _plain(reading: Reading) -> set[str]:
    return {str(t) for t in build(reading) if "claim-" not in str(t.subject)}


def test_t1_three_plans_are_three_nodes_in_tension() -> None:
    assert len({c.subject for c in _with("ng:amount")}) == 3
    linked = {frozenset((ALONE.claims[a].subject, ALONE.claims[b].subject)) for a, b in ALONE.tensions}
    assert len([pair for pair in linked if len(pair) == 2]) == 3


def test_t2_all_and_most_of_a_sum_are_in_tension() -> None:
    pairs = [(ALONE.claims[a], ALONE.claims[b]) for a, b in ALONE.tensions]
    assert [p for p in pairs if {c.predicate for c in p} == {"ng:purpose"}]
    other = (
        "Der Konzern Hellbach will 40 Millionen Euro in Software stecken. Das Geld soll vorwiegend in Chips fließen."
    )
    assert not read_article(parse(other.encode(), "other.txt")).tensions


def test_t3_a_converted_sum_is_no_second_one() -> None:
    things = {t.id: dict(t.facts) for t in ALONE.things if t.kind == "MonetaryAmount"}
    converted = [f for f in things.values() if "ng:convertedFrom" in f]
    assert [f["ng:currency"] for f in converted] == [Literal("CNY")]
    assert things[str(converted[0]["ng:convertedFrom"])]["ng:currency"] == Literal("USD")


def test_t4_a_doubtful_nationality_is_disputed_and_leaves_no_plain_triple() -> None:
    doubtful = [c for c in REVIEWED.claims if (c.subject, c.predicate) == ("ngi:nvidia", "ng:country")]
    assert [c.review for c in doubtful] == ["disputed"]
    country = {t for t in _plain(REVIEWED) if "ontology#country" in t}
    assert {n for n in ("nvidia", "huawei", "cambricon") if any(f"/{n}>" in t for t in country)} == {
        "huawei",
        "cambricon",
    }


def test_t5_three_ranks_of_one_company_and_one_of_them_dated() -> None:
    ranks = {r: _with(f"rank ngc:{r}") for r in ("market-leader", "leading", "laggard")}
    assert [len(c) for c in ranks.values()] == [1, 1, 1]
    assert (ranks["laggard"][0].valid_from, ranks["laggard"][0].valid_until) == ("2024-01-01", "2024-12-31")
    other = _of("Der Konzern Hellbach galt 2019 noch als Nachzügler im Bereich Elektroautos.")
    assert _with("rank ngc:laggard", other)[0].valid_until == "2019-12-31"


def test_t6_an_app_that_is_called_a_model_is_one_node() -> None:
    assert {c.subject for c in _with("Doubao · ng:category")} == {"ngi:doubao"}
    assert {str(c.object) for c in _with("Doubao · ng:category")} == {"ngc:ai-application", "ngc:app", "ngc:ai-model"}


def test_t7_names_have_markets_and_a_gloss_is_no_name() -> None:
    assert len(_with("ng:marketName")) == 3
    assert not [w for _, w, _ in SAID if "Bohnensack" in w and "ng:gloss" not in w]
    assert not [w for _, w, _ in SAID if w.startswith(("Xinghui · ng:marketName", "Maoxiang · ng:marketName"))]
    other = _of("Der Konzern Hellbach betreibt die Bezahl-App Pakipa (übersetzt „Regenbogen“), die wächst.")
    assert [w.split(" · ")[1] for _, w, _ in other if "Regenbogen" in w] == ["ng:gloss"]


def test_t8_relative_times_are_words_without_dates() -> None:
    words = {c.time_expression: c.valid_from for c in ALONE.claims}
    assert {w: words[w] for w in ("mittlerweile", "am Montag", "Anfang der Woche", "Zuvor")} == dict.fromkeys(
        ("mittlerweile", "am Montag", "Anfang der Woche", "Zuvor"), ""
    )


def test_t9_bill_ban_and_order_are_three_rules() -> None:
    kinds = [str(v) for t in ALONE.things if t.kind == "Regulation" for k, v in t.facts if k == "ng:regulationKind"]
    assert sorted(kinds) == ["ngc:ban", "ngc:bill", "ngc:executive-order", "ngc:export-restriction"]


def test_t10_the_german_word_stays_and_the_concept_is_meant() -> None:
    assert [
        t
        for t in ALONE.things
        if t.label == "Durchführungsverordnung" and ("ng:regulationKind", "ngc:executive-order") in t.facts
    ]
    assert _by("location · China") == {"Reuters"}


def test_t11_a_source_reaches_no_further_than_it_should() -> None:
    assert _by("ng:beneficiary") == {"Reuters"}
    assert _by("quantity more than 170000000") == {"article"}
    assert _by("ng:parentCompany") == {"article"}
    assert _by("ng:availableIn · USA") == {"article", "Gesetzentwurf"}


def test_t12_two_ranks_have_two_sources() -> None:
    assert _by("supplier Nvidia") == {"Reuters"}
    assert _by("supplier Microsoft") == {"Quellen (Reuters)"}


def test_t13_bounds_are_no_values() -> None:
    facts = [dict(t.facts) for t in ALONE.things if t.kind in ("Quantity", "MonetaryAmount")]
    bounds = [f for f in facts if f.keys() & {"ng:moreThan", "ng:atMost"}]
    assert len(bounds) == 3
    assert not [f for f in bounds if "ng:value" in f]


def test_t14_an_open_list_stays_open() -> None:
    assert not [t for t in build(ALONE) if "oneOf" in str(t)]


def test_t15_a_double_hedge_is_possible_and_a_condition_is_kept() -> None:
    assert {c.modality for c in _with("Gesetzentwurf · ng:affects")} == {"possible"}
    assert [c.condition[:9] for c in _with("ng:availableIn · USA") if c.negated] == ["falls sie"]
    other = _of("Die Bezahl-App Zahlio könnte in Japan vom Markt verschwinden, falls der Rat nicht einlenkt.")
    assert _with("ng:availableIn", other)[0].condition == "falls der Rat nicht einlenkt"


def test_t16_what_is_not_so_leaves_no_plain_triple() -> None:
    negated = [c for c in REVIEWED.claims if c.negated and c.predicate == "ng:provides"]
    assert len(negated) == 2
    plain = _plain(REVIEWED)
    assert not [t for t in plain for c in negated if c.subject[4:] in t and str(c.object)[4:] in t and "provides" in t]


def test_t17_what_is_taken_for_granted_says_so() -> None:
    assert all(c.presupposed for c in [*_with("rank ngc:market-leader"), *_with("ng:parentCompany")])


def test_t18_an_app_has_a_parent_company() -> None:
    assert len(_with("TikTok · ng:parentCompany · ByteDance")) == 1
    other = _of(
        "Die Bezahl-App Zahlio wächst. Die App muss gehen, falls sie sich nicht von ihrer Muttergesellschaft Hellbach AG trennt."
    )
    assert _with("Zahlio · ng:parentCompany · Hellbach AG", other)


def test_t19_there_is_the_place_named_last() -> None:
    assert [c for c in _with("ng:affects · China") if not c.negated]
    other = _of("Viele Firmen sitzen außerhalb Japans, da Frankreich Chip-Exporte dorthin beschränkt.")
    assert _with("ng:affects · Japan", other)


def test_t20_one_fact_is_claimed_more_than_once() -> None:
    centres = _with("purpose · ngc:data-centres")
    assert (len(centres), len({c.subject for c in centres}), len({c.asserted_by for c in centres})) == (2, 1, 2)


def test_t21_spellings_are_one_node() -> None:
    labels = [t.label for t in ALONE.things]
    assert [labels.count(n) for n in ("Tencent", "QuestMobile", "Doubao", "USA", "H20")] == [1] * 5


def test_t22_a_milliarde_is_ten_to_the_ninth() -> None:
    assert {"20000000000.0", "150000000000.0", "12000000000.0", "7000000000.0"} == {
        v.value
        for t in ALONE.things
        if t.kind == "MonetaryAmount"
        for _, v in t.facts
        if isinstance(v, Literal) and "." in v.value
    }


def test_t23_no_act_and_no_chamber_is_named() -> None:
    assert not [w for _, w, _ in SAID if "Repräsentantenh" in w or "Senat" in w]


def test_t24_a_superlative_has_its_scope() -> None:
    ranks = [w for _, w, _ in SAID if "largest-customer" in w]
    assert len(ranks) == 2
    assert "product H20" in ranks[0]
    assert "market Asien" in ranks[1]


def test_t25_ahead_only_by_the_number_that_is_meant() -> None:
    assert [w for _, w, _ in SAID if "rank ngc:ahead-of" in w and "metric ngc:apps-count" in w]
    assert not _with("ahead-of", _of("Der Konzern Hellbach übertrifft damit den Rivalen Brellmann."))


def test_t26_what_is_unknown_stays_unknown() -> None:
    article = ALONE.article
    assert (article.title, article.publisher, article.issued, article.url) == (None, None, None, None)
    assert not [c for c in ALONE.claims if "Quellen:" in article.text[c.start : c.end]]

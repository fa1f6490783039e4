"""A report counts, and says whether anything was looked at."""

import re
from dataclasses import replace

import pyoxigraph as ox

from newsgraph.namespace import NGI, NGS
from newsgraph.report import Report, Result


def result(severity: int, messages: tuple[tuple[str, str], ...] = (("de", "Falsch."), ("en", "Wrong."))) -> Result:
    """A result about one node."""
    focus, shape = ox.NamedNode(NGI + "a"), ox.NamedNode(NGS + "Amount")
    return Result(severity, focus, "ng:amount", ox.Literal(1), shape, "", messages)


def test_a_line_names_node_path_message_and_shape_in_either_language() -> None:
    assert result(0).line() == "Violation: ngi:a ng:amount: Wrong. [ngs:Amount]"
    assert result(1).line("de") == "Warning: ngi:a ng:amount: Falsch. [ngs:Amount]"


def test_a_shape_without_a_name_is_left_out() -> None:
    nameless = replace(result(0), source=ox.BlankNode("n1"))
    assert nameless.line() == "Violation: ngi:a ng:amount: Wrong."
    assert "n1" not in Report((nameless,), ())._repr_html_()


def test_a_message_falls_back_to_english_and_then_to_any() -> None:
    assert result(0).text("fr") == "Wrong."
    assert result(0, (("de", "Falsch."),)).text("en") == "Falsch."
    assert result(0, ()).text("en") == ""


def test_a_message_of_several_lines_stays_on_one() -> None:
    assert result(2, (("en", "one\n two"),)).line() == "Info: ngi:a ng:amount: one two [ngs:Amount]"


def test_counts_and_conformance() -> None:
    looked = ((NGS + "Amount", 2), (NGS + "Other", 0))
    both = Report((result(0), result(1)), looked)
    assert [both.count(s) for s in ("Violation", "Warning", "Info")] == [1, 1, 0]
    assert (both.conforms, both.matched) == (False, True)
    assert Report((result(1),), looked).conforms
    assert list(both) == [result(0), result(1)]


def test_a_report_over_nothing_is_no_pass() -> None:
    nothing = Report((), ((NGS + "Amount", 0),))
    assert (nothing.conforms, nothing.matched) == (False, False)


def test_a_report_prints_its_verdict_and_its_results() -> None:
    looked = ((NGS + "Amount", 2),)
    assert str(Report((result(0),), looked)) == "does not conform\nViolation: ngi:a ng:amount: Wrong. [ngs:Amount]"
    assert str(Report((), looked)) == "conforms"
    assert str(Report((), ())) == "nothing was checked"
    assert (len(Report((), looked)), bool(Report((), looked))) == (0, True)


def test_results_sort_by_severity_and_node() -> None:
    worse, other = result(0), Result(0, ox.BlankNode("b"), "", None, ox.NamedNode(NGS + "A"), "", ())
    assert sorted([result(2), other, worse, result(1)]) == [worse, other, result(1), result(2)]


def test_notebooks_get_html_without_markup_from_the_data() -> None:
    hostile = '<script>alert("1")</script>\x1b[31m'
    wrong = Result(
        0, ox.NamedNode(NGI + "a"), "ng:amount", ox.Literal(hostile), ox.NamedNode(NGS + "A"), "", (("en", hostile),)
    )
    page = Report((wrong, result(1)), ((NGS + "<b>", 2), (NGS + "B", 0)), ("<i>note</i>",))._repr_html_()
    assert "<script" not in page and "<i>" not in page and "<b>" not in page and "\x1b" not in page
    assert page.count("<tr>") == 3
    assert "<strong>does not conform</strong>: 1 violation, 1 warning, 0 infos" in page
    assert "focus nodes of 1 shapes" in page
    from xml.etree import ElementTree

    assert ElementTree.fromstring(page).tag == "div"
    assert not re.search(r"[^-]color:\s*(black|white|#000|#fff)", page)


def test_html_shows_the_worst_of_many() -> None:
    page = Report(tuple(result(0) for _ in range(130)), ((NGS + "Amount", 2),))._repr_html_()
    assert page.count("<tr>") == 101
    assert "… and 30 more" in page

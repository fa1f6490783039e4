"""A report counts, and says whether anything was looked at."""

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

"""Tables that fit a terminal and cannot harm it."""

from newsgraph.table import columns, table

ROWS = [["a" * 50, "b" * 10, "c"], ["a", "b", "c" * 30]]


def test_the_widest_columns_give_way_until_all_fits() -> None:
    for width in (100, 80, 60, 40):
        lines = table(["x", "y", "z"], ROWS, width=width).splitlines()
        assert max(map(columns, lines)) <= width
        assert sum("…" in line for line in lines) == (0 if width == 100 else 2 if width < 80 else 1)


def test_in_a_terminal_too_small_every_column_keeps_some() -> None:
    lines = table(["x", "y", "z"], ROWS, width=10).splitlines()
    assert lines[2] == "aaaaaaa…  bbbbbbb…  c"


def test_nothing_is_cut_where_neither_width_nor_cell_has_a_limit() -> None:
    assert "a" * 500 in table(["x"], [["a" * 500]], widest=None)


def test_wide_letters_and_marks_keep_the_columns_in_line() -> None:
    text = table(["name", "n"], [["豆包", "1"], ["u\u0308ber", "2"], ["Doubao", "3"]])
    assert [columns(line) for line in text.splitlines()[2:]] == [9, 9, 9]
    assert table(["name"], [["豆" * 10]], widest=9).splitlines()[2] == "豆豆豆豆…"


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in table(["x"], [["\x1b]0;title\x07 \u202eabc"]])
    assert table(["x"], [["\x1b[31m"]]).splitlines()[2] == "\N{REPLACEMENT CHARACTER}[31m"

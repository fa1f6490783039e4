"""How wide text is and where it breaks, without a font at hand: estimates that are rather too wide than too narrow."""

import unicodedata

# widths in parts of the font's size, of DejaVu Sans, which is wider than Helvetica and Arial
NARROW, WIDE = set("iljIft.,:;'|!()[]{} -/"), set("mwMW@%—")
CONTROLS = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def shown(text: str) -> str:
    """A label as a picture can show it: on one line, without characters that turn its direction or show nothing."""
    line = " ".join(text.split())
    return "".join("\ufffd" if unicodedata.category(c) in CONTROLS and c != "\u200d" else c for c in line)


def width(text: str, size: float) -> float:
    """About how wide a line of text is in a sans-serif font."""
    return size * sum(map(_part, text))


def _part(letter: str) -> float:
    if letter in NARROW:
        return 0.4
    if letter in WIDE or letter.isupper():
        return 0.95 if letter in WIDE else 0.74
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    return 0.0 if unicodedata.combining(letter) else 0.64


def wrapped(text: str, size: float, widest: float, lines: int) -> list[str]:
    """The text in at most so many lines, none wider than `widest`; cut with an ellipsis where it does not fit."""
    found: list[str] = []
    rest = shown(text)
    while rest and len(found) < lines:
        line = _fitting(rest, size, widest)
        rest = rest[len(line) :].lstrip()
        found.append(line.rstrip())
    if rest and found:
        found[-1] = _cut(found[-1], size, widest - width("…", size)) + "…"
    return found


def _fitting(text: str, size: float, widest: float) -> str:
    """As much of the text as fits, up to a space where there is one."""
    whole = _cut(text, size, widest)
    if len(whole) == len(text):
        return text
    space = max(whole.rfind(" "), whole.rfind("-"))
    return whole[: space + 1] if space > len(whole) // 3 else whole


def _cut(text: str, size: float, widest: float) -> str:
    """The longest beginning that is no wider; at least one letter."""
    used = 0.0
    for i, letter in enumerate(text):
        used += size * _part(letter)
        if used > widest:
            return text[: max(i, 1)]
    return text

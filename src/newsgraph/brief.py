"""News in brief: a text of several items, each about something else."""

import re

ITEM = re.compile(r"\s*(?:[+•*▪■►]|\d{1,2}[.:]\d\d(?: Uhr)?\b)")
LEAST = 3  # items


def in_brief(text: str) -> bool:
    """Whether most paragraphs begin with a bullet or a time of day: then nothing said in one goes on in the next."""
    lines = [line for line in re.split(r"[\n\r]+", text) if line.strip()]
    items = sum(ITEM.match(line) is not None for line in lines)
    return items >= LEAST and 2 * items >= len(lines)

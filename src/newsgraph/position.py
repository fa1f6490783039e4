"""Where a character of an article stands in its file, as editors count: lines and columns from 1."""


def head_lines(content: bytes, text: str) -> int:
    """How many lines of the file come before the article's text.

    >>> head_lines(b"+++\\n+++\\nText.\\n", "Text.\\n")
    2
    """
    return content.count(b"\n") - text.count("\n")


def position(text: str, offset: int, head: int = 0) -> tuple[int, int]:
    """Line and column of the character at an offset of the text.

    >>> position("Ein Satz.\\nNoch einer.", 15, head=2)
    (4, 6)
    """
    return head + text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)

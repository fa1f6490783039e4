"""The one line that an error is."""

import click


def complain(text: str) -> None:
    """One line on stderr; what would break or colour it (in a file's name, say) is written as an escape."""
    click.echo(f"newsgraph: {printable(text)}", err=True)


def printable(text: str) -> str:
    """The text with escapes for what does not print.

    >>> print(printable("a\\x1b"))
    a\\x1b
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)

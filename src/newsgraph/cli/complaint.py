"""The one line that an error is."""

import click


def complain(text: str) -> None:
    """One line on stderr; what would break or colour it (in a file's name, say) is written as an escape."""
    plain = "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)
    click.echo(f"newsgraph: {plain}", err=True)

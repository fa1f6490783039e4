"""Examples of a shape, made from its parameters and shown only if the validator judges them as they say."""

from collections.abc import Iterator

from newsgraph.adjacency import Term
from newsgraph.diagnostic.rules import Rules


def examples(shape: Term, rules: Rules) -> Iterator[tuple[str, str]]:
    """Pairs of «ok» or «bad» and Turtle."""
    yield from ()

"""What the screen cannot compile goes to pySHACL whole."""


class Unsupported(Exception):  # noqa: N818  not an error: a way to say "not by this engine"
    """A shape, or part of one, that the screen does not compile; the message says which."""

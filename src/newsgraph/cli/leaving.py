"""The end of a command that holds a large store: giving back a million triples one by one takes half a second."""

import os
import sys
from typing import NoReturn


class Leaving(SystemExit):
    """Ends the process at once, once all is written; what holds memory hangs on its frames until then."""


def leave(code: object) -> NoReturn:
    """End the process without cleaning up memory. Raises BrokenPipeError, OSError where the last output cannot be written."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code if isinstance(code, int) else 0)

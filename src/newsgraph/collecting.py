"""Python's search for cycles among what lives, put off while much is made that holds none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """For work that makes millions of values and no cycles: looking for these would take up to a third of its time, and the
    more the longer the work is, as all that was made before is searched again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()

"""Processes that are killed at random moments, over and over."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

KILLS = 50


def killed(code: str, *arguments: object) -> Iterator[None]:
    """KILLS times: start the code, which prints "ready" and then "round" after each round, kill it, and yield.

    The first one may end a round, so that it is known how long this machine takes for one.
    """
    chance, whole = random.Random(6), 0.0
    for _ in range(KILLS):
        command = [sys.executable, "-c", code, *map(str, arguments)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert child.stdout is not None and child.stdout.readline() == b"ready\n"
        if not whole:
            start = time.monotonic()
            assert child.stdout.readline() == b"round\n"
            whole = time.monotonic() - start
        time.sleep(chance.random() * whole)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        yield

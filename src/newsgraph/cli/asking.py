"""What `newsgraph query` and `newsgraph update` share: the SPARQL text that is meant, and options."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from newsgraph.cli.common import STDIN, stdin_bytes
from newsgraph.errors import InputError

ALLOW = "Host (or host:port) that SERVICE or LOAD may reach; may be given several times."

hosts_option: Callable[[Any], Any] = click.option("--allow-host", "hosts", multiple=True, metavar="HOST", help=ALLOW)


def sparql_of(text: str, what: str) -> tuple[str, str] | None:
    """The SPARQL that a text, a file FILE.rq (.ru) or - means, and what errors call it; None where it is a name."""
    if text == STDIN:
        return decoded(stdin_bytes(), "stdin"), "stdin"
    if text.endswith((".rq", ".ru")):
        from newsgraph.files import read_bytes

        return decoded(read_bytes(Path(text)), text), text
    if "{" in text or " " in text.strip():
        return text, what
    return None


def decoded(content: bytes, file: str) -> str:
    """The text of a query. Raises InputError where it is not UTF-8 or empty."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        line = content[: e.start].count(b"\n") + 1
        raise InputError(f"is not UTF-8 (byte 0x{content[e.start]:02x})", file=file, line=line) from e
    if not text.strip():
        raise InputError("is empty, a SPARQL query was expected", file=file)
    return text


def bound(sparql: str, params: tuple[str, ...]) -> str:
    """The query with its parameters. Raises InputError."""
    if not params:
        return sparql
    from newsgraph.parameter import bind

    wrong = [p for p in params if not re.fullmatch(r"\w+=.*", p, re.DOTALL)]
    if wrong:
        raise InputError(f"--param {wrong[0]!r} has no name and value", advice="write --param NAME=VALUE")
    return bind(sparql, dict(p.split("=", 1) for p in params))

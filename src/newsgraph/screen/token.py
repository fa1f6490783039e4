"""The words of a SPARQL query: enough to take apart the SELECT queries of constraints."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsgraph.screen.unsupported import Unsupported

WORDS = re.compile(
    r"""(?P<blank>\s+|\#[^\n]*)
    |(?P<string>\"\"\"(?:(?:\"|\"\")?(?:[^\"\\]|\\.))*\"\"\"|'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''
        |\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')
    |(?P<iri><[^<>"{}|^`\\\s]*>)
    |(?P<variable>[?$]\w+)
    |(?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    |(?P<name>(?:[A-Za-z](?:[\w.-]{0,100}[\w-])?)?:(?:[\w:](?:[\w:.-]*[\w:-])?)?)
    |(?P<word>[A-Za-z_]\w*)
    |(?P<sign>\^\^|&&|\|\||!=|<=|>=|[^\s])""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its kind: string, iri, variable, tag, number, word or sign."""

    kind: str
    text: str

    @property
    def upper(self) -> str:
        """A keyword in capitals; "" for what is no word."""
        return self.text.upper() if self.kind == "word" else ""

    @property
    def name(self) -> str:
        """The variable's name; "" for what is none."""
        return self.text[1:] if self.kind == "variable" else ""


def tokens(query: str, prefixes: Mapping[str, str]) -> Iterator[Token]:
    """The words of a query, its names written out as IRIs. Raises Unsupported."""
    for match in WORDS.finditer(query):
        kind, text = match.lastgroup or "", match[0]
        if kind == "name":
            prefix, _, local = text.partition(":")
            if prefix not in prefixes:
                raise Unsupported(f"a query with the unknown prefix {prefix}:")
            yield Token("iri", f"<{prefixes[prefix]}{local}>")
        elif kind == "variable":
            yield Token(kind, "?" + text[1:])
        elif kind != "blank":
            yield Token(kind, text)


def written(words: Iterable[Token]) -> str:
    """The words as text, each with a blank before it but for what must touch."""
    text, before = "", ""
    for w in words:
        touches = w.kind == "tag" or "^^" in (w.text, before) or w.text == "("  # Oxigraph: no blank behind CONCAT
        text += w.text if touches else f" {w.text}"
        before = w.text
    return text + " "

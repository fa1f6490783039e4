"""How deep a document is nested, found before it is parsed: a parser that recurses would end the whole process.

pyoxigraph 0.5 overflows its stack on JSON-LD nested 5,000 deep, on 100,000 triple terms, and on such queries; for RDF/XML
nested 50,000 deep it takes minutes.
"""

import re

# strings hide their brackets; what stands between strings and brackets does not matter
JSON = re.compile(rb'"(?:[^"\\]|\\.)*"|(?P<open>[\[{])|(?P<close>[\]}])', re.DOTALL)
# elements; comments, CDATA and instructions hide theirs, and an empty element has no inside
XML = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(?P<close></)"
    rb"""|<[^!?/](?:[^>"'/]++|"[^"]*+"|'[^']*+'|/(?!>))*+(?:/>|(?P<open>>))""",
    re.DOTALL,
)
TRIPLE_TERMS = re.compile(rb"(?P<open><<\()|(?P<close>\)>>)")
SPARQL = re.compile(rb"(?P<open>[\[({])|(?P<close>[\])}])")


def depth(content: bytes, brackets: re.Pattern[bytes]) -> int:
    """The largest number of brackets that are open at once.

    >>> depth(b'{"a": [1, "[[[["], "b": {}}', JSON)
    2
    """
    now = deepest = 0
    for found in brackets.finditer(content):
        if found.lastgroup == "open":
            now += 1
            deepest = max(deepest, now)
        elif found.lastgroup == "close":
            now -= 1
    return deepest

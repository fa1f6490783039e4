"""Random documents of Turtle, TriG, N-Triples and N-Quads in every way they may be written."""

from hypothesis import strategies as st

SPACE = st.sampled_from([" ", "\n", "\r\n", "\t", '  # ein "Satz" <x> .\n', " #\n\n"])
LOCAL = st.sampled_from(["a", "b1", "a.b", "1", "a-b", "ä", "a:b", "%41", "a\\,b", "", "日本", "x.1"])
NAME = st.sampled_from(["a", "b1", "ä", "x.y", "1a"])
IRI = st.sampled_from(
    [
        "<https://e.org/a>",
        "<https://e.org/x/../b>",
        "<rel>",
        "<#f>",
        "<>",
        "<https://e.org/\\u00e4>",
        "<urn:x:1>",
        "<?q=1;2>",
    ]
)
FULL = st.sampled_from(["<https://e.org/a>", "<https://e.org/./b>", "<https://e.org/\\u00e4#>", "<urn:x:1>", "<x:y>"])
PREFIXED = st.builds(lambda p, n: f"{p}:{n}", st.sampled_from(["", "ex", "ex.y"]), LOCAL)
BLANK = st.builds(lambda n: f"_:{n}", NAME)
TEXT = st.text(st.sampled_from("a .;,[](){}<>#@\\\"'ä日\U0001f600^:_"), max_size=6)
TAG = st.sampled_from(["", "", "@de", "@de-CH", "^^ex:a", "^^<https://e.org/t>"])
NUMBER = st.sampled_from(["1", "-1", "+1.5", ".5", "1.5e3", "1E-2", "1.0", "true", "false"])


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def long(text: str) -> str:
    return '"""' + text.replace("\\", "\\\\").replace('"', '\\"') + "\n\r\n'" + '"""'


def single(text: str) -> str:
    return "'" + text.replace("\\", "\\u005c").replace("'", "\\'") + "'"


def long_single(text: str) -> str:
    return "'''" + text.replace("\\", "\\\\").replace("'", "\\'") + "\n\"x''y" + "'''"


STRING = st.builds(
    lambda form, text, tag: form(text) + tag, st.sampled_from([quoted, long, single, long_single]), TEXT, TAG
)
FLAT = st.builds(
    lambda text, tag: quoted(text.replace("\n", "")) + tag, TEXT, st.sampled_from(["", "@de", "^^<https://e.org/t>"])
)
LEAF = st.one_of(IRI, PREFIXED, BLANK, STRING, NUMBER, st.just("[]"), st.just("()"))
VERB = st.one_of(IRI, PREFIXED, st.just("a"))


def listed(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An object: a leaf, a list, or a blank node with properties."""
    collection = st.builds(lambda s, many: f"({s}" + s.join(many) + f"{s})", SPACE, st.lists(inner, max_size=3))
    return st.one_of(collection, st.builds(lambda s, p: f"[{s}{p}{s}]", SPACE, properties(inner)))


def properties(value: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    one = st.builds(
        lambda s, verb, many: verb + s + f"{s},{s}".join(many), SPACE, VERB, st.lists(value, min_size=1, max_size=3)
    )
    end = st.sampled_from(["", " ;", " ; ;"])
    return st.builds(lambda s, many, e: f"{s};{s}".join(many) + e, SPACE, st.lists(one, min_size=1, max_size=3), end)


OBJECT = st.recursive(LEAF, listed, max_leaves=6)
SUBJECT = st.one_of(IRI, PREFIXED, BLANK, st.just("[]"), OBJECT.filter(lambda o: o[0] in "[(" and o != "[]"))
TRIPLES = st.builds(lambda s, subject, rest: subject + s + rest, SPACE, SUBJECT, properties(OBJECT))
HEAD = "@prefix : <https://e.org/d#> .\nPREFIX ex: <https://e.org/ex/>\n@prefix ex.y: <rel/> .\n"
DIRECTIVE = st.sampled_from(
    [
        "@prefix ex: <https://e.org/other#> .",
        "BASE <https://base.org/x/y>",
        "@base <z/> .",
        "prefix : <#>",
        "@prefix ä: <x:> .",
    ]
)
STATEMENT = st.one_of(TRIPLES.map(lambda t: t + " ."), TRIPLES.map(lambda t: t + "."), DIRECTIVE)
BOM = st.sampled_from(["", "\ufeff"])


def joined(bom: str, space: str, many: list[str]) -> bytes:
    return (bom + HEAD + space + space.join(many) + space).encode()


TURTLE = st.builds(joined, BOM, SPACE, st.lists(STATEMENT, max_size=6))
LABEL = st.one_of(IRI, PREFIXED, BLANK, st.just("[]"))
BLOCK = st.builds(
    lambda word, label, s, many, dot: f"{word} {label}{s}{{{s}" + f"{s}.{s}".join(many) + f"{dot}}}",
    st.sampled_from(["", "GRAPH", "graph"]), LABEL, SPACE, st.lists(TRIPLES, max_size=3), st.sampled_from(["", " .", "\n"]),
)  # fmt: skip
TRIG = st.builds(
    joined, BOM, SPACE, st.lists(st.one_of(STATEMENT, BLOCK, BLOCK.map(lambda b: b[b.index("{") :])), max_size=5)
)
LINE = st.builds(
    lambda b, s, p, o, g, e: f"{b}{s} {p}\t{o} {g}.{e}",
    st.sampled_from(["", " ", "\t"]), st.one_of(FULL, BLANK), FULL, st.one_of(FULL, BLANK, FLAT),
    st.just(""), st.sampled_from(["\n", "\r\n", " # ein Satz .\n", "\n\n# <a> <b> <c> .\n"]),
)  # fmt: skip
LINES = st.lists(LINE, max_size=8).map(lambda many: "".join(many).encode())
QUAD = st.builds(
    lambda line, g: line.replace(" .", f" {g} .", 1) if line.count(" .") == 1 else line, LINE, st.one_of(FULL, BLANK)
)
QUADS = st.lists(st.one_of(LINE, QUAD), max_size=8).map(lambda many: "".join(many).encode())

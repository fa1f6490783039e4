"""What SHACL Core asks of a single value (sections 4.1, 4.3, 4.4, 4.8), as expressions of SPARQL.

Each function gives two expressions over a variable: one that holds only where pySHACL surely finds nothing wrong, one that
holds only where it surely finds a fault. What neither covers is left to pySHACL: an ill-typed or disguised literal
(newsgraph.screen.literal), a comparison across kinds, a pattern that Python reads differently from Rust.
"""

import re
from collections.abc import Sequence

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import RDF, RDFS, SH, XSD
from newsgraph.screen.literal import KEPT, NUMBER, WRITTEN, Spelling
from newsgraph.screen.pattern import term
from newsgraph.screen.unsupported import Unsupported

Pair = tuple[str, str]  # surely fine, surely wrong
NO, YES = "false", "true"
NUMERIC = (XSD + "integer", XSD + "decimal")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DATE_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?")
FULL_YEAR = "(YEAR({v}) > 0 && YEAR({v}) < 10000)"
# What well-formed values look like, as far as Oxigraph and rdflib surely agree; datatypes named here only
FORMS = {
    XSD + "integer": "isNumeric({v})",
    XSD + "decimal": "isNumeric({v})",
    XSD + "double": "isNumeric({v})",
    XSD + "float": "isNumeric({v})",
    XSD + "boolean": "(sameTerm({v}, true) || sameTerm({v}, false))",
    XSD + "date": 'TZ({v}) = "" && ' + FULL_YEAR,
    XSD + "dateTime": FULL_YEAR,
    XSD + "time": 'TZ({v}) = "" && HOURS({v}) >= 0',
}
UNCHECKED = {XSD + n for n in ("string", "anyURI", "token", "normalizedString", "language")} | {RDF + "langString"}
LIMITS = {
    "nonNegativeInteger": "[0-9]{1,18}",
    "positiveInteger": "[1-9][0-9]{0,17}",
    "long": "-?[0-9]{1,18}",
    "int": "-?[0-9]{1,9}",
    "short": "-?[0-9]{1,4}",
    "byte": "-?[0-9]{1,2}",
    "unsignedLong": "[0-9]{1,18}",
    "unsignedInt": "[0-9]{1,9}",
    "unsignedShort": "[0-9]{1,4}",
    "unsignedByte": "[0-9]{1,2}",
}
FORMS |= {XSD + n: 'REGEX(STR({v}), "^' + form + '$")' for n, form in LIMITS.items()}
UNSURE = {XSD + n for n in ("negativeInteger", "nonPositiveInteger", "hexBinary", "base64Binary")} | {
    XSD + "duration",
    XSD + "dayTimeDuration",
    XSD + "yearMonthDuration",
    RDF + "XMLLiteral",
    RDF + "HTML",
}
KINDS = {
    "IRI": "isIRI({v})",
    "Literal": "isLiteral({v})",
    "BlankNode": "isBlank({v})",
    "BlankNodeOrIRI": "!isLiteral({v})",
    "BlankNodeOrLiteral": "!isIRI({v})",
    "IRIOrLiteral": "!isBlank({v})",
}


def datatype(v: str, wanted: Term) -> Pair:
    """sh:datatype."""
    if not isinstance(wanted, ox.NamedNode):
        raise Unsupported("sh:datatype without an IRI")
    iri = wanted.value
    if iri == RDFS + "Literal":
        return f"isLiteral({v})", f"!isLiteral({v})"
    if iri == RDFS + "Datatype":
        return NO, f"!isLiteral({v})"
    same = f"DATATYPE({v}) IN (<{iri}>, <{WRITTEN}{iri}>)"
    form = YES if iri in UNCHECKED or iri not in FORMS.keys() | UNSURE else about(FORMS.get(iri, NO), v)
    return f"({same} && {form})", f"(!isLiteral({v}) || !({same}))"


def node_kind(v: str, wanted: Term) -> Pair:
    """sh:nodeKind."""
    name = wanted.value.removeprefix(SH) if isinstance(wanted, ox.NamedNode) else ""
    if name not in KINDS:
        raise Unsupported("an unknown sh:nodeKind")
    kind = about(KINDS[name], v)
    return kind, f"!({kind})"


def bound(v: str, sign: str, limit: Term) -> Pair:
    """sh:minInclusive and its like: `sign` is what must hold between value and limit."""
    if not isinstance(limit, ox.Literal):
        raise Unsupported("a bound that is no literal")
    comparable = _comparable(v, limit)
    holds = f"{v} {sign} {limit}"
    return f"({comparable} && {holds})", f"(!isLiteral({v}) || ({comparable} && !({holds})))"


def _comparable(v: str, limit: ox.Literal) -> str:
    """What a value must be for both engines to compare it with the limit alike."""
    kind, text = limit.datatype.value, limit.value
    if kind in NUMERIC and NUMBER.fullmatch(text):
        return numeric(v)
    if kind == XSD + "string":
        return f"DATATYPE({v}) = <{kind}>"
    if kind == XSD + "date" and DATE.fullmatch(text):
        return _of(kind, v)
    if kind == XSD + "dateTime" and (match := DATE_TIME.fullmatch(text)) and "T24" not in text:
        zone = f'TZ({v}) {"!=" if match[2] else "="} ""'
        return f"{_of(kind, v)} && {zone}"
    return NO


def numeric(v: str) -> str:
    """Whether a value is a whole or decimal number of a size that both engines hold exactly."""
    return f"isNumeric({v}) && DATATYPE({v}) IN ({', '.join(f'<{n}>' for n in NUMERIC)})"


def ordered(v: str, w: str, sign: str) -> Pair:
    """sh:lessThan and sh:lessThanOrEquals between two values."""
    zones = f'(TZ({v}) = "") = (TZ({w}) = "")'
    times = [f"({_of(XSD + kind, v)} && {_of(XSD + kind, w)} && {zones})" for kind in ("date", "dateTime")]
    alike = f"(({numeric(v)} && {numeric(w)}) || {' || '.join(times)})"
    texts = f"(DATATYPE({v}) = <{XSD}string> && DATATYPE({w}) = <{XSD}string>)"
    return f"(({alike} || {texts}) && {v} {sign} {w})", f"({alike} && !({v} {sign} {w}))"


def _of(kind: str, v: str) -> str:
    return f"DATATYPE({v}) = <{kind}> && {about(FORMS[kind], v)}"


def about(form: str, v: str) -> str:
    """A form with a variable in it."""
    return form.replace("{v}", v)


def member(v: str, wanted: Sequence[Term], how: Spelling) -> Pair:
    """sh:in: the same term, not the same value."""
    terms = [how.constant(t) for t in wanted if not isinstance(t, ox.BlankNode)]
    among = " || ".join(f"sameTerm({v}, {term(t)})" for t in terms) or NO
    return f"({among})", f"!({among})"


def length(v: str, sign: str, limit: int) -> Pair:
    """sh:minLength and sh:maxLength, of text and IRIs; what else a literal is, the store may have rewritten."""
    if sign == ">=" and limit == 0:
        return YES, NO
    text = f"(isIRI({v}) || DATATYPE({v}) IN ({', '.join(f'<{k}>' for k in sorted(KEPT))}))"
    holds = f"STRLEN(STR({v})) {sign} {limit}"
    return f"({text} && {holds})", f"(isBlank({v}) || ({text} && !({holds})))"


def language_in(v: str, tags: Sequence[Term]) -> Pair:
    """sh:languageIn."""
    if not all(isinstance(t, ox.Literal) and t.datatype.value == XSD + "string" for t in tags):
        raise Unsupported("sh:languageIn with other than strings")
    names = {t.value.lower() for t in tags if isinstance(t, ox.Literal)}
    some = ", ".join(str(ox.Literal(n)) for n in sorted(names - {"", "*"})) or '"-"'
    fits = f'(LANG({v}) IN ({some}) || STRBEFORE(LANG({v}), "-") IN ({some}))'
    fits = f'LANG({v}) != ""' if "*" in names else fits
    return fits, f"(!isLiteral({v}) || !({fits}))"


# What means the same to Python's re and to Rust's regex; \w, \d, \s, \b only on ASCII text
ESCAPE = r"\\[^A-Za-z0-9\s]"
MEMBER = rf"(?:[^\\\[\]&~-]|\\[wdsWDS]|{ESCAPE}|(?<=[A-Za-z0-9])-(?=[A-Za-z0-9]))"
ATOM = rf"(?:[^\\\[\](){{}}.^$|?*+]|\\[wWdDsSbB]|{ESCAPE}|[.^$]|\[\^?{MEMBER}+\])"
TIMES = r"(?:[*+?]|\{[0-9]{1,3}(?:,[0-9]{0,3})?\})\??(?![*+?{])"
COMMON = re.compile(rf"(?:{ATOM}|\((?:\?:|(?!\?))|\)|\||{TIMES})*")


def matches(v: str, regex: str, flags: str) -> Pair:
    """sh:pattern. pySHACL knows the flags i and m, and looks at blank nodes never."""
    known = "".join(sorted({f for f in flags.lower() if f in "im"}))
    if not COMMON.fullmatch(regex) or not _compiles(regex):
        return NO, f"isBlank({v})"
    text = f"(isIRI({v}) || DATATYPE({v}) IN ({', '.join(f'<{k}>' for k in sorted(KEPT))}))"
    ascii_only = f'REGEX(STR({v}), "^[\\\\x00-\\\\x7F]*$")' if known or re.search(r"\\[wWdDsSbB]", regex) else YES
    found = f"REGEX(STR({v}), {ox.Literal(regex)}{f', {ox.Literal(known)}' if known else ''})"
    ends = f'!CONTAINS(STR({v}), "\\n")'  # Python's $ also stands before a last line break
    return f"({text} && {found} && {ascii_only})", f"(isBlank({v}) || ({text} && {ends} && {ascii_only} && !{found}))"


def _compiles(regex: str) -> bool:
    try:
        re.compile(regex)
    except re.error:
        return False
    return True

"""Contexts that a JSON-LD document takes from elsewhere (JSON-LD 1.1, sections 3.1, 4.1.5 and 9.16): named, or filled in.

Filled in where they stand, byte for byte, so that the place of everything else is known: see Source.origin.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from newsgraph.errors import InputError
from newsgraph.place.json import Item
from newsgraph.place.json import read as read_json
from newsgraph.place.place import Patch, Source
from newsgraph.place.span import Span
from newsgraph.rdf import BOM, base_of

if TYPE_CHECKING:  # requests is loaded by those that may fetch
    from newsgraph.fetch import Fetched

CONTEXT, IMPORT = "@context", "@import"
MOST = 50  # contexts within contexts
Get = Callable[[str, bool], "Fetched"]  # address, whether what names it may name what lies near


@dataclass(frozen=True, slots=True)
class Named:
    """A context by its address: what is replaced, whether that is an object that imports it, whether it is one of a list."""

    url: str
    span: Span
    imported: bool = False
    listed: bool = False


def named(source: Source) -> list[Named]:
    """The contexts from elsewhere that a document names, in its order; [] for what is no JSON."""
    if source.fmt != "json-ld":
        return []
    content = source.content.removeprefix(BOM)
    try:
        return [*_named(read_json(content), base_of(source.name))]
    except (ValueError, RecursionError):  # the parser says what is wrong, and where
        return []


def _named(item: Item, base: str) -> Iterator[Named]:
    if isinstance(item.value, list):
        for member in item.value:
            yield from _named(member, base)
    elif isinstance(item.value, dict):
        for key, member in item.value.items():
            if key == CONTEXT:
                yield from _contexts(member.item, base)
            else:
                yield from _named(member.item, base)


def _contexts(item: Item, base: str, listed: bool = False) -> Iterator[Named]:
    """Those of a context: itself, the members of a list, what it imports, what its terms carry."""
    if isinstance(item.value, str):
        yield Named(urljoin(base, item.value), item.span, listed=listed)
    elif isinstance(item.value, list):
        for member in item.value:
            yield from _contexts(member, base, listed=True)
    elif isinstance(item.value, dict):
        imported = item.value.get(IMPORT)
        if imported is not None and isinstance(imported.item.value, str):
            yield Named(urljoin(base, imported.item.value), item.span, imported=True)
            return  # the whole object is filled in
        for key, member in item.value.items():
            if isinstance(member.item.value, dict) and not key.startswith("@"):
                yield from _named(member.item, base)


def filled(source: Source, get: Get) -> Source:
    """The document with its contexts from elsewhere filled in. Raises InputError."""
    found = named(source)
    if not found:
        return source
    content = source.content.removeprefix(BOM)
    patches = [Patch(n.span.start, n.span.end, _text(n, content, source, get)) for n in found]
    return replace(source, content=content, patches=tuple(sorted(patches, key=lambda p: p.start)))


def _text(one: Named, content: bytes, source: Source, get: Get) -> bytes:
    own = json.loads(content[one.span.start : one.span.end]) if one.imported else one.url
    context = _whole(own, base_of(source.name), True, get, ())
    text = json.dumps(context, ensure_ascii=False)
    return (text[1:-1] or "{}" if one.listed and isinstance(context, list) else text).encode()


def _whole(context: Any, base: str, trusted: bool, get: Get, above: tuple[str, ...]) -> Any:
    """A context with all that it names filled in."""
    if isinstance(context, str):
        return _loaded(urljoin(base, context), trusted, get, above)
    if isinstance(context, list):
        return _flat(_whole(member, base, trusted, get, above) for member in context)
    if not isinstance(context, dict):
        return context
    imported = _loaded(urljoin(base, context[IMPORT]), trusted, get, above) if IMPORT in context else {}
    own = {key: value for key, value in context.items() if key != IMPORT}
    return (imported if isinstance(imported, dict) else {}) | {
        key: value | {CONTEXT: _whole(value[CONTEXT], base, trusted, get, above)}
        if isinstance(value, dict) and CONTEXT in value
        else value
        for key, value in own.items()
    }


def _flat(contexts: Iterator[Any]) -> list[Any]:
    """Contexts in a row; a list among them is part of the row."""
    return [one for context in contexts for one in (context if isinstance(context, list) else [context])]


def _loaded(url: str, trusted: bool, get: Get, above: tuple[str, ...]) -> Any:
    if url in above or len(above) >= MOST:
        raise InputError("is a context that leads to itself", file=url, advice="write it into the document")
    found = get(url, trusted)
    try:
        document = json.loads(found.content)
    except ValueError as e:
        raise InputError(f"is no JSON: {e}", file=url, advice="write the context into the document") from e
    except RecursionError as e:
        raise InputError("is nested too deep", file=url) from e
    if not isinstance(document, dict) or CONTEXT not in document:
        raise InputError("holds no context", file=url)
    return _whole(document[CONTEXT], found.url, found.near, get, (*above, url))


def refused(source: Source, error: InputError) -> InputError:
    """The error of a document that was refused for its contexts, with the address and the place of the first."""
    found = next(iter(named(source)), None)
    if found is None:
        return error
    before = source.content.removeprefix(BOM)[: found.span.start]
    line, column = before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    fetchable = found.url.startswith(("http://", "https://"))
    advice = "write it into the document" + ", or --allow-network fetches it" * fetchable
    text = f"the context {found.url} is not fetched"
    return type(error)(text, file=source.name, line=line, column=column, advice=advice)

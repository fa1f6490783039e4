"""JSON read with places (RFC 8259): a tree of items that know where they begin and end."""

import json
import re
from typing import NamedTuple

from newsgraph.place.span import Span

BLANK = re.compile(rb"[ \t\r\n]*+")
SCALAR = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[^\s,\]}:]++')


class Item(NamedTuple):
    """A value and its place; objects as members, arrays as items, the rest as Python has it."""

    value: "dict[str, Member] | list[Item] | str | int | float | bool | None"
    span: Span


class Member(NamedTuple):
    """A member of an object: where its name stands, and its value."""

    name: Span
    item: Item


def read(content: bytes) -> Item:
    """The tree of a document that is valid JSON. Raises ValueError on what is none, RecursionError on deep nesting."""
    return _item(content, _skip(content, 0))[0]


def plain(item: Item) -> object:
    """The value without places."""
    if isinstance(item.value, dict):
        return {name: plain(member.item) for name, member in item.value.items()}
    return [plain(i) for i in item.value] if isinstance(item.value, list) else item.value


def _skip(content: bytes, offset: int) -> int:
    found = BLANK.match(content, offset)
    return found.end() if found else offset


def _item(content: bytes, start: int) -> tuple[Item, int]:
    """The item that begins at `start`, and where the next token begins."""
    if content[start : start + 1] == b"{":
        return _object(content, start)
    if content[start : start + 1] == b"[":
        return _array(content, start)
    found = SCALAR.match(content, start)
    if found is None:
        raise ValueError(f"no JSON value at byte {start}")
    return Item(json.loads(found[0]), Span(*found.span())), _skip(content, found.end())


def _object(content: bytes, start: int) -> tuple[Item, int]:
    members: dict[str, Member] = {}
    offset = _skip(content, start + 1)
    while content[offset : offset + 1] != b"}":
        name, offset = _item(content, offset)
        item, offset = _item(content, _skip(content, offset + 1))
        members[str(name.value)] = Member(name.span, item)
        offset = _skip(content, offset + 1) if content[offset : offset + 1] == b"," else offset
    return Item(members, Span(start, offset + 1)), _skip(content, offset + 1)


def _array(content: bytes, start: int) -> tuple[Item, int]:
    items: list[Item] = []
    offset = _skip(content, start + 1)
    while content[offset : offset + 1] != b"]":
        item, offset = _item(content, offset)
        items.append(item)
        offset = _skip(content, offset + 1) if content[offset : offset + 1] == b"," else offset
    return Item(items, Span(start, offset + 1)), _skip(content, offset + 1)

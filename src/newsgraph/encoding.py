"""Why bytes are no text: asked only once a parser has failed on them, so that its word can be a better one."""

from newsgraph.errors import SyntaxFault

UTF16 = (b"\xff\xfe", b"\xfe\xff")
PACKED = b"\x1f\x8b"
ADVICE = "convert it: iconv -f UTF-16 -t UTF-8"


def wrong_encoding(content: bytes, name: str) -> SyntaxFault | None:
    """The fault of a document that is packed, UTF-16, or not UTF-8, with line and column; None where it is UTF-8."""
    if content.startswith(PACKED):
        return SyntaxFault("is packed with gzip", file=name, advice="let its name end with .gz")
    if content.startswith(UTF16):
        return SyntaxFault("is UTF-16 text, UTF-8 was expected", file=name, advice=ADVICE)
    try:
        content.decode()
    except UnicodeDecodeError as e:
        line, column = position(content, e.start)
        said = f"is not UTF-8 (byte 0x{content[e.start]:02x})"
        return SyntaxFault(said, file=name, line=line, column=column, advice="convert it: iconv -t UTF-8")
    return None


def position(content: bytes, offset: int) -> tuple[int, int]:
    """Line and column, in characters from 1, of a byte.

    >>> position("ä\\nöx".encode(), 5)
    (2, 2)
    """
    begin = content.rfind(b"\n", 0, offset) + 1
    return content.count(b"\n", 0, offset) + 1, len(content[begin:offset].decode("utf-8", "replace")) + 1

"""Names that the article itself has taught: a short form where it stands again, a company behind a pronoun."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.learning import Local
from newsgraph.names import Names, uninflected
from newsgraph.namespan import Mention
from newsgraph.newmention import new_mention
from newsgraph.sentence import Token


def learnt(tokens: Sequence[Token], i: int, language: Language, names: Names, local: Local) -> Mention | None:
    """A short form that the article has taught: a surname, the first word of a name."""
    text = tokens[i].text
    if (long := local.short.get(text)) is not None and text.isupper():
        return Mention(i, i, text, long.kind)  # letters that the article has spelled out, though they look like a word
    for name in (text, *uninflected(text)):
        if name not in local.full or tokens[i].is_a("VV", "APPR"):
            continue
        if not _after_determiner(tokens, i) or _articled(tokens, i, name, local):
            longer = new_mention(tokens, i, language, names, local)
            if longer is not None and longer.last > i:
                return longer
            return Mention(i, i, name, local.kinds.get(local.full[name], ""), inflected=name != text)
    return None


def behind_relative(tokens: Sequence[Token], i: int, local: Local) -> Mention | None:
    """«…, das Alpha entwickelt hat»: a company that the text names elsewhere, behind a pronoun that looks like its article."""
    text = tokens[i].text
    if i < 2 or tokens[i - 2].text != "," or not tokens[i - 1].is_a("ART"):
        return None
    return Mention(i, i, text, "Company") if local.kinds.get(text) == "Company" and len(text) > 3 else None


def _after_determiner(tokens: Sequence[Token], i: int) -> bool:
    """Whether a determiner or an adjective stands before; «, den Alpha erworben hatte» has a relative pronoun there."""
    if not i or not tokens[i - 1].is_a("ART", "PIAT", "PPOSAT", "PDAT", "ADJ(A)", "CARD"):
        return False
    return not (i > 1 and tokens[i - 1].is_a("ART") and tokens[i - 2].text == ",")


def _articled(tokens: Sequence[Token], i: int, name: str, local: Local) -> bool:
    """«die Alpha», «der Alpha untersagt»: an article, no adjective, before what the text has named as a company."""
    article = tokens[i - 1].is_a("ART") and tokens[i - 1].text[0].islower()
    return article and local.kinds.get(name) in ("Company", "NewsOrganization") and len(name) > 3

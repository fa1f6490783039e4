"""Words that something holds together as one name: quotation marks, a law's title, the letters that spell it."""

from collections.abc import Sequence

from newsgraph import abbreviation, placename, quoted, statute
from newsgraph.knownname import KnownScan
from newsgraph.language import Language
from newsgraph.nameclass import QUOTES
from newsgraph.namespan import Mention
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.wordlist import noun_class, words


def together(known: KnownScan, i: int, may_be_law: bool) -> Mention | None:
    """What quotation marks hold together, a newspaper, a law."""
    may_be_law = may_be_law and known.names_of(i) is None
    if may_be_law and (last := statute.titled_law(known.tokens, i, known.language)) is not None:
        return Mention(i, last, " ".join(t.text for t in known.tokens[i : last + 1]), "Regulation")
    if may_be_law and statute.law(known.tokens, i, known.language):
        return Mention(i, i, statute.bare_law(known.tokens[i].text, known.language), "Regulation")
    if (last := statute.foreign_law(known.tokens, i, known.language)) is not None and known.names_of(i) is None:
        return Mention(i, last, " ".join(t.text for t in known.tokens[i : last + 1]), "Regulation")
    if _is_listed(known, i):
        return None  # the list knows it: «der „Hellbacher Bote“», «des „Boten“»
    found = quoted.quoted(known.tokens, i, known.language) or quoted.newspaper(known.tokens, i, known.language)
    return Mention(i, *found) if found else None


def _is_listed(known: KnownScan, i: int) -> bool:
    """Whether a known name fills the quotation marks before token i."""
    if not i or known.tokens[i - 1].text not in QUOTES or (hit := known.names_of(i)) is None:
        return False
    end = i + hit[0]
    return end < len(known.tokens) and known.tokens[end].text in QUOTES


def spelled(tokens: Sequence[Token], i: int, language: Language) -> Mention | None:
    """«Vereinigte Elektrowerke (VEW)», «Kommission für Technologie und Innovation (KTI)»: what the letters spell is a name."""
    forms = language.nouns.legal_forms
    last = abbreviation.spelled(tokens, i, words(language.code, "shortening_words"), forms)
    if last is None or tokens[i].is_a("ART") or tokens[last + 2].text in words(language.code, "no_names"):
        return None
    kind = noun_class(language.code, tokens[i].text) or noun_class(language.code, tokens[last].text)
    kind = "Company" if tokens[last].text in forms else kind
    name = " ".join(t.text for t in tokens[i : last + 1])
    return Mention(i, last, abbreviation.first_case(name, tokens[i]), kind)


def townish(known: KnownScan, i: int) -> Mention | None:
    """«Grazer Hafen AG»: a town's adjective and a common noun that a legal form closes."""
    tokens, language = known.tokens, known.language
    if i + 2 >= len(tokens) or not tokens[i].text.endswith("er") or not placename.demonym(tokens, i, language):
        return None
    noun, form = tokens[i + 1], tokens[i + 2].text
    plain = noun.is_a("NN") and familiar(language.code, noun.text) == "noun" and known.names_of(i + 1) is None
    plain = plain or noun.text in language.places  # «Zuger Deutschland GmbH»
    if not plain or form not in language.nouns.legal_forms or noun_class(language.code, noun.text) == "Company":
        return None
    return Mention(i, i + 2, f"{tokens[i].text} {noun.text} {form}", "Company")

"""A known name or a country with a common noun behind it, where both can only be the name of something else.

«Alpha Speicher wächst»: what stands before the finite verb is one phrase, and in German no noun follows a name there unless it is
part of it. So too behind a class noun («der Zulieferer Norwegen Kabel»), in lists («Firmen wie Alpha Kabel und Beta») and before
«zufolge». Elsewhere the noun may be an object («liefert Alpha Kabel») and nothing is joined.
"""

from collections.abc import Mapping, Sequence

from newsgraph.barename import clause_has_verb
from newsgraph.language import Language
from newsgraph.nameclass import FINITE, QUOTES
from newsgraph.namespan import Mention
from newsgraph.namestart import after_class_noun
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.wordlist import class_of, is_title, noun_class, tails, words


def longer(
    tokens: Sequence[Token], first: int, last: int, language: Language, kinds: Mapping[str, str]
) -> Mention | None:
    """The company whose name begins with that from `first` to `last`; `kinds`: the names that the article was seen to use."""
    if last + 1 >= len(tokens) or not _fits(tokens[last + 1], language):
        return None
    name = " ".join(t.text for t in tokens[first : last + 2])
    if kinds.get(name) == "Company" or goes_on(tokens, first, last, language):
        return Mention(first, last + 1, name, "Company")
    return None


def goes_on(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """Whether the noun behind the name from `first` to `last` is part of a longer one."""
    k = last + 1
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if after is None:
        return False
    if after.text in words(language.code, "behind_source"):
        return True
    opens = first == 0 or tokens[first - 1].text in QUOTES
    if opens and after.is_a(*FINITE) and not after.text.endswith("en"):
        return True
    if first and after_class_noun(tokens, first, language) and _is_firm(tokens[first - 1], language):
        return not clause_has_verb(tokens, first) and (after.is_a(*FINITE) or after.text in language.conj.name_ends)
    return (after.text in language.conj.name_ends or after.is_a("PTKZU")) and _is_listed(tokens, first, language)


def _fits(token: Token, language: Language) -> bool:
    """A noun in the singular that says neither what the name before it is nor what a firm has («Alpha Aktie»)."""
    text, code = token.text, language.code
    if not token.is_a("NN", "NE") or not text[1:].islower() or not text.isalpha() or token.lemma != text:
        return False
    if familiar(code, text) != "noun" or class_of(code, text) or noun_class(code, text) or is_title(code, text):
        return False
    return not text.lower().endswith(tails(code, "firm_compounds", "firm_affairs", "abstract_tails"))


def _is_firm(token: Token, language: Language) -> bool:
    return noun_class(language.code, token.text) == "Company"


def _is_listed(tokens: Sequence[Token], first: int, language: Language) -> bool:
    """«Konkurrenten wie Alpha Kabel und Beta Glas»."""
    k = first - 1
    while k > 1 and (
        tokens[k].text in language.conj.joining or (tokens[k].text[0].isupper() and not tokens[k].is_a(*FINITE))
    ):
        k -= 1
    return (
        k > 0
        and tokens[k].text in language.prep.like
        and tokens[k - 1].is_a("NN")
        and _is_firm(tokens[k - 1], language)
    )

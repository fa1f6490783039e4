"""Classes of names that other words of the text tell: «Ich mag Alpha. Der Messenger …», «die Apps Alpha und Beta».

Only apps, chips and products are told so: a company is what most names are anyway.
"""

from collections.abc import Iterator, Sequence

from newsgraph.language import Language
from newsgraph.nameclass import before
from newsgraph.namespan import Mention
from newsgraph.sentence import Sentence, Token

MADE = ("App", "Chip")
OTHERS = ("Place", "Person", "PublicBody", "NewsOrganization", "Regulation")
REACH = 2  # sentences back


def told(text: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language) -> Iterator[tuple[str, str]]:
    """Names and the class that is told of them."""
    for k, sentence in enumerate(text):
        yield from _listed(sentence.tokens, found[k], language)
        kind = _opening(sentence.tokens, found[k], language)
        if kind and (name := _only_new(found, k)):
            yield name, kind


def _listed(tokens: Sequence[Token], inside: Sequence[Mention], language: Language) -> Iterator[tuple[str, str]]:
    """«die Apps Alpha und Beta»: both are."""
    kind, last = "", -2
    for m in inside:
        noun = before(tokens, m.first)
        several = noun is not None and noun.is_a("NN") and noun.text != noun.lemma
        if several and noun is not None and language.nouns.class_of(noun.text) in MADE:
            kind = language.nouns.class_of(noun.text)
        elif not (m.first == last + 2 and tokens[last + 1].text in language.conj.joining):
            kind = ""
        last = m.last
        if kind and m.kind not in OTHERS and not m.rest and not m.adjective and not m.id:
            yield m.name, kind


def _opening(tokens: Sequence[Token], inside: Sequence[Mention], language: Language) -> str:
    """The class of the noun that opens a sentence with an article and without a name: «Der Büro-Messenger, …»."""
    if len(tokens) < 3 or tokens[0].text not in language.det.this_opening:
        return ""
    at = next((i for i in range(1, 4) if i < len(tokens) and tokens[i].is_a("NN", "NE", "FM", "XY")), None)
    namesake = any(t.text.startswith(language.stem.of_the_same_name) for t in tokens[:at])
    if at is None or namesake or any(m.first <= at + 1 and not m.adjective for m in inside):
        return ""
    if tokens[0].text in language.det.plural_opening and tokens[at].text.endswith(("s", "en", "e", "er")):
        return ""  # «Die Apps», «Die Spiele» are several
    kind = language.nouns.class_of(tokens[at].text)
    return kind if kind == "App" else ""  # «Die Halbleiter» may be several


def _only_new(found: Sequence[Sequence[Mention]], k: int) -> str:
    """The one name without a class that the sentences before name, where nothing of the class has been named yet."""
    if any(m.kind in (*MADE, "Product") for inside in found[:k] for m in inside if not m.adjective):
        return ""
    near = [m for inside in found[max(0, k - REACH) : k] for m in inside if not m.adjective]
    names = {m.name for m in near if not m.kind and not m.id and not m.rest}
    return next(iter(names)) if len(names) == 1 and all(not m.kind or m.kind == "Place" for m in near) else ""

"""From an article to sentences of tagged tokens; every token knows its place in the text (code points)."""

import re
from collections.abc import Iterator
from dataclasses import field

from newsgraph.article import Article
from newsgraph.bare_relative import with_pronouns
from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.replacement import replace
from newsgraph.sentence_end import split, words_of
from newsgraph.tagger import finite_lemma, is_participle, tag
from newsgraph.tagset import FINITE, NOUN, beginning

VERBS = ("VV(FIN)", "VV(PP)", "VV(IMP)")
VERB_TAGS = beginning(*VERBS)
ENDING, COUNTED = beginning("$", "KON"), beginning("CARD", "NN")
ATTRIBUTE = 10  # words between an article and the participle of an attribute
JOINED_GROUPS = {"VV(PP)", "VV(FIN)", "KON"}
CLOSING_MODAL = beginning("VV", "KOUS", "PREL")  # tags of words behind which a modal verb waits for no other


@frozen
class Token:
    """A word, number or mark: `start` and `end` in the article's text, STTS tag, lemma; `low` is the text in lower case."""

    start: int
    end: int
    text: str
    tag: str
    lemma: str
    low: str

    def is_a(self, *tags: str) -> bool:
        """Whether the tag begins with one of these."""
        return self.tag.startswith(tags)


@frozen
class Sentence:
    """The tokens of one sentence; `index` counts from 0 through the article, `paragraph` likewise; `texts` are its words."""

    index: int
    paragraph: int
    tokens: tuple[Token, ...]
    texts: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", frozenset([t.text for t in self.tokens]))

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


def sentences(article: Article, language: Language) -> Iterator[Sentence]:
    """The sentences of an article, paragraph by paragraph."""
    index = 0
    for number, line in enumerate(re.finditer(r"[^\n\r]+", article.text)):
        for span in split(words_of(line.group(), line.start(), language), language):
            if not span:
                continue
            words = [article.text[a:b] for a, b in span]
            tagged = zip(span, words, tag(language.code, words), strict=True)
            tokens = tuple([Token(a, b, w, t, lemma, w.lower()) for (a, b), w, (t, lemma) in tagged])
            wants = not language.verb.wants_now.isdisjoint(words)
            repaired = _repaired(_with_modals(tokens, language) if wants else tokens, language)
            yield Sentence(index, number, with_pronouns(_with_opening(repaired, language), language))
            index += 1


def _repaired(tokens: tuple[Token, ...], language: Language) -> tuple[Token, ...]:
    """With tags that the verbs of the whole sentence put right."""
    tokens = _with_offices(tokens, language)
    tags = {t.tag for t in tokens}
    if tags.isdisjoint(FINITE) and (told := _with_second(tokens, language.code)) is not None:
        return told
    if tags.isdisjoint(VERB_TAGS):
        return tokens
    if "VV(PP)" in tags and tags.isdisjoint(FINITE):
        tokens = _with_finite(tokens, language)
    if tags >= JOINED_GROUPS:
        tokens = _with_first_group(tokens)
    named = _with_names(tokens)
    ended = _with_infinitives(named) if "VM(FIN)" in tags else named
    finite = "VV(FIN)" in tags
    described = _with_adjectives(ended, language) if finite else ended
    helped = finite and "VA(FIN)" in tags
    return _with_participles(described, language.code) if helped else described


def _with_infinitives(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«will die Marke, wie es heißt, weiter fördern»: what looks like a plural ends the group of a modal verb."""
    found, modal = list(tokens), False
    for i, token in enumerate(tokens):
        if token.tag == "VM(FIN)":
            modal = True
        elif token.tag in CLOSING_MODAL:
            plural = token.tag == "VV(FIN)" and token.text == token.lemma and token.text.endswith("n")
            if modal and plural and (i + 1 == len(tokens) or tokens[i + 1].is_a("KON", "$")):
                found[i] = replace(token, tag="VV(INF)")
            modal = False
    return tuple(found)


def _with_participles(tokens: tuple[Token, ...], code: str) -> tuple[Token, ...]:
    """«hatte das Amt Alpha mit 5 und Beta mit 2 Millionen belegt»: what ends the group of an auxiliary is its participle."""
    at = [i for i, t in enumerate(tokens) if t.tag == "VA(FIN)"]
    if not at:
        return tokens
    ends = [i for i, t in enumerate(tokens[:-1]) if t.tag == "VV(FIN)" and not tokens[i + 1].text[0].isalnum()]
    found = list(tokens)
    for end in ends:
        before = next((i for i in reversed(at) if i < end), None)
        group = tokens[before + 1 : end] if before is not None else ()
        joined = [n for n, t in enumerate(group) if t.is_a("KON")]
        closed = (
            bool(joined) and joined[0] == 0
        )  # «… 2020 gegründet wurde und seitdem zu Alpha gehört»: a group that has ended
        bare = bool(joined) and not closed and not any(t.is_a("V", "$,", "$.", "KOUS", "PREL") for t in group)
        if bare and len(group) - joined[-1] > 3 and is_participle(code, tokens[end].text):
            found[end] = replace(tokens[end], tag="VV(PP)")
    return tuple(found)


def may_be_finite(token: Token) -> bool:
    """Whether a form is that of the third person too: «gehört», «beliefert», but not «gegründet»."""
    lemma = token.lemma.lower()
    stem = lemma.removesuffix("n").removesuffix("e")
    return token.is_a("VV(FIN)") or (token.is_a("VV(PP)") and token.low in (stem + "t", stem + "et"))


def _with_finite(tokens: tuple[Token, ...], language: Language) -> tuple[Token, ...]:
    """«Alpha, eine Tochter von Beta, beliefert Gamma»: the verb behind an aside is finite, where there is no other."""
    commas = [i for i, t in enumerate(tokens) if t.text == ","]
    for i in commas[1:]:
        verb = tokens[i + 1] if i + 2 < len(tokens) else None
        if verb is None or not verb.is_a("VV(PP)") or not may_be_finite(verb):
            continue
        behind = tokens[i + 2]
        if behind.text[0].isalnum() and behind.text not in language.prep.agent_merged:
            return (*tokens[: i + 1], replace(verb, tag="VV(FIN)"), *tokens[i + 2 :])
    return tokens


def _with_first_group(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«die zu Alpha gehört und in Graz sitzt»: in front of «und» a finite verb, where no auxiliary comes that it could share."""
    found = list(tokens)
    for i in (i for i, t in enumerate(tokens[:-1]) if t.tag == "VV(PP)" and tokens[i + 1].tag == "KON"):
        start = next(
            (k for k in range(i, -1, -1) if tokens[k].is_a("KOUS", "PREL", "VV(FIN)", "VA(FIN)", "VM(FIN)", "$.")), i
        )
        end = next((k for k in range(i, len(tokens)) if tokens[k].is_a("$")), len(tokens)) - 1
        opens = tokens[start].is_a("KOUS", "PREL") and may_be_finite(tokens[i])
        if opens and tokens[end].tag == "VV(FIN)" and not any(t.is_a("VA", "VM") for t in tokens[i:end]):
            found[i] = replace(tokens[i], tag="VV(FIN)")
    return tuple(found)


def _with_opening(tokens: tuple[Token, ...], language: Language) -> tuple[Token, ...]:
    """«Betrieben wird die Plattform von Alpha»: a capital at the head of a sentence makes no noun of a participle."""
    first = (
        tokens[0] if len(tokens) > 2 and tokens[1].lemma in language.verb.become and tokens[1].is_a("VA(FIN)") else None
    )
    noun = first is None or not first.is_a("NN", "NE", "FM", "ADJ") or first.lemma == first.text
    if first is None or noun or not is_participle(language.code, first.text):
        return tokens
    passive = tag(language.code, [language.written.passive, first.low])
    return (replace(first, tag="VV(PP)", lemma=passive[1][1]), *tokens[1:])


def _with_modals(tokens: tuple[Token, ...], language: Language) -> tuple[Token, ...]:
    """«Voltaro will in Graz bauen»: behind a foreign name no foreign word, unless another one follows."""
    found = list(tokens)
    for i, token in enumerate(tokens[1:-1], 1):
        if token.text in language.verb.wants_now and token.is_a("FM", "NE", "NN") and not tokens[i + 1].is_a("FM"):
            found[i] = replace(token, tag="VM(FIN)", lemma=language.written.want)
    return tuple(found)


def _with_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«dem Konzern Lendus»: a capital inside a sentence is no verb's."""
    if not [t for t in tokens[1:] if t.tag in VERB_TAGS and t.text[0].isupper()]:
        return tokens
    found = list(tokens)
    for i, token in enumerate(tokens[1:], 1):
        inside = tokens[i - 1].text[0].isalnum() or tokens[i - 1].text in (",", "&")
        if inside and token.text[0].isupper() and token.text[1:].islower() and token.is_a(*VERBS):
            found[i] = replace(token, tag="NE", lemma=token.text)
    return tuple(found)


def _with_offices(tokens: tuple[Token, ...], language: Language) -> tuple[Token, ...]:
    """«der Business Angel Eva Muster»: no names; the first word describes the second."""
    first, second = language.word.business, language.word.business_angel
    at = next((i for i, t in enumerate(tokens[:-1]) if t.text in first and tokens[i + 1].text in second), None)
    if at is None:
        return tokens
    noun = replace(tokens[at + 1], tag="NN")
    return (*tokens[:at], replace(tokens[at], tag="ADJ(A)"), noun, *tokens[at + 2 :])


def _with_second(tokens: tuple[Token, ...], code: str) -> tuple[Token, ...] | None:
    """«Auf drei Milliarden Euro taxierten Geldgeber den Wert.»: where no other word is a verb, the one behind the front is."""
    front = tokens[0].is_a("APPR", "ADV", "CARD", "PROAV")
    for i, token in enumerate(tokens[1:-1] if front and tokens[-1].text == "." else (), 1):
        if token.is_a("$"):
            return None
        bare = tokens[i - 1].is_a("NN", "NE", "CARD", "ADV", "XY") and tokens[i + 1].is_a("NN", "NE")
        if bare and token.is_a("ADJ(A)") and token.text.endswith(("te", "ten")) and token.text.islower():
            verb = replace(token, tag="VV(FIN)", lemma=finite_lemma(code, token.text))
            return (*tokens[:i], verb, *tokens[i + 1 :])
    return None


def _with_adjectives(tokens: tuple[Token, ...], language: Language) -> tuple[Token, ...]:
    """No verbs: «hat 3 Millionen registrierte Nutzer» behind a number, «die von Alpha gebaute App» behind a preposition."""
    if not [t for t in tokens[1:-1] if t.tag == "VV(FIN)" and t.text.endswith(("te", "ten"))]:
        return tokens
    found, finite = list(tokens), False
    for i, token in enumerate(tokens):
        counted = 0 < i < len(tokens) - 1 and tokens[i - 1].tag in COUNTED and tokens[i + 1].tag in NOUN
        number = counted and (tokens[i - 1].is_a("CARD") or tokens[i - 1].lemma in language.word.counted_scales)
        if token.tag in ENDING and token.text != "-":
            finite = False
        elif (
            token.tag == "VV(FIN)"
            and token.text.endswith(("te", "ten"))
            and ((finite and number) or _is_attribute(tokens, i) or _is_before_sum(tokens, i))
        ):
            found[i] = replace(token, tag="ADJ(A)")
            continue
        finite = finite or token.tag in FINITE
    return tuple(found)


def _is_before_sum(tokens: tuple[Token, ...], i: int) -> bool:
    """«hat für Alpha, den Hersteller, kolportierte 3 Millionen Euro gezahlt»: no verb, where the participle closes the piece."""
    if not 0 < i < len(tokens) - 1 or not tokens[i + 1].is_a("CARD") or tokens[i - 1].text != ",":
        return False
    end = next((k for k in range(i + 1, len(tokens)) if tokens[k].is_a("$")), len(tokens))
    return (
        end > i + 3
        and tokens[end - 1].is_a("VV(PP)")
        and not any(t.is_a("VV(FIN)", "VA", "VM") for t in tokens[i + 1 : end])
    )


def _is_attribute(tokens: tuple[Token, ...], i: int) -> bool:
    """«die von Alpha in Graz entwickelte App»: between an article that a preposition parts from its noun and that noun."""
    if i + 1 >= len(tokens) or not tokens[i + 1].is_a("NN", "NE", "FM", "ADJ(A)", "XY"):
        return False
    for k in range(i - 2, max(-1, i - ATTRIBUTE), -1):
        if tokens[k].is_a("$", "VV(FIN)", "VA(FIN)", "VM(FIN)", "KOUS"):
            return False
        if tokens[k].is_a("ART", "PPOSAT") and tokens[k + 1].is_a("APPR"):
            return True
    return False

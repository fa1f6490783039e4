"""Whether a noun phrase is definite, and means a thing that has been spoken of."""

from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.wordlist import words

FORM = 7  # tokens from a noun to the legal form of a name in small letters
ATTRIBUTE = 14  # tokens between an article and the participle that ends what stands before its noun


def opens_far(p: Parse, phrase: Phrase) -> bool:
    """«Die 1998 von Eva Muster gegründete Firma»: the article stands before all that the participle has with it."""
    if phrase.det or phrase.prep or phrase.link or not p.tokens[phrase.first].is_a("ADJ(A)"):
        return False
    for i in range(phrase.first - 1, max(-1, phrase.first - ATTRIBUTE), -1):
        if p.tokens[i].is_a("V", "$", "KON"):
            return False
        if p.tokens[i].is_a("ART") and p.tokens[i + 1].is_a("CARD", "APPR", "ADV"):
            return p.low[i] in p.language.det.definite_or_own_all
    return False


def is_greatest(p: Parse, phrase: Phrase) -> bool:
    """«Europas größte Fluggesellschaft»: a place in the genitive and a superlative are as good as an article, where the clause
    does not say of somebody that he is it."""
    owner = p.tokens[phrase.first - 1] if phrase.first else None
    placed = owner is not None and any(
        m.kind == "Place" and m.last == phrase.first - 1 and m.inflected for m in p.mentions
    )
    if not placed or phrase.det or phrase.prep or phrase.mention is not None or phrase.head == phrase.first:
        return False
    clause = p.clause_at(phrase.first)
    said = clause is None or clause.verb.lemma in words(p.language.code, "copula_verbs")
    return (
        not said
        and p.low[phrase.first].rstrip("nrms").endswith(("ste", "ßte"))
        and p.tokens[phrase.first].is_a("ADJ(A)")
    )


def has_unread_name(p: Parse, phrase: Phrase) -> bool:
    """Whether a name that nobody could read stands at a noun, which then means what is called so: «der Österreichischen
    Fördergesellschaft» with an adjective in capitals, «den Grazer Hersteller Xy + Z» with one behind, «der Ulmer Firma Wire»."""
    if phrase.mention is None:
        inside = p.tokens[max(1, phrase.first) : phrase.head]
        if [t for t in inside if t.tag == "ADJ(A)" and t.text[0].isupper() and t.text[-2:] not in p.language.pron.he]:
            return True
    after = p.tokens[phrase.last + 1] if phrase.last + 1 < len(p.tokens) else None
    if after is None or not after.text[0].isupper():
        return after is not None and _has_form(p, phrase)
    return (phrase.mention is None and after.is_a("ADJ")) or _is_name(p, phrase, after)


def _has_form(p: Parse, phrase: Phrase) -> bool:
    """«den Grazer Hersteller xyz engineering & plants GmbH»: words in small letters that end with a legal form."""
    forms = p.language.nouns.legal_forms
    behind = p.tokens[phrase.last + 1 : phrase.last + FORM]
    end = next((i for i, t in enumerate(behind) if t.text in forms), 0)
    return end > 0 and not any(t.is_a("V", "$", "ART", "APPR", "KON") and t.text != "&" for t in behind[:end])


def _is_name(p: Parse, phrase: Phrase, after: Token) -> bool:
    """Whether a word with a capital right behind a noun for companies was not made out, and is no noun."""
    if p.language.nouns.class_of(p.head(phrase).text) != "Company":
        return False
    bare = not any(m.first <= phrase.last + 1 <= m.last for m in p.mentions)
    return bare and familiar(p.language.code, after.text) in ("", "name", "other") and not after.is_a("ART", "APPR")


def is_itself(p: Parse, phrase: Phrase) -> bool:
    """«Das Netzwerk selbst hat …», after what belongs to it: hardly the thing that was named last."""
    return phrase.last + 1 < len(p.tokens) and p.low[phrase.last + 1] in p.language.pron.itself


def masculine(noun: str, language: Language) -> str:
    """«Käuferin» → «Käufer»."""
    return noun.removesuffix(language.written.feminine) if noun.endswith(language.ending.woman) else noun


def is_people(p: Parse, phrase: Phrase) -> bool:
    """«die Walldorfer», «den Chinesen»."""
    if phrase.mention is not None or phrase.det not in p.language.det.people:
        return False
    word, known = p.head(phrase).text, p.language
    return any(w in known.people or w in known.demonyms for w in (word, word.removesuffix("n")))

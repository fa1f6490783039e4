"""What bears a name that the text gives («ein Chatbot namens Alpha», «das Spiel heißt Alpha»), and of what field a text is."""

from collections import Counter
from collections.abc import Iterable, Sequence

from newsgraph.language import Language
from newsgraph.sentence import Sentence, Token
from newsgraph.tagset import beginning
from newsgraph.wordlist import PRODUCTS, is_title, noun_class, words

THINGS = (*PRODUCTS, "Company", "NewsOrganization")
THING = beginning("NN", "FM", "XY")
REACH = 12  # tokens


def bearer_class(tokens: Sequence[Token], first: int, last: int, front: Token | None, language: Language) -> str:
    """The class of what the words around say that the name names, or ""; `front` is the word before it."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    verb = front is not None and front.lemma.lower() in words(language.code, "naming_verbs")
    final = after is not None and after.lemma.lower() in words(language.code, "naming_verbs") and after.is_a("VV")
    final = final and not (
        last + 2 < len(tokens) and tokens[last + 2].text[0].isupper()
    )  # «der Chef von Alpha heißt …»
    anew = words(language.code, "renaming_verbs")
    into = front is not None and front.text in language.prep.in_ and any(t.lemma.lower() in anew for t in tokens)
    given = front is not None and (
        front.text in words(language.code, "name_givers") or front.text in language.prep.by_the_name
    )
    if not (verb or final or given or into):
        return ""
    before = [t for t in tokens[max(0, first - REACH) : first] if t is not front and t.is_a("NN", "FM", "XY")]
    if (
        front is not None
        and front.text in language.prep.by_the_name
        and first > 1
        and not _class(tokens[first - 2].text, language)
    ):
        return ""  # «Die Firma rührt eine Paste namens Alpha an»: no firm
    told = [kind for t in (before if verb else reversed(before)) if (kind := _class(t.text, language))]
    if told or not given:
        return told[0] if told else "Company" if into else ""
    behind = [t for t in tokens[last + 1 : last + 5] if t.is_a("NN")]  # «unter dem Namen Alpha eine Software»
    return next((kind for t in behind if (kind := _class(t.text, language)) in THINGS), "")


def _class(noun: str, language: Language) -> str:
    if noun in words(language.code, "name_givers"):
        return ""
    kind = noun_class(language.code, noun)
    return "Person" if is_title(language.code, noun) and not kind else kind if kind in THINGS else ""


def field(text: Iterable[Sentence], language: Language) -> str:
    """ "App" or "Chip" where an article speaks mostly of these, so that «das Modell Alpha» is one; else ""."""
    weak, found = words(language.code, "weak_products"), Counter[str]()
    for token in (t for s in text for t in s.tokens if t.tag in THING and t.text[0].isupper()):
        if token.text.rpartition("-")[2].title() not in weak:
            found[language.nouns.class_of(token.text)] += 1
        found["App"] += token.text.startswith("KI-")
    best = max(("App", "Chip"), key=lambda k: found[k])
    return best if found[best] > 1 and found[best] > found["Product"] else ""

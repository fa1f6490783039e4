"""Compounds with a name in front: «Alpha-Chips», «US-Konzern», «Alpha-Gruppe», «Lotse-2»."""

from collections.abc import Mapping, Sequence

from newsgraph.language import Language
from newsgraph.names import Known, Names
from newsgraph.sentence import Token
from newsgraph.tagger import compound, familiar
from newsgraph.wordlist import has_noun_tail, is_loanword, is_title, noun_class, tails, words

Found = tuple[str, str, str, str, bool]  # name, class, id, rest, whether it is a place that only describes
SHARING = 8  # words within which compounds share their noun


def completed(tokens: Sequence[Token], i: int, language: Language) -> str:
    """The word at i, with the noun that it shares: in «Alpha- und Beta-Chips» the first is «Alpha-Chips»."""
    text, at = tokens[i].text, i + 1
    while text.endswith("-") and at < min(i + SHARING, len(tokens)):
        after = tokens[at].text
        if "-" in after[1:-1] and not after.endswith("-"):
            return text + after.rpartition("-")[2]
        if after.lower() not in words(language.code, "joining_words") and not after.endswith("-"):
            break
        at += 1
    return text


def split(
    text: str, language: Language, names: Names, kinds: Mapping[str, str], learnt: frozenset[str]
) -> Found | None:
    """What a compound says: the name in it and the noun behind; None where no name is in it."""
    parts = text.split("-")
    if len(parts) < 2 or not parts[-1] or not parts[0]:
        return None
    if parts[0] in words(language.code, "office_parts") and is_title(language.code, parts[-1]):
        return None  # «News-Vorstand»: for what, not where
    if parts[0] in words(language.code, "trade_fronts") and parts[-1].lower().endswith(
        tails(language.code, "behind_trade_fronts")
    ):
        return None  # «der Telekom-Ausrüster Alpha»: its trade
    for n in range(min(len(parts) - 1, 4), 0, -1):
        name, rest = "-".join(parts[:n]), "-".join(parts[n:])
        known = _known(name, names)
        if known is not None:
            return (
                known.label,
                known.kind,
                known.id,
                "" if rest in language.word.group and known.kind == "Company" else rest,
                False,
            )
        if language.is_major(name) and not (
            name in words(language.code, "ordinary_places") and noun_class(language.code, rest)
        ):
            return language.places[name].name, "Place", "", rest, True
    return _new(text, parts, language, kinds, learnt)


def _leads(name: str, language: Language) -> bool:
    """Whether the first part of a title can be the name of a firm: no branch («Finanz-Chef»), no letters («IT-Chef»)."""
    branch = name in words(language.code, "office_parts") or noun_class(language.code, name) != ""
    known = familiar(language.code, name)
    simple = not (name.endswith(language.ending.small) or compound(language.code, name))  # «Netz-Chef», «Noch-Chef»
    plain = known in ("noun", "other") and simple
    return (
        len(name) > 3
        and name[1:].islower()
        and not branch
        and not plain
        and (name.endswith(language.ending.small) or not name.endswith(("s", "en")))
    )


def _is_class(name: str, language: Language, learnt: frozenset[str]) -> bool:
    """«Biotech-Unternehmen», «Fintech-Chef»: a short word for what kind of firm it is, and no firm's name."""
    return name not in learnt and noun_class(language.code, name) == "Company" and familiar(language.code, name) == ""


def _links(name: str, language: Language, rest: str) -> bool:
    """«Essens-Lieferdienst», «Vermittlungs-App»: a noun with the s of compounds, and no office or owner behind."""
    if name.endswith(tails(language.code, "linking_tails")):
        return True
    if not name.endswith("s") or is_title(language.code, rest.rpartition("-")[2]):
        return False
    return familiar(language.code, name[:-1]) == "noun" or compound(language.code, name[:-1])


def _known(name: str, names: Names) -> Known | None:
    words = name.split("-")
    hit = names.at(words)
    if hit is not None and hit[0] == len(words):
        return hit[1]
    hit = names.at([name])
    return hit[1] if hit is not None and hit[0] == 1 else None


def _new(
    text: str, parts: list[str], language: Language, kinds: Mapping[str, str], learnt: frozenset[str]
) -> Found | None:
    name, rest = parts[0], "-".join(parts[1:])
    head = noun_class(language.code, parts[-1])
    known = familiar(language.code, parts[-1])
    if (
        name in words(language.code, "no_names")
        or name in words(language.code, "compound_parts")
        or _is_class(name, language, learnt)
        or not name[0].isupper()
        or is_loanword(language.code, name)
        or len(parts[-1]) < 3
        or (
            not head
            and known != "noun"
            and not is_title(language.code, parts[-1])
            and not (known == "other" and parts[-1][0].islower())
        )
    ):
        return None
    if _links(name, language, rest):
        return None
    new = familiar(language.code, name) in ("", "name")
    if parts[-1] in language.word.firm_parts and new and len(name) > 2:
        return text, "Company", "", "", False
    if any(c.isdigit() for c in name) and head:
        return name, head, "", "", False
    if rest in language.word.group and (new or name in learnt or compound(language.code, name)) and len(name) > 2:
        return name, "Company", "", "", False
    if name in kinds:
        return name, kinds[name], "", rest, False
    if rest.lower() in words(language.code, "successor_words"):
        return None  # «Alpha-Nachfolger»: whom somebody follows, mostly a person
    here = len(parts) == 2 or (len(parts) == 3 and parts[1] in language.places)  # «Tellerchen-Österreich-Chefin»
    if here and is_title(language.code, parts[-1]) and _leads(name, language):
        return name, "Company", "", rest, False  # «Tellerchen-Chefin»: what has a hyphen there is a name
    owned = is_title(language.code, parts[-1]) or parts[-1] in words(language.code, "owned_nouns")
    if (
        (new or name in learnt)
        and len(name) > 2
        and (owned or head == "Company" or not has_noun_tail(language.code, name))
    ):
        return name, "Company" if owned else "", "", rest, False
    return None

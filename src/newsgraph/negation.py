"""Negation in a clause: «nicht», «kein», «weder», unless it denies nothing or only sets something against what was said."""

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.nameclass import QUOTES
from newsgraph.parse import Parse

MARKS = (",", "–", "—", "-", ";", ":", "(", "…", "...")
NOTHING = range(0)


def words_of(p: Parse, clause: Clause) -> list[str]:
    """The words of a clause in lower case."""
    return [p.low[i] for i in clause.tokens]


def is_negated(p: Parse, clause: Clause, language: Language, cue: int | None) -> bool:
    """«nicht», «kein», «weder» in the clause, unless they deny nothing («nicht nur»), or only what they are set against
    («acht, nicht zwölf Millionen», «…, aber keinen Cent»)."""
    words = words_of(p, clause)
    aside = set_aside(p, clause)
    negations, no = language.adv.negations, language.stem.no
    for i, word in enumerate(words):
        hardly = word in language.adv.hardly and _is_hardly(p, clause.tokens[i])
        if hardly or word in negations or (len(word) <= 6 and word.startswith(no)):
            if clause.tokens[i] + 1 == aside.start:
                continue  # «nicht von Alpha, sondern von Beta»
            if word in language.adv.not_ and _of_attribute(p, clause.tokens[i]):
                continue
            if cue is not None and word.startswith(no) and _is_made_up(p, clause, i, cue):
                continue
            near = [" ".join(words[max(0, i - a) : i + b]) for a in range(3) for b in range(1, 5)]
            if not any(n in language.modality.harmless for n in near) and not _contrast(p, clause, i, language, cue):
                return True
    return False


def _is_hardly(p: Parse, at: int) -> bool:
    """«konkurriert kaum mit Alpha»; but not «kaum 3 Millionen», «das kaum bekannte Start-up», «Kaum hatte Alpha …»."""
    if (
        not at
        or not p.tokens[at - 1].text[0].isalnum()
        or p.tokens[at - 1].is_a("ART", "PDS", "PPOSAT", "APPR", "APPRART")
    ):
        return False
    return at + 1 >= len(p.tokens) or not p.tokens[at + 1].is_a("CARD", "ADJ(A)", "ADJ(D)", "ART", "ADV", "PIAT")


def _is_made_up(p: Parse, clause: Clause, n: int, cue: int) -> bool:
    """«hat keine Filialen, aber 3 Millionen Kunden», «hat keine Filialen und erst jüngst …»: what stands behind is not denied."""
    behind = (
        i
        for i in clause.tokens[n + 1 : -1]
        if (p.low[i] in p.language.conj.makes_up and p.tokens[i - 1].text == ",")
        or (p.low[i] in p.language.conj.and_ and p.tokens[i + 1].is_a("ART", "CARD", "ADV", "PPOSAT"))
    )
    at = next(behind, None)
    return at is not None and cue > at


def _of_attribute(p: Parse, at: int) -> bool:
    """«wegen eines nicht angemeldeten Zusammenschlusses»: the word denies the adjective alone."""
    article, how = at - 1, at + 1
    while article > 0 and (p.tokens[article].is_a("ADJ(A)") or p.tokens[article].text == ","):
        article -= 1  # «ein weiterer, nicht genannter Fonds»
    while how < at + 3 and how < len(p.tokens) and p.tokens[how].is_a("ADJ(D)", "ADV"):
        how += 1  # «ein nicht namentlich genannter Fonds»
    inside = at > 0 and p.tokens[article].is_a("ART", "PPOSAT", "PIAT", "PDAT")
    return inside and how + 1 < len(p.tokens) and p.tokens[how].is_a("ADJ(A)") and p.tokens[how + 1].is_a("NN", "NE")


def set_aside(p: Parse, clause: Clause) -> range:
    """The tokens between «nicht» and «sondern» where no verb stands there: not these, but what follows."""
    said = p.words(clause)
    if p.language.conj.but_rather.isdisjoint(said):
        added = _added(p, clause) if not p.language.adv.not_.isdisjoint(said) else NOTHING
        return added or (
            NOTHING
            if said.isdisjoint(p.language.adv.once) or said.isdisjoint(p.language.adv.now)
            else _replaced(p, clause)
        )
    words = words_of(p, clause)
    but = next((n for n, word in enumerate(words) if word in p.language.conj.but_rather), 0)
    denied = [n for n, word in enumerate(words[:but]) if word in p.language.adv.not_]
    if not denied:
        return NOTHING
    first = denied[-1]
    inside = range(clause.tokens[first] + 1, clause.tokens[but])
    only = words[first + 1] in p.language.adv.only_behind_not  # «nicht nur Alpha, sondern auch Beta»
    return NOTHING if only or any(p.tokens[i].is_a("VV", "VA", "VM") for i in inside) else inside


def _replaced(p: Parse, clause: Clause) -> range:
    """«stammten früher von Alpha, heute von Beta»: what was so once."""
    tokens = clause.tokens
    once = next((n for n, i in enumerate(tokens) if p.low[i] in p.language.adv.once), len(tokens))
    now = next((n for n in range(once + 2, len(tokens)) if p.low[tokens[n]] in p.language.adv.now), None)
    inside = range(tokens[once] + 1, tokens[now] - 1) if now is not None else NOTHING
    comma = now is not None and p.tokens[tokens[now] - 1].text == ","
    return inside if comma and not any(p.tokens[i].is_a("VV", "VA", "VM") for i in inside) else NOTHING


def _added(p: Parse, clause: Clause) -> range:
    """«kommt von Alpha, nicht wie bisher von Beta»: what is added behind a comma, without a verb, is set aside."""
    tokens = clause.tokens
    at = next(
        (
            n
            for n in range(2, len(tokens))
            if p.low[tokens[n]] in p.language.adv.not_ and p.tokens[tokens[n] - 1].text == ","
        ),
        None,
    )
    if at is None:
        return NOTHING
    end = next(
        (n for n in range(at + 1, len(tokens)) if p.tokens[tokens[n]].text in MARKS or p.tokens[tokens[n]].text == "."),
        len(tokens),
    )
    inside = range(tokens[at] + 1, tokens[end - 1] + 1)
    opens = p.low[inside.start] if len(inside) > 1 else ""
    plain = opens in p.language.adv.adding and not any(p.tokens[i].is_a("VV", "VA", "VM") for i in inside)
    return inside if plain else NOTHING


def _contrast(p: Parse, clause: Clause, n: int, language: Language, cue: int | None) -> bool:
    """Whether a negation only sets something against what was said before it."""
    at = clause.tokens[n]
    before = next((p.tokens[i].low for i in range(at - 1, -1, -1) if p.tokens[i].text not in QUOTES), "")
    after = clause.tokens[n + 1] if n + 1 < len(clause.tokens) else None
    figure = after is not None and any(q.first <= after <= q.last for q in p.quantities)
    joined = before in language.grammar["certainty"]["contrast"] or (before in MARKS and n > 2)
    behind = cue is not None and cue > at
    verbless = not any(p.tokens[i].is_a("VV", "VA", "VM") for i in clause.tokens if i > at)
    over = joined and verbless and (p.tokens[at].low in language.adv.not_ or before not in MARKS) and not behind
    aside = after is not None and p.tokens[after].low in language.conj.but  # «nicht aber die Rechte»
    return over or aside or (figure and joined)

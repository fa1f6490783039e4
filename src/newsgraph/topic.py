"""Which company a text is about by now: often named, often subject, named early, subject just before; it fades. What is often
named around the sentence, after it too, counts in its favour."""

from collections.abc import Collection, Mapping, Sequence

from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.wordlist import tails, words

FADING = 0.7  # of what a sentence says of the topic in the next one
NAMED, ACTING = 1.0, 2.0  # weights of a mention and of a subject
FIRST, LAST = 2.0, 2.5  # more for what is named or acts first in the text, and for what acted last
PROMINENT = 8.0  # of what is named most around
PARAGRAPH = 2.0  # of what the paragraph names most
TAKEN = 2.0  # more for who was bought or given money, of how often it is named around
UNKNOWN = 1.0  # more for a company that no reader need know: the text is there to tell of it
NEAR = 0.6  # of how often the text names who paid: who is named so often is what it is about
INVESTING = 0.3  # of its weight has who gives money: seldom the text is about him

# The order by weight once more, by a logistic regression (docs/decisions/0008)
ORDER, LEADING = 1.48, -0.26  # of the place in the order by weight, by one and its place; more for the first
BEFORE = 0.81  # more for who was named in the last sentence
HEADING, TITLED = 0.49, 0.14  # in the first sentence of the paragraph, of the text
EARLIEST, RESTART = 0.52, 0.97  # for who was named first, more where a paragraph begins
OPENED, SPOKEN = 0.66, 0.78  # for who opened the paragraph, for who was named in it
BOUGHT, GIVER = 0.42, -1.78  # for who was bought, for who gives money
PARTNER, PUTTING = -0.52, -0.4  # for whom only a partner of one that was not named was told to supply, rival or pay
MEANT, LED, NEW = (
    0.58,
    0.69,
    0.5,
)  # for who was meant without a name, of whom it was told who leads it, for no known name
WITHIN, AROUND = 0.38, 0.95  # of what the paragraph, and the text around, name most

FADED = tuple(FADING**n for n in range(1000))  # by sentences that have passed

Told = list[tuple[int, float, Mention]]


def ranked(
    told: Told,
    companies: list[Mention],
    subjects: list[Mention],
    at: int,
    givers: frozenset[str],
    funders: frozenset[str],
    around: Mapping[str, float],
    inside: Mapping[str, float],
    taken: Collection[str] = (),
) -> list[Mention]:
    """The companies by weight at sentence `at`.

    `told` holds sentence, weight and name, `givers` who gives money, `funders` who did together, or for whom the text is about,
    `around` how often each is named around, the most frequent with 1, `inside` the same of the paragraph, `taken` who was
    bought or given money.
    """
    weight: dict[str, float] = {}
    acting = {m.name for m in subjects}
    last, faded = -1, 0.0
    for sentence, points, mention in told:
        name = mention.name
        if mention.kind == "Company" or name in acting:
            if sentence != last:
                last, past = sentence, at - sentence
                faded = FADED[past] if past < len(FADED) else FADING**past
            weight[name] = weight.get(name, 0) + points * faded
    for firsts, bonus in ((companies[:1], FIRST), (subjects[:1], FIRST), (subjects[-1:], LAST)):
        for m in firsts:
            weight[m.name] = weight.get(m.name, 0) + bonus
    for m in companies if givers else ():
        if m.name in givers and (m.name != companies[0].name or around.get(m.name, 1) < NEAR):
            weight[m.name] = weight.get(m.name, 0) * INVESTING
    for name in funders.intersection(weight):
        weight[name] *= INVESTING
    for name, most in around.items():
        if name in weight:
            weight[name] += (PROMINENT + TAKEN if name in taken else PROMINENT) * most
    for name in weight:
        weight[name] += PARAGRAPH * inside.get(name, 0)
    for name in {m.name for m in companies if not m.id}.intersection(weight):
        weight[name] += UNKNOWN
    first = {m.name: m for m in (*reversed(subjects), *reversed(companies))}
    order = sorted(weight, key=lambda name: -weight[name])
    return [first[name] for name in order if name in first]


def reranked(
    order: Sequence[Mention],
    signs: Sequence[tuple[float, Collection[str]]],
    rates: Sequence[tuple[float, Mapping[str, float]]],
) -> list[Mention]:
    """The companies of an order by weight (`ranked`) again, by what else speaks for each: `signs` are weights and the names that
    have them, `rates` weights and how much of it a name has."""
    points = {m.name: ORDER / (1 + at) + (LEADING if at == 0 else 0.0) for at, m in enumerate(order)}
    for weight, having in signs:
        for name in points.keys() & having:
            points[name] += weight
    for weight, rate in rates:
        for name in points:
            points[name] += weight * rate.get(name, 0.0)
    return sorted(order, key=lambda m: -points[m.name])


def payers(paid: Mapping[str, str], around: Mapping[str, float]) -> frozenset[str]:
    """Who bought, or put money into, a company that the text names about as often: the text is about that one."""
    here = ((who, paid[who], rate) for who, rate in around.items() if who in paid)
    return frozenset(who for who, whom, rate in here if around.get(whom, 0) >= NEAR * rate > 0)


def investors(called: Sequence[tuple[str, Mention]], language: Language) -> frozenset[str]:
    """The names of what was called by a noun for who gives money («der Kapitalgeber Alpha»)."""
    giving = tails(language.code, "investor_words")
    return frozenset(m.name for noun, m in called if noun.endswith(giving))


def gives(name: str, called: frozenset[str], language: Language) -> bool:
    """Whether a name («Alpha Ventures») or what it was `called` say that it gives money."""
    last = name.split()[-1]
    return (
        name in called
        or last in words(language.code, "investor_words")
        or last.lower().endswith(tails(language.code, "investor_words"))
    )

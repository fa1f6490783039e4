"""Words that stand for a noun, in a main clause, a relative one or a question. languages/*/function_words.toml, [pron]."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Sets of words by what they say or where they stand; the file says which."""

    asking: frozenset[str]
    datives: frozenset[str]
    he: frozenset[str]
    he_forms: frozenset[str]
    he_or_she: frozenset[str]
    her: frozenset[str]
    it: frozenset[str]
    masculine_known: frozenset[str]
    no_dative: frozenset[str]
    nominatives: frozenset[str]
    object_third: frozenset[str]
    one: frozenset[str]
    our_forms: frozenset[str]
    ours: frozenset[str]
    party: frozenset[str]
    pointing: frozenset[str]
    pointing_ban: frozenset[str]
    pointing_retold: frozenset[str]
    question: frozenset[str]
    reflexive: frozenset[str]
    relative: frozenset[str]
    relative_nominative: frozenset[str]
    relative_opening: frozenset[str]
    self: frozenset[str]
    she: frozenset[str]
    she_or_her: frozenset[str]
    she_or_it: frozenset[str]
    speaker: frozenset[str]
    standing: frozenset[str]
    subject_third: frozenset[str]
    that: frozenset[str]
    that_it_one: frozenset[str]
    that_thing: frozenset[str]
    them: frozenset[str]
    things: frozenset[str]
    this_masculine: frozenset[str]
    where: frozenset[str]
    which_feminine: frozenset[str]
    which_plural: frozenset[str]
    whose: frozenset[str]

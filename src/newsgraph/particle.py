"""Negations, adverbs and particles. languages/*/function_words.toml, [adv]."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Particles:
    """Sets of words by what they say or where they stand; the file says which."""

    across: frozenset[str]
    affected: frozenset[str]
    affected_opening: frozenset[str]
    among_them: frozenset[str]
    before_that: frozenset[str]
    besides: frozenset[str]
    but_or_only: frozenset[str]
    denied_figure: frozenset[str]
    done_with: frozenset[str]
    for_that: frozenset[str]
    formerly_named: frozenset[str]
    free: frozenset[str]
    leave_never: frozenset[str]
    leave_only: frozenset[str]
    likewise: frozenset[str]
    listing: frozenset[str]
    more_or_less: frozenset[str]
    negation_of_figure: frozenset[str]
    negations: frozenset[str]
    neither: frozenset[str]
    not_: frozenset[str]
    not_before: frozenset[str]
    not_or_almost: frozenset[str]
    now_instead: frozenset[str]
    only: frozenset[str]
    only_behind_not: frozenset[str]
    right_after_figure: frozenset[str]
    set_aside: frozenset[str]
    short: frozenset[str]
    so: frozenset[str]
    so_far: frozenset[str]
    to_that: frozenset[str]
    together: frozenset[str]
    too: frozenset[str]
    two_words: frozenset[str]
    two_words_open: frozenset[str]
    until_now: frozenset[str]
    worldwide: frozenset[str]

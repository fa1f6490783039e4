"""Nouns and adjectives that the reader knows by what they do beside a name or a figure. languages/*/function_words.toml, [word]."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Sets of words by what they say or where they stand; the file says which."""

    aid: frozenset[str]
    balance: frozenset[str]
    business: frozenset[str]
    business_angel: frozenset[str]
    circles: frozenset[str]
    contest: frozenset[str]
    counted_scales: frozenset[str]
    dealings: frozenset[str]
    euro: frozenset[str]
    firm_parts: frozenset[str]
    firm_parts_low: frozenset[str]
    firms_low: frozenset[str]
    group: frozenset[str]
    home: frozenset[str]
    law_hyphened: frozenset[str]
    law_titled: frozenset[str]
    leadership: frozenset[str]
    light_nouns: frozenset[str]
    list: frozenset[str]
    majority: frozenset[str]
    market: frozenset[str]
    millions: frozenset[str]
    names_follow: frozenset[str]
    o_clock: frozenset[str]
    official_name: frozenset[str]
    over_time: frozenset[str]
    own: frozenset[str]
    paid_in: frozenset[str]
    parts: frozenset[str]
    per_cent: frozenset[str]
    per_cent_adjective: frozenset[str]
    provided: frozenset[str]
    reports: frozenset[str]
    reports_low: frozenset[str]
    series: frozenset[str]
    speech: frozenset[str]
    time_points: frozenset[str]
    times_mark: frozenset[str]
    two_years: frozenset[str]

"""How words end that are told by their end. languages/*/function_words.toml, [ending]."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Endings:
    """By what they say; the file says which."""

    actor: tuple[str, ...]
    adjective: tuple[str, ...]
    attribute: tuple[str, ...]
    ban: tuple[str, ...]
    child: tuple[str, ...]
    circle: tuple[str, ...]
    diminutive: tuple[str, ...]
    doer: tuple[str, ...]
    firm: tuple[str, ...]
    firm_quality: tuple[str, ...]
    investor_kin: tuple[str, ...]
    law: tuple[str, ...]
    law_genitive: tuple[str, ...]
    manager: tuple[str, ...]
    market: tuple[str, ...]
    maybe_plural: tuple[str, ...]
    no_past: tuple[str, ...]
    office_succession: tuple[str, ...]
    origin_adjective: tuple[str, ...]
    package: tuple[str, ...]
    past_as_plural: tuple[str, ...]
    per_cent: tuple[str, ...]
    plural: tuple[str, ...]
    plural_or_en: tuple[str, ...]
    plural_verb: tuple[str, ...]
    present_participle: tuple[str, ...]
    region: tuple[str, ...]
    same_plural: tuple[str, ...]
    seat: tuple[str, ...]
    several_children: tuple[str, ...]
    small: tuple[str, ...]
    source: tuple[str, ...]
    superlative: tuple[str, ...]
    technics: tuple[str, ...]
    town_adjective: tuple[str, ...]
    town_lost: tuple[str, ...]
    treaty: tuple[str, ...]
    woman: tuple[str, ...]
    women: tuple[str, ...]

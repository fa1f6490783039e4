"""Genders that words show: m, f, n, mn; a plural counts as f. languages/*/function_words.toml, [gender]."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Genders:
    """By what they say; the file says which."""

    law_article: Mapping[str, str]
    law_pronoun: Mapping[str, str]
    oblique_article: Mapping[str, str]
    pronoun: Mapping[str, str]
    subject_article: Mapping[str, str]

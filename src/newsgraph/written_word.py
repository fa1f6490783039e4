"""What the reader itself writes into its values, and asks the tagger with. languages/*/function_words.toml, [written]."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """By what they say; the file says which."""

    article: str
    be: str
    demonym: str
    familiar_with: str
    feminine: str
    genitive: str
    hundred: str
    number_and: str
    passive: str
    reckoning_particle: str
    separable_particle: str
    spokesperson: str
    thousand: str
    want: str

"""The tokens of a clause in which phrases are sought, with the names and amounts among them."""

from dataclasses import dataclass

from newsgraph.case import Cases, shown
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.phrase import ALL_CASES
from newsgraph.quantity import Quantity
from newsgraph.sentence import Token


@dataclass(slots=True)
class Row:
    """The tokens of a clause without quotation marks (`inside`), and what is known of them by token.

    A position is a place in `inside`, and in `words`; a token is one of the sentence's.
    """

    tokens: tuple[Token, ...]
    inside: tuple[int, ...]
    words: list[Token]  # those of them that are inside
    names: dict[int, Mention]
    amounts: dict[int, Quantity]
    language: Language

    def before_noun(self, n: int) -> bool:
        return n + 1 < len(self.inside) and self.words[n + 1].is_a("NN", "NE", "ADJ(A)", "TRUNC", "FM")

    def position(self, token: int, default: int) -> int:
        return self.inside.index(token) if token in self.inside else default

    def cases(self, token: Token) -> Cases:
        """The cases that a determiner or pronoun shows: by the word, else by its ending."""
        word = token.low
        if word in self.language.pron.whose and not token.is_a("PRELS"):
            return ALL_CASES
        return shown(word, self.language)

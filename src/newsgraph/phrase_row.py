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

    def is_parted(self, n: int) -> bool:
        """«Alpha, der mit Abstand größte Rivale, …»: an article that looks like a relative pronoun, parted from its noun."""
        word, at = self.words[n], self.inside[n]
        if not n or not word.is_a("PREL") or self.tokens[at - 1].text != "," or n + 4 >= len(self.words):
            return False
        if word.text.lower() not in self.language.det.definite or not self.words[n + 1].is_a("APPR"):
            return False
        near = self.words[n + 2 : n + 8]
        rows = zip(near, near[1:], near[2:], strict=False)
        return any(a.is_a("NN", "NE") and b.is_a("ADJ(A)") and c.is_a("NN") for a, b, c in rows)

    def position(self, token: int, default: int) -> int:
        return self.inside.index(token) if token in self.inside else default

    def cases(self, token: Token) -> Cases:
        """The cases that a determiner or pronoun shows: by the word, else by its ending."""
        word = token.text.lower()
        if word in self.language.pron.whose and not token.is_a("PRELS"):
            return ALL_CASES
        return shown(word, self.language)

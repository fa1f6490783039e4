"""Known names in a sentence: where one begins, how far it goes, and whether a word that is also an ordinary one is meant as one."""

import re
from dataclasses import dataclass, field

from newsgraph import newname, nounname, placename
from newsgraph.language import Language
from newsgraph.learning import Local
from newsgraph.nameclass import QUOTES
from newsgraph.names import GENITIVE, Known, Names
from newsgraph.namespan import Mention
from newsgraph.namestart import is_given, may_start
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.timeword import tells_time
from newsgraph.wordlist import noun_class, tails

LONGEST = 7  # words of a name
YEAR = re.compile(r"(19|20)\d\d")  # «kaufte Alpha 2022 für …»
VERSION = re.compile(r"[A-Z]\d{1,3}[a-z]?\+?|\d\.\d")  # «Alpha S7»
APART = (",", "?", "–", "(", ":")  # behind what stands alone


@dataclass(slots=True)
class KnownScan:
    """The tokens of a sentence in which known names are looked for, and what the article has taught of its names."""

    tokens: tuple[Token, ...]
    language: Language
    names: Names
    local: Local
    hits: dict[int, tuple[int, Known] | None] = field(default_factory=dict)  # by token, once looked up

    def at(self, i: int) -> Mention | None:
        """The known name that begins at token i, if one is meant there."""
        hit = self.names_of(i)
        if hit is None or (hit[1].ambiguous and not self._name_context(i, *hit)):
            return None
        length, known = hit
        if known.ambiguous and known.kind == "NewsOrganization" and self._has_tail(i + length):
            return None  # «Capital Invest»
        if length == 1 and self.tokens[i].text in self.local.surnames:
            return None
        if hit[1].ambiguous and length == 1 and is_given(self.tokens, i, self.language):
            return None  # «Jan Muster»
        if hit[0] == 1 and self.tokens[i].is_a("ADJ", "VV", "ADV", "APPR") and i == 0 and not known.label[0].isdigit():
            plain = familiar(self.language.code, self.tokens[i].text) == "other" and not (
                self.tokens[i].is_a("VV") and self._before_finite(i)
            )
            return None if plain else self._as_known(i, length, known)
        return self._extended(i, length, known) or self._with_noun(i, length, known) or self._as_known(i, length, known)

    def is_whole(self, i: int, origin: bool) -> bool:
        """«Hellbacher Abendblatt», «The Alpha»: a known name of several words that begins with an adjective, or is quoted."""
        hit = self.names_of(i)
        if hit is None or hit[0] < 2 or placename.long_demonym(self.tokens, i, self.language):
            return False
        end = i + hit[0]
        return origin or (end < len(self.tokens) and self.tokens[end].text in QUOTES)

    def _as_known(self, i: int, length: int, known: Known) -> Mention:
        last = self.tokens[i + length - 1].text
        while i + length < len(self.tokens) and self.tokens[i + length].text in self.language.nouns.legal_forms:
            length += 1
        inflected = GENITIVE.sub("", last) != last and not known.label.endswith(last)
        front = self.tokens[i - 1] if i else None
        called = front is not None and front.is_a("NN") and noun_class(self.language.code, front.text) == "Company"
        if known.kind in ("Chip", "Product") and called and length == 1:
            return Mention(
                i, i, known.label, "Company", inflected=inflected
            )  # «der Spieleanbieter Alpha», as a chip is called too
        return Mention(i, i + length - 1, known.label, known.kind, known.id, inflected=inflected)

    def _extended(self, i: int, length: int, known: Known) -> Mention | None:
        """A known name with a further name word behind it is another name («Alpha Deutschland»)."""
        after = i + length
        if after >= len(self.tokens) or known.kind not in ("Company", "App", "Product", "Chip"):
            return None
        if tells_time(self.tokens, after, self.language):
            return None
        token = self.tokens[after]
        if known.kind == "Company" and token.text in self.language.grammar["same_tails"] and self._ends_at(after):
            return replace(self._as_known(i, length, known), last=after, inflected=False)  # «die Alpha Group»
        ended = GENITIVE.sub("", self.tokens[after - 1].text) != self.tokens[
            after - 1
        ].text and not known.label.endswith(self.tokens[after - 1].text)
        new = (
            known.kind == "Company"
            and not ended
            and may_start(self.tokens, after, self.language)
            and not newname.starts_known(self.tokens, after, self.names, self.language)
            and "-" not in token.text
            and token.text not in self.language.nouns.legal_forms  # «die Alpha GmbH» is Alpha
        )
        brand = (
            known.kind in ("Company", "App", "Product")
            and not ended
            and token.text in self.language.grammar["product_words"]
        )
        if (
            new
            or brand
            or self.language.is_major(token.text)
            or token.text in self.language.grammar["name_tails"]
            or (
                known.kind != "Company"
                and not YEAR.fullmatch(token.text)
                and (VERSION.fullmatch(token.text) or (token.text[0].isdigit() and token.text.isalnum()))
                and token.is_a("CARD", "NE", "FM", "XY")
            )
        ):
            end = after
        else:
            return None
        following = self.tokens[end + 1] if end + 1 < len(self.tokens) else None
        if following is not None and token.is_a("CARD") and following.is_a("NN", "ADJ"):
            return None
        ends = self.language.grammar["name_tails"]
        if known.kind not in ("Company", "App"):  # «iPhone 14 Pro Max»
            ends = (*ends, *self.language.grammar["product_words"])
        while end + 1 < len(self.tokens) and (self.tokens[end + 1].text in ends or (new and self._goes_on(end + 1))):
            end += 1
        name = " ".join(t.text for t in self.tokens[i : end + 1])
        told = noun_class(self.language.code, self.tokens[i - 1].text) if i and self.tokens[i - 1].is_a("NN") else ""
        if known.kind == "Company" and VERSION.fullmatch(token.text) and told != "Company":
            told = told if told in ("App", "Chip") else "Product"  # «der Alpha X1»
            return Mention(i, end, name, told)
        return Mention(
            i,
            end,
            name,
            "App" if brand and known.kind == "Company" else told if told in ("App", "Chip") else known.kind,
        )

    def _has_tail(self, i: int) -> bool:
        """Whether a word that ends names of firms follows, or another word and a legal form."""
        behind = [t.text for t in self.tokens[i : i + 2]]
        if not behind or not behind[0][0].isupper():
            return False
        formed = len(behind) == 2 and behind[1] in self.language.nouns.legal_forms
        return behind[0] in self.language.grammar["name_tails"] or formed

    def _ends_at(self, i: int) -> bool:
        """Whether no further word of a name follows: «Alpha Group USA» is another firm than «Alpha Group»."""
        after = self.tokens[i + 1].text if i + 1 < len(self.tokens) else ""
        return not self._has_tail(i + 1) and not self.language.is_major(after)

    def _goes_on(self, i: int) -> bool:
        """«Alpha Digital Classifieds»: a further word that no dictionary has as a noun, and that begins no other name."""
        token, code = self.tokens[i], self.language.code
        odd = token.is_a("NE", "FM", "XY") and token.text[0].isupper() and familiar(code, token.text) in ("", "name")
        plain = token.text not in self.language.given_names and "-" not in token.text
        return odd and plain and not newname.starts_known(self.tokens, i, self.names, self.language)

    def _with_noun(self, i: int, length: int, known: Known) -> Mention | None:
        """«Alpha Speicher wächst»: another company than Alpha."""
        last = i + length - 1
        if known.kind != "Company" or known.ambiguous or not known.label.endswith(self.tokens[last].text):
            return None
        return nounname.longer(self.tokens, i, last, self.language, self.local.kinds)

    def _before_finite(self, i: int) -> bool:
        """What opens a sentence right before its finite verb, or before others listed with it, is a name, whatever its tag
        («Lendus muss …», «Lendus und Alpha müssen …»)."""
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return after is not None and (
            after.is_a("VV(FIN)", "VA(FIN)", "VM(FIN)") or after.text in self.language.conj.joining_or_bracket
        )

    def _bare_subject(self, after: int, known: Known) -> bool:
        """«Alphabet investiert», «Auch Alphabet, …», «Und Alphabet?»: an ordinary noun would have an article there."""
        if (
            after > 1
            and after < len(self.tokens)
            and self.tokens[after].text in APART
            and known.kind in ("Company", "App")
        ):
            return True
        verb = after < len(self.tokens) and self.tokens[after].is_a("VV(FIN)", "VA(FIN)", "VM(FIN)")
        return (
            verb
            and not self.tokens[after].text.endswith(self.language.ending.plural_or_en)
            and known.kind in ("Company", "App")
        )

    def _state_body(self, i: int, known: Known) -> bool:
        """«der Bund», «vom Bund»: a body of the state, unless something follows that makes it another («der Bund der Bauern»)."""
        before = self.tokens[i - 1].low if i else ""
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        other = after is not None and (
            after.is_a("ART", "NE", "FM", "ADJ(A)", "NN") or after.low in self.language.prep.for_or_with
        )
        return known.kind == "PublicBody" and before in self.language.det.definite_or_merged and not other

    def _name_context(self, i: int, length: int, known: Known) -> bool:
        """Whether an ambiguous word is meant as a name here: tagged as one, quoted, or after a fitting head noun."""
        token = self.tokens[i]
        before = self.tokens[i - 1] if i else None
        told = self.language.nouns.class_of(before.text) if before is not None else ""
        firms = tails(self.language.code, "service_tails")
        service = told == "App" and known.kind == "Company" and before is not None and before.low.endswith(firms)
        if before is not None and (before.text in QUOTES or told == known.kind or service):
            return True
        if token.text.isupper() and len(token.text) > 3 and known.kind == "NewsOrganization":
            return True  # «sagte er dem STANDARD»
        opens = before is None or (i < 3 and before.is_a("ADV", "KON")) or before.is_a("KOUS")
        if self._state_body(i, known) or (opens and self._bare_subject(i + length, known)):
            return True
        if before is not None and before.text.endswith("s") and self.names_of(i - 1) is not None:
            return True  # «Alphas Beta»
        if before is not None and self._belongs(before, token, known, self.language):
            return True
        if before is not None and before.is_a("ART", "ADJ(A)", "PPOSAT", "PIAT", "PDAT", "CARD"):
            return (
                known.label.istitle()
                and known.kind == "NewsOrganization"
                and before.is_a("ART")
                and token.is_a("NE", "FM")
            )
        return token.is_a("NE", "FM") or length > 1 or known.label in self.local.heard

    @staticmethod
    def _belongs(before: Token, token: Token, known: Known, language: Language) -> bool:
        """«eine Tochter von Alphabet»: an ordinary noun in the singular would have an article behind the preposition."""
        outlet = known.kind == "NewsOrganization" and before.text in language.prep.known_firm
        firm = known.kind == "Company" and before.text in language.prep.known_person
        return (firm or outlet) and token.text == token.lemma

    def names_of(self, i: int) -> tuple[int, Known] | None:
        """The known name that begins at token i, meant or not, and its number of words."""
        if i not in self.hits:
            words = [t.text for t in self.tokens[i : i + LONGEST]]
            self.hits[i] = self.names.at(words)
        return self.hits[i]

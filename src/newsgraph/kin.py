"""What a compound with a name means: the thing itself («Alpha-App»), or somebody else («Alpha-Tochter», «Alpha-Eigentümer»)."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.trade import share
from newsgraph.wordlist import relates


def daughter(mention: Mention, seen: Sequence[Mention]) -> Mention | None:
    """«die Alpha-Tochter»: «Alpha Cloud», where one was named."""
    own = f"{mention.name} "
    return next((m for m in reversed(seen[-10:]) if m.kind == "Company" and m.name.startswith(own)), None)


def rival(mention: Mention, mind: Sequence[Mention], language: Language) -> Mention | None:
    """«der Alpha-Rivale»: of those in mind the first that is known to be in Alpha's trade."""
    if not relates(language.code, mention.rest, "rivals"):
        return None
    return next((m for m in mind if m.name != mention.name and share(m.id, mention.id)), None)


def is_held(mention: Mention, language: Language) -> bool:
    """«der Alpha-Eigentümer»: somebody of whom nothing more is known."""
    return relates(language.code, mention.rest, "holding")


def is_kin(mention: Mention, language: Language) -> bool:
    """«Alpha-Tochter», «Alpha-Rivale»: another company than the one that is named."""
    return relates(language.code, mention.rest, "relational", "holding")


def itself(mention: Mention, language: Language) -> bool:
    """Whether a compound with a name means the thing of that name: «Zahlio-App», «X5-Chips»."""
    if not mention.rest:
        return True
    if is_kin(mention, language):
        return False
    plural = mention.rest.lower().endswith(("s", "en", "e")) and mention.kind != "Chip"  # «Alpha-Apps» are several
    return bool(mention.kind) and not plural and language.nouns.class_of(mention.rest) == mention.kind

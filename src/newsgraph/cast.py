"""What part a text gives to each company: meant where it is not named, told of as a partner of one that is not, told who leads it.

Whom a text is about it need not name again; whom it names beside that one, as its supplier, rival or investor, it is not about.
"""

from dataclasses import dataclass, field

from newsgraph.filler import Event

PARTNERS = frozenset(("supplies", "competes"))  # relations
GIVING = frozenset(("investor", "lead"))  # roles
PARTIES = ("supplier", "customer", "a", "b", "child", "parent", "investor", "lead", "target", "company", "organization")


@dataclass(slots=True)
class Cast:
    """Names of companies, by what events have told of them so far."""

    meant: set[str] = field(default_factory=set)  # by a noun, a pronoun or nothing: the sentence did not name them
    partners: set[str] = field(default_factory=set)  # supplier, customer or rival of one so meant
    giving: set[str] = field(default_factory=set)  # who put money into one so meant
    led: set[str] = field(default_factory=set)  # the text told who leads them

    def note(self, event: Event) -> None:
        """Keep in mind who was named in an event, and who was only meant."""
        every = [(role, f) for role in PARTIES for f in event.roles.get(role, ()) if f.name]
        meant = {f.name for _, f in every if not f.here}
        self.meant |= meant
        named = [(role, f.name) for role, f in every if f.here and f.kind == "Company"]
        if event.frame.relation == "office":
            self.led |= {name for _, name in named}
        if not meant:
            return
        if event.frame.relation in PARTNERS:
            self.partners |= {name for _, name in named}
        self.giving |= {name for role, name in named if role in GIVING}

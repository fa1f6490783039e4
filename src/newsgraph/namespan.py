"""A name in a sentence, as a value."""

from newsgraph.frozen import frozen


@frozen
class Mention:
    """A name at tokens `first` to `last`. `kind` is a class of the ontology ("" while unknown), `id` a CURIE where known.

    `adjective` marks «chinesisch», `rest` is the noun that a compound puts behind the name («Alpha-Chips»).
    """

    first: int
    last: int
    name: str
    kind: str = ""
    id: str = ""
    adjective: bool = False
    rest: str = ""
    inflected: bool = False

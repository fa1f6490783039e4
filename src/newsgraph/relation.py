"""The relations that patterns can name, and what each becomes in the graph (vocabulary: ontology/newsgraph.ttl).

node    an ng:Investment or other thing that carries a status; every role is a claim about it
helper  a node all of whose attributes come from one statement: one claim describes it
name    a claim that a product has a name: an ng:MarketName where the market is known, else an alternative label
rule    an ng:Regulation, named or known only by its noun («der Gesetzentwurf»); every role is a claim about it
edge    a claim from the fillers of the role `a` to those of `b`
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """How a relation is written: its form, the class of its node or the property of its edge, the property of each role."""

    form: str
    kind: str
    roles: Mapping[str, str]
    a: str = ""
    b: str = ""


MONEY = {
    "investor": "ng:investor",
    "amount": "ng:amount",
    "part": "",
    "funds": "",
    "target": "ng:target",
    "purpose": "ng:purpose",
    "goal": "ng:goal",
    "beneficiary": "ng:beneficiary",
    "location": "ng:location",
}

RELATIONS: dict[str, Relation] = {
    "investment": Relation("node", "Investment", MONEY),
    "funding_round": Relation("node", "FundingRound", {**MONEY, "lead": "ng:leadInvestor", "round": "ng:round"}),
    "acquisition": Relation("node", "Acquisition", {**MONEY, "seller": "ng:seller", "share": "ng:share", "part": ""}),
    "provides": Relation("edge", "ng:provides", {}, "company", "product"),
    "competes": Relation("edge", "ng:competesWith", {}, "a", "b"),
    "supplies": Relation("edge", "ng:suppliesTo", {}, "supplier", "customer"),
    "parent": Relation("edge", "ng:parentCompany", {}, "child", "parent"),
    "located": Relation("edge", "ng:locatedIn", {}, "thing", "place"),
    "country": Relation("edge", "ng:country", {}, "thing", "place"),
    "available": Relation("edge", "ng:availableIn", {}, "product", "place"),
    "developed": Relation("edge", "ng:developedFor", {}, "product", "place"),
    "response": Relation("edge", "ng:responseTo", {}, "product", "rule"),
    "category": Relation("edge", "ng:category", {}, "thing", "concept"),
    "gloss": Relation("edge", "ng:gloss", {}, "thing", "meaning"),
    "rule": Relation(
        "rule",
        "Regulation",
        {
            "affected": "ng:affects",
            "enactor": "ng:enactedBy",
            "signer": "ng:signedBy",
            "delayed": "ng:delays",
            "delay": "ng:delayDuration",
        },
    ),
    "named": Relation("name", "MarketName", {}),
    "measurement": Relation(
        "helper", "Measurement", {"measured": "ng:measured", "value": "ng:quantity", "region": "ng:region"}
    ),
    "office": Relation(
        "helper", "Role", {"person": "ng:person", "organization": "ng:organization", "title": "ng:roleTitle"}
    ),
    "position": Relation(
        "helper",
        "MarketPosition",
        {
            "holder": "ng:holder",
            "supplier": "ng:supplier",
            "product": "ng:product",
            "market": "ng:market",
            "compared": "ng:comparedWith",
            "metric": "ng:metric",
        },
    ),
    "penalty": Relation(
        "helper",
        "Penalty",
        {"penalised": "ng:penalised", "imposer": "ng:imposedBy", "amount": "ng:amount", "under": "ng:under"},
    ),
}
# Where two frames want the same sum, the earlier relation has it: what is revenue is no investment.
SALE = "sale"  # of frames that only tell what is for sale: it is remembered, and nothing written
OWING = "owing"  # of frames that tell who has to pay before the text says to whom: likewise
UNREAD = "unread"  # of frames for sums that are knowingly left: it writes nothing
PRIORITY = ("measurement", "penalty", "funding_round", "acquisition", "investment")
LISTING = ("/customer-of", "/customers-listed", "/users-named")  # frames that name some of many customers
CARRIERS = ("investment", "funding_round", "acquisition")
# What a noun phrase takes for granted («Firmenchef Muster»): the clause's mood and source do not touch it.
PRESUPPOSED = (
    "country", "located", "office", "competes", "parent", "provides", "supplies", "category", "available", "gloss", "position",
)  # fmt: skip

"""News data for measuring validation: articles with claims and passages, companies, investments, figures.

    python bench/validation/news.py TRIPLES

writes Turtle to stdout. The same number gives the same bytes. With one article in five comes one fault; each kind in FAULTS
makes one result of a core shape (bench/validation/core.ttl), each in QUERY_FAULTS one of a SPARQL constraint (sparql.ttl).
"""

import sys
from collections.abc import Iterator

HEAD = """@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix ngc: <https://w3id.org/newsgraph/concept/> .
@prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

"""
CLAIMS = 8
TRIPLES = 202  # of an article and what comes with it
MODALITIES = ("asserted", "planned", "possible", "unclear")
CURRENCIES = ("EUR", "USD", "CNY", "JPY", "CHF")
PLACES = ("deutschland", "frankreich", "china", "japan", "usa", "indien", "brasilien", "kanada")
NAMES = ("Nordwerk", "Talbau", "Seeland", "Bergkraft", "Hafenlog", "Steinau", "Waldner", "Lindenhof")
FAULTS = (
    "no title",
    "no language",
    "date as a word",
    "two texts",
    "short digest",
    "no source",
    "unknown modality",
    "quote without language",
    "negated as a word",
    "two review states",
    "evidence from elsewhere",
    "reversed period",
    "start below 0",
    "empty passage",
    "unknown currency",
    "amount below 0",
    "investor is a place",
    "no status",
    "no metric",
    "own competitor",
    "country is a word",
    "label twice",
    "product without a label",
)
BARE = "bare claims"  # no fault of the data above: every claim without source, modality and quote, three results each
QUERY_FAULTS = ("quote not in the text", "two sums", "app without a name")


def faults(number: int) -> str:
    """The fault of an article, or ""."""
    kinds = FAULTS + QUERY_FAULTS
    return kinds[number // 5 % len(kinds)] if number % 5 == 4 else ""


def planted(triples: int, kinds: tuple[str, ...] = FAULTS + QUERY_FAULTS) -> int:
    """How many results these kinds of fault make in the data of that size; sh:equals gives two, one for each side."""
    found = [faults(n) for n in range(articles(triples))]
    return sum(found.count(kind) for kind in kinds) + (
        found.count("evidence from elsewhere") if kinds != QUERY_FAULTS else 0
    )


def articles(triples: int) -> int:
    """How many articles make about so many triples."""
    return max(1, triples // TRIPLES)


def turtle(triples: int) -> Iterator[str]:
    """The data as Turtle, an article a piece."""
    yield HEAD
    yield "".join(f'ngi:{place} a ng:Place ; rdfs:label "{place.title()}"@de .\n' for place in PLACES)
    for number in range(articles(triples)):
        yield article(number, faults(number))


def bare(triples: int) -> Iterator[str]:
    """Data of about that size in which every claim is bare."""
    yield HEAD
    yield "".join(f'ngi:{place} a ng:Place ; rdfs:label "{place.title()}"@de .\n' for place in PLACES)
    yield from (article(number, BARE) for number in range(articles(triples)))


def article(n: int, fault: str) -> str:
    """All that comes with one article."""
    quotes = [f"{NAMES[(n + k) % 8]} will {(n * 7 + k * 13) % 900 + 10} Millionen Euro anlegen." for k in range(CLAIMS)]
    claims = "".join(claim(n, k, quotes, fault if k == 3 or fault == BARE else "") for k in range(CLAIMS))
    return head(n, quotes, fault) + claims + companies(n, fault) + investments(n, fault) + figures(n, fault)


def head(n: int, quotes: list[str], fault: str) -> str:
    title = "" if fault == "no title" else f'dcterms:title "{NAMES[n % 8]} baut in {PLACES[n % 8].title()}"@de ; '
    language = "" if fault == "no language" else 'dcterms:language "de" ; '
    text, second = " ".join(quotes), ' , "Noch ein Text."@de' if fault == "two texts" else ""
    day = '"gestern"' if fault == "date as a word" else f'"20{n % 24:02}-{n % 12 + 1:02}-{n % 28 + 1:02}"^^xsd:date'
    digest = f"{n:0{63 if fault == 'short digest' else 64}x}"
    return f"""ngi:a{n} a ng:Article ; {title}{language}
    ng:text "{text}"@de{second} ; ng:textDigest "{digest}" ;
    dcterms:issued {day} ; dcterms:publisher ngi:verlag{n % 50} ; schema:url <https://example.org/{n}> .
ngi:verlag{n % 50} a ng:NewsOrganization ; rdfs:label "Verlag {n % 50}"@de .
"""


def claim(n: int, k: int, quotes: list[str], fault: str) -> str:
    start = sum(len(q) + 1 for q in quotes[:k])
    quote = quotes[k] if fault != "quote not in the text" else quotes[k].replace("will", "wird wohl")
    exact, start = ('""' if fault == "empty passage" else f'"{quote}"'), -1 if fault == "start below 0" else start
    source = "" if fault in ("no source", BARE) else f"ng:assertedBy ngi:c{n} ; "
    modality = "confirmed" if fault == "unknown modality" else MODALITIES[(n + k) % 4]
    how = "" if fault == BARE else f"ng:modality ngc:{modality} ; "
    words = f'ng:quote "{quote}"{"" if fault == "quote without language" else "@de"} ; ' if fault != BARE else ""
    negated = '"nein"' if fault == "negated as a word" else "true" if (n + k) % 9 == 0 else "false"
    states = " , ngc:disputed" if fault == "two review states" else ""
    until = 2019 if fault == "reversed period" else 2027
    home = f"ngi:a{n - 1}" if fault == "evidence from elsewhere" else f"ngi:a{n}"
    return f"""ngi:s{n}-{k} a ng:Claim ; ng:subject ngi:c{n} ; ng:predicate ng:competesWith ; ng:object ngi:c{n + k} ;
    {source}{how}{words}
    ng:statedIn ngi:a{n} ; ng:evidence ngi:p{n}-{k} ; ng:negated {negated} ; ng:reviewStatus ngc:confirmed{states} ;
    ng:validFrom "2024-01-01"^^xsd:date ; ng:validUntil "{until}-12-31"^^xsd:date ; ng:timeExpression "heuer" .
ngi:p{n}-{k} a ng:Passage ; oa:hasSource {home} ; oa:start {start} ; oa:end {start + len(quote)} ; oa:exact {exact} .
"""


def companies(n: int, fault: str) -> str:
    rival = f"c{n}" if fault == "own competitor" else f"c{n + 1}"
    country = f' , "{PLACES[n % 8]}"' if fault == "country is a word" else ""
    second = ' , "Zweiter Name"@de' if fault == "label twice" else ""
    label = "" if fault == "product without a label" else f' ; rdfs:label "Produkt {n}"@de'
    name = "" if fault == "app without a name" else f" ; ng:marketName ngi:n{n}"
    return f"""ngi:c{n} a ng:Company ; rdfs:label "Firma {n}"@de{second} , "Company {n}"@en ;
    ng:country ngi:{PLACES[n % 8]}{country} ;
    ng:competesWith ngi:{rival} ; ng:provides ngi:d{n} , ngi:e{n} .
ngi:c{n + 1} a ng:Company . ngi:c{n + 7} a ng:Company .
ngi:d{n} a ng:Product{label} ; ng:category ngc:chips .
ngi:e{n} a ng:App ; rdfs:label "App {n}"@de ; ng:availableIn ngi:{PLACES[n % 8]}{name} .
ngi:n{n} a ng:MarketName ; ng:market ngi:{PLACES[n % 8]} .
"""


def investments(n: int, fault: str) -> str:
    texts = []
    for k, value in enumerate((20000000.0 + n, 12.5 + n % 1000)):
        kind = fault if k == 0 else ""
        currency = "Taler" if kind == "unknown currency" else CURRENCIES[(n + k) % 5]
        sign = "-" if kind == "amount below 0" else ""
        investor = "ngi:china" if kind == "investor is a place" else f"ngi:c{n}"
        status = "" if kind == "no status" else "ng:status ngc:planned ; "
        texts.append(f"""ngi:i{n}-{k} a ng:Investment ; ng:investor {investor} ; ng:amount ngi:m{n}-{k}\
{f" , ngi:m{n}-1" if kind == "two sums" else ""} ; {status}ng:goal "Ausbau"@de ; ng:location ngi:{PLACES[n % 8]} .
ngi:m{n}-{k} a ng:MonetaryAmount ; ng:value {sign}{value:.1f} ; ng:currency "{currency}" .
""")
    return "".join(texts)


def figures(n: int, fault: str) -> str:
    metric = "" if fault == "no metric" else "ng:metric ngc:users ; "
    return f"""ngi:f{n} a ng:Measurement ; ng:measured ngi:e{n} ; {metric}ng:quantity ngi:q{n} .
ngi:q{n} a ng:Quantity ; ng:value {n % 90 + 1}.25 ; ng:approximate true .
"""


if __name__ == "__main__":
    sys.stdout.writelines(turtle(int(sys.argv[1])))

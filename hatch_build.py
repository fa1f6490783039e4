"""The build hook that compiles the reader into C extensions, where it is asked to.

    NEWSGRAPH_COMPILE=1 pip install .

Without that variable this does nothing: the wheel is pure Python and runs everywhere. With it the modules that reading an
article runs through are compiled by mypyc (a C compiler and the headers of Python are needed) and lie beside their sources
in a wheel for this platform. Both forms read the same text into the same bytes. docs/decisions/0009-compiled.md
"""

import ast
import os
import re
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VARIABLE = "NEWSGRAPH_COMPILE"
CONSTANT = re.compile(r"[A-Z][A-Z0-9_]+")
ROOTS = ("reading", "build")  # what an article goes through: these modules and all that they import
# not worth it: files, the network, errors, processes of their own
LEFT = frozenset(
    ("collecting", "data", "encoding", "errors", "files", "frozen", "namespace", "page", "rdf", "replacement", "worker")
)
SOLE = ("Language", "Names", "Tables", "Index", "Patterns")  # types of which there is one value a language


class CustomBuildHook(BuildHookInterface[Any]):
    """Adds the compiled modules to a wheel (hatchling calls it so)."""

    def dependencies(self) -> list[str]:
        return ["mypy>=1.19", "setuptools>=65"] if _wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if not _wanted() or self.target_name != "wheel" or version == "editable":
            return
        folder = Path(mkdtemp(prefix="newsgraph"))
        built = compiled(Path(self.root) / "src" / "newsgraph", folder)
        build_data["force_include"] |= {str(file): file.relative_to(folder / "out").as_posix() for file in built}
        build_data["infer_tag"], build_data["pure_python"] = True, False


def _wanted() -> bool:
    return os.environ.get(VARIABLE, "") not in ("", "0")


def compiled(package: Path, folder: Path) -> list[Path]:
    """The extensions under folder/out, made of adapted copies of the modules under folder/newsgraph."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    copy = folder / package.name
    copy.mkdir(parents=True)
    inside = closure(package)
    for module in package.glob("*.py"):
        source = module.read_text("utf-8")
        (copy / module.name).write_text(adapted(source) if module.stem in inside else source, "utf-8")
    names = [f"{package.name}/{name}.py" for name in sorted(inside)]
    options = ["--config-file=", "--ignore-missing-imports", *names]
    with chdir(folder):
        extensions = mypycify(options, opt_level="2", debug_level="0", multi_file=True, group_name=package.name)
        command = Distribution({"name": package.name, "ext_modules": extensions}).get_command_obj("build_ext")
        command.build_lib, command.build_temp, command.parallel = "out", "temp", os.cpu_count()
        command.ensure_finalized()
        command.run()
    return sorted(f for f in (folder / "out").rglob("*") if f.is_file())


def closure(package: Path) -> set[str]:
    """The modules that ROOTS import, and what those do, without those in LEFT."""
    found, todo = set[str](), list(ROOTS)
    while todo:
        name = todo.pop()
        if name not in found | LEFT and (file := package / f"{name}.py").exists():
            found.add(name)
            todo += _imported(file)
    return found


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "newsgraph":
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newsgraph."):
            yield (node.module or "").split(".")[1]


def adapted(source: str) -> str:
    """A module as mypyc takes it.

    Its classes have slots of their own kind, it knows dataclasses by their decorator's name only, and compiles the making of
    values only where `__init__` is written out, which a frozen one could not have; a constant that is `Final` it finds without
    looking up its name; what a function remembers it finds in a dict several times as fast as through `lru_cache`, and whether a
    tag is one of some in a set of them; and it stumbles over `x in (*some, other)` (mypyc 2.4).
    """
    text = _with_makers(_with_known(_with_tags(source)))
    text = text.replace("from newsgraph.frozen import frozen", "from dataclasses import dataclass as frozen_")
    text = re.sub(r"^@frozen$", "@frozen_(unsafe_hash=True)", text, flags=re.MULTILINE)
    text = re.sub(r"^@dataclass\(.*\)", _thawed, text, flags=re.MULTILINE)
    text = re.sub(r"\bobject\.__setattr__\((\w+), \"(\w+)\", (.*)\)(?=  #|$)", r"\1.\2 = \3", text, flags=re.MULTILINE)
    text = re.sub(r"\bMapping\[", "dict[", text).replace("Sequence[Token]", "tuple[Token, ...]")
    text = re.sub(r"(\bzip\([^\n]*), strict=True\)", r"\1)", text)
    return _with_finals(_with_tuples(text))


def _thawed(decorator: re.Match[str]) -> str:
    """The decorator of a class without slots, whose fields its `__init__` may set; its hash stays that of its fields."""
    hashed = "unsafe_hash" if "eq=False" not in decorator[0] else "frozen"
    return decorator[0].replace("slots=True", "slots=False").replace("frozen=True", f"{hashed}={hashed != 'frozen'}")


def _with_known(source: str) -> str:
    """The functions and methods under `lru_cache` or `cache` with a dict each, where they look before they are asked."""
    lines = source.split("\n")
    for top in reversed(ast.parse(source).body):
        held = list[str]()
        for node in reversed(top.body if isinstance(top, ast.ClassDef) else [top]):
            cached = _cached(node)
            if isinstance(node, ast.FunctionDef) and cached is not None:
                known, asking = _asking(node, cached, top.name if isinstance(top, ast.ClassDef) else "")
                held.append(known)
                asked = lines[node.lineno - 1].replace(f"def {node.name}(", f"def {node.name}_asked(")
                lines[cached.lineno - 1 : node.lineno] = [*asking, "", asked]
        start = min([top.lineno, *(d.lineno for d in getattr(top, "decorator_list", ()))])
        lines[start - 1 : start - 1] = [*reversed(held), ""] if held else []
    return "\n".join(lines)


def _cached(node: ast.stmt) -> ast.expr | None:
    """The decorator that remembers what a function of some parameters has said."""
    if not isinstance(node, ast.FunctionDef) or not (node.args.args or node.args.vararg):
        return None
    return next((d for d in node.decorator_list if ast.unparse(d).startswith(("lru_cache(", "cache"))), None)


def _asking(node: ast.FunctionDef, cached: ast.expr, owner: str) -> tuple[str, list[str]]:
    """The line with the dict of what is known, and the lines of the function that looks there.

    What is asked of words is known by the value of which there is one a language, then by the words. Of so many answers as
    the decorator allows the older half goes.
    """
    kinds = {a.arg: ast.unparse(a.annotation) if a.annotation else owner for a in node.args.args}
    rest = node.args.vararg
    if rest is not None and rest.annotation is not None:
        kinds[rest.arg] = f"tuple[{ast.unparse(rest.annotation)}, ...]"
    first = next((n for n, k in kinds.items() if k in SOLE or n in ("self", "code", "language")), "")
    outer = first if len(kinds) > 1 else ""
    inner = [n for n in kinds if n != outer]
    key, kind = ", ".join(inner), ", ".join(kinds[n] for n in inner)
    key, kind = (key, kind) if len(inner) == 1 else (f"({key})", f"tuple[{kind}]")
    value = ast.unparse(node.returns).strip("'") if node.returns else "None"
    known = f"_{owner}_{node.name}_known".lower()
    passed = ", ".join(f"*{n}" if rest is not None and n == rest.arg else n for n in kinds if n != "self")
    call = f"{'self.' if owner else ''}{node.name}_asked({passed})"
    most = ast.unparse(cached.args[0]) if isinstance(cached, ast.Call) else ""
    held = f"dict[{kind}, {value}]"
    body = [
        *_found(known, outer),
        *(_if_in(key) if {"None", "Any"} & {*re.findall(r"\w+", value)} else _if_found(key)),
        *(_halved(most) if most else []),
        f"known[{key}] = asked = {call}",
        "return asked",
    ]
    pad = " " * node.col_offset
    head = f"{pad}def {node.name}({ast.unparse(node.args)}) -> {value}:"
    of = f"dict[{kinds[outer]}, {held}]" if outer else held
    return f'{known}: "Final[{of}]" = {{}}', [head, *(f"{pad}    {line}" for line in body)]


def _found(known: str, outer: str) -> list[str]:
    made = [f"known = {known}.get({outer})", "if known is None:", f"    known = {known}[{outer}] = {{}}"]
    return made if outer else [f"known = {known}"]


def _if_in(key: str) -> list[str]:
    return [f"if {key} in known:", f"    return known[{key}]"]


def _if_found(key: str) -> list[str]:
    return [f"found = known.get({key})", "if found is not None:", "    return found"]


def _halved(most: str) -> list[str]:
    return [f"if len(known) >= {most}:", f"    for old in list(known)[: {most} // 2]:", "        del known[old]"]


def _with_makers(source: str) -> str:
    """The dataclasses with an `__init__` each, at their ends."""
    lines = source.split("\n")
    for node in reversed(ast.parse(source).body):
        if isinstance(node, ast.ClassDef) and any(_makes_values(d) for d in node.decorator_list):
            lines[node.end_lineno : node.end_lineno] = _maker(node)
    return "\n".join(lines)


def _makes_values(decorator: ast.expr) -> bool:
    return ast.unparse(decorator).partition("(")[0] in ("frozen", "dataclass")


def _maker(node: ast.ClassDef) -> list[str]:
    """The `__init__` of a dataclass; nothing where the class has a base, whose fields would come first."""
    if node.bases:
        return []
    asked, body = list[str](), list[str]()
    for field in node.body:
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            parameter, value = _made(field.target.id, ast.unparse(field.annotation), field.value)
            asked += parameter
            body += value
    after = any(isinstance(f, ast.FunctionDef) and f.name == "__post_init__" for f in node.body)
    body += ["self.__post_init__()"] if after else []
    return ["", f"    def __init__({', '.join(['self', *asked])}) -> None:", *(f"        {line}" for line in body)]


def _made(name: str, kind: str, value: ast.expr | None) -> tuple[list[str], list[str]]:
    """A field's parameter, if it has one, and the line that sets it, if the class does not do so itself."""
    said = {k.arg: ast.unparse(k.value) for k in value.keywords} if isinstance(value, ast.Call) else {}
    plain = value is None or not isinstance(value, ast.Call) or ast.unparse(value.func) != "field"
    default = (ast.unparse(value) if value is not None else "") if plain else said.get("default", "")
    factory = "" if plain else said.get("default_factory", "")
    made = {"dict": "{}", "list": "[]"}.get(factory, f"{factory}()")
    if said.get("init") == "False" and not plain:
        return [], [f"self.{name} = {made}"] if factory else []
    if factory:
        return [f"{name}: {kind} | None = None"], [f"self.{name} = {made} if {name} is None else {name}"]
    return [f"{name}: {kind} = {default}" if default else f"{name}: {kind}"], [f"self.{name} = {name}"]


def _with_finals(source: str) -> str:
    """The constants of the module, written in capitals, as `Final`; what may be the name of a type stays as it is."""
    body, lines = ast.parse(source).body, source.split("\n")
    for node in body:
        if isinstance(node, ast.AnnAssign):
            target, mark = node.target, f": Final[{ast.unparse(node.annotation)}]"
        else:
            target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else node
            mark = ": Final"
        if isinstance(target, ast.Name) and CONSTANT.fullmatch(target.id) and not _names_type(node):
            end = node.annotation if isinstance(node, ast.AnnAssign) else target
            lines[node.lineno - 1] = target.id + mark + lines[node.lineno - 1].encode()[end.end_col_offset :].decode()
    imports = (n for n in body if isinstance(n, ast.Import | ast.ImportFrom))
    first = next((n.lineno for n in imports if getattr(n, "module", "") != "__future__"), 0)
    return "\n".join([*lines[: first - 1], "from typing import Final", *lines[first - 1 :]]) if first else source


def _names_type(node: ast.stmt) -> bool:
    """Whether what is assigned could be a type, or is nothing."""
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    if isinstance(value, ast.Name | ast.Attribute):
        return not CONSTANT.fullmatch(value.id if isinstance(value, ast.Name) else value.attr)
    union = isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr)
    return value is None or union or isinstance(value, ast.Subscript)


def _with_tags(source: str) -> str:
    """`token.is_a("NN", *SOME)` as `(token.tag in …)`, a set that is made once: what a call would make a tuple for each time."""
    text, sets = source.encode(), dict[str, str]()
    for call in sorted(_tag_calls(source), key=lambda n: (n.lineno, n.col_offset), reverse=True):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else call
        name = sets.setdefault(", ".join(map(ast.unparse, call.args)), f"_TAGS_{len(sets)}")
        first, last = _span(source, call)
        text = text[:first] + f"({ast.unparse(owner)}.tag in {name})".encode() + text[last:]
    made = [f'{name}: "Final[frozenset[str]]" = tags_beginning({args})' for args, name in sets.items()]
    front = "\nfrom newsgraph.tagset import beginning as tags_beginning\nfrom newsgraph"
    return "\n".join([text.decode().replace("\nfrom newsgraph", front, 1), *made, ""]) if made else source


def _tag_calls(source: str) -> Iterator[ast.Call]:
    """The calls of `is_a` that ask for tags, or tuples of them that are constants."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "is_a":
            given = [a.value if isinstance(a, ast.Starred) else a for a in call.args]
            if all(isinstance(a, ast.Constant) or (isinstance(a, ast.Name) and a.id.isupper()) for a in given):
                yield call


def _span(source: str, node: ast.expr) -> tuple[int, int]:
    """Where a node begins and ends, in bytes."""
    starts = [0, *(m.end() for m in re.finditer(rb"\n", source.encode()))]
    return starts[node.lineno - 1] + node.col_offset, starts[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)


def _with_tuples(source: str) -> str:
    """`x in (*some, other)` as `x in tuple((*some, other))`; elsewhere a list must stay one, or it equals none."""
    text = source.encode()
    puts = [
        put
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare)
        for op, part in zip(node.ops, node.comparators, strict=True)
        if isinstance(op, ast.In | ast.NotIn)
        if isinstance(part, ast.Tuple | ast.List) and any(isinstance(e, ast.Starred) for e in part.elts)
        for put in zip(_span(source, part), (b"tuple(", b")"), strict=True)
    ]
    for at, put in sorted(puts, reverse=True):
        text = text[:at] + put + text[at:]
    return text.decode()

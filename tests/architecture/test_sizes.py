import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILE_LIMIT, FUNCTION_LIMIT, CLASS_LIMIT = 500, 60, 200
TOO_BIG_FOR_NOW: set[str] = set()  # may only shrink


def sources():
    for folder in ("src", "tests", "benchmarks", "launcher"):
        for path in (ROOT / folder).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path


def test_nothing_has_grown_too_big_to_read():
    too_big = set()
    for path in sources():
        text = path.read_text(encoding="utf-8")
        name = str(path.relative_to(ROOT))
        if text.count("\n") > FILE_LIMIT:
            too_big.add(name)
        for node in ast.walk(ast.parse(text)):
            limit = CLASS_LIMIT if isinstance(node, ast.ClassDef) else FUNCTION_LIMIT
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                if node.end_lineno - node.lineno >= limit:
                    too_big.add(f"{name}:{node.name}")
    assert too_big == TOO_BIG_FOR_NOW


def test_no_package_has_a_name_that_says_nothing():
    vague = {"utils", "helpers", "common", "misc", "manager", "base", "core"}
    assert [str(path) for path in sources() if vague & {path.stem, *path.parts[-3:-1]}] == []

"""What holds of every template and every sheet of the project."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

FACES = Path(__file__).parents[3] / "src" / "phare" / "faces"
TEMPLATES = sorted(FACES.glob("*/templates/**/*.html"))
STATIC = FACES / "shared" / "static" / "shared"
SHARED = [path for path in TEMPLATES if path.parent.name == "shared"]


def name_of(path: Path) -> str:
    return str(path).split("/templates/", 1)[1]


every_template = pytest.mark.parametrize("path", TEMPLATES, ids=name_of)


@every_template
def test_a_template_compiles(path):
    get_template(name_of(path))


@every_template
def test_a_template_carries_no_style_and_no_script_of_its_own(path):
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"\sstyle\s*=", text), "a style attribute: the policy refuses it"
    assert not re.search(r"<style[\s>]", text)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text), "an inline event handler"
    assert not re.search(r"<script(?![^>]*\bsrc=)", text), "a script without src"
    assert "javascript:" not in text
    assert not re.search(r"hx-on|hx-vals=[\"']js:", text), "htmx would evaluate text"


@every_template
def test_a_template_asks_nothing_of_another_server(path):
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"(?:src|href|action)=[\"'](?:https?:)?//", text)


@every_template
def test_no_field_is_explained_by_its_placeholder(path):
    assert "placeholder=" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SHARED, ids=name_of)
def test_every_shared_part_says_what_it_needs(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]

    assert re.match(r"\{# \S.+ #\}$", first)


def test_sheets_are_light_and_ask_nothing_of_another_server():
    for sheet in STATIC.glob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert len(text.encode()) < 30_000, sheet.name
        assert "@import" not in text
        assert not re.search(r"url\((?!fonts/)", text), sheet.name
        assert text.count("{") == text.count("}"), sheet.name


def test_modules_evaluate_no_text_and_keep_no_cookie():
    for module in (STATIC / "js").glob("*.js"):
        text = module.read_text(encoding="utf-8")
        assert not re.search(r"\beval\(|new Function|document\.cookie|https?://", text), module.name
        assert text.startswith("/*"), f"{module.name} says what it listens to"

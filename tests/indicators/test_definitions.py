"""The catalogue holds together, and `docs/indicators.md` says the same."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from phare.indicators.definitions import INDICATORS, NAMED

PAGE = Path(__file__).parents[2] / "docs" / "indicators.md"


def documented():
    """Code to the words of its section, line ends taken as spaces."""
    parts = re.split(r"^## `(\w+)`$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {
        code: " ".join(text.split()) for code, text in zip(parts[::2], parts[1::2], strict=True)
    }


def test_every_indicator_is_documented_and_nothing_else_is():
    assert list(documented()) == list(INDICATORS)


@pytest.mark.parametrize("code", INDICATORS)
def test_the_page_says_what_the_code_says(code):
    one, text = INDICATORS[code], documented()[code]

    with translation.override("en"):
        said = [str(one.name), str(one.definition), *(str(b.text) for b in one.breaks)]
        said += [f"`{item.code}`" for item in one.items] + [f"`{name}`" for name in one.aliases]
        said += [f"Series break {b.year}" for b in one.breaks]
        said += [f"add up to `{one.adds_to[0]}`"] if one.adds_to else []
        said += ["never added up"] if one.overlap and "never added up" in text else []
    assert [words for words in said if " ".join(words.split()) not in text] == []
    assert one.overlap is ("Its lines are never added up." in text)


def test_places_that_are_named_exist():
    places = [one.adds_to for one in INDICATORS.values() if one.adds_to]
    places += [one.moves_with for one in INDICATORS.values() if one.moves_with]
    places += [item.of for one in INDICATORS.values() for item in one.items if item.of]

    assert [p for p in places if p[0] not in INDICATORS or not INDICATORS[p[0]].item(p[1])] == []


def test_a_name_and_a_label_mean_one_line_only():
    for name, candidates in NAMED.items():
        labels = [label for one in candidates for item in one.items for label in item.labels]
        if len(candidates) > 1:
            assert len(labels) == len(set(labels)), name
        assert sum(one.open_items for one in candidates) <= 1, name

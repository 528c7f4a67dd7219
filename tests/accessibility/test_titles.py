"""Somebody who hears a title knows which page it is, and in which house."""

import re
from collections import defaultdict

import pytest

from tests.accessibility.scenes import LANGUAGES, SCENES
from tests.test_crawl import Visitor


def pages(stage, language):
    """Every scene that is only looked at: its name and what the house answers."""
    visitors = {}
    for scene in SCENES:
        if scene.sent or scene.annex or not scene.is_on_any_screen:
            continue
        visitor = visitors.setdefault(scene.who, Visitor(stage.main, "127.0.0.1"))
        if scene.who:
            visitor.cookies["phare_staff"] = stage.cookies[scene.who]
        address = f"/{language}/{scene.address.format(**stage.places)}"
        yield scene, visitor.ask(address)[1]


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_of_its_own(stage, browser, language):
    named = defaultdict(set)
    for scene, text in pages(stage, language):
        title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
        assert title and title[1].strip(), scene.name
        named[" ".join(title[1].split())].add(scene.address.split("?")[0])
    assert {title: found for title, found in named.items() if len(found) > 1} == {}

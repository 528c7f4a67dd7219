"""No page of the house keeps anybody out: every state, four languages, every screen, two lights."""

import os

import pytest

from tests.accessibility.inspection import (
    inspect,
    inspect_keyboard,
    inspect_room,
    told,
)
from tests.accessibility.scenes import LANGUAGES, SCENES, covering, views
from tests.accessibility.stage import turn

pytestmark = pytest.mark.browser
EVERY = pytest.mark.skipif("PHARE_EVERY" not in os.environ, reason="part of make test-all")
COVER = [
    (scene, language, size, scheme)
    for rank, scene in enumerate(SCENES)
    for language, (size, scheme) in covering(scene, rank)
]


def named(case):
    scene, language, size, scheme = case
    return f"{scene.name}-{language}-{size[0]}-{scheme}".replace(" ", "_")


def against(page, scene):
    """Everything that can be held against a page on that screen, in that light."""
    found = inspect(page)
    if scene.is_on_any_screen:
        found += inspect_room(page)
    return told([*found, *inspect_keyboard(page)])


@pytest.mark.parametrize("case", COVER, ids=named)
def test_nothing_stands_in_the_way(stage, browser, case):
    scene, language, size, scheme = case
    with stage.shown(scene, language, size, scheme) as page:
        found = against(page, scene)
    assert found == []


def test_the_cover_holds_every_pair():
    """Every page in each language, on each of its screens and in each light."""
    for scene in SCENES:
        mine = [case[1:] for case in COVER if case[0] == scene]
        assert {language for language, _, _ in mine} == set(LANGUAGES)
        assert {(size, scheme) for _, size, scheme in mine} == set(views(scene))


@EVERY
@pytest.mark.every
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name.replace(" ", "_"))
def test_nothing_stands_in_the_way_on_any_screen_in_any_light(stage, browser, scene, language):
    wrong = {}
    screens = views(scene)
    with stage.shown(scene, language, *screens[0]) as page:
        for size, scheme in screens:
            turn(page, size, scheme)
            wrong[f"{size[0]} {scheme}"] = against(page, scene)
    assert wrong == dict.fromkeys(wrong, [])

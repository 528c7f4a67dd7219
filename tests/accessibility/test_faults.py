"""The rules themselves: they see what was planted, and nothing where nothing is."""

import pytest

from tests.accessibility.faults import FAULTS, SOUND
from tests.accessibility.inspection import inspect, inspect_keyboard, inspect_room, told
from tests.browser import watched

pytestmark = pytest.mark.browser
ADDRESS = "http://127.0.0.1/"
WANTED = 20


@pytest.fixture
def page(browser):
    context, _ = watched(browser, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def everything(page, html):
    page.unroute(ADDRESS)
    page.route(ADDRESS, lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(ADDRESS)
    return [*inspect(page), *inspect_room(page), *inspect_keyboard(page)]


def test_a_sound_page_has_nothing_against_it(page):
    assert told(everything(page, SOUND)) == []


def test_planted_faults_are_found(page, capsys):
    seen = {name: everything(page, html) for name, html in FAULTS.items()}
    caught = {name for name, found in seen.items() if found}
    by_axe = {name for name, found in seen.items() if any(one.by == "axe" for one in found)}
    lines = [
        f"{'caught' if found else 'MISSED'}  {name}: "
        + ", ".join(sorted({f"{one.by}:{one.rule}" for one in found}))
        for name, found in seen.items()
    ]
    with capsys.disabled():
        print("\n" + "\n".join(lines))  # noqa: T201
        print(f"{len(caught)} of {len(FAULTS)}, {len(by_axe)} of them by axe")  # noqa: T201
    assert len(FAULTS) == 22
    assert len(caught) >= WANTED

"""A visitor who uses no pointer: everything public is reached and read with the keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.people import GO_ON, KIOSK, NAMES, ticket_shown
from tests.journeys.words import Words, containing

pytestmark = pytest.mark.browser
FAR = 40  # presses of Tab after which something is out of reach


def tab_to(page, name):
    """Tab until that is under the focus, whatever it is."""
    for _ in range(FAR):
        page.keyboard.press("Tab")
        held = page.evaluate("() => document.activeElement.innerText || ''")
        if re.search(containing(name), held):
            return
    raise AssertionError(f"{name} is out of reach of the keyboard")


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("script", [True, False])
def test_the_public_pages_are_walked_through_with_the_keyboard(house, opened, language, script):
    say = Words(language)
    page = opened(house.origin, f"/{language}/", script=script)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    tab_to(page, NAMES["work"][language])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(NAMES["work"][language])
    tab_to(page, say("How to come"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/coming/")
    other = {"fr": ("nl", "Nederlands"), "nl": ("fr", "Français")}[language]
    tab_to(page, other[1])
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{other[0]}/coming/")
    assert page.locator("html").get_attribute("lang") == other[0]
    assert page.context.cookies() == []


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_ticket_is_taken_at_the_kiosk_with_the_keyboard(house, opened, language):
    say = Words(language)
    page = opened(house.origin, f"/{language}/{KIOSK}", width=1280, height=800)
    tab_to(page, GO_ON[language])
    page.keyboard.press("Enter")
    page.wait_for_url("**/about/")
    tab_to(page, NAMES["work"][language])
    page.keyboard.press("Enter")
    page.wait_for_url("**/about/work/")
    tab_to(page, say("Take my ticket"))
    page.keyboard.press("Enter")
    number, _ = ticket_shown(page)
    assert re.match(r"T\s*\d+", number)

"""A day at reception: tickets by keyboard, mistakes mended, and the end of the day seen by all."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import (
    BOARD,
    COUNSELLOR,
    KIOSK,
    NAMES,
    RECEPTION,
    Keys,
    at_work,
    given_ticket,
    number_at_desk,
)
from tests.journeys.words import Words, containing

pytestmark = pytest.mark.browser
MOST_KEYS = 12


@pytest.fixture
def reception(house, opened):
    def start(language):
        return at_work(opened, house.origin, RECEPTION, f"/{language}/reception/")

    return start


def give(page, *pressed):
    """A ticket by the keyboard alone: the number it was given and the keys it took."""
    keys = Keys(page)
    with page.expect_navigation():
        keys(*pressed, "Enter")
    return page.locator("main .note .num").inner_text(), keys.pressed


def line_of(page, number):
    return page.locator("#floor .queue li").filter(
        has=page.locator(".num", has_text=containing(number))
    )


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_ticket_takes_few_keys_and_can_be_undone_and_corrected(reception, language):
    say = Words(language)
    page = reception(language)
    number, pressed = give(page, language[0], "3")
    assert pressed <= MOST_KEYS
    expect(line_of(page, number)).to_have_count(1)
    with page.expect_navigation():
        page.keyboard.press("u")
    expect(line_of(page, number)).to_have_count(0)

    group = ("g", "Control+a", "5", "Tab", "ArrowDown", "Tab", "Space")
    number, pressed = give(page, language[0], "2", *group)
    assert pressed <= MOST_KEYS
    line = line_of(page, number)
    expect(line).to_contain_text(say.count("%(people)s person", "%(people)s people", 5, people=5))
    expect(line).to_contain_text(say("goes first"))
    expect(line).to_contain_text(say("sign language"))

    with page.expect_navigation():
        page.keyboard.press("c")
    theme = page.get_by_role("radio", name=containing(NAMES["work"][language]))
    theme.check(force=True)
    page.get_by_role("button", name=say("Correct")).click()
    expect(page.locator("main .beam").first).to_contain_text(NAMES["work"][language])


def test_a_missed_call_is_given_back(house, opened, reception):
    say = Words("fr")
    desk = at_work(opened, house.origin, COUNSELLOR, "/fr/desk/")
    token = given_ticket(house.origin, desk, "learn")
    phone = opened(house.origin, f"/fr/ticket/{token}/", width=360)
    number = phone.locator("main .given .num").inner_text()
    while number_at_desk(desk) != number:
        with desk.expect_navigation():
            desk.keyboard.press("Enter")
    with desk.expect_navigation():
        desk.keyboard.press("a")
    expect(phone.get_by_role("heading", name=say("We called you"))).to_be_visible()

    page = reception("fr")
    back = page.locator("#today").get_by_role("button", name=containing(say("Is here after all")))
    back.filter(has_text=containing(f"{number[0]} {number[1:]}")).click()
    page.get_by_role("link", name=say("Back to reception")).click()
    expect(line_of(page, number)).to_have_count(1)
    expect(phone.get_by_role("heading", name=say("Your number"))).to_be_visible()


def test_somebody_who_calls_for_a_human_is_heard(house, opened, reception):
    page = reception("fr")
    kiosk = opened(house.origin, f"/nl/{KIOSK}human/", width=1080, height=1920, has_touch=True)
    kiosk.get_by_role("button", name=Words("nl")("Yes, call somebody")).tap()
    going = page.get_by_role("button", name=containing(Words("fr")("I am going")))
    expect(going).to_be_visible()
    going.click()
    expect(going).to_have_count(0)


def test_closing_is_seen_at_the_kiosk_and_on_the_board(house, opened, reception):
    """Last in this module: the day is closed behind it, then given back."""
    say, dutch = Words("fr"), Words("nl")
    page = reception("fr")
    board = opened(house.origin, f"/fr/{BOARD}", width=1920, height=1080)
    token = given_ticket(house.origin, page, "learn")
    phone = opened(house.origin, f"/nl/ticket/{token}/", width=360)
    page.goto("/fr/reception/closing/")
    page.get_by_role("button", name=say("Give no more tickets")).click()
    kiosk = opened(house.origin, f"/nl/{KIOSK}about/", width=1080, height=1920)
    sorry = kiosk.get_by_role("heading", name=dutch("The last ticket of today has been given"))
    expect(sorry).to_be_visible()
    expect(board.locator(".waits")).to_contain_text("Le dernier ticket d’aujourd’hui est donné.")

    page.get_by_role("checkbox").check()
    page.get_by_role("button", name=say("Close the day")).click()
    expect(page.get_by_text(say("The day is closed."), exact=True)).to_be_visible()
    expect(phone.get_by_role("heading", name=dutch("We are sorry"))).to_be_visible()
    page.get_by_role("button", name=say("Give tickets again")).click()
    kiosk.reload()
    expect(kiosk.get_by_role("link", name=containing(NAMES["work"]["nl"]))).to_be_visible()

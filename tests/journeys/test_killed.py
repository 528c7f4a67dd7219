"""The house is killed outright and started again: its screens find it without anybody's hand."""

import signal

import pytest
from playwright.sync_api import expect

from tests.house import start_web, wait_until_healthy
from tests.journeys.people import BOARD, COUNSELLOR, at_work, given_ticket, number_at_desk
from tests.journeys.words import Words

pytestmark = pytest.mark.browser
SEEN = 20_000  # milliseconds until a screen says that it hears nothing, or hears again


def test_board_and_telephone_find_the_house_again(house, opened):
    say = Words("nl")
    desk = at_work(opened, house.origin, COUNSELLOR, "/fr/desk/")
    token = given_ticket(house.origin, desk, "learn")
    board = opened(house.origin, f"/fr/{BOARD}", width=1920, height=1080)
    phone = opened(house.origin, f"/nl/ticket/{token}/", width=360)
    number = phone.locator("main .given .num").inner_text()
    with board.expect_response("**/calls/*"), phone.expect_response("**/part/"):
        given_ticket(house.origin, desk, "learn")  # both have heard of it: they follow the house
    screens = (desk, board, phone)
    for screen in screens:
        screen.watch.is_cut = True

    house.web[0].send_signal(signal.SIGKILL)
    house.web[0].wait()
    for screen in (board, phone):
        expect(screen.locator("[data-lost]")).to_be_visible(timeout=SEEN)
    house.web[0] = start_web(house, house.door)
    wait_until_healthy(house.door.getsockname()[1])
    for screen in (board, phone):
        expect(screen.locator("[data-lost]")).to_be_hidden(timeout=SEEN)
    for screen in screens:
        screen.watch.is_cut = False

    desk.goto("/fr/desk/")
    while number_at_desk(desk) != number:
        with desk.expect_navigation():
            desk.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name=say("It is your turn"))).to_be_visible()
    first = board.locator(".calls li").first
    expect(first.locator(".num").first).to_have_text(number, timeout=SEEN)

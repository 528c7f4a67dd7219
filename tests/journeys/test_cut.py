"""The network goes at the worst moment: the touch screen waits, and asks once."""

import psycopg
import pytest
from playwright.sync_api import expect

from tests.journeys.people import ask_about, at_kiosk, ticket_shown
from tests.journeys.words import Words

pytestmark = pytest.mark.browser
RECOVERY = 20_000  # milliseconds in which the screen has found the house again


def tickets(house):
    with psycopg.connect(house.url) as connection:
        return connection.execute("SELECT count(*) FROM tickets_ticket").fetchone()[0]


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_ticket_asked_while_the_network_is_cut_is_given_once(house, opened, language):
    say = Words(language)
    kiosk = at_kiosk(opened, house.origin, language)
    ask_about(kiosk, "work", language)
    before = tickets(house)
    button = kiosk.get_by_role("button", name=say("Take my ticket"))
    with kiosk.watch.cut_expected():
        kiosk.context.set_offline(True)
        button.tap()
        expect(kiosk.locator("[data-kiosk-lost]")).to_be_visible()
        button.tap(force=True)
        kiosk.context.set_offline(False)
        kiosk.wait_for_url("**/ticket/*/", timeout=RECOVERY)
    number, _ = ticket_shown(kiosk)
    assert number and tickets(house) == before + 1


def test_a_ticket_given_whose_answer_was_lost_is_not_given_again(house, opened):
    kiosk = at_kiosk(opened, house.origin, "fr")
    ask_about(kiosk, "work", "fr")
    before = tickets(house)
    answers = []

    def lose_the_first(route):
        answer = route.fetch(max_redirects=0)
        answers.append(answer.headers["location"])
        if len(answers) == 1:
            route.abort("connectionreset")
        else:
            route.fulfill(response=answer)

    kiosk.route("**/take/", lose_the_first)
    with kiosk.watch.cut_expected():
        kiosk.get_by_role("button", name=Words("fr")("Take my ticket")).tap()
        kiosk.wait_for_url("**/ticket/*/", timeout=RECOVERY)
    assert tickets(house) == before + 1
    assert len(set(answers)) == 1


def test_a_question_asked_before_the_screen_was_started_again_is_still_asked(house, opened):
    kiosk = at_kiosk(opened, house.origin, "fr")
    ask_about(kiosk, "work", "fr")
    before = tickets(house)
    blocked = []

    def block(route):
        blocked.append(route.request.method)
        route.abort("connectionfailed")

    kiosk.route("**/take/", block)
    with kiosk.watch.cut_expected():
        kiosk.get_by_role("button", name=Words("fr")("Take my ticket")).tap()
        expect(kiosk.locator("[data-kiosk-lost]")).to_be_visible()
        kiosk.reload()
        kiosk.unroute("**/take/")
        kiosk.wait_for_url("**/ticket/*/", timeout=RECOVERY)
    assert blocked and tickets(house) == before + 1

"""Somebody comes with a question; a year later it is one of the figures of a report."""

import re

import pytest
from playwright.sync_api import expect

from phare.faces.console.demo.staff import NAMES as STAFF
from tests.journeys.people import (
    BOARD,
    MANAGER,
    Keys,
    at_kiosk,
    at_work,
    number_at_desk,
    open_desk,
    take_ticket,
)
from tests.journeys.words import Words, containing

pytestmark = pytest.mark.browser
MOST_KEYS = 15
TURN = 12_000  # milliseconds: a call stands alone for six seconds, then the next one is lit
YEAR = "2026"
PROFILE = {
    "themes", "language", "gender", "age_band", "status", "own_initiative", "first_visit",
    "municipality", "schemes", "referred_to",
}  # fmt: skip
DESK = {"fr": "13", "nl": "14"}


def contacts_shown(page):
    return int(
        re.sub(r"\D", "", page.locator("section[aria-labelledby=t-count] .fig").inner_text())
    )


def report_of_the_year(page, language):
    page.goto(f"/{language}/office/reports/?year={YEAR}&language={language}")
    total = int(re.sub(r"\D", "", page.locator(".poster").inner_text()))
    return total, page.locator("main").inner_text()


def close_by_keyboard(page):
    """A second theme, the whole profile, a scheme, where the person goes next. The keys it took."""
    keys = Keys(page)
    keys("t", "2", "g")  # another theme, and back to the first question
    keys("1", "2", "1", "1", "1")  # gender, age, situation, own initiative, first visit
    keys("m", "1", "Tab", "2")  # what more there is: a scheme, sent on to
    keys("c", "s")  # the municipality by its first letter
    form = page.locator("form[action$='/close/']")
    said = form.evaluate("form => [...new FormData(form)].filter(([, value]) => value)")
    assert PROFILE <= {name for name, value in said}
    assert len([name for name, value in said if name == "themes"]) == 2
    with page.expect_navigation():
        keys("Enter")
    return keys.pressed


def call_until(page, number, say):
    """Calls the next person, and the next, without leaving the keyboard; the numbers called."""
    page.keyboard.press("n")
    called = []
    while number not in called:
        expect(page.get_by_role("heading", name=say("With you now"))).to_be_visible()
        called.append(number_at_desk(page))
        if number not in called:
            with page.expect_navigation():
                page.keyboard.press("Enter")
    return called


def announced(number, desk):
    letter, digits = number[0], number[1:].strip()
    return re.compile(rf"{letter}\s*{digits}\D.*\D{desk}\s*$", re.DOTALL)


@pytest.mark.parametrize("language, script", [("fr", True), ("nl", False)])
def test_a_question_becomes_a_contact_and_a_figure(house, opened, language, script):
    say = Words(language)
    manager = at_work(opened, house.origin, MANAGER, f"/{language}/desk/")
    office = manager.context.new_page()
    office.goto(f"/{language}/office/today/")
    before = contacts_shown(office)
    reported, _ = report_of_the_year(manager, language)
    board = opened(house.origin, f"/fr/{BOARD}", width=1920, height=1080)
    number, phone = third_in_line(house, opened, language, script)

    manager.goto(f"/{language}/desk/")
    open_desk(manager, DESK[language], language)
    called = call_until(manager, number, say)
    assert len(called) >= 3
    for one in called:
        first = board.locator(".calls li").first
        expect(first).to_have_text(announced(one, DESK[language]), timeout=TURN)
    if not script:
        phone.get_by_role("link", name=say("Refresh")).click()
    expect(phone.get_by_role("heading", name=say("It is your turn"))).to_be_visible()
    expect(phone.locator("main .desk")).to_have_text(DESK[language])

    pressed = close_by_keyboard(manager)
    assert pressed <= MOST_KEYS
    expect(manager.get_by_role("heading", name=say("For the person who leaves"))).to_be_visible()
    answer_once(phone, manager, say, script)
    expect(office.locator("section[aria-labelledby=t-count] .fig")).to_have_text(
        str(before + len(called))
    )
    total, text = report_of_the_year(manager, language)
    assert total == reported + len(called)
    assert [name for name in STAFF if re.search(rf"\b{name}\b", text)] == []
    give_up_the_desk(manager, language)


def third_in_line(house, opened, language, script):
    """A visitor who comes after two others: the number, and the page on a telephone."""
    kiosk = at_kiosk(opened, house.origin, language, script)
    for _ in range(2):
        take_ticket(kiosk, "choose", language)
        kiosk.goto(f"/{language}/kiosk/demo-kiosk/")
    number, token = take_ticket(kiosk, "choose", language)
    phone = opened(house.origin, f"/{language}/ticket/{token}/", width=360, script=script)
    expect(phone.locator("main .given .num")).to_have_text(number)
    expect(phone.get_by_role("heading", name=Words(language)("Your number"))).to_be_visible()
    assert phone.context.cookies() == kiosk.context.cookies() == []
    return number, phone


def answer_once(phone, desk, say, script):
    """The questionnaire of the code at the desk opens once, then never again."""
    token = re.search(r"voice=([\w-]+)", desk.url)[1]
    phone.goto(f"/{say.language}/voice/{token}/")
    for group in phone.get_by_role("group").all():
        group.locator("label").first.click()
    phone.get_by_role("button", name=say("Send")).click()
    expect(phone.get_by_role("heading", name=say("Thank you"))).to_be_visible()
    phone.goto(f"/{say.language}/voice/{token}/")
    expect(phone.get_by_role("heading", name=say("These questions are closed"))).to_be_visible()


def give_up_the_desk(page, language):
    say = Words(language)
    page.goto(f"/{language}/desk/")
    page.locator("summary", has_text=containing(say("Pause"))).click()
    page.get_by_role("button", name=say("Close my desk")).click()
    expect(page.get_by_role("heading", name=say("Open my desk"))).to_be_visible()


@pytest.mark.parametrize("language, script", [("nl", True), ("fr", False)])
def test_a_visitor_follows_a_ticket_and_gives_it_back(house, opened, language, script):
    say = Words(language)
    kiosk = at_kiosk(opened, house.origin, language, script)
    number, token = take_ticket(kiosk, "work", language)
    phone = opened(house.origin, f"/{language}/ticket/{token}/", width=360, script=script)
    phone.get_by_role("button", name=say("I am back in 15 minutes")).click()
    expect(phone.locator("main strong").first).to_contain_text("10")
    phone.get_by_text(say("Cancel my ticket"), exact=True).click()
    phone.get_by_role("button", name=say("Yes, cancel my ticket")).click()
    expect(phone.get_by_role("heading", name=say("This ticket is over"))).to_be_visible()
    assert number in phone.title().replace(" ", "")
    assert phone.context.cookies() == []

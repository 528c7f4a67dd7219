"""What two counsellors do with the people at their desks, and the sheet somebody takes away."""

import subprocess

import pytest
from playwright.sync_api import expect

from phare.ground.postgres_binaries import client_program
from tests.journeys.people import (
    COUNSELLOR,
    MANAGER,
    NAMES,
    at_work,
    given_ticket,
    number_at_desk,
    open_desk,
)
from tests.journeys.words import Words, containing

pytestmark = pytest.mark.browser
STEP = "Appeler l’école du quartier Zwaluwnest au 02 555 77 19"


@pytest.fixture
def desk(house, opened):
    """The counsellor at desk 1, with somebody."""
    page = at_work(opened, house.origin, COUNSELLOR, "/fr/desk/")
    given_ticket(house.origin, page, "learn")
    if not page.locator("#now .num").count():
        page.reload()
        press(page, "n")
    return page


def press(page, key):
    with page.expect_navigation():
        page.keyboard.press(key)


def test_two_people_are_set_aside_and_a_third_is_not(house, desk):
    say = Words("fr")
    aside = []
    for _ in range(2):
        aside.append(number_at_desk(desk))
        press(desk, "k")
        given_ticket(house.origin, desk, "learn")
        press(desk, "n")
    third = number_at_desk(desk)
    press(desk, "k")
    expect(desk.locator("#outcome")).to_contain_text(
        say("Two people are set aside already. Take one back first.")
    )
    assert number_at_desk(desk) == third
    press(desk, "Enter")
    while desk.locator("#now .num").count():
        desk.get_by_role("button", name=say("Close only"), exact=True).click()
        desk.wait_for_load_state()
    for number in aside:
        back = desk.get_by_role("button", name=containing(say("Take back"))).first
        back.click()
        expect(desk.locator("#now .num")).to_have_text(number)
        desk.get_by_role("button", name=say("Close only"), exact=True).click()
        expect(desk.get_by_role("heading", name=say("Nobody is with you"))).to_be_visible()


def test_somebody_is_sent_on_with_the_same_number(house, opened, desk):
    say = Words("nl")
    number = number_at_desk(desk)
    colleague = at_work(opened, house.origin, MANAGER, "/nl/desk/")
    open_desk(colleague, "13", "nl")
    desk.reload()
    desk.keyboard.press("o")
    form = desk.locator(".ways details[open] form")
    form.get_by_role("radio", name=containing(NAMES["work"]["fr"])).check(force=True)
    form.locator("select[name=desk]").select_option(label=_choice(form, "Bureau 13"))
    form.get_by_role("button").click()
    line = colleague.locator("#line .num", has_text=containing(number))
    expect(line).to_be_visible()
    colleague.get_by_role("button", name=containing(say("Call the next person"))).click()
    expect(colleague.locator("#now .num")).to_have_text(number)
    colleague.get_by_role("button", name=say("Close only"), exact=True).click()
    expect(colleague.get_by_role("heading", name=say("Nobody is with you"))).to_be_visible()


def _choice(form, words):
    """The whole words of the choice that begins so."""
    options = form.locator("select[name=desk] option").all_inner_texts()
    return next(option for option in options if option.startswith(words))


def test_a_colleague_joins_and_leaves_an_interview(house, opened, desk):
    say, dutch = Words("fr"), Words("nl")
    number = number_at_desk(desk)
    colleague = at_work(opened, house.origin, MANAGER, "/nl/desk/")
    if colleague.locator("select[name=desk]").count():
        open_desk(colleague, "13", "nl")
    desk.reload()
    desk.keyboard.press("j")
    form = desk.locator(".ways details[open] form")
    form.locator("select[name=desk]").select_option(label=_choice(form, "Bureau 13"))
    form.get_by_role("button", name=say("Ask to join")).click()
    colleague.get_by_role("link", name=dutch("Show my desk as it is")).click()
    joined = colleague.get_by_role("heading", name=dutch("A colleague asks you to join"))
    expect(joined).to_be_visible()
    expect(colleague.locator("#now .num")).to_have_text(number)
    colleague.get_by_role("button", name=dutch("Leave this interview")).click()
    expect(colleague.get_by_role("heading", name=dutch("Nobody is with you"))).to_be_visible()
    expect(desk.locator("#now .num")).to_have_text(number)


def test_the_next_steps_leave_with_the_person_and_stay_nowhere(house, desk):
    say = Words("fr")
    for line in (STEP, "Apporter une pièce d’identité"):
        desk.keyboard.press("/")
        desk.locator("#sheet_line").fill(line)
        desk.keyboard.press("Enter")
        expect(desk.locator("#sheet li span:not(.vh)", has_text=line)).to_be_visible()
    desk.locator("#sheet h2").click()  # out of the writing field
    desk.keyboard.press("q")
    code = desk.get_by_role("img", name=say("The sheet as a code: the text itself, no address"))
    expect(code).to_be_visible()
    with desk.context.expect_page() as paper:
        desk.keyboard.press("i")
    expect(paper.value.get_by_role("listitem").first).to_contain_text(STEP)
    paper.value.close()
    desk.reload()
    expect(desk.locator("#sheet ol")).to_have_count(0)
    assert STEP not in everything_kept(house)
    assert "Zwaluwnest" not in everything_kept(house)


def everything_kept(house):
    """All that the database holds, as text."""
    words = [client_program("pg_dump"), "--inserts", "-d", house.url]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout

"""From the agenda to a place and back, for a conference, for a class; and what the desk does."""

import re
import subprocess
import sys
from datetime import timedelta

import psycopg
import pytest
from playwright.sync_api import expect

from tests.house import MOMENT, ROOT, environment, heard
from tests.journeys.people import COUNSELLOR, MANAGER, RECEPTION, at_work
from tests.journeys.words import Words, containing

pytestmark = pytest.mark.browser
YOUNGEST = 3100  # milliseconds until somebody can have filled in a form
FAR = 80  # presses of Tab after which something is out of reach
HALF_A_DAY = 5


@pytest.fixture
def programme(house):
    return house.said("tests.journeys.prepare_programme")


def open_session(opened, house, key, language, script):
    """Through the agenda, as people find it."""
    page = opened(house.origin, f"/{language}/agenda/?by=list", width=360, script=script)
    page.locator(f"main a[href='/{language}/session/{key}/']").first.click()
    return page


def choose(page, name, value):
    page.locator(f"input[name={name}][value={value}]").check(force=True)


def send(page, button, say, script):
    """After the time it takes to type; without a script it is asked once more."""
    page.wait_for_timeout(YOUNGEST)
    page.get_by_role("button", name=containing(button), exact=True).click()
    if not script:
        page.wait_for_timeout(YOUNGEST)
        page.get_by_role("button", name=say("Yes, send it")).click()


def register(page, say, script, name, mode="ON_SITE"):
    """The answer that the page gives at once."""
    choose(page, "mode", mode)
    page.locator("input[name=name]").fill(name)
    page.locator("input[name=mail]").fill(f"{name.lower()}@example.org")
    page.wait_for_timeout(YOUNGEST)
    page.locator(".sign-up button.btn").last.click()
    if not script:
        page.wait_for_timeout(YOUNGEST)
        page.get_by_role("button", name=say("Yes, send it")).click()
    page.wait_for_url("**/registration/**")


def standing(page):
    return page.locator(".place-said strong")


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("script", [True, False])
def test_a_place_a_turn_an_offer_a_switch_and_back(house, opened, programme, language, script):
    say, key = Words(language), programme["key"]
    first = open_session(opened, house, key, language, script)
    register(first, say, script, "Aneth")
    expect(standing(first)).to_have_text(say("You have a place."))
    second = open_session(opened, house, key, language, script)
    register(second, say, script, "Berce")
    expect(standing(second)).to_have_text(
        say("You are number %(place)s on the waiting list.", place=1)
    )

    first.get_by_text(say("Change"), exact=True).first.click()
    first.get_by_role("button", name=say("Change")).click()
    expect(standing(first)).to_have_text(say("You have a place."))
    expect(first.locator("section.ruled")).to_contain_text(say("Online."))
    second.reload()
    expect(standing(second)).to_have_text(say("A place is free for you."))
    second.get_by_role("button", name=say("Yes, I take it")).click()
    expect(standing(second)).to_have_text(say("You have a place."))

    first.get_by_text(say("Change"), exact=True).first.click()
    first.get_by_role("button", name=say("Change")).click()
    waits = say("You are number %(place)s on the waiting list.", place=1)
    expect(standing(first)).to_have_text([say("You have a place."), waits])
    first.get_by_text(say("You cannot come at all?")).click()
    first.get_by_role("button", name=say("Cancel everything")).click()
    expect(standing(first)).to_have_text(say("You no longer come."))
    second.get_by_text(containing(say("I do not come"))).click()
    second.get_by_role("button", name=containing(say("Yes, I give it up"))).click()
    expect(standing(second)).to_have_text(say("You no longer come."))
    assert first.context.cookies() == second.context.cookies() == []


def tab_to(page, selector):
    for _ in range(FAR):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{selector} is out of reach of the keyboard")


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_a_place_is_taken_and_given_up_with_the_keyboard_alone(house, opened, programme, language):
    say, keys = Words(language), programme["key"]
    page = opened(house.origin, f"/{language}/agenda/?by=list")
    tab_to(page, f"a[href='/{language}/session/{keys}/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/session/**")
    tab_to(page, "input[name=mode]")
    page.keyboard.press("ArrowDown")
    tab_to(page, "input[name=mail]")
    page.keyboard.type("cumin@example.org")
    page.wait_for_timeout(YOUNGEST)
    page.keyboard.press("Enter")
    page.wait_for_url("**/registration/**")
    expect(standing(page)).to_have_text(say("You have a place."))
    expect(page.locator("section.ruled")).to_contain_text(say("Online."))
    tab_to(page, "details:has(button.stop) > summary")
    page.keyboard.press("Enter")
    tab_to(page, "button.stop")
    page.keyboard.press("Enter")
    expect(standing(page)).to_have_text(say("You no longer come."))


@pytest.mark.parametrize(("language", "script"), [("fr", True), ("nl", False)])
def test_a_conference_is_one_registration_with_a_workshop_of_each_hour(
    house, opened, programme, language, script
):
    say = Words(language)
    page = opened(house.origin, f"/{language}/series/{programme['series']}/", script=script)
    page.locator(f"input[type=radio][value='{programme['workshops'][1]}']").check(force=True)
    page.locator("input[name=mail]").fill("fenouil@example.org")
    send(page, say("Register for these parts"), say, script)
    page.wait_for_url("**/registration/**")

    expect(standing(page)).to_have_text([say("You have a place.")] * 2)
    expect(page.locator("h2").filter(has_text="Atelier B")).to_have_count(1)
    expect(page.locator("h2").filter(has_text="Atelier A")).to_have_count(0)


@pytest.mark.parametrize(("language", "script"), [("fr", False), ("nl", True)])
def test_a_class_asks_to_come_and_agrees_on_a_date_with_the_office(house, opened, language, script):
    say, french = Words(language), Words("fr")
    school = f"Athénée du Phare {language}"
    page = opened(house.origin, f"/{language}/visit/", script=script)
    page.locator("input[name=organisation]").fill(school)
    page.locator("input[name=name]").fill("Genêt")
    page.locator("input[name=mail]").fill(f"genet-{language}@example.org")
    page.locator("input[name=people]").fill("18")
    page.locator("input[name=date1]").fill("2026-12-07T09:30")
    send(page, say("Ask for a visit"), say, script)
    page.wait_for_url(re.compile(r"/visit/.{20,}"))
    expect(standing(page)).to_have_text(say("We have your request."))

    office = at_work(opened, house.origin, MANAGER, "/fr/office/visits/")
    office.get_by_role("link", name=containing(school)).click()
    day = 14 if language == "fr" else 15
    office.locator("input[name=date1]").fill(f"2026-12-{day}T13:30")
    office.get_by_role("button", name=french("Send these dates")).click()
    expect(office.get_by_text(french("These dates are sent to the group."))).to_be_visible()

    page.goto(visit_link(house, school, language))
    page.get_by_role("button", name=containing(say("This one"))).click()
    expect(standing(page)).to_have_text(say("We expect you."))
    page.get_by_role("link", name=say("Sheet to prepare the visit")).click()
    expect(page.locator("main")).to_contain_text(school)


def visit_link(house, school, language):
    """The link of the newest letter."""
    words = f"""if True:
        import django; django.setup()
        from phare.activities.models import GroupRequest
        from phare.activities.visit_links import link_of_request
        print(link_of_request(GroupRequest.objects.get(organisation={school!r})))"""
    told = subprocess.run(
        [sys.executable, "-c", words],
        cwd=ROOT,
        env=environment(house.url),
        capture_output=True,
        check=True,
        text=True,
    )
    return f"/{language}/visit/{told.stdout.strip()}/"


def test_reception_registers_somebody_without_any_address_and_prints(house, opened, programme):
    say = Words("nl")
    page = at_work(opened, house.origin, RECEPTION, f"/nl/desk/activities/{programme['key']}/")
    page.get_by_role("button", name=containing(say("Reserve"))).click()
    page.wait_for_url("**/seat/*/")
    code = page.locator("main b.num").inner_text()
    page.get_by_role("link", name=say("On paper")).click()
    expect(page.locator("main")).to_contain_text(code)
    expect(page.locator("main svg, main img").first).to_be_visible()


def test_a_session_is_closed_the_figure_moves_and_stands_when_the_names_have_gone(house, opened):
    say, session = Words("fr"), house.said("tests.journeys.prepare_door")
    office = at_work(opened, house.origin, MANAGER, "/fr/office/today/")
    figure = office.locator("#t-count + .fig")
    before = int(figure.inner_text())

    desk = at_work(opened, house.origin, COUNSELLOR, f"/fr/desk/activities/{session['key']}/")
    desk.get_by_role(
        "button", name=containing(f"{say('Is here')} {session['codes']['Capucine']}")
    ).click()
    desk.locator("#close input[name^=came_ON_SITE]").first.fill(str(HALF_A_DAY))
    desk.get_by_role("button", name=say("Count and close the session")).click()
    expect(
        desk.get_by_text(say("Counted. Whoever left a mail address is thanked."))
    ).to_be_visible()
    expect(figure).to_have_text(str(before + HALF_A_DAY))  # without anybody's hand

    a_night(house, after=1)
    told = report(office)
    assert people_of(house, session) == len(session["codes"])
    a_night(house, after=9)
    assert people_of(house, session) == 0
    assert report(office) == told


def a_night(house, *, after):
    moment = MOMENT + timedelta(days=after)
    words = [sys.executable, "-m", "tests.night"]
    surroundings = environment(house.url) | {"PHARE_NOW": moment.isoformat()}
    heard(subprocess.Popen(words, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE))


def people_of(house, session):
    with psycopg.connect(house.url) as connection:
        statement = "SELECT count(*) FROM activities_registration WHERE name = ANY(%s)"
        return connection.execute(statement, [list(session["codes"])]).fetchone()[0]


def report(page):
    page.goto("/fr/office/reports/?kind=YEAR&year=2026")
    return re.findall(r"\d+", page.locator("main").inner_text())

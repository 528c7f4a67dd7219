"""Who is here, noted on tablets that lose their network, their power and their time."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser import FLAGS, PATIENCE, WATCHER, Watch, found, sign_in
from tests.house import MOMENT
from tests.journeys.people import RECEPTION
from tests.journeys.words import Words, containing

pytestmark = pytest.mark.browser
SAY = Words("fr")
TOO_LATE = (
    "The session was closed before everything was sent: correct the numbers on its page."
    " Not counted:"
)
KEPT_HERE = """async () => {
  const base = await new Promise((done) => {
    const asked = indexedDB.open("phare-checkin");
    asked.onsuccess = () => done(asked.result);
  });
  const all = (name) => new Promise((done) => {
    const asked = base.transaction(name).objectStore(name).getAll();
    asked.onsuccess = () => done(asked.result);
  });
  return JSON.stringify([await all("lists"), await all("marks")]);
}"""
KEPT_PAGE = """async () => {
  const kept = await caches.open("phare-checkin-1");
  const paths = (await kept.keys()).map((one) => new URL(one.url).pathname);
  return ["/checkin/", ".css", ".js"].every((end) => paths.some((path) => path.endsWith(end)));
}"""


@pytest.fixture
def session(house):
    return house.said("tests.journeys.prepare_door")


class Tablet:
    """A browser whose disk outlives it."""

    def __init__(self, driver, disk, origin, **more):
        self.driver, self.disk, self.origin, self.more = driver, disk, origin, more
        self.watch, self.context = Watch(), None
        self.switch_on()

    def switch_on(self):
        self.context = self.driver.launch_persistent_context(
            str(self.disk),
            executable_path=found(),
            args=FLAGS,
            base_url=self.origin,
            viewport={"width": 800, "height": 1100},
            **self.more,
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(WATCHER)
        self.watch.over(self.context)
        self.page = self.context.pages[0]

    def switch_off(self):
        self.context.close()

    def go_offline(self):
        self.watch.is_cut = True
        self.context.set_offline(True)

    def go_online(self):
        self.context.set_offline(False)
        self.watch.is_cut = False

    def open(self, key):
        self.page.goto(f"/fr/desk/activities/{key}/checkin/")
        return self

    def ready(self, key):
        """The list was read once, and the page is kept for when there is no network."""
        self.open(key)
        expect(self.state).to_have_text(SAY("Everything is sent."))
        self.page.wait_for_function(KEPT_PAGE)
        return self

    @property
    def state(self):
        return self.page.locator("[data-state]")

    @property
    def count(self):
        return self.page.locator("[data-count]")

    def button(self, name):
        return self.page.locator("[data-people] button").and_(
            self.page.get_by_role("button", name=containing(name))
        )

    def type_code(self, code):
        self.page.locator("#code").fill(code)
        self.page.keyboard.press("Enter")

    def walk_in(self, mode="ON_SITE"):
        self.page.locator(f"[data-walk={mode}]").click()

    def take_back(self):
        self.page.locator("[data-undo]").click()

    def sent(self):
        expect(self.state).to_have_text(SAY("Everything is sent."), timeout=15_000)


@pytest.fixture
def tablet(browser, house, tmp_path):
    """Tablets of the reception, signed in, each with a disk of its own."""
    mine = []

    def switched_on(**more):
        kind = browser.browser_type
        one = Tablet(kind, tmp_path / f"tablet{len(mine)}", house.origin, **more)
        mine.append(one)
        sign_in(one.page, RECEPTION)
        return one

    yield switched_on
    for one in mine:
        one.switch_off()
    for one in mine:
        one.watch.end()


def noted(house, session):
    return house.said("tests.journeys.prepare_door", session["key"])


def test_a_tablet_without_network_keeps_what_was_noted_through_being_switched_off(
    house, tablet, session
):
    one, codes = tablet().ready(session["key"]), session["codes"]
    one.go_offline()
    one.type_code(codes["Bourrache"].lower())
    for name in ("Aubépine", "Famille", "Digitale", "Digitale"):  # one by mistake
        one.button(name).click()
    for mode in ("ON_SITE", "ONLINE", "ON_SITE"):
        one.walk_in(mode)
    one.take_back()
    expect(one.count).to_have_text("7")
    expect(one.state).to_contain_text(
        SAY("No network: what you note is kept on this tablet and sent later.")
    )

    one.switch_off()
    one.switch_on()
    one.context.set_offline(True)
    one.open(session["key"])
    expect(one.count).to_have_text("7")
    expect(one.button("Aubépine")).to_have_attribute("aria-pressed", "true")
    expect(one.button("Digitale")).to_have_attribute("aria-pressed", "false")
    one.button("Capucine").click()
    expect(one.count).to_have_text("8")
    assert noted(house, session)["rows"] == 0

    one.go_online()
    one.sent()
    known = noted(house, session)
    assert known["heads"] == {"ONLINE": 4, "ON_SITE": 4}
    assert known["marks"] == ["Aubépine", "Bourrache", "Capucine", "Famille", "ONLINE", "ON_SITE"]

    one.page.reload()
    one.sent()
    expect(one.count).to_have_text("8")
    assert noted(house, session) == known


def test_two_tablets_note_the_same_and_different_people(house, tablet, session):
    left, right = tablet().ready(session["key"]), tablet().ready(session["key"])
    for one in (left, right):
        one.go_offline()
        one.button("Aubépine").click()
    left.button("Bourrache").click()
    right.button("Capucine").click()
    right.walk_in()
    for one in (left, right):
        one.go_online()
        one.sent()

    assert noted(house, session)["heads"] == {"ON_SITE": 4}
    expect(left.count).to_have_text("4", timeout=15_000)

    # What one noted the other takes back, also where both noted it.
    expect(left.button("Capucine")).to_have_attribute("aria-pressed", "true")
    left.button("Capucine").click()
    left.button("Aubépine").click()
    left.sent()
    expect(right.count).to_have_text("2", timeout=15_000)
    assert noted(house, session)["marks"] == ["Bourrache", "ON_SITE"]


@pytest.mark.parametrize("days", [-1, 1])
def test_a_tablet_whose_clock_is_a_day_wrong_notes_like_any_other(house, tablet, session, days):
    one = tablet()
    one.page.clock.install(time=MOMENT + timedelta(days=days))
    one.ready(session["key"])
    one.go_offline()
    one.button("Aubépine").click()
    one.button("Bourrache").click()
    one.button("Bourrache").click()
    one.go_online()
    one.page.clock.run_for(6000)
    one.sent()

    assert noted(house, session)["marks"] == ["Aubépine"]


def test_an_upload_whose_answer_is_lost_is_sent_again_and_counts_once(house, tablet, session):
    one = tablet().ready(session["key"])
    one.watch.is_cut = True
    lost = []

    def lose_the_answer(route):
        lost.append(route.fetch().status)
        route.abort() if len(lost) < 2 else route.fallback()

    one.page.route("**/marks/", lose_the_answer)
    one.button("Aubépine").click()
    one.walk_in()
    one.sent()
    expect(one.count).to_have_text("2")
    one.watch.is_cut = False

    assert lost[0] == 200 and len(lost) > 1
    assert (noted(house, session)["rows"], noted(house, session)["heads"]) == (2, {"ON_SITE": 2})


def test_a_session_closed_meanwhile_leaves_no_name_on_the_tablet(house, tablet, session):
    one, other = tablet().ready(session["key"]), tablet()
    one.button("Aubépine").click()
    one.sent()
    assert "Aubépine" in one.page.evaluate(KEPT_HERE)
    one.go_offline()
    one.button("Bourrache").click()
    expect(one.count).to_have_text("2")
    other.page.goto(f"/fr/desk/activities/{session['key']}/")
    other.page.get_by_role("button", name=SAY("Count and close the session")).click()
    expect(other.page.get_by_role("heading", name=SAY("Correct the numbers"))).to_be_visible()

    one.go_online()
    expect(one.state).to_contain_text(f"{SAY(TOO_LATE)} 1", timeout=15_000)

    expect(one.page.locator("[data-work]")).to_be_hidden()
    assert one.page.evaluate(KEPT_HERE) == "[[],[]]"
    assert not one.page.get_by_text("Aubépine").count()
    one.page.reload()
    expect(one.state).to_have_text(SAY("The session is closed. Nothing is kept on this tablet."))


def test_whoever_is_not_signed_in_any_more_loses_nothing(house, tablet, session):
    one = tablet().ready(session["key"])
    one.context.clear_cookies()
    one.button("Aubépine").click()
    expect(one.state).to_contain_text(SAY("Sign in again: what you noted is kept on this tablet."))
    assert noted(house, session)["rows"] == 0

    one.page.get_by_role("link", name=SAY("Sign in again")).click()
    one.page.locator("input[name=username]").fill(RECEPTION)
    one.page.locator("input[name=password]").fill("une-lampe-dans-la-nuit")
    one.page.locator("main form button").click()
    one.page.wait_for_url("**/checkin/")
    one.sent()
    assert noted(house, session)["marks"] == ["Aubépine"]


def test_what_an_earlier_session_left_on_the_tablet_is_sent_from_the_page_of_the_next(
    house, tablet, session
):
    one, nxt = tablet().ready(session["key"]), house.said("tests.journeys.prepare_door")
    one.ready(nxt["key"]).open(session["key"])
    one.go_offline()
    one.button("Aubépine").click()
    expect(one.count).to_have_text("1")
    one.open(nxt["key"])
    expect(one.count).to_have_text("0")
    one.go_online()
    with one.page.expect_response(f"**/{session['key']}/marks/"):
        one.page.reload()

    one.sent()
    assert noted(house, session)["marks"] == ["Aubépine"]
    assert noted(house, nxt)["rows"] == 0

"""A prepared house, and pages of it as each person sees them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from playwright.sync_api import Page, Route

from tests.accessibility.inspection import ARMED
from tests.accessibility.scenes import Scene
from tests.browser import Chromium, Watch, watched
from tests.house import House

EMPTIED = """form => {
  form.noValidate = true;
  form.target = "_self";
  for (const one of form.querySelectorAll("input:not([type=hidden]), textarea, select")) {
    if (/radio|checkbox/.test(one.type)) one.checked = false;
    else one.value = "";
  }
  form.requestSubmit(form.querySelector("[data-enter]") || form.querySelector("button"));
}"""
UNFOLDED = "all => all.forEach((one) => { one.open = true })"
OF_THE_HOUSE = ("content-disposition", "content-security-policy")  # a file on disk has neither
ARRIVED = """() => {
  const first = document.querySelector("[autofocus]");
  if (first) first.focus(); else document.activeElement?.blur();
}"""
READY = "() => document.fonts.ready.then(() => true)"


class Stage:
    """Keeps one signed-in browser for each kind of person, for all the pages they are shown."""

    def __init__(self, chromium: Chromium, house: House, port: int) -> None:
        self.chromium = chromium
        self.main, self.annex = house.origin, f"http://annexe.localhost:{port}"
        given = house.said("tests.accessibility.prepare_house")
        self.cookies, self.places = given["cookies"], given["places"]
        self._people: dict[tuple[str, bool], tuple[Page, Watch]] = {}

    @contextmanager
    def shown(
        self, scene: Scene, language: str, size: tuple[int, int], scheme: str
    ) -> Iterator[Page]:
        """The page in that state; whatever its console or its requests say wrong fails the test."""
        page, watch = self._page_of(scene)
        turn(page, size, scheme)
        origin = self.annex if scene.annex else self.main
        answer = page.goto(f"{origin}/{language}/{scene.address.format(**self.places)}")
        if scene.sent:
            with page.expect_navigation() as sent:
                page.locator(scene.sent).first.evaluate(EMPTIED)
            answer = sent.value
        assert scene.address.startswith("signin") == ("/signin/" in page.url), page.url
        assert answer and answer.status == scene.status
        if scene.opened:
            page.locator(scene.opened).evaluate_all(UNFOLDED)
        page.evaluate(READY)
        yield page
        watch.end()

    def _page_of(self, scene: Scene) -> tuple[Page, Watch]:
        key = (scene.who, scene.annex)
        if key not in self._people:
            context, watch = watched(self.chromium.browser)
            context.add_init_script(ARMED)
            if scene.who:
                origin = self.annex if scene.annex else self.main
                context.add_cookies([cookie(self.cookies[scene.who], origin)])
            self._people[key] = (context.new_page(), watch)
        page, watch = self._people[key]
        watch.problems.clear()
        page.unroute_all()
        if "report.html" in scene.address:
            page.route("**/report.html?*", opened_here)
        return page, watch

    def close(self) -> None:
        with self.chromium.awake():
            for page, _ in self._people.values():
                page.context.close()


def turn(page: Page, size: tuple[int, int], scheme: str) -> None:
    """The same page on another screen, in another light, with the focus where it is on arrival."""
    page.evaluate(ARRIVED)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")


def opened_here(route: Route) -> None:
    """A file to be taken away, looked at as somebody does who opens it."""
    answer = route.fetch()
    kept = {name: value for name, value in answer.headers.items() if name not in OF_THE_HOUSE}
    route.fulfill(response=answer, headers=kept)


def cookie(session: str, origin: str) -> dict[str, str]:
    return {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": origin}

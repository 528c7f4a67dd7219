"""A real browser for the tests, and everything in it that must never happen on any page.

One Chromium serves a whole process. Without one, every test that asks for it is skipped with the
same single reason. `$CHROMIUM` names another binary.
"""

import asyncio
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_BROWSER = "no Chromium here: apt-get install chromium, or name one in $CHROMIUM"
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    # Whatever a page asks of another host finds nobody; the watch below makes the test fail too.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost",
    # The board sounds without a touch, like the screen of the house is set up to.
    "--autoplay-policy=no-user-gesture-required",
]
PATIENCE = 10_000  # milliseconds a page may take to show what is expected
WATCHER = (Path(__file__).parent / "accessibility" / "watcher.js").read_text(encoding="utf-8")


def found() -> str | None:
    """The Chromium to drive: the one that was named, else the machine's."""
    asked = [os.environ.get("CHROMIUM"), "/usr/bin/chromium", *map(shutil.which, NAMES)]
    return next((path for path in asked if path and os.access(path, os.X_OK)), None)


@dataclass
class Watch:
    """What went wrong in a context: the test ends red, unless a cut was part of it."""

    problems: list[str] = field(default_factory=list)
    is_cut: bool = False

    def over(self, context: BrowserContext) -> None:
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.problems.append(f"script: {error.error}"))
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("requestfailed", self._failed)

    @contextmanager
    def cut_expected(self) -> Iterator[None]:
        """Inside it requests may fail: the network or the house is being taken away."""
        self.is_cut = True
        yield
        self.is_cut = False

    def end(self) -> None:
        problems, self.problems = self.problems, []
        assert problems == []

    def _heard(self, message: Any) -> None:
        # Chromium also says here what came back with an error: requests are watched by themselves.
        if message.type in ("error", "warning") and "Failed to load" not in message.text:
            if not (self.is_cut and "net::ERR" in message.text):
                self.problems.append(f"console: {message.text}")

    def _asked(self, request: Any) -> None:
        parts = urlsplit(request.url)
        own = parts.hostname == "127.0.0.1" or (parts.hostname or "").endswith("localhost")
        if not own and parts.scheme not in ("data", "blob", "about"):
            self.problems.append(f"asked another host: {request.url}")

    def _answered(self, response: Any) -> None:
        asked = response.request
        # A form that is refused is an answer; a picture or a script that is not there is none.
        wrong = response.status >= 500 or (response.status >= 400 and asked.method == "GET")
        if wrong and not asked.is_navigation_request() and not self.is_cut:
            self.problems.append(f"{response.status}: {response.url}")

    def _failed(self, request: Any) -> None:
        # A page that is left stops what it was still asking.
        if not self.is_cut and "ERR_ABORTED" not in (request.failure or ""):
            self.problems.append(f"{request.failure}: {request.url}")


class Chromium:
    """The browser of this process. Its event loop is hidden from Django between two uses."""

    def __init__(self, path: str) -> None:
        self._driver = sync_playwright().start()
        self._loop = asyncio.get_running_loop()
        self.browser: Browser = self._driver.chromium.launch(executable_path=path, args=FLAGS)
        asyncio._set_running_loop(None)

    @contextmanager
    def awake(self) -> Iterator[Browser]:
        """Playwright runs a loop in this thread, in which Django refuses to touch a database."""
        nested = asyncio._get_running_loop() is not None
        asyncio._set_running_loop(self._loop)
        try:
            yield self.browser
        finally:
            if not nested:
                asyncio._set_running_loop(None)

    def close(self) -> None:
        with self.awake() as browser:
            browser.close()
            self._driver.stop()


@pytest.fixture(scope="session")
def chromium(django_db_setup: None) -> Iterator[Chromium]:
    path = found()
    if path is None:
        pytest.skip(NO_BROWSER)
    chromium = Chromium(path)
    yield chromium
    chromium.close()


@pytest.fixture
def browser(chromium: Chromium) -> Iterator[Browser]:
    with chromium.awake() as browser:
        yield browser


def watched(browser: Browser, **more: Any) -> tuple[BrowserContext, Watch]:
    """A browser of one's own: no cookie yet, watched from its first request on."""
    context = browser.new_context(**more)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(WATCHER)
    watch = Watch()
    watch.over(context)
    return context, watch


Opening = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opening]:
    """Gives people their own browser: `opened("/fr/", width=360, script=False)`.

    Each has a `watch`, found again by `watch_of(page)`.
    """
    contexts = []

    def open_one(
        origin: str,
        path: str = "/fr/",
        *,
        width: int = 1280,
        height: int = 800,
        script: bool = True,
        **more: Any,
    ) -> Page:
        size = {"width": width, "height": height}
        context, watch = watched(
            browser, base_url=origin, viewport=size, java_script_enabled=script, **more
        )
        contexts.append((context, watch))
        page = context.new_page()
        page.watch = watch  # type: ignore[attr-defined]
        page.goto(path)
        return page

    yield open_one
    for context, _ in contexts:
        context.close()
    for _, watch in contexts:
        watch.end()


def sign_in(page: Page, email: str, password: str = "une-lampe-dans-la-nuit") -> Page:
    """Through the door, as people do."""
    page.goto("/fr/signin/")
    page.locator("input[name=username]").fill(email)
    page.locator("input[name=password]").fill(password)
    page.locator("main form button").click()
    page.wait_for_url(re.compile(r"^(?!.*signin)"))
    return page

"""Whom the journeys follow: a visitor at the kiosk, and the people of the house at work."""

import re
import uuid

from playwright.sync_api import Page, expect

from tests.browser import Opening, sign_in
from tests.journeys.words import Words, containing

KIOSK, BOARD = "kiosk/demo-kiosk/", "board/demo-board/"
COUNSELLOR, MANAGER = "conseil@phare.example", "coordination@phare.example"
RECEPTION = "accueil@phare.example"
NAMES = {
    "choose": {"fr": "Choisir", "nl": "Kiezen"},
    "learn": {"fr": "Apprendre", "nl": "Leren"},
    "work": {"fr": "Travailler", "nl": "Werken"},
}
GO_ON = {"fr": "Continuer en français", "nl": "Verder in het Nederlands"}


class Keys:
    """A keyboard that counts what is pressed on it."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def __call__(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1


def at_kiosk(opened: Opening, origin: str, language: str, script: bool = True) -> Page:
    """The touch screen at rest."""
    return opened(
        origin, f"/{language}/{KIOSK}", width=1080, height=1920, script=script, has_touch=True
    )


def ask_about(page: Page, theme: str, language: str) -> None:
    """From the screen at rest to the button that gives a ticket, by touch."""
    page.get_by_role("link", name=containing(GO_ON[language])).tap()
    road = page.get_by_role("link", name=containing(NAMES[theme][language]))
    road.locator("b").tap()  # a finger goes to the word: a road is not a rectangle
    expect(page.get_by_role("button", name=Words(language)("Take my ticket"))).to_be_visible()


def take_ticket(page: Page, theme: str, language: str) -> tuple[str, str]:
    """The number on the screen and the token of its page."""
    ask_about(page, theme, language)
    page.get_by_role("button", name=Words(language)("Take my ticket")).tap()
    return ticket_shown(page)


def ticket_shown(page: Page) -> tuple[str, str]:
    page.wait_for_url("**/ticket/*/")
    number = page.locator("main .given .num").inner_text()
    found = re.search(r"/ticket/([^/]+)/", page.url)
    assert found
    return number, found[1]


def given_ticket(origin: str, page: Page, theme: str, language: str = "fr") -> str:
    """One more person in the queue, who is not followed; the token."""
    answer = page.request.post(
        f"{origin}/fr/{KIOSK}take/",
        form={"key": str(uuid.uuid4()), "theme": theme, "language": language},
    )
    found = re.search(r"/ticket/([^/]+)/", answer.url)
    assert found
    return found[1]


def at_work(opened: Opening, origin: str, email: str, path: str) -> Page:
    """Signed in, and at that page."""
    page = sign_in(opened(origin), email)
    page.goto(path)
    return page


def open_desk(page: Page, desk: str, language: str) -> None:
    """Whoever has no desk yet opens that one, answering what they are known to answer."""
    say = Words(language)
    page.locator("select[name=desk]").select_option(label=say_desk(language, desk))
    page.get_by_role("button", name=containing(say("Open the desk"))).click()
    expect(page.get_by_role("button", name=containing(say("Call the next person")))).to_be_visible()


def say_desk(language: str, desk: str) -> str:
    return f"{'Balie' if language == 'nl' else 'Bureau'} {desk}"


def number_at_desk(page: Page) -> str:
    return page.locator("#now .num").inner_text()

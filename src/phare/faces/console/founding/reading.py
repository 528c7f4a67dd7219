"""Reads the file of a centre. Pure: it writes nothing, and finds all that is wrong at once."""

import re
import tomllib
from collections.abc import Iterator
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from phare.centres.choices import LabelState, PlaceKind, ScreenKind
from phare.centres.vocabulary import STANDARD
from phare.faces.console.founding.entries import Entries, Wrong, Wrongs, lines_of
from phare.faces.console.founding.plan import Place, Plan
from phare.faces.console.founding.week import weeks_of
from phare.tickets.choices import FALLBACK_SERIES

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_MEANS = "small letters, digits and hyphens"
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.\-]*[a-z0-9])?")
LETTER = re.compile(r"[A-Z]")
AT_LINE = re.compile(r"at line (\d+)")
CODE = re.compile(r"[\w\-]{1,12}")
PAPER = f"may not be {FALLBACK_SERIES}: that is the letter of the paper tickets."


class Refused(Exception):
    """The file cannot be used; `wrongs` says why, all of it."""

    def __init__(self, wrongs: list[Wrong]) -> None:
        super().__init__(*wrongs)
        self.wrongs = sorted(wrongs)


def read_plan(content: bytes) -> tuple[Plan, Wrongs]:
    """What the file asks for, and what is wrong with it. Raises `Refused` if it cannot be read."""
    try:
        text = content.decode("utf-8-sig")
        given = tomllib.loads(text)
    except UnicodeDecodeError:
        raise Refused([Wrong(1, "", "is not a text in UTF-8.")]) from None
    except tomllib.TOMLDecodeError as error:
        line = AT_LINE.search(str(error))
        wrong = Wrong(int(line[1]) if line else 1, "", f"is not TOML: {error}.")
        raise Refused([wrong]) from None
    wrongs = Wrongs(lines_of(text))
    return _plan(Entries(given, (), wrongs)), wrongs


def _plan(top: Entries) -> Plan:
    network, centre = top.table("network", needed=True), top.table("centre", needed=True)
    hours_from, weeks = weeks_of(top.table("hours", needed=True))
    plan = Plan(
        network=_slug(network),
        network_name=network.translated("name", needed=True),
        letters=_letters(network.table("letters")),
        centre=_slug(centre),
        columns=_columns(centre),
        words={
            "themes": centre.known("themes", STANDARD.themes, needed=True),
            "languages": _languages(centre),
            "audiences": centre.known("audiences", STANDARD.audiences),
            "schemes": centre.known("schemes", STANDARD.schemes),
        },
        places=_places(top),
        screens=_screens(top),
        hours_from=hours_from,
        weeks=weeks,
    )
    for entries in (network, centre, top):
        entries.finish()
    return plan


def _slug(entries: Entries) -> str:
    return entries.text("slug", needed=True, at_most=50, like=SLUG, meaning=SLUG_MEANS)


def _languages(centre: Entries) -> list[str]:
    found = centre.known("languages", STANDARD.languages, needed=True)
    if found and not {"fr", "nl"} <= set(found):
        centre.wrong("languages", "needs fr and nl.")
    return found


def _letters(letters: Entries) -> dict[str, str]:
    """The letters of tickets, by theme, that differ from the standard ones."""
    found: dict[str, str] = {}
    for theme in STANDARD.themes:
        letter = _series(letters, theme)
        if letter and letter in found.values():
            letters.wrong(theme, f"“{letter}” is the letter of another theme already.")
        elif letter:
            found[theme] = letter
    letters.finish()
    return found


def _series(entries: Entries, name: str) -> str:
    """One capital letter, which is not that of the paper tickets."""
    letter = entries.text(name, like=LETTER, meaning="one capital letter, A to Z")
    if letter == FALLBACK_SERIES:
        entries.wrong(name, PAPER)
        return ""
    return letter


def _columns(centre: Entries) -> dict[str, object]:
    label = centre.table("label")
    found: dict[str, object] = {
        "name": centre.translated("name", needed=True),
        "hosts": _hosts(centre),
        "street": centre.translated("street"),
        "postcode": centre.text("postcode", at_most=10),
        "city": centre.translated("city"),
        "way": centre.translated("way"),
        "phone": centre.text("phone", at_most=30),
        "email": _email(centre),
        "time_zone": _zone(centre),
        "label_state": label.choice("state", LabelState.values) or LabelState.NONE,
        "label_since": label.day("since"),
    }
    label.finish()
    # What the file does not say of the queue stays as the office has set it.
    if letter := _series(centre, "open_series"):
        found["open_series"] = letter
    return found


def _hosts(centre: Entries) -> list[str]:
    found = centre.texts("hosts", needed=True)
    for host in found:
        if not HOST.fullmatch(host):
            means = "a host name in small letters, without https://, port or path"
            centre.wrong("hosts", f"“{host}” has to be {means}.")
    return found


def _email(centre: Entries) -> str:
    email = centre.text("email", at_most=254)
    try:
        if email:
            validate_email(email)
    except ValidationError:
        centre.wrong("email", f"“{email}” is no mail address.")
    return email


def _zone(centre: Entries) -> str:
    zone = centre.text("time_zone", at_most=40) or "Europe/Brussels"
    if zone not in available_timezones():
        centre.wrong("time_zone", f"“{zone}” is no time zone, such as Europe/Brussels.")
    return zone


def _places(top: Entries) -> list[Place]:
    found: list[Place] = []
    for one in top.tables("places", needed=True):
        for place in _place(one):
            if place[:2] in [other[:2] for other in found]:
                one.wrong("codes", f"{place[0].lower()} “{place[1]}” is among the places already.")
            found.append(place)
    if top.given.get("places") and not any(kind == PlaceKind.DESK for kind, *_ in found):
        top.wrong("places", "need at least one desk.")
    return found


def _place(one: Entries) -> Iterator[Place]:
    """One place for each code; `{code}` in the name becomes it."""
    kind = one.choice("kind", PlaceKind.values, needed=True)
    codes = one.texts("codes", needed=True)
    name = one.translated("name", needed=True)
    capacity, signing = one.number("capacity", otherwise=1), one.flag("signing")
    one.finish()
    for code in codes:
        if not CODE.fullmatch(code):
            one.wrong("codes", f"“{code}” has to be 1 to 12 letters, digits or hyphens.")
        elif kind:
            named = {language: text.replace("{code}", code) for language, text in name.items()}
            yield PlaceKind(kind), code, named, capacity, signing


def _screens(top: Entries) -> list[tuple[ScreenKind, str]]:
    found: list[tuple[ScreenKind, str]] = []
    for one in top.tables("screens"):
        kind = one.choice("kind", ScreenKind.values, needed=True)
        name = one.text("name", needed=True, at_most=60)
        one.finish()
        if kind and (ScreenKind(kind), name) in found:
            one.wrong("name", f"two {kind.lower()}s are called “{name}”.")
        elif kind and name:
            found.append((ScreenKind(kind), name))
    return found

"""Contrast of the style sheet's own tokens, by day and by night (WCAG 2.2, relative luminance).

Reads the colours out of `phare.css`, so that the figures on the style page and in the tests are
those of the sheet people receive.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SHEET = Path(__file__).parent / "static" / "shared" / "phare.css"
LIGHTS = ("choose", "learn", "work", "start", "move", "fog")

TEXT = 4.5
BORDER = 3.0

_TOKEN = re.compile(r"--([a-z-]+):(light-dark\()?(#[0-9a-f]{3,6})(?:,(#[0-9a-f]{3,6})\))?[;}]")


class Colour(NamedTuple):
    day: str
    night: str


class Pair(NamedTuple):
    """Two tokens that meet on a screen: `ink` on `ground`, and what the law asks of them."""

    use: str
    ink: str
    ground: str
    least: float
    inks: Colour
    grounds: Colour

    @property
    def by_day(self) -> float:
        return ratio(self.inks.day, self.grounds.day)

    @property
    def by_night(self) -> float:
        return ratio(self.inks.night, self.grounds.night)

    @property
    def holds(self) -> bool:
        return min(self.by_day, self.by_night) >= self.least


def colours(sheet: str) -> dict[str, Colour]:
    """Every colour token of the tokens layer, by name."""
    layer = sheet.split("@layer tokens{", 1)[1].split("@layer base{", 1)[0]
    found = {}
    for name, _, day, night in _TOKEN.findall(layer):
        found[name] = Colour(day, night or day)
    return found


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    shares = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _meetings() -> Iterator[tuple[str, str, str, float]]:
    """use, ink, ground, least: the pairs the sheet really puts together."""
    grounds = ("paper", "mist", "raise")
    yield from (("text", "ink", ground, TEXT) for ground in grounds)
    yield from (("second text", "soft", ground, TEXT) for ground in grounds)
    yield ("button", "paper", "ink", TEXT)
    yield ("label", "on-lamp", "lamp", TEXT)
    yield from (("border", "edge", ground, BORDER) for ground in grounds)
    yield from (("error", "halt", ground, TEXT) for ground in grounds)
    yield ("alarm bar", "paper", "halt", TEXT)
    yield from (("confirmation", "good", ground, TEXT) for ground in ("paper", "mist"))
    yield ("night ground", "foam", "night", TEXT)
    for light in LIGHTS:
        yield ("text on a light", "night", light, TEXT)
        yield ("coloured text", f"{light}-deep", "paper", TEXT)
        yield ("coloured text", f"{light}-deep", "mist", TEXT)
        yield ("coloured text", f"{light}-deep", f"{light}-wash", TEXT)
        yield ("text", "ink", f"{light}-wash", TEXT)


def pairs(sheet: str | None = None) -> list[Pair]:
    """Each pair with its colours; an unknown token is an error, not a pass."""
    known = colours(SHEET.read_text(encoding="utf-8") if sheet is None else sheet)
    return [
        Pair(use, ink, ground, least, known[ink], known[ground])
        for use, ink, ground, least in _meetings()
    ]

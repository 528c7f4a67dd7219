"""How each language of the house writes hours, numbers and waits. Pure: no active language.

The language is always an argument, because one screen speaks several at once: a board answers each
ticket in its own language, a bilingual line carries two.
"""

from collections.abc import Mapping
from datetime import datetime, time
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

LANGUAGES = ("fr", "nl", "en", "de")

NARROW = "\u202f"  # narrow no-break space: groups thousands in French
FIXED = "\u00a0"  # no-break space: between a number and its unit

_GROUP = {"fr": NARROW, "nl": ".", "en": ",", "de": "."}
_DECIMAL = {"fr": ",", "nl": ",", "en": ".", "de": ","}
_PERCENT = {"fr": f"{NARROW}%", "nl": "%", "en": "%", "de": f"{FIXED}%"}
_MINUTES = {"fr": "min", "nl": "min", "en": "min", "de": "Min."}
_HOURS = {"fr": "h", "nl": "uur", "en": "h", "de": "Std."}
_IN_HOURS = {"fr": ":", "nl": ".", "en": ":", "de": ":"}
_O_CLOCK = {"fr": "", "nl": f"{FIXED}uur", "en": "", "de": f"{FIXED}Uhr"}
_TO = {"fr": "à", "nl": "tot", "en": "to", "de": "bis"}
_AT_ONCE = {"fr": "tout de suite", "nl": "meteen", "en": "right away", "de": "sofort"}
_UNDER = {"fr": "moins de", "nl": "minder dan", "en": "less than", "de": "weniger als"}
_DESK = {"fr": "bureau", "nl": "balie", "en": "desk", "de": "Schalter"}
_MINUS = "\u2212"

LONG_WAIT = 90  # from here on a wait is told in hours
AT_ONCE = 2  # minutes: shorter than the walk to the desk


class Said(NamedTuple):
    """A text and the language it is really in, which may not be the one asked for."""

    text: str
    language: str


def spoken(language: str) -> str:
    """The language of the house nearest to a tag: `nl-be` speaks `nl`, an unknown one French."""
    short = language.split("-")[0].lower()
    return short if short in LANGUAGES else "fr"


def said(value: object, language: str) -> Said:
    """The passage of a translated text in `language`, else in the first language that has one."""
    wanted = language.split("-")[0].lower()
    if not isinstance(value, Mapping):
        return Said("" if value is None else str(value), wanted)
    for code in (wanted, *LANGUAGES, *sorted(value)):
        if text := value.get(code):
            return Said(str(text), code)
    return Said("", wanted)


def number(value: int | float | Decimal, language: str, places: int = 0) -> str:
    """33060 is 33 060 in French (narrow space), 33.060 in Dutch and German, 33,060 in English."""
    language = spoken(language)
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, rest = f"{abs(exact):,}".partition(".")
    sign = _MINUS if exact < 0 else ""
    text = sign + whole.replace(",", _GROUP[language])
    return text + _DECIMAL[language] + rest if rest else text


def percent(value: int | float | Decimal, language: str, places: int = 1) -> str:
    return number(value, language, places) + _PERCENT[spoken(language)]


def hour(moment: datetime | time, language: str, *, running: bool = False) -> str:
    """13:30, in Dutch 13.30; a running sentence adds what the language says: uur, Uhr."""
    clock = f"{moment.hour}{_IN_HOURS[spoken(language)]}{moment.minute:02}"
    return clock + _O_CLOCK[spoken(language)] if running else clock


def minutes(count: int, language: str) -> str:
    return f"{count}{FIXED}{_MINUTES[spoken(language)]}"


def duration(count: int, language: str) -> str:
    """Minutes up to an hour and a half, then hours: 95 is 1 h 35."""
    if count < LONG_WAIT:
        return minutes(count, language)
    whole, rest = divmod(count, 60)
    text = f"{whole}{FIXED}{_HOURS[spoken(language)]}"
    return f"{text}{FIXED}{rest:02}" if rest else text


def wait_range(low: int, high: int, language: str) -> str:
    """A wait as people say it: a range, never a promise to the minute."""
    language = spoken(language)
    if high <= AT_ONCE:
        return _AT_ONCE[language]
    if high >= LONG_WAIT:
        return f"{duration(low, language)} {_TO[language]} {duration(high, language)}"
    if low <= 0:
        return f"{_UNDER[language]}{FIXED}{minutes(high, language)}"
    if low == high:
        return minutes(high, language)
    return f"{low}{FIXED}{_TO[language]}{FIXED}{minutes(high, language)}"


def wait_short(low: int, high: int, language: str) -> str:
    """The same range where there is no room for words, as on the board: 10-20 min, < 15 min."""
    if high <= AT_ONCE:
        return _AT_ONCE[spoken(language)]
    if low <= 0:
        return f"<{FIXED}{minutes(high, language)}"
    return f"{low}\u2013{minutes(high, language)}" if low < high else minutes(high, language)


def desk_word(language: str) -> str:
    return _DESK[spoken(language)]

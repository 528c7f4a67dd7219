"""Days and hours as each language writes them in a letter. The language is always given."""

from datetime import datetime

from django.utils import translation
from django.utils.formats import date_format

from phare.faces.shared import wording
from phare.ground import clock

_DAY = {"fr": "l j F", "nl": "l j F", "en": "l j F", "de": "l, j. F"}
_FROM_TO = {
    "fr": "{day}, de {start} à {end}",
    "nl": "{day}, van {start} tot {end}",
    "en": "{day}, from {start} to {end}",
    "de": "{day}, von {start} bis {end}",
}
_AT = {
    "fr": "{day} à {hour}",
    "nl": "{day} om {hour}",
    "en": "{day} at {hour}",
    "de": "{day} um {hour}",
}


def day(moment: datetime, language: str, zone: str, *, year: bool = True) -> str:
    """mercredi 25 novembre 2026, woensdag 25 november 2026, Mittwoch, 25. November 2026."""
    here = clock.local(moment, zone)
    spoken = wording.spoken(language)
    with translation.override(spoken):
        text = date_format(here, _DAY[spoken] + (" Y" if year else ""), use_l10n=False)
    if here.day == 1 and spoken == "fr":
        return text.replace(" 1 ", " 1er ", 1)
    return text


def hour(moment: datetime, language: str, zone: str, *, running: bool = True) -> str:
    return wording.hour(clock.local(moment, zone), language, running=running)


def at(moment: datetime, language: str, zone: str) -> str:
    """A day and an hour: jeudi 26 novembre 2026 à 9:30."""
    return _AT[wording.spoken(language)].format(
        day=day(moment, language, zone), hour=hour(moment, language, zone)
    )


def span(starts_at: datetime, ends_at: datetime, language: str, zone: str) -> str:
    """From when to when; the second day is named only when it is another one."""
    spoken = wording.spoken(language)
    first, last = clock.local(starts_at, zone).date(), clock.local(ends_at, zone).date()
    if first != last:
        return f"{at(starts_at, language, zone)} – {at(ends_at, language, zone)}"
    return _FROM_TO[spoken].format(
        day=day(starts_at, language, zone),
        start=hour(starts_at, language, zone, running=False),
        end=hour(ends_at, language, zone),
    )

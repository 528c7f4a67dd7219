"""The demo's calendar: usual hours, school holidays and public holidays of any year, invented."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from phare.centres.choices import Hours
from phare.centres.rules import Span, spans_of
from phare.ground.periods import Days

ZONE = "Europe/Brussels"
OPENED = date(2018, 3, 5)
USUAL = (0, 1, 2, 4)
THURSDAY = 3


def _time(text: str) -> time:
    return time.fromisoformat(text)


HOURS: list[tuple[str, int, str, str]] = [
    *((Hours.CENTRE, day, "09:30", "16:00") for day in USUAL),
    (Hours.CENTRE, THURSDAY, "13:30", "19:00"),
    *((Hours.ADVICE, day, "09:30", "12:30") for day in USUAL),
    *((Hours.ADVICE, day, "13:30", "16:00") for day in USUAL),
    (Hours.ADVICE, THURSDAY, "13:30", "19:00"),
    *((Hours.SCHOOL_HOLIDAY, day, "13:30", "16:00") for day in range(5)),
]
SPANS = [Span(kind, day, _time(opens), _time(closes), OPENED) for kind, day, opens, closes in HOURS]


def school_holidays(year: int) -> list[tuple[dict[str, str], Days]]:
    """Name and days of the school holidays that begin in `year`, near the usual dates."""
    return [
        (_named("Congé de détente", "Krokusvakantie"), _weeks(date(year, 2, 16), 2)),
        (_named("Vacances de printemps", "Lentevakantie"), _weeks(date(year, 4, 27), 2)),
        (_named("Vacances d’été", "Zomervakantie"), _weeks(date(year, 7, 6), 7)),
        (_named("Congé d’automne", "Herfstvakantie"), _weeks(date(year, 10, 20), 2)),
        (_named("Vacances d’hiver", "Wintervakantie"), _weeks(date(year, 12, 22), 2)),
    ]


def _named(fr: str, nl: str) -> dict[str, str]:
    return {"fr": fr, "nl": nl}


def _weeks(near: date, count: int) -> Days:
    monday = near - timedelta(days=near.weekday())
    return Days(monday, monday + timedelta(days=7 * count - 3))


# Days by their date, or by how long after Easter they fall; names in FR, NL, EN and DE.
FIXED_HOLIDAYS = [
    (1, 1, ("jour de l’An", "Nieuwjaarsdag", "New Year’s Day", "Neujahr")),
    (5, 1, ("fête du Travail", "Dag van de Arbeid", "Labour Day", "Tag der Arbeit")),
    (7, 21, ("fête nationale", "nationale feestdag", "National Day", "Nationalfeiertag")),
    (8, 15, ("Assomption", "Maria-Hemelvaart", "Assumption Day", "Mariä Himmelfahrt")),
    (11, 1, ("Toussaint", "Allerheiligen", "All Saints’ Day", "Allerheiligen")),
    (11, 11, ("Armistice", "Wapenstilstand", "Armistice Day", "Waffenstillstand")),
    (12, 25, ("Noël", "Kerstmis", "Christmas Day", "Weihnachten")),
]
HOLIDAYS_AFTER_EASTER = [
    (1, ("lundi de Pâques", "paasmaandag", "Easter Monday", "Ostermontag")),
    (39, ("Ascension", "Hemelvaart", "Ascension Day", "Himmelfahrt")),
    (50, ("lundi de Pentecôte", "pinkstermaandag", "Whit Monday", "Pfingstmontag")),
]


def public_holidays(year: int) -> list[tuple[date, dict[str, str]]]:
    """Days on which the house is closed, with their names, in order."""
    easter = _easter(year)
    fixed = [(date(year, month, day), names) for month, day, names in FIXED_HOLIDAYS]
    moving = [(easter + timedelta(days=after), names) for after, names in HOLIDAYS_AFTER_EASTER]
    return [
        (day, dict(zip(("fr", "nl", "en", "de"), names, strict=True)))
        for day, names in sorted([*fixed, *moving])
    ]


def _easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian computation."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    leap = century // 4
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def advice_spans(day: date) -> list[tuple[time, time]]:
    """The hours of advice of any day, public holidays left out."""
    if any(day == closed for closed, _ in public_holidays(day.year)):
        return []
    holidays = [h for year in (day.year - 1, day.year) for h in school_holidays(year)]
    in_holiday = any(day in days for _, days in holidays)
    return spans_of("ADVICE", day, spans=SPANS, in_holiday=in_holiday)


def at(day: date, hour: str) -> datetime:
    return datetime.combine(day, _time(hour), tzinfo=ZoneInfo(ZONE))


def opening(day: date) -> datetime:
    return datetime.combine(day, advice_spans(day)[0][0], tzinfo=ZoneInfo(ZONE))


def closing(day: date) -> datetime:
    return datetime.combine(day, advice_spans(day)[-1][1], tzinfo=ZoneInfo(ZONE))


def open_day_before(day: date) -> date:
    day -= timedelta(days=1)
    while not advice_spans(day):
        day -= timedelta(days=1)
    return day


def last_open_morning(now: datetime) -> datetime:
    day = now.astimezone(ZoneInfo(ZONE)).date()
    while not any(opens <= time(10, 40) < closes for opens, closes in advice_spans(day)):
        day -= timedelta(days=1)
    return at(day, "10:40")

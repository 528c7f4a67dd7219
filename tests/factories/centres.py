"""A small network with one centre that is open on weekdays, and a second one beside it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from phare.centres.actions import (
    Vocabulary,
    found_centre,
    found_network,
    furnish_centre,
    set_opening_hours,
)
from phare.centres.choices import Hours, PlaceKind
from phare.centres.models import Centre, Network

BRUSSELS = ZoneInfo("Europe/Brussels")
MORNING = datetime(2026, 11, 18, 10, 40, tzinfo=BRUSSELS)  # a Wednesday
LETTERS = {"choose": "K", "learn": "M", "work": "T", "start": "Z", "move": "X"}


def both(text: str) -> dict[str, str]:
    return {"fr": text, "nl": f"{text} (nl)", "en": f"{text} (en)", "de": f"{text} (de)"}


def words() -> Vocabulary:
    return Vocabulary(
        themes={
            code: {"letter": letter, "name": both(code), "lead": both(code), "text": both(code)}
            for code, letter in LETTERS.items()
        },
        languages={code: both(code) for code in ("fr", "nl", "en", "de", "ar")},
        interface=("fr", "nl", "en", "de"),
        audiences={"youth": both("youth")},
        schemes={"validation": both("validation"), "euroguidance": both("euroguidance")},
        municipalities={"21015": {"fr": "Schaerbeek", "nl": "Schaarbeek"}},
    )


def make_network(slug: str = "brussels") -> Network:
    return found_network(network=slug, name=both("Network"), vocabulary=words())


def make_centre(slug: str = "house", network: Network | None = None, desks: int = 5) -> Centre:
    """Open Monday to Friday, 9:30 to 16:00, with a pause of advice at noon."""
    centre = found_centre(
        network=network or make_network(),
        slug=slug,
        name=both(slug),
        hosts=[f"{slug}.localhost"],
        street=both("Rue du Fanal 12"),
        postcode="1210",
        city=both("Bruxelles"),
        themes=LETTERS,
        languages=("fr", "nl", "en", "de", "ar"),
        audiences=("youth",),
        schemes=("validation", "euroguidance"),
    )
    furnish_centre(
        centre=centre,
        places=[(PlaceKind.DESK, str(n), both(f"Desk {n}"), 1, False) for n in range(1, desks + 1)],
    )
    for weekday in range(5):
        for kind, spans in (
            (Hours.CENTRE, [(time(9, 30), time(16))]),
            (Hours.ADVICE, [(time(9, 30), time(12, 30)), (time(13, 30), time(16))]),
        ):
            set_opening_hours(
                centre=centre,
                kind=kind,
                weekday=weekday,
                spans=spans,
                valid_from=date(2018, 3, 5),
            )
    return centre

"""What the demo shows: its moment, its year, and whom one may sign in as.

`phare.faces.console.demonstration` opens the house around it. Everything in it is invented, but
for institutions and for the figures that reports have published.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from phare.centres import vocabulary
from phare.faces.console.demo import calendar, house, planning, programme, staff, year
from phare.faces.console.demo.crowd import live_through
from phare.ground import clock
from phare.indicators.actions import import_figures
from phare.indicators.reading import read_figures
from phare.tickets.actions import sweep_centre

PUBLISHED = Path(__file__).parents[1] / "published" / "figures.csv"


def moment(now: datetime) -> datetime:
    """10:40 of the last weekday on which advice is given at 10:40: no Thursday, no holiday."""
    return calendar.last_open_morning(now)


def load(now: datetime, progress: Callable[[str], None], scale: float = 1.0) -> None:
    """Fills an empty, migrated database so that its clock may go on from `now`.

    `scale` makes the year behind it smaller (tests); the days click by click stay whole.
    """
    today = clock.local(now, calendar.ZONE).date()
    yesterday = calendar.open_day_before(today)
    with clock.stopped_at(now):
        progress("  the house, its hours and its partners")
        centre, annex = house.build(today)
        people = staff.hire(centre, annex)
        planning.plan(centre, annex, people, today)
        published = read_figures(PUBLISHED.read_bytes(), today=today)
        import_figures(published.figures, centre=centre)
        progress("  a year of contacts")
        began = programme.first_day(today)
        year.write(centre, until=yesterday - timedelta(days=1), scale=scale, programme=began)
        year.write(annex, until=yesterday - timedelta(days=1), scale=scale * 0.08)
    progress("  its programme: activities, sessions and those who come")
    with clock.stopped_at(now):
        programme.load(centre, today=today, scale=scale)
    progress("  yesterday, click by click")
    live_through(centre, yesterday, until=calendar.closing(yesterday), seed="yesterday")
    with clock.stopped_at(calendar.at(today, "00:15")):
        sweep_centre(centre=centre)
    progress("  this morning, click by click")
    live_through(centre, today, until=now, seed="today")


def sources() -> Iterable[Path]:
    """The files that decide what `load` writes: when one changes, the demo is loaded anew."""
    return [PUBLISHED, Path(vocabulary.__file__), *Path(__file__).parent.rglob("*.py")]


def lines(origin: str) -> list[str]:
    """The other addresses and the sign-ins, to print once the house is open."""
    annex = origin.replace("127.0.0.1", house.ANNEX_HOST)
    return [
        f"  kiosk          {origin}/fr/kiosk/{house.KIOSK_KEY}/",
        f"  board          {origin}/fr/board/{house.BOARD_KEY}/",
        f"  staff          {origin}/fr/signin/",
        f"  second centre  {annex}/fr/",
        f"Sign in with the password {staff.PASSWORD} as",
        *(f"  {email:<28} {what}" for email, what in staff.SIGN_INS),
    ]

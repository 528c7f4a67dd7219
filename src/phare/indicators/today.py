"""The live state of the day: exact, for the staff, never a figure and never published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from phare.centres.models import Centre
from phare.contacts.queries import contacts_in, total_in
from phare.ground import clock
from phare.ground.periods import Days
from phare.rota.queries import on_duty
from phare.tickets.queries import DeskView, Wait, Waiting, desk_plan, waiting_counts, waits_table

WEEKS = 8  # of the same weekday before


@dataclass(frozen=True)
class OnDuty:
    """Somebody in the house: at which post, where, until when."""

    name: str
    post: str
    place: str
    until: datetime


@dataclass(frozen=True)
class Today:
    """What is going on now. `waiting` and `waits` are by (theme, language)."""

    contacts: int
    by_mode: dict[str, int]
    usual: float | None
    same_weekday: tuple[int, ...]
    waiting: dict[tuple[str, str], Waiting]
    waits: dict[tuple[str, str], Wait]
    desks: tuple[DeskView, ...]
    in_the_house: tuple[OnDuty, ...]

    @property
    def tickets_waiting(self) -> int:
        return sum(one.tickets for one in self.waiting.values())


def live_state(*, centre: Centre) -> Today:
    """The centre at this moment."""
    now = clock.now()
    day = clock.today(centre.time_zone)
    rows = contacts_in(Days(day, day), centres=[centre], by=("mode",))
    before = same_weekdays(centre=centre)
    queue = waiting_counts(centre=centre, day=day)
    return Today(
        contacts=sum(row["people"] for row in rows),
        by_mode={row["mode"]: row["people"] for row in rows},
        usual=median(before) if before else None,
        same_weekday=tuple(before),
        waiting={(one.theme, one.language): one for one in queue},
        waits=waits_table(centre=centre),
        desks=tuple(desk_plan(centre=centre)),
        in_the_house=tuple(
            OnDuty(
                name=shift.person.name,
                post=shift.get_post_display(),
                place=shift.place.code if shift.place else "",
                until=shift.during.upper,
            )
            for shift in on_duty(centre=centre, at=now)
        ),
    )


def same_weekdays(*, centre: Centre) -> Sequence[int]:
    """Contacts of whole days with the same weekday, latest first; days without any left out."""
    day = clock.today(centre.time_zone)
    days = [day - timedelta(weeks=week) for week in range(1, WEEKS + 1)]
    counted = [total_in(Days(one, one), centres=[centre]) for one in days]
    return [people for people in counted if people > 0]

"""Who is where, and which theme and language that covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models.functions import Lower

from phare.centres.models import Centre
from phare.ground import clock
from phare.ground.periods import Period
from phare.people.queries import competences_of
from phare.people.rules import may_answer
from phare.rota.choices import Post
from phare.rota.models import Absence, Shift

HORIZON = 14  # days looked ahead for somebody who answers


@dataclass(frozen=True)
class Cover:
    """One desk shift as the public may know it: when, and what it answers. No name."""

    period: Period
    competences: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    def from_moment(self, at: datetime, *, theme: str, language: str) -> datetime | None:
        """The first moment from `at` on when it answers that theme in that language."""
        if self.period.end <= at or not may_answer(self.competences, theme, language):
            return None
        return max(self.period.start, at)


def shifts_between(first: date, last: date, *, centre: Centre) -> list[Shift]:
    """Shifts that touch those days, absent people left out, by start."""
    return [shift for shift, away in planned_between(first, last, centre=centre) if not away]


def planned_between(first: date, last: date, *, centre: Centre) -> list[tuple[Shift, bool]]:
    """Every shift that touches those days, by start, and whether its person is away."""
    zone = centre.time_zone
    start = clock.moment(first, time(), zone)
    end = clock.moment(last + timedelta(days=1), time(), zone)
    rows = list(
        Shift.objects.filter(centre=centre, during__overlap=(start, end))
        .select_related("person", "place")
        .order_by(Lower("during"), "pk")
    )
    absences = absences_between(first, last, centre=centre)
    return [(row, _is_away(row, absences, zone)) for row in rows]


def absences_between(first: date, last: date, *, centre: Centre) -> list[Absence]:
    """Absences that touch those days, by first day."""
    found = Absence.objects.filter(centre=centre, first_on__lte=last, last_on__gte=first)
    return list(found.select_related("person").order_by("first_on", "person__name", "pk"))


def absence_numbered(pk: int, *, centre: Centre) -> Absence | None:
    return Absence.objects.filter(centre=centre, pk=pk).select_related("person").first()


def shift_numbered(pk: int, *, centre: Centre) -> Shift | None:
    found = Shift.objects.filter(centre=centre, pk=pk)
    return found.select_related("person", "place").first()


def _is_away(shift: Shift, absences: Sequence[Absence], zone: str) -> bool:
    day = clock.local(shift.during.lower, zone).date()
    return any(
        absence.person_id == shift.person_id and absence.first_on <= day <= absence.last_on
        for absence in absences
    )


def on_duty(*, centre: Centre, at: datetime) -> list[Shift]:
    """Who is at a post at that moment."""
    day = clock.local(at, centre.time_zone).date()
    shifts = shifts_between(day, day, centre=centre)
    return [s for s in shifts if s.during.lower <= at < s.during.upper]


def shift_of(person_id: int, *, centre: Centre, at: datetime) -> Shift | None:
    """Where the planning puts that person at that moment."""
    return next((s for s in on_duty(centre=centre, at=at) if s.person_id == person_id), None)


def desk_cover(first: date, last: date, *, centre: Centre) -> list[Cover]:
    """Desk shifts of those days with what they answer, by start."""
    shifts = [s for s in shifts_between(first, last, centre=centre) if s.post == Post.DESK]
    skills = competences_of([s.person for s in shifts], centre=centre)
    return [
        Cover(
            Period(s.during.lower, s.during.upper),
            tuple((tuple(c.themes), tuple(c.languages)) for c in skills[s.person_id]),
        )
        for s in shifts
    ]


def next_cover(*, centre: Centre, theme: str, language: str, at: datetime) -> datetime | None:
    """When somebody who answers that theme in that language is next planned at a desk.

    `at` itself when somebody is there now; None when nobody is within a fortnight.
    """
    covers = covers_ahead(centre=centre, at=at)
    moments = (cover.from_moment(at, theme=theme, language=language) for cover in covers)
    return next((moment for moment in moments if moment), None)


def covers_ahead(*, centre: Centre, at: datetime) -> list[Cover]:
    """The desk shifts of the next fortnight: read once, asked for many themes and languages."""
    day = clock.local(at, centre.time_zone).date()
    return desk_cover(day, day + timedelta(days=HORIZON), centre=centre)

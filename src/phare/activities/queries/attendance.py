"""Who came, and the totals of sessions that were held."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from phare.activities.choices import Mode, Presence, SessionState
from phare.activities.models import Attendance, CheckIn, Seat, Session
from phare.centres.models import Centre
from phare.ground import clock
from phare.ground.periods import Days

Heads = Mapping[tuple[str, str], int]  # (mode, language) to people


@dataclass(frozen=True)
class OneMode:
    """People of one mode of a session that was held."""

    registered: int
    present: int
    walked_in: int
    absent: int
    cancelled: int
    left_waiting: int
    languages: Mapping[str, int]


@dataclass(frozen=True)
class HeldSession:
    """A session that took place, in numbers; nothing of it names anybody."""

    day: date
    kind: str
    themes: tuple[str, ...]
    languages: tuple[str, ...]
    modes: Mapping[str, OneMode] = field(default_factory=dict)
    counted: bool = True


def marks_at_the_door(session: Session) -> list[CheckIn]:
    """Those that nobody took back."""
    rows = list(CheckIn.objects.filter(session=session).order_by("key"))
    undone = {row.undoes for row in rows if row.undoes}
    return [row for row in rows if row.undoes is None and row.key not in undone]


def walk_ins(session: Session) -> dict[str, int]:
    """People noted at the door without having registered, by mode."""
    found: dict[str, int] = defaultdict(int)
    for row in marks_at_the_door(session):
        if row.seat_id is None:
            found[row.mode] += row.people
    return dict(found)


def heads_noted(session: Session) -> dict[tuple[str, str], int]:
    """What the marks at the door add up to, under the first language of the session.

    Nobody notes at the door in which language somebody followed: whoever closes divides them.
    """
    found: dict[tuple[str, str], int] = defaultdict(int)
    for seat in Seat.objects.filter(session=session, presence=Presence.PRESENT).order_by("pk"):
        found[seat.mode, session.languages[0]] += seat.present_people or seat.people
    for mode, people in walk_ins(session).items():
        found[mode, session.languages[0]] += people
    return dict(found)


def counted_heads(session: Session) -> dict[tuple[str, str], int]:
    """How many came by mode and language, as it was counted."""
    rows = Attendance.objects.filter(session=session)
    return {(row.mode, code): n for row in rows for code, n in row.languages.items()}


def sessions_held(days: Days, *, centres: Sequence[Centre]) -> list[HeldSession]:
    """Sessions of those days that took place, in order; what was planned in training is not there.

    A session nobody counted is there too, with `counted` False and nobody present.
    """
    found: list[HeldSession] = []
    for centre in centres:
        start = clock.moment(days.first, time(), centre.time_zone)
        end = clock.moment(days.last + timedelta(days=1), time(), centre.time_zone)
        sessions = Session.objects.filter(
            centre=centre, starts_at__gte=start, starts_at__lt=end, training=False
        ).exclude(state__in=[SessionState.DRAFT, SessionState.CANCELLED])
        rows: dict[int, dict[str, Attendance]] = defaultdict(dict)
        for row in Attendance.objects.filter(session__in=sessions).order_by("pk"):
            rows[row.session_id][Mode(row.mode)] = row
        over = sessions.filter(ends_at__lte=clock.now()).select_related("activity")
        found += [
            _held(session, rows.get(session.pk, {}), centre=centre)
            for session in over.order_by("starts_at", "pk")
        ]
    return found


def _held(session: Session, rows: Mapping[str, Attendance], *, centre: Centre) -> HeldSession:
    return HeldSession(
        day=clock.local(session.starts_at, centre.time_zone).date(),
        kind=session.activity.kind,
        themes=tuple(session.activity.themes),
        languages=tuple(session.languages),
        modes={
            mode: OneMode(
                row.registered,
                row.present,
                row.walked_in,
                row.absent,
                row.cancelled,
                row.left_waiting,
                row.languages,
            )
            for mode, row in rows.items()
        },
        counted=session.state == SessionState.CLOSED,
    )

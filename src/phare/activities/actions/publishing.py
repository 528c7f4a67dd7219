"""A session is published, cancelled, or goes as if it had never been."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from phare.activities.actions.planning import CLOSED_STATES, held_places, held_session
from phare.activities.actions.programme import (
    NotInThatState,
    SideIsMissing,
    held_activity,
    tell_programme,
)
from phare.activities.actions.telling import drop_seats
from phare.activities.choices import ActivityState, Mode, SessionState, VideoProvider
from phare.activities.models import Activity, ModeCapacity, RoomUse, Session
from phare.activities.queries.ideas import missing_of
from phare.activities.queries.settings import settings_of
from phare.activities.rules import may_publish, missing_sides
from phare.centres.models import Centre
from phare.ground import clock
from phare.ground.text import masked
from phare.ground.translated import EQUAL

Text = Mapping[str, str]


class NotApproved(Exception):
    """Only an approved activity is published."""


class VideoIsMissing(Exception):
    """A session online says by what video."""


class SessionHasBegun(Exception):
    """What has begun is not published, nor cancelled, any more."""


class ReasonIsMissing(Exception):
    """Why a session is cancelled is said in French and in Dutch."""


@transaction.atomic
def publish_session(session: Session) -> Session:
    """Shown to everybody, who may register. Publishing twice is publishing once.

    Raises `NotApproved`, `SideIsMissing`, `VideoIsMissing`, `SessionHasBegun`, `NotInThatState`.
    """
    activity = held_activity(session.activity)
    row = held_session(session)
    if row.state == SessionState.PUBLISHED:
        return row
    if row.state in CLOSED_STATES:
        raise NotInThatState
    _refuse_unready(row, activity)
    row.state = SessionState.PUBLISHED
    row.save(update_fields=["state"])
    tell_programme(activity)
    return row


def _refuse_unready(row: Session, activity: Activity) -> None:
    if activity.state != ActivityState.APPROVED:
        raise NotApproved
    if row.starts_at <= clock.now():
        raise SessionHasBegun
    own = missing_sides((row.address, row.note))
    missing = [code for code in EQUAL if code in {*missing_of(activity), *own}]
    rule = settings_of(centre=row.centre).one_sided
    if not may_publish(activity.state, activity.title, missing, rule):
        raise SideIsMissing(missing)
    # Looked at, not held: many are published at once, in an order of their own.
    online = ModeCapacity.objects.filter(session=row, mode=Mode.ONLINE)
    if row.video == VideoProvider.NONE and online.exists():
        raise VideoIsMissing


@transaction.atomic
def publish_sessions(
    sessions: Iterable[Session], *, centre: Centre
) -> tuple[list[Session], list[tuple[Session, Exception]]]:
    """Those that could be published, and why the others could not."""
    published: list[Session] = []
    refused: list[tuple[Session, Exception]] = []
    for session in sorted(sessions, key=lambda one: (one.activity_id, one.pk)):
        try:
            published.append(publish_session(session))
        except (
            NotApproved, SideIsMissing, VideoIsMissing, SessionHasBegun, NotInThatState
        ) as error:  # fmt: skip
            refused.append((session, error))
    return published, refused


@transaction.atomic
def cancel_session(session: Session, *, because: Text) -> Session:
    """It does not take place: its rooms are free, everybody who registered is told why.

    Cancelling twice is cancelling once. Raises `ReasonIsMissing`, `SessionHasBegun` once it is
    over, and `NotInThatState` for one that is closed.
    """
    if not all(because.get(code) for code in EQUAL):
        raise ReasonIsMissing
    row = held_session(session)
    if row.state == SessionState.CANCELLED:
        return row
    if row.state == SessionState.CLOSED:
        raise NotInThatState
    if row.ends_at <= clock.now():
        raise SessionHasBegun
    held_places(row)  # whoever registers now has a place before, or is refused after
    row.cancelled_because = {code: masked(said) for code, said in because.items() if said}
    row.state = SessionState.CANCELLED
    row.sequence += 1
    row.save(update_fields=["cancelled_because", "state", "sequence"])
    RoomUse.objects.filter(session=row).delete()
    drop_seats(row)
    tell_programme(row.activity)
    return row


@transaction.atomic
def discard_session(session: Session) -> None:
    """A date that was never published goes. Raises `NotInThatState`."""
    row = held_session(session)
    if row.state != SessionState.DRAFT:
        raise NotInThatState
    row.delete()

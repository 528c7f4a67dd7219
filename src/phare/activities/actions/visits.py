"""Group visits: asked for, dates proposed back and forth, agreed on, declined or withdrawn."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext

from phare.activities.actions.choosing import cancel_registration
from phare.activities.actions.visit_letters import owe_visit_letter
from phare.activities.actions.visit_sessions import made_for
from phare.activities.choices import RequestState, SessionState, Side, VisitLetterKind
from phare.activities.models import Activity, DateProposal, GroupRequest, RoomUse, Seat, Session
from phare.centres.models import Centre
from phare.ground import clock
from phare.ground.live import wake
from phare.ground.text import masked

KEPT = timedelta(days=30)
OPEN = (RequestState.ASKED, RequestState.PROPOSED, RequestState.COUNTERED)
AT_MOST = 5  # dates of one side at a time

Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class VisitAsked:
    """What a group says: who comes, who answers for them, and one way to be reached."""

    kind: str
    organisation: str
    name: str
    people: int
    mail: str = ""
    phone: str = ""
    language: str = "fr"
    audience: str = ""
    wish: str = ""
    needs: tuple[str, ...] = ()
    needs_note: str = ""


class VisitIsSettled(Exception):
    """It was agreed on, declined or withdrawn meanwhile."""


class DateIsGone(Exception):
    """The date was proposed no longer, is past, or not one the other side proposed."""


class ActivityIsMissing(Exception):
    """What the group comes for has to be said before a date can be agreed on."""


class NothingProposed(Exception):
    """A proposal holds one date at least, and each is to come."""


@transaction.atomic
def ask_visit(
    *,
    asked: VisitAsked,
    dates: Sequence[Span],
    key: uuid.UUID,
    centre: Centre,
    activity: Activity | None = None,
) -> GroupRequest:
    """The request with the dates wished for; the same `key` always gives the same request."""
    try:
        with transaction.atomic():
            request = GroupRequest.objects.create(
                centre=centre,
                key=key,
                kind=asked.kind,
                activity=activity,
                organisation=masked(asked.organisation.strip()),
                name=masked(asked.name.strip()),
                mail=asked.mail.strip(),
                phone=asked.phone.strip(),
                language=asked.language,
                people=asked.people,
                audience=asked.audience,
                wish=masked(asked.wish.strip()),
                needs=list(asked.needs),
                needs_note=masked(asked.needs_note.strip()),
                touched_at=clock.now(),
            )
    except IntegrityError:
        same = GroupRequest.objects.filter(centre=centre, key=key).first()
        if same is None:
            raise
        return same
    _write_dates(request, Side.GROUP, dates)
    owe_visit_letter(request, VisitLetterKind.RECEIVED)
    wake(visits_topic(centre.pk))
    return request


def visits_topic(centre: int) -> str:
    """What the list of requests in the office follows."""
    return f"visits-{centre}"


@transaction.atomic
def propose_dates(
    request: GroupRequest, *, dates: Sequence[Span], activity: Activity, answer: str = ""
) -> GroupRequest:
    """The centre's dates, instead of those it proposed before. Raises `VisitIsSettled`."""
    row = _held(request)
    row.activity = activity
    return _proposed(row, Side.CENTRE, dates, answer=answer)


@transaction.atomic
def counter_dates(request: GroupRequest, *, dates: Sequence[Span]) -> GroupRequest:
    """The group's dates, instead of those it proposed before. Raises `VisitIsSettled`."""
    return _proposed(_held(request), Side.GROUP, dates, answer=None)


def _proposed(
    row: GroupRequest, side: Side, dates: Sequence[Span], *, answer: str | None
) -> GroupRequest:
    DateProposal.objects.filter(request=row, side=side).delete()
    if not _write_dates(row, side, dates):
        raise NothingProposed
    by_centre = side == Side.CENTRE
    row.state = RequestState.PROPOSED if by_centre else RequestState.COUNTERED
    if answer is not None:
        row.answer = masked(answer.strip())
    _touch(row, "state", "activity", "answer")
    if by_centre:
        owe_visit_letter(row, VisitLetterKind.PROPOSED)
    return row


@transaction.atomic
def agree_on(
    request: GroupRequest, *, proposal: DateProposal, side: str, languages: Sequence[str] = ()
) -> Session:
    """One side takes a date of the other: session, room and registration are there, or nothing.

    Raises `VisitIsSettled`, `DateIsGone`, `ActivityIsMissing` or `NoRoomIsFree`. Agreeing twice on
    the same date gives the same session.
    """
    row = _locked(request)
    if row.state == RequestState.AGREED and row.registration is not None:
        seats = Seat.objects.select_related("session").filter(registration=row.registration)
        seat = seats.order_by("-pk").first()  # moved by the desk, it has others before
        if seat is not None and seat.session.starts_at == proposal.starts_at:
            return seat.session
    if row.state not in OPEN:
        raise VisitIsSettled
    if row.activity is None:
        raise ActivityIsMissing
    found = DateProposal.objects.filter(pk=proposal.pk, request=row).exclude(side=side).first()
    if found is None or found.starts_at <= clock.now():
        raise DateIsGone
    session, registration = made_for(
        row,
        activity=row.activity,
        span=(found.starts_at, found.ends_at),
        languages=languages or [row.language],
    )
    row.state, row.registration = RequestState.AGREED, registration
    _touch(row, "state", "registration")
    DateProposal.objects.filter(request=row).exclude(pk=found.pk).delete()
    owe_visit_letter(row, VisitLetterKind.AGREED)
    return session


@transaction.atomic
def decline_visit(request: GroupRequest, *, because: str) -> GroupRequest:
    """Not possible, with a word for the group. Raises `VisitIsSettled`."""
    row = _held(request)
    row.state, row.answer = RequestState.DECLINED, masked(because.strip())
    _touch(row, "state", "answer")
    owe_visit_letter(row, VisitLetterKind.DECLINED)
    return row


@transaction.atomic
def withdraw_visit(request: GroupRequest) -> GroupRequest:
    """The group does not come; a date agreed on is free again, and its room. Safe to repeat.

    Raises `VisitIsSettled` once the visit has been.
    """
    row = _locked(request)
    if row.state in (RequestState.WITHDRAWN, RequestState.DECLINED):
        return row
    if row.registration is not None:
        seats = Seat.objects.filter(registration=row.registration)
        if not seats.filter(session__ends_at__gt=clock.now()).exists():
            raise VisitIsSettled
        _give_back(row)
    row.state = RequestState.WITHDRAWN
    _touch(row, "state")
    return row


def _give_back(row: GroupRequest) -> None:
    """Their place is given up as any other is, and the entry leaves their calendar; the session
    was theirs alone and does not take place."""
    registration, row.registration = row.registration, None
    row.save(update_fields=["registration"])
    if registration is None:
        return
    theirs = Session.objects.filter(
        pk__in=Seat.objects.filter(registration=registration).values("session"),
        by_request=True,
        starts_at__gt=clock.now(),
    )
    # Held before its places are, as by whoever changes a session.
    held = list(theirs.select_for_update(of=("self",), no_key=True).order_by("pk"))
    cancel_registration(registration)
    for session in held:
        RoomUse.objects.filter(session=session).delete()
        session.state, session.cancelled_because = SessionState.CANCELLED, _group_gone()
        session.save(update_fields=["state", "cancelled_because"])


def _group_gone() -> dict[str, str]:
    """The reason that stands at the session, in every language of the house."""
    reason: dict[str, str] = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            reason[code] = gettext("The group no longer comes.")
    return reason


@transaction.atomic
def forget_group_requests(*, centre: Centre) -> int:
    """Deletes each thirty days after its visit, or after its last word when there is none."""
    before = clock.now() - KEPT
    gone = 0
    for row in GroupRequest.objects.filter(centre=centre, touched_at__lt=before).order_by("pk"):
        # Once it is agreed, the one date left is that of the visit.
        visit = DateProposal.objects.filter(request=row, ends_at__gte=before)
        if row.state == RequestState.AGREED and visit.exists():
            continue
        row.delete()
        gone += 1
    return gone


def _locked(request: GroupRequest) -> GroupRequest:
    # Without its neighbours: whoever waited for the row would be given theirs of before the wait.
    return GroupRequest.objects.select_for_update().get(pk=request.pk)


def _held(request: GroupRequest) -> GroupRequest:
    row = _locked(request)
    if row.state not in OPEN:
        raise VisitIsSettled
    return row


def _touch(row: GroupRequest, *fields: str) -> None:
    row.touched_at = clock.now()
    row.save(update_fields=["touched_at", *fields])
    wake(visits_topic(row.centre_id))


def _write_dates(row: GroupRequest, side: Side, dates: Sequence[Span]) -> int:
    """Those to come, each once."""
    now = clock.now()
    spans = sorted({start: end for start, end in dates if now < start < end}.items())[:AT_MOST]
    DateProposal.objects.bulk_create(
        DateProposal(centre_id=row.centre_id, request=row, side=side, starts_at=start, ends_at=end)
        for start, end in spans
    )
    return len(spans)

"""Group visits: the request as its group sees it, and the requests the office answers."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from phare.activities.choices import RequestState, Side
from phare.activities.models import DateProposal, GroupRequest, Seat
from phare.activities.queries.public import Dated, Offered, dated, offered
from phare.centres.models import Centre
from phare.ground import clock

OPEN = (RequestState.ASKED, RequestState.COUNTERED, RequestState.PROPOSED)


@dataclass(frozen=True)
class ProposedDate:
    id: int
    by_centre: bool
    starts_at: datetime
    ends_at: datetime
    is_past: bool


@dataclass(frozen=True)
class Visit:
    """A request as its own page shows it."""

    kind: str
    state: str
    organisation: str
    name: str
    people: int
    audience: str
    wish: str
    needs: tuple[str, ...]
    needs_note: str
    answer: str
    activity: Offered | None
    dates: tuple[ProposedDate, ...]
    session: Dated | None
    was_there: bool
    came: int  # of them, as they were noted

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def of_centre(self) -> tuple[ProposedDate, ...]:
        return tuple(one for one in self.dates if one.by_centre)

    @property
    def of_group(self) -> tuple[ProposedDate, ...]:
        return tuple(one for one in self.dates if not one.by_centre)


def visit_of(request: GroupRequest, *, centre: Centre) -> Visit:
    seat = (
        Seat.objects.filter(registration=request.registration)
        .select_related("session__activity", "session__series")
        .order_by("-pk")  # moved by the desk, it has others before
        .first()
        if request.registration_id
        else None
    )
    session = dated([seat.session], centre=centre)[0] if seat else None
    activity = offered([request.activity], centre=centre)[0] if request.activity else None
    return Visit(
        kind=request.kind,
        state=request.state,
        organisation=request.organisation,
        name=request.name,
        people=request.people,
        audience=request.audience,
        wish=request.wish,
        needs=tuple(request.needs),
        needs_note=request.needs_note,
        answer=request.answer,
        activity=activity,
        dates=tuple(_date(row, centre) for row in proposals_of(request)),
        session=session,
        was_there=seat is not None and seat.presence == "PRESENT",
        came=(seat and seat.present_people) or request.people,
    )


def _date(row: DateProposal, centre: Centre) -> ProposedDate:
    return ProposedDate(
        id=row.pk,
        by_centre=row.side == Side.CENTRE,
        starts_at=clock.local(row.starts_at, centre.time_zone),
        ends_at=clock.local(row.ends_at, centre.time_zone),
        is_past=row.starts_at <= clock.now(),
    )


def proposals_of(request: GroupRequest) -> list[DateProposal]:
    return list(DateProposal.objects.filter(request=request).order_by("starts_at", "pk"))


def proposal_of(request: GroupRequest, *, number: int) -> DateProposal | None:
    return DateProposal.objects.filter(request=request, pk=number).first()


def requests_to_answer(*, centre: Centre) -> list[GroupRequest]:
    """Longest without a word first; those that wait for the group come last."""
    rows = GroupRequest.objects.filter(centre=centre, state__in=OPEN).select_related("activity")
    return sorted(
        rows.order_by("touched_at", "pk"), key=lambda one: one.state == RequestState.PROPOSED
    )


def requests_settled(*, centre: Centre) -> list[GroupRequest]:
    rows = GroupRequest.objects.filter(centre=centre).exclude(state__in=OPEN)
    return list(rows.select_related("activity").order_by("-touched_at", "-pk")[:50])


def request_numbered(pk: int, *, centre: Centre) -> GroupRequest | None:
    return GroupRequest.objects.filter(pk=pk, centre=centre).select_related("activity").first()


def request_keyed(key: uuid.UUID, *, centre: Centre) -> GroupRequest | None:
    """What the form with that key has created."""
    return GroupRequest.objects.filter(centre=centre, key=key).first()

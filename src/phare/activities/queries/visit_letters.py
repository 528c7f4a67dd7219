"""What a letter to a group that asked to come tells, as it is at this moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from phare.activities.choices import LetterKind, RequestState, SeatState, Side, VisitLetterKind
from phare.activities.models import ActivitySettings, DateProposal, GroupRequest, Seat
from phare.activities.queries.letters import Owed, letter_about
from phare.activities.queries.settings import settings_of
from phare.activities.visit_links import link_of_request
from phare.centres.models import Centre
from phare.ground import clock
from phare.ground.translated import Translated

# A letter is about one state; once the request has another one, another letter is owed.
ABOUT = {
    VisitLetterKind.RECEIVED: (RequestState.ASKED, RequestState.COUNTERED),
    VisitLetterKind.PROPOSED: (RequestState.PROPOSED,),
    VisitLetterKind.AGREED: (RequestState.AGREED,),
    VisitLetterKind.DECLINED: (RequestState.DECLINED,),
}


@dataclass(frozen=True)
class OwedVisit:
    """To which contact person, about what; `place` is the group's seat once it is agreed on."""

    centre: Centre
    request: int
    kind: str
    name: str
    mail: str
    phone: str
    language: str
    mail_failed: bool
    organisation: str
    people: int
    title: Translated | None
    has_preparation: bool
    dates: tuple[tuple[datetime, datetime], ...]
    answer: str
    link: str
    reach: int
    settings: ActivitySettings
    place: Owed | None


def owed_visit_letter(
    request: int, *, kind: str, version: int, centres: Sequence[Centre]
) -> OwedVisit | None:
    """None when a newer letter is owed, or what this one was to tell is not so any more."""
    found = (
        GroupRequest.objects.filter(pk=request, centre__in=centres, version=version)
        .select_related("activity", "centre")
        .first()
    )
    if found is None or found.state not in ABOUT[VisitLetterKind(kind)]:
        return None
    activity = found.activity
    return OwedVisit(
        centre=found.centre,
        request=found.pk,
        kind=kind,
        name=found.name,
        mail=found.mail,
        phone=found.phone,
        language=found.language,
        mail_failed=found.mail_failed,
        organisation=found.organisation,
        people=found.people,
        title=activity.title if activity else None,
        has_preparation=bool(activity and activity.preparation),
        dates=_dates(found),
        answer=found.answer,
        link=link_of_request(found),
        reach=found.link_version,
        settings=settings_of(centre=found.centre),
        place=_place(found),
    )


def _dates(request: GroupRequest) -> tuple[tuple[datetime, datetime], ...]:
    """What the centre proposes and nobody refused, soonest first."""
    found = DateProposal.objects.filter(
        request=request, side=Side.CENTRE, refused=False, starts_at__gt=clock.now()
    )
    return tuple(found.order_by("starts_at", "pk").values_list("starts_at", "ends_at"))


def _place(request: GroupRequest) -> Owed | None:
    if request.registration_id is None:
        return None
    seat = (
        Seat.objects.filter(registration=request.registration_id, state=SeatState.SEATED)
        .select_related("registration__series", "registration__centre")
        .order_by("pk")
        .first()
    )
    return letter_about(seat, kind=LetterKind.CONFIRMATION) if seat else None

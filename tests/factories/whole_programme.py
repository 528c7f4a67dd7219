"""A programme with at least one row of everything an address of activities can name."""

from datetime import timedelta

from phare.activities.choices import ActivityState, Mode, RegistrationKind, SeatState, Side
from phare.activities.links import link_of
from phare.activities.models import (
    CallOwed,
    GroupRequest,
    Recurrence,
    ReducedCapacity,
    Registration,
    RoomCombination,
    Seat,
    Task,
    Track,
)
from phare.activities.visit_links import link_of_request
from phare.centres.models import Centre
from phare.centres.queries import partners
from phare.ground import clock
from phare.people.actions import set_employer
from phare.people.models import Person
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_group_request,
    make_registration,
    make_room,
    make_seat,
    make_series,
    make_session,
)
from tests.factories.centres import both

UNDER_WAY = timedelta(minutes=20)


def make_whole_programme(centre: Centre, person: Person) -> None:
    """Dates to come and under way, a draft, a series, a group; `person` is a partner's."""
    today = clock.today(centre.time_zone)
    (partner, *_) = partners(centre=centre, on=today)
    set_employer(person, centre=centre, employer=partner)
    rooms = [make_room(centre, code) for code in ("R1", "R2")]
    together = RoomCombination.objects.create(centre=centre, title=both("Both"), capacity=40)
    together.rooms.set(rooms)
    ReducedCapacity.objects.create(
        centre=centre, room=rooms[0], first_on=today, last_on=today, capacity=4, reason="Works"
    )
    activity = make_activity(centre, on_request=True)
    make_activity(centre, state=ActivityState.DRAFT, proposed_by=partner, partners=[partner])
    make_activity(centre, state=ActivityState.PROPOSED, proposed_by=partner, partners=[partner])
    session = make_session(activity, rooms=rooms[:1], on_site=2, online=2)
    now = make_session(activity, starts_at=clock.now() - UNDER_WAY, on_site=2)
    pattern = Recurrence.objects.create(centre=centre, rule="FREQ=WEEKLY;COUNT=3")
    make_session(
        activity,
        starts_at=AFTERNOON + timedelta(days=7),
        state="DRAFT",
        recurrence=pattern,
        original_start=AFTERNOON + timedelta(days=7),
    )
    Task.objects.create(centre=centre, activity=activity, session=session, what="X", due_on=today)
    _conference(centre)
    seat = make_seat(session, mail="", phone="02 555 00 12")
    make_seat(now)
    make_seat(session, mode=Mode.ONLINE, state=SeatState.OFFERED)
    make_seat(session, state=SeatState.WAITING)
    CallOwed.objects.create(
        centre=centre, seat=seat, kind="REMINDER", version=1, owed_at=clock.now()
    )
    make_group_request(centre, activity=activity, dates=[AFTERNOON], side=Side.CENTRE)


def _conference(centre: Centre) -> None:
    series = make_series(centre)
    track = Track.objects.create(centre=centre, series=series, title=both("Track"))
    plenary = make_session(make_activity(centre, title="Plenary"), series=series, plenary=True)
    make_session(
        make_activity(centre, title="Workshop"),
        series=series,
        track=track,
        starts_at=plenary.ends_at,
    )
    guest = make_registration(centre, kind=RegistrationKind.PERSON, series=series)
    make_seat(plenary, registration=guest)


def links_of(centre: Centre) -> list[str]:
    """What opens a registration or a request of the centre."""
    seated = Registration.objects.filter(centre=centre).order_by("pk")
    asked = GroupRequest.objects.filter(centre=centre).order_by("pk")
    return [*map(link_of, seated), *map(link_of_request, asked)]


def seats_at(centre: Centre) -> list[tuple[str, int]]:
    """The address of every place: the key of its date, and its number."""
    found = Seat.objects.filter(centre=centre).order_by("pk")
    return list(found.values_list("session__key", "pk"))

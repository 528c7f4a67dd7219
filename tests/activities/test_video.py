"""Who finds the door of the room by video open, and when."""

from datetime import timedelta

import pytest

from phare.activities.actions.video import (
    TheDoorIsClosed,
    TheRoomIsNotThere,
    close_video,
    enter_video,
    enter_video_to_lead,
)
from phare.activities.choices import Mode, SeatState, SessionState, VideoProvider
from phare.activities.queries.video import room_of, video_door
from phare.ground import clock
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_registration,
    make_seat,
    make_session,
    make_settings,
)
from tests.factories.centres import make_centre
from tests.ground.test_video import SECRET, server

__all__ = ["server"]

pytestmark = pytest.mark.django_db
ROOM = "https://video.example/room"


@pytest.fixture
def session():
    return make_session(
        make_activity(make_centre()), online=5, video=VideoProvider.ADDRESS, video_address=ROOM
    )


@pytest.mark.parametrize(
    ("minutes", "found"),
    [(-31, (False, "")), (-30, (True, ROOM)), (0, (True, ROOM)), (119, (True, ROOM))],
)
def test_the_door_is_open_from_half_an_hour_before_until_the_end(session, minutes, found):
    seat = make_seat(session, mode=Mode.ONLINE)

    with clock.stopped_at(AFTERNOON + timedelta(minutes=minutes)):
        door = video_door(session, registration=seat.registration)

    assert (door.is_open, door.address) == found
    assert door.opens_at == AFTERNOON - timedelta(minutes=30)


def test_the_manager_says_how_long_before(session):
    make_settings(session.centre, video_minutes=5)
    seat = make_seat(session, mode=Mode.ONLINE)

    with clock.stopped_at(AFTERNOON - timedelta(minutes=6)):
        assert not video_door(session, registration=seat.registration).is_open


def test_there_is_no_door_for_anybody_else(session):
    strangers = [
        make_registration(session.centre),
        make_seat(session, mode=Mode.ON_SITE).registration,
        make_seat(session, mode=Mode.ONLINE, state=SeatState.WAITING).registration,
        make_seat(session, mode=Mode.ONLINE, state=SeatState.CANCELLED).registration,
    ]

    with clock.stopped_at(AFTERNOON):
        doors = [video_door(session, registration=one) for one in strangers]

    assert doors == [None] * 4


def test_there_is_no_door_after_the_end_or_when_it_is_cancelled(session):
    seat = make_seat(session, mode=Mode.ONLINE)
    with clock.stopped_at(AFTERNOON + timedelta(hours=2)):
        assert video_door(session, registration=seat.registration) is None
    session.state = SessionState.CANCELLED

    with clock.stopped_at(AFTERNOON):
        assert video_door(session, registration=seat.registration) is None


def test_the_name_of_the_room_cannot_be_read_off_the_feeds(session):
    name = room_of(session).name

    assert name == room_of(session).name
    assert str(session.uid) not in name and session.uid.hex not in name
    assert session.key not in name


def test_entering_gives_the_address_in_time_only(session):
    seat = make_seat(session, mode=Mode.ONLINE)

    with clock.stopped_at(AFTERNOON):
        assert enter_video(session, registration=seat.registration) == ROOM
    with clock.stopped_at(AFTERNOON - timedelta(hours=1)), pytest.raises(TheDoorIsClosed):
        enter_video(session, registration=seat.registration)


def test_a_meeting_is_made_by_the_first_who_needs_it_and_only_in_time(session, settings, server):
    settings.BBB_URL, settings.BBB_SECRET = server.address, SECRET
    session.video = VideoProvider.BIG_BLUE_BUTTON
    first, second = (make_seat(session, mode=Mode.ONLINE).registration for _ in range(2))

    with clock.stopped_at(AFTERNOON - timedelta(hours=1)), pytest.raises(TheDoorIsClosed):
        enter_video(session, registration=first)
    assert server.meetings == {}
    with clock.stopped_at(AFTERNOON):
        doors = [enter_video(session, registration=one) for one in (first, first, second)]
        leading = enter_video_to_lead(session)
        close_video(session)

    assert doors[0] == doors[1] != doors[2]
    assert "role=VIEWER" in doors[0] and "role=MODERATOR" in leading
    assert server.calls == ["create"] * 4 + ["end"]
    assert server.meetings == {}


def test_a_provider_that_is_not_set_up_is_said(session, settings):
    settings.BBB_URL = ""
    session.video = VideoProvider.BIG_BLUE_BUTTON
    seat = make_seat(session, mode=Mode.ONLINE)

    with clock.stopped_at(AFTERNOON):
        assert video_door(session, registration=seat.registration).is_made_on_entry
        with pytest.raises(TheRoomIsNotThere):
            enter_video(session, registration=seat.registration)

"""A conference: plenaries for everybody, one workshop an hour, one registration."""

from datetime import timedelta

import pytest
from django.test import Client

from phare.activities.choices import SeatState
from phare.activities.models import Registration, Seat, Track
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_seat,
    make_series,
    make_session,
)
from tests.factories.centres import both

pytestmark = pytest.mark.django_db
MORNING_OF = AFTERNOON.replace(hour=9, minute=0)


@pytest.fixture
def conference(centre):
    series = make_series(centre)
    track = Track.objects.create(centre=centre, series=series, title=both("Elsewhere"))

    def part(title, hours, minutes=60, **more):
        starts_at = MORNING_OF + timedelta(hours=hours)
        activity = make_activity(centre, title=title)
        return make_session(activity, starts_at=starts_at, minutes=minutes, series=series, **more)

    return series, {
        "opening": part("opening", 0, plenary=True, online=50),
        "cv": part("cv", 1, track=track),
        "erasmus": part("erasmus", 1, on_site=1),
        "long": part("long", 1, minutes=120),
        "rights": part("rights", 2, online=5),
    }


def path(series):
    return f"/en/series/{series.key}/"


def slots(page):
    return [name for name in ("slot0", "slot1", "slot2") if f'name="{name}"' in page]


def test_the_page_shows_plenaries_and_each_hour_with_its_choice(conference):
    series, parts = conference
    page = Client().get(path(series)).content.decode()

    assert slots(page) == ["slot0", "slot1"]
    assert "for everybody" in page and "Elsewhere" in page
    assert page.count("Nothing at this hour") == 2


def test_one_registration_has_the_plenaries_and_what_was_chosen(conference, send):
    series, parts = conference

    answer = send(
        path(series),
        mail="a@example.org",
        mode="ONLINE",
        slot0=parts["cv"].key,
        slot1=parts["rights"].key,
    )

    assert answer.status_code == 303
    registration = Registration.objects.get()
    assert registration.series == series
    held = {seat.session_id: seat.mode for seat in Seat.objects.all()}
    assert held == {
        parts["opening"].pk: "ONLINE",
        parts["cv"].pk: "ON_SITE",
        parts["rights"].pk: "ONLINE",
    }


def test_what_is_full_gives_a_turn_in_the_list(conference, send):
    series, parts = conference
    make_seat(parts["erasmus"])

    answer = send(path(series), mail="a@example.org", slot0=parts["erasmus"].key)

    page = Client().get(answer.headers["Location"]).content.decode()
    assert "You are number 1 on the waiting list." in page
    assert "You have a place." in page
    assert Seat.objects.filter(state=SeatState.WAITING).count() == 1


def test_a_clash_is_said_clearly_and_what_was_chosen_is_kept(conference, send):
    series, parts = conference

    answer = send(
        path(series), mail="a@example.org", slot0=parts["long"].key, slot1=parts["rights"].key
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“long (en)” lasts until 12:00, “rights (en)” begins at 11:00." in page
    assert f'value="{parts["long"].key}" checked' in page
    assert not Registration.objects.exists()


def test_nobody_has_to_take_a_workshop(conference, send):
    series, parts = conference

    send(path(series), mail="a@example.org")

    assert [seat.session for seat in Seat.objects.all()] == [parts["opening"]]


def test_a_workshop_of_another_series_cannot_be_chosen(centre, conference, send):
    series, _ = conference
    other = make_session(make_activity(centre))

    answer = send(path(series), mail="a@example.org", slot0=other.key)

    assert answer.status_code == 422


def test_a_series_that_is_not_published_is_not_there(centre):
    assert Client().get(path(make_series(centre, published=False))).status_code == 404


def test_a_series_without_parts_yet_says_so(centre):
    page = Client().get(path(make_series(centre))).content.decode()

    assert "The programme is being made" in page


def test_a_cycle_whose_dates_are_chosen_one_by_one_links_to_each(centre):
    series = make_series(centre, chosen_together=False)
    session = make_session(make_activity(centre), series=series)

    page = Client().get(path(series)).content.decode()

    assert f"/session/{session.key}/" in page and "<form" not in page


def test_the_programme_on_paper_has_boxes_for_each_hour(conference):
    series, _ = conference
    paper = Client().get(f"{path(series)}paper/").content.decode()

    assert paper.count("one of these, or none") == 2
    assert "<input" not in paper

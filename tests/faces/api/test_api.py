"""The programme for machines: what it gives, refuses, and keeps to itself."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from phare.activities.choices import ActivityState, SeatState, SessionState
from phare.centres.actions import add_partner
from phare.ground import clock
from tests.factories.activities import AFTERNOON, make_activity, make_seat, make_session
from tests.factories.centres import MORNING, both, make_centre

pytestmark = pytest.mark.django_db


@pytest.fixture
def centre():
    with clock.stopped_at(MORNING):
        yield make_centre()


def asked(path, **headers):
    return Client(headers=headers).get(f"/api/{path}")


def keys(path):
    return [one["key"] for one in asked(path).json()["sessions"]]


def test_a_session_is_given_with_its_texts_places_and_hours(centre):
    session = make_session(make_activity(centre), on_site=3, online=10)
    make_seat(session)
    make_seat(session, mode="ONLINE", state=SeatState.SEATED)

    found = asked(f"v1/sessions/{session.key}?language=nl").json()

    assert found["starts_at"] == "2026-11-25T13:30:00+01:00"
    assert found["places"] == [
        {"mode": "ON_SITE", "capacity": 3, "left": 2, "waiting": 0},
        {"mode": "ONLINE", "capacity": 10, "left": 9, "waiting": 0},
    ]
    assert found["activity"]["title"] == {"text": "Atelier CV (nl)", "language": "nl"}
    assert found["url"] == f"http://testserver/nl/session/{session.key}/"


def test_a_text_that_is_not_translated_says_its_language(centre):
    activity = make_activity(centre, title="x")
    activity.title = {"nl": "Solliciteren"}
    activity.save()
    make_session(activity)

    (found,) = asked("v1/sessions?language=fr").json()["sessions"]

    assert found["activity"]["title"] == {"text": "Solliciteren", "language": "nl"}


def test_the_language_follows_the_one_a_machine_prefers(centre):
    make_session(make_activity(centre))

    (found,) = asked("v1/sessions", accept_language="nl-BE").json()["sessions"]

    assert found["activity"]["title"]["language"] == "nl"


def test_only_what_is_public_and_not_over_is_listed(centre):
    activity = make_activity(centre)
    shown = make_session(activity)
    cancelled = make_session(
        activity,
        starts_at=AFTERNOON + timedelta(days=1),
        state=SessionState.CANCELLED,
        cancelled_because=both("ill"),
    )
    make_session(activity, state=SessionState.DRAFT)
    make_session(activity, starts_at=MORNING - timedelta(days=2))
    make_session(activity, training=True)
    make_session(activity, by_request=True)
    make_session(make_activity(centre, state=ActivityState.PROPOSED))
    make_session(make_activity(make_centre("other", centre.network)))

    assert keys("v1/sessions") == [shown.key, cancelled.key]


def test_the_filters_narrow_and_pages_follow_each_other(centre):
    work, learn = make_activity(centre), make_activity(centre, themes=["learn"])
    first = make_session(work)
    second = make_session(learn, starts_at=AFTERNOON + timedelta(days=1), languages=["nl"])
    full = make_session(learn, starts_at=AFTERNOON + timedelta(days=2), on_site=None, online=0)

    assert keys("v1/sessions?theme=learn") == [second.key, full.key]
    assert keys("v1/sessions?spoken=nl") == [second.key]
    assert keys("v1/sessions?mode=ONLINE") == [full.key]
    assert keys("v1/sessions?free=true") == [first.key, second.key]
    assert keys("v1/sessions?from=2026-11-26&until=2026-11-26") == [second.key]
    page = asked("v1/sessions?per_page=1&page=2").json()
    assert [one["key"] for one in page["sessions"]] == [second.key]
    assert (page["count"], page["pages"]) == (3, 3)
    assert page["next"].endswith("per_page=1&page=3")


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("theme=nothing", "theme"),
        ("mode=BOTH", "mode"),
        ("page=0", "page"),
        ("per_page=1000", "per_page"),
        ("from=2026-13-01", "from"),
        ("languages=fr", "languages"),
        ("language=xx", "language"),
    ],
)
def test_what_is_asked_wrongly_is_said(centre, query, parameter):
    answer = asked(f"v1/sessions?{query}")

    assert answer.status_code == 422
    assert answer.json()["error"]["parameter"] == parameter


def test_what_was_given_already_is_not_sent_again(centre):
    make_session(make_activity(centre))
    first = asked("v1/sessions")

    again = asked("v1/sessions", if_none_match=first.headers["ETag"])

    assert (again.status_code, again.content) == (304, b"")


def test_a_page_of_any_site_may_read_it_and_no_cookie_is_set(centre):
    answer = asked("v1/sessions", origin="https://another.example")

    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert not answer.cookies


def test_nothing_can_be_written(centre):
    session = make_session(make_activity(centre))
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(Client(), method)(f"/api/v1/sessions/{session.key}")
        assert answer.status_code == 405
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_what_does_not_exist_or_is_not_public_is_not_there(centre):
    hidden = make_session(make_activity(centre), state=SessionState.DRAFT)

    for path in ("v1/sessions/nothing", f"v1/sessions/{hidden.key}", "v1/activities/nothing"):
        assert asked(path).status_code == 404


def test_partners_stand_in_alphabetical_order(centre):
    since = clock.today(centre.time_zone)
    partners = [
        add_partner(centre=centre, name=both(name), kind="PROMOTER", since=since)
        for name in ("Zeta", "Alpha", "Émile")
    ]
    activity = make_activity(centre, partners=partners)

    found = asked(f"v1/activities/{activity.key}?language=fr").json()

    assert [one["text"] for one in found["partners"]] == ["Alpha", "Émile", "Zeta"]


def test_nobody_who_registered_is_in_any_answer(centre):
    session = make_session(make_activity(centre))
    make_seat(session, name="Canary", mail="canary@example.org")

    said = asked("v1/sessions").content + asked(f"v1/sessions/{session.key}").content

    assert b"anary" not in said


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_asks_the_database_as_often_for_three_as_for_one(
    centre, count, django_assert_num_queries
):
    for number in range(count):
        make_session(make_activity(centre), starts_at=AFTERNOON + timedelta(days=number))
    asked("v1/sessions")

    with django_assert_num_queries(9):
        assert len(json.loads(asked("v1/sessions").content)["sessions"]) == count

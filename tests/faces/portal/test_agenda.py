"""The agenda: what is coming, by day, week, list and theme, narrowed as asked, without script."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from phare.activities.choices import SeatState, SessionState
from phare.ground import clock
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_seat,
    make_series,
    make_session,
)
from tests.factories.centres import BRUSSELS, MORNING, both

pytestmark = pytest.mark.django_db


def page(query="", language="en"):
    answer = Client().get(f"/{language}/agenda/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def shown(sessions, query=""):
    said = page(query)
    return [name for name, one in sessions.items() if f"/session/{one.key}/" in said]


@pytest.fixture
def sessions(centre):
    def made(title, days, **more):
        about = {k: more.pop(k) for k in ("themes", "audiences") if k in more}
        activity = make_activity(centre, title=title, **about)
        return make_session(activity, starts_at=MORNING + timedelta(days=days, hours=3), **more)

    found = {
        "today": made("today", 0),
        "week": made("week", 4, themes=["learn"], languages=["nl"]),
        "online": made("online", 5, on_site=None, online=9, audiences=["youth"]),
        "full": made("full", 6, on_site=1, themes=["learn", "work"]),
        "later": made("later", 9),
    }
    make_seat(found["full"])
    return found


def test_a_week_is_seven_days_from_today(sessions):
    assert shown(sessions) == ["today", "week", "online", "full"]
    assert shown(sessions, "?on=2026-11-25") == ["later"]


def test_a_day_the_list_and_the_themes_show_what_they_say(sessions):
    assert shown(sessions, "?by=day&on=2026-11-22") == ["week"]
    assert shown(sessions, "?by=list") == list(sessions)
    assert shown(sessions, "?by=theme") == list(sessions)
    assert shown(sessions, "?by=theme&theme=learn") == ["week", "full"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?theme=learn", ["week", "full"]),
        ("?theme=learn&theme=work", ["today", "week", "online", "full"]),
        ("?lang=nl", ["week"]),
        ("?mode=ONLINE", ["online"]),
        ("?for=youth", ["online"]),
        ("?free=1", ["today", "week", "online"]),
        ("?free=1&theme=learn", ["week"]),
        ("?theme=nothing&mode=x&by=x&on=x&page=x", ["today", "week", "online", "full"]),
    ],
)
def test_the_agenda_is_narrowed_as_asked(sessions, query, names):
    assert shown(sessions, query) == names


def test_what_is_over_is_not_shown_and_what_lasts_is(centre):
    activity = make_activity(centre)
    over = make_session(activity, starts_at=MORNING - timedelta(hours=3), minutes=60)
    lasts = make_session(activity, starts_at=MORNING - timedelta(minutes=30), minutes=60)

    assert f"/session/{over.key}/" not in page()
    assert f"/session/{lasts.key}/" in page()


def test_drafts_visits_and_parts_of_an_unpublished_series_are_not_shown(centre):
    activity = make_activity(centre)
    make_session(activity, state=SessionState.DRAFT)
    make_session(activity, by_request=True)
    make_session(activity, series=make_series(centre, published=False))

    assert "/session/" not in page("?by=list")


def test_a_cancelled_session_stays_and_says_so(centre):
    make_session(
        make_activity(centre),
        starts_at=MORNING + timedelta(days=1),
        state=SessionState.CANCELLED,
        cancelled_because=both("ill"),
    )

    assert "Cancelled" in page()


def test_places_are_said_in_words(centre):
    session = make_session(make_activity(centre), starts_at=MORNING + timedelta(days=1), on_site=2)
    assert "2 places left" in page()
    make_seat(session)
    make_seat(session)
    make_seat(session, state=SeatState.WAITING)

    assert "Full, 1 waiting" in page()


def test_an_empty_week_says_so_and_leads_on(centre):
    session = make_session(make_activity(centre), starts_at=AFTERNOON + timedelta(days=10))

    said = page()

    assert "Nothing on these days" in said
    assert "?on=2026-12-05" in said
    assert f"/session/{session.key}/" in page("?on=2026-12-05")


def test_a_filter_that_finds_nothing_offers_everything(sessions):
    said = page("?theme=move")

    assert "Nothing matches what you ask for." in said
    assert "Show everything" in said


def test_the_way_back_never_leads_into_the_past(sessions):
    assert 'rel="prev"' not in page()
    assert 'href="/en/agenda/" rel="prev"' in page("?on=2026-11-25")
    assert "2026-11-26" not in page("?on=2026-11-17")


def test_what_one_visitor_has_in_the_address_is_shown_to_no_other(centre):
    assert "Jeanne" in page("?name=Jeanne")
    assert "Jeanne" not in page()


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_asks_the_database_as_often_for_three_as_for_one(
    centre, count, django_assert_num_queries
):
    activity = make_activity(centre)
    for number in range(count):
        make_session(activity, starts_at=MORNING + timedelta(days=1, hours=number))
    page()

    with django_assert_num_queries(13):
        page()


def test_hours_stay_on_the_wall_clock_when_summer_time_ends(centre):
    activity = make_activity(centre)
    for day in (24, 25, 26):
        make_session(activity, starts_at=datetime(2027, 10, day, 10, tzinfo=BRUSSELS))
    with clock.stopped_at(datetime(2027, 10, 23, 9, tzinfo=BRUSSELS)):
        assert page().count("10:00 ") == 3


def test_the_sheet_of_the_week_has_french_and_dutch_side_by_side(sessions):
    said = Client().get("/en/agenda/sheet/").content.decode()

    assert '<td lang="fr"><strong>week</strong>' in said
    assert '<td lang="nl"><strong>week (nl)</strong>' in said
    assert "later" not in said


def test_the_home_page_shows_what_can_be_joined_this_week(sessions):
    said = Client().get("/en/").content.decode()

    names = [name for name, one in sessions.items() if f"/session/{one.key}/" in said]
    assert names == ["today", "week", "online"]

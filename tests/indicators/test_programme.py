"""Registered against present, and activities by theme and language, from sessions alone."""

from datetime import timedelta

import pytest

from phare.activities import actions
from phare.activities.actions import Counted, close_session
from phare.activities.choices import SessionState
from phare.ground import clock
from phare.ground.periods import Days
from phare.indicators.queries import programme
from phare.reports.annual import annual
from tests.factories.activities import AFTERNOON, make_activity, make_seat, make_session
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db

YEAR = Days.of_year(2026)
LATER = AFTERNOON + timedelta(hours=4)


@pytest.fixture
def centre():
    with clock.stopped_at(MORNING):
        return make_centre()


def hold(activity, heads, *, seats=0, **more):
    with clock.stopped_at(MORNING):
        session = make_session(activity, **more)
        for _ in range(seats):
            make_seat(session)
    with clock.stopped_at(LATER):
        close_session(session, Counted(heads, {}), centre=activity.centre)
    return session


def year_with_everything(centre):
    work, start = (make_activity(centre, themes=[theme]) for theme in ("work", "start"))
    both = make_activity(centre, themes=["work", "learn"])
    hold(work, {("ON_SITE", "fr"): 20}, seats=25, on_site=30)
    hold(start, {("ONLINE", "nl"): 8}, on_site=None, online=10, languages=["nl"])
    hold(
        both,
        {("ON_SITE", "fr"): 6, ("ONLINE", "nl"): 9},
        on_site=10,
        online=10,
        languages=["fr", "nl"],
    )
    make_session(work)  # nobody says how many came
    make_session(
        work,
        state=SessionState.CANCELLED,
        cancelled_because={"fr": "grève", "nl": "staking"},
        starts_at=AFTERNOON + timedelta(hours=1),
    )
    make_session(work, training=True)


def test_sessions_are_counted_by_way_theme_and_language(centre):
    year_with_everything(centre)

    with clock.stopped_at(LATER):
        found = programme(YEAR, centres=[centre])

    assert (found.sessions, found.uncounted) == (4, 1)
    assert dict(found.by_way) == {"ON_SITE": 2, "ONLINE": 1, "HYBRID": 1}
    assert dict(found.sessions_by_theme) == {"work": 3, "start": 1, "learn": 1}
    assert dict(found.people_by_theme) == {"work": 35, "start": 8, "learn": 15}
    assert dict(found.sessions_by_language) == {"fr": 3, "nl": 2}
    assert dict(found.people_by_language) == {"fr": 26, "nl": 17}
    assert (found.people["REGISTERED"], found.people["PRESENT"], found.people["ABSENT"]) == (
        25,
        43,
        5,
    )


def test_the_report_says_it_in_every_language_and_after_every_name_has_gone(centre):
    year_with_everything(centre)
    with clock.stopped_at(LATER):
        before = [said(centre, language) for language in ("fr", "nl", "en", "de")]

    with clock.stopped_at(LATER + timedelta(days=20)):
        actions.forget_registrations(centre=centre)
        after = [said(centre, language) for language in ("fr", "nl", "en", "de")]

    assert before == after
    assert len(set(map(str, before))) == 1
    assert before[0]["activities"] == [2, 1, 1, 4]
    assert before[0]["activities-language"] == [26, 17]


def said(centre, language):
    report = annual(centres=[centre], year=2026, language=language)
    keys = ("activities", "attended", "activities-theme", "activities-language")
    columns = {"activities": 0, "attended": 0, "activities-theme": 1, "activities-language": 1}
    return {
        key: [line.numbers[columns[key]].value for line in report.table(key).lines] for key in keys
    }


def test_small_groups_are_hidden_like_everywhere(centre):
    hold(make_activity(centre), {("ON_SITE", "fr"): 3})

    with clock.stopped_at(LATER):
        report = annual(centres=[centre], year=2026, language="en")

    assert [line.numbers[1].mark for line in report.table("activities-theme").lines] == ["c"]

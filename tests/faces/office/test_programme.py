"""The programme in the office: planned, looked at, published, cancelled, imported, printed."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phare.activities import actions
from phare.activities.choices import ActivityState, SeatState, SessionState
from phare.activities.models import (
    Activity,
    ActivitySettings,
    ModeCapacity,
    Recurrence,
    ReducedCapacity,
    RoomCombination,
    Series,
    Session,
    Task,
    Track,
)
from tests.faces.office.conftest import page, signed_in
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_registration,
    make_room,
    make_seat,
    make_series,
    make_session,
)
from tests.factories.people import make_person

HOME = "/en/office/programme/"


def texts(name, **said):
    return {f"{name}_{code}": said.get(code, "") for code in ("fr", "nl", "en", "de")}


def about(**more):
    given = {"key": "abcdefghijkl", "kind": "WORKSHOP", "themes": ["work"]}
    for name in ("title", "lead", "text"):
        given |= texts(name, fr=f"{name} fr", nl=f"{name} nl")
    return given | texts("bring") | texts("preparation") | more


def dated(**more):
    given = {
        "key": "mnopqrstuvwx",
        "day": "2026-11-25",
        "start": "13:30",
        "end": "15:30",
        "languages": ["fr"],
        "on_site": "12",
        "video": "NONE",
        "series": "",
    }
    return given | texts("address") | texts("note") | more


def go(activity, *, way):
    return f"{HOME}activities/{activity.key}/{way}/"


def at(session, *, way=""):
    return f"{HOME}dates/{session.key}/{way and way + '/'}"


def test_an_activity_is_drafted_once_and_approved(centre, manager):
    manager.post(f"{HOME}activities/new/", about())
    answer = manager.post(f"{HOME}activities/new/", about())

    activity = Activity.objects.get()
    assert answer["Location"] == f"{HOME}activities/{activity.key}/"
    assert "title fr" in page(manager.get(answer["Location"]))
    manager.post(go(activity, way="approve"))
    assert Activity.objects.get().state == ActivityState.APPROVED


def test_an_activity_without_a_title_is_explained(centre, manager):
    answer = manager.post(f"{HOME}activities/new/", about() | texts("title"))

    assert answer.status_code == 422
    assert "Give a title, in French and in Dutch." in page(answer)


def test_a_side_that_is_missing_is_marked_in_the_list(centre, manager):
    make_activity(centre, text={"fr": "Seulement"})

    assert "Dutch is missing" in page(manager.get(f"{HOME}activities/"))


def test_a_date_is_planned_once_and_seen_in_its_week_and_in_its_room(centre, manager):
    activity, room = make_activity(centre, title="Opale"), make_room(centre)
    for _ in range(2):
        answer = manager.post(go(activity, way="plan"), dated(rooms=[room.pk]))

    session = Session.objects.get()
    assert answer["Location"] == at(session)
    assert "Opale" in page(manager.get(f"{HOME}?week=2026-11-25"))
    assert "Opale" in page(manager.get(f"{HOME}?week=2026-11-25&by=room"))
    assert page(manager.get(at(session))).count("0/12") == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"end": "13:00"}, "A session ends after it begins."),
        ({"on_site": ""}, "Give a number of places on site, online, or both."),
        ({"video": "ADDRESS"}, "Give the address of the video."),
        ({"day": "2099-01-01"}, "No session is that far away"),
        ({"languages": []}, "This field is required."),
    ],
)
def test_a_wrong_date_is_explained_and_what_was_typed_stays(centre, manager, wrong, said):
    answer = manager.post(go(make_activity(centre), way="plan"), dated() | wrong)

    assert answer.status_code == 422
    assert said in page(answer)
    assert not Session.objects.exists()


def test_a_taken_room_says_by_what_and_when(centre, manager):
    room = make_room(centre)
    make_session(make_activity(centre, title="Zoom santé"), rooms=[room])

    answer = manager.post(go(make_activity(centre), way="plan"), dated(rooms=[room.pk]))

    assert "from 13:30 to 15:30: “Zoom santé" in page(answer)


def test_dates_that_come_back_are_looked_at_before_they_are_planned(centre, manager):
    activity = make_activity(centre)
    pattern = dated(repeat="WEEK", until="2026-12-16", skips_holidays="on")

    looked = manager.post(go(activity, way="repeat"), pattern)
    assert "4 dates would be planned" in page(looked)
    assert not Session.objects.exists()
    for _ in range(2):
        manager.post(go(activity, way="repeat"), pattern | {"keep": "1"})

    assert (Session.objects.count(), Recurrence.objects.count()) == (4, 1)
    session = Session.objects.order_by("pk").first()
    manager.post(at(session, way="pattern/extend"), {"until": "2026-12-23"})
    assert Session.objects.count() == 5
    assert page(manager.get(at(session, way="pattern"))).count("Look at this date") == 5


def test_a_changed_date_tells_how_many_read_of_it(centre, manager):
    session = make_session(make_activity(centre))
    make_seat(session)

    assert "1 person has a place" in page(manager.get(at(session, way="change")))
    manager.post(at(session, way="change"), dated(seen="0", start="14:00"))

    assert Session.objects.get().sequence == 1


def test_two_managers_who_change_the_same_date_do_not_undo_each_other(centre, manager):
    session = make_session(make_activity(centre))
    manager.post(at(session, way="change"), dated(seen="0", start="14:00"))

    answer = manager.post(at(session, way="change"), dated(seen="0", start="14:30"))

    assert answer.status_code == 422
    assert "A colleague has changed this session meanwhile." in page(answer)


def test_more_places_and_publishing_and_cancelling(centre, manager):
    session = make_session(make_activity(centre), on_site=1, state=SessionState.DRAFT)
    waiting = make_seat(session, state=SeatState.WAITING)

    manager.post(at(session, way="places"), {"ON_SITE-mode": "ON_SITE", "ON_SITE-planned": "3"})
    manager.post(at(session, way="publish"))
    waiting.refresh_from_db()
    assert waiting.state == SeatState.OFFERED
    assert Session.objects.get().state == SessionState.PUBLISHED

    half = manager.post(at(session, way="cancel"), texts("because", fr="Grève"))
    assert half.status_code == 422
    manager.post(at(session, way="cancel"), texts("because", fr="Grève", nl="Staking"))
    assert "Cancelled" in page(manager.get(at(session)))


def test_many_dates_are_published_at_once_and_the_others_say_why_not(centre, manager):
    good = make_session(make_activity(centre), state=SessionState.DRAFT)
    bad = make_session(make_activity(centre, title="B", state="PROPOSED"), state="DRAFT")

    answer = manager.post(
        f"{HOME}publish/now/", {"session": [good.key, bad.key, "nothing"]}, follow=True
    )

    text = page(answer)
    assert "1 date is published." in text
    assert "Not published: “B" in text


def test_who_registered_and_what_they_need_stands_with_the_date(centre, manager):
    session = make_session(make_activity(centre))
    make_seat(session, registration=make_registration(centre, name="Ines", needs=["WHEELCHAIR"]))

    text = page(manager.get(at(session)))

    assert "Ines" in text
    assert "Wheelchair access" in text


def test_a_date_never_published_may_go(centre, manager):
    session = make_session(make_activity(centre), state=SessionState.DRAFT)

    manager.post(at(session, way="discard"))

    assert not Session.objects.exists()


def test_tasks_come_with_a_date_are_ticked_and_added(centre, manager):
    activity = make_activity(centre)
    manager.post(go(activity, way="plan"), dated())
    session = Session.objects.get()
    first = Task.objects.order_by("due_on", "pk").first()

    assert "Announce it: site, screens, partners" in page(manager.get(f"{HOME}tasks/"))
    manager.post(f"{HOME}tasks/{first.pk}/settle/", {"done": "1", "back": at(session)})
    manager.post(
        go(activity, way="task"),
        {"what": "Appeler", "due_on": "2026-11-20", "session": session.key},
    )

    first.refresh_from_db()
    assert first.done
    assert "Appeler" in page(manager.get(at(session)))


def test_settling_a_task_leads_to_no_other_house(centre, manager):
    manager.post(go(make_activity(centre), way="plan"), dated())
    task = Task.objects.first()

    answer = manager.post(
        f"{HOME}tasks/{task.pk}/settle/", {"done": "1", "back": "https://elsewhere.example/"}
    )

    assert answer["Location"] == f"{HOME}tasks/"


def test_a_series_has_its_threads_and_its_dates(centre, manager):
    manager.post(
        f"{HOME}series/new/",
        {"key": "s", "chosen_together": "on"}
        | texts("title", fr="Forum", nl="Forum nl")
        | texts("lead") | texts("text")
        | texts("track0", fr="Santé", nl="Zorg"),
    )  # fmt: skip
    series, track = Series.objects.get(), Track.objects.get()
    activity = make_activity(centre)
    manager.post(go(activity, way="plan"), dated(series=f"{series.pk}-{track.pk}"))
    manager.post(f"{HOME}series/{series.key}/publish/", {"published": "1"})

    session = Session.objects.get()
    series.refresh_from_db()
    assert (session.series, session.track, series.published) == (series, track, True)
    assert "Atelier CV" in page(manager.get(f"{HOME}series/{series.key}/"))


def test_rooms_are_added_held_together_and_made_smaller(centre, manager):
    for code in "AB":
        manager.post(
            f"{HOME}rooms/add/",
            {"code": code, "capacity": "20"} | texts("name", fr=f"Salle {code}", nl=f"Zaal {code}"),
        )
    rooms = list(manager.get(f"{HOME}rooms/").context["rooms"])
    manager.post(
        f"{HOME}rooms/combine/",
        {"rooms": [room.pk for room in rooms], "capacity": "45"} | texts("title", fr="A", nl="A"),
    )
    combination = RoomCombination.objects.get()
    session = make_session(make_activity(centre), rooms=[rooms[0]])
    reduced = {"room": rooms[0].pk, "first_on": "2026-11-25", "last_on": "2026-11-25"}
    manager.post(f"{HOME}rooms/reduce/", reduced | {"capacity": "4", "reason": "Peinture"})

    assert ModeCapacity.objects.get(session=session).capacity == 4
    manager.post(f"{HOME}rooms/reduced/{ReducedCapacity.objects.get().pk}/")
    assert ModeCapacity.objects.get(session=session).capacity == 12
    manager.post(
        go(make_activity(centre), way="plan"),
        dated(day="2026-11-26", rooms=[f"together-{combination.pk}"], on_site="45"),
    )
    assert Session.objects.count() == 2
    manager.post(f"{HOME}rooms/together/{combination.pk}/")
    assert not RoomCombination.objects.exists()


def test_settings_hold_and_a_network_that_is_none_is_said(centre, manager):
    given = {
        "one_sided": "MARK",
        "keep_days": "3",
        "offer_hours": "12",
        "passes_at_most": "2",
        "reminder_hours": "48",
        "video_minutes": "15",
        "people_at_most": "4",
        "house_networks": "192.0.2.0/24\n2001:db8::/48",
    }

    wrong = manager.post(f"{HOME}settings/", given | {"house_networks": "here"})
    manager.post(f"{HOME}settings/", given)

    assert "“here” is no network address." in page(wrong)
    row = ActivitySettings.objects.get()
    assert (row.keep_days, row.house_networks) == (3, ["192.0.2.0/24", "2001:db8::/48"])


CALENDAR = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:one
DTSTART;TZID=Europe/Brussels:20261201T140000
DTEND;TZID=Europe/Brussels:20261201T160000
SUMMARY:Atelier du fichier
END:VEVENT
BEGIN:VEVENT
UID:two
DTSTART;VALUE=DATE:20261201
SUMMARY:=Toute la journ\xc3\xa9e
END:VEVENT
END:VCALENDAR
"""


def chosen(content=CALENDAR, name="agenda.ics"):
    return {"file": SimpleUploadedFile(name, content), "source": "forem", "language": "fr"}


def test_a_file_is_looked_at_first_and_kept_once(centre, manager):
    looked = manager.post(f"{HOME}import/", chosen())
    text = page(looked)
    assert "Atelier du fichier" in text
    assert "It says the day only" in text
    assert not Session.objects.exists()

    again = {k: looked.context["keep"].initial[k] for k in ("content", "source", "language")}
    for _ in range(2):
        manager.post(f"{HOME}import/keep/", again)
    refused = manager.post(f"{HOME}import/refused.csv", again)

    assert Session.objects.get().import_uid == "forem:one|20261201T1300"
    assert "'=Toute" in refused.content.decode()


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\0\1\2", "This file is no text."), (b"a;b\n1;2", "The column “title_fr” is missing.")],
)
def test_a_file_that_cannot_be_read_says_why(centre, manager, content, said):
    answer = manager.post(f"{HOME}import/", chosen(content))

    assert answer.status_code == 422
    assert said in page(answer)


def test_dates_leave_as_a_table_without_formulas(centre, manager):
    make_session(make_activity(centre, title="=HYPERLINK(1)"))

    answer = manager.get(f"{HOME}dates.csv?week=2026-11-25")

    assert ",'=HYPERLINK(1)," in answer.content.decode()
    assert "title_fr" in manager.get(f"{HOME}import/template.csv").content.decode()


def test_the_brochure_is_made_from_what_is_published(centre, manager):
    make_session(make_activity(centre), starts_at=AFTERNOON + timedelta(days=60))

    text = page(manager.get(f"{HOME}brochure/?quarter=2027-1"))
    paper = manager.get(f"{HOME}brochure/brochure.pdf?quarter=2027-1")

    assert "1 published date" in text
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert manager.get(f"{HOME}brochure/?quarter=2027-9").status_code == 404


def test_empty_pages_say_so(centre, manager):
    for where, said in (
        ("", "No date this week"),
        ("publish/", "Everything planned is published"),
        ("activities/", "Nothing here yet"),
        ("proposals/", "No proposal waits"),
        ("tasks/", "Nothing to do this week"),
        ("series/", "No series yet"),
        ("rooms/", "There is no room yet."),
    ):
        assert said in page(manager.get(HOME + where))


def test_a_counsellor_drafts_and_proposes_and_neither_plans_nor_decides(centre):
    counsellor = signed_in(make_person(centre, "COUNSELLOR"))
    counsellor.post(f"{HOME}activities/new/", about())
    activity = Activity.objects.get()

    counsellor.post(go(activity, way="propose"))

    assert Activity.objects.get().state == ActivityState.PROPOSED
    assert counsellor.get(HOME).status_code == 200
    for way in ("plan", "approve", "refuse", "archive"):
        assert counsellor.post(go(activity, way=way)).status_code == 403


def test_an_editor_plans_and_does_not_approve(centre):
    editor = signed_in(make_person(centre, "EDITOR"))
    activity = make_activity(centre, state=ActivityState.PROPOSED)

    assert editor.get(go(activity, way="plan")).status_code == 200
    assert editor.post(go(activity, way="approve")).status_code == 403


def test_what_belongs_to_another_centre_is_not_there(centre, annex, manager):
    activity = make_activity(annex)
    session = make_session(activity)
    series, room = make_series(annex), make_room(annex)
    task = actions.add_task(activity, what="x", due_on=AFTERNOON.date())
    reduction = actions.reduce_room(
        room, first_on=AFTERNOON.date(), last_on=AFTERNOON.date(), capacity=1, reason="x"
    )

    for address in (
        f"{HOME}activities/{activity.key}/",
        go(activity, way="plan"),
        at(session),
        at(session, way="change"),
        f"{HOME}series/{series.key}/",
    ):
        assert manager.get(address).status_code == 404, address
    for address in (
        at(session, way="cancel"),
        f"{HOME}tasks/{task.pk}/settle/",
        f"{HOME}rooms/reduced/{reduction.pk}/",
    ):
        assert manager.post(address).status_code == 404, address


@pytest.mark.parametrize("rows", [1, 3])
def test_the_week_and_the_lists_ask_the_same_whatever_their_length(
    centre, manager, rows, django_assert_num_queries
):
    for number in range(rows):
        activity = make_activity(centre, title=f"A{number}")
        make_session(activity, rooms=[make_room(centre, f"R{number}")])
        make_session(activity, state="DRAFT", starts_at=AFTERNOON + timedelta(days=1))
    for where, most in (("?week=2026-11-25", 13), ("activities/", 12), ("publish/", 13)):
        with django_assert_num_queries(most):
            manager.get(HOME + where)

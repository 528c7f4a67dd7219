"""Letters to groups that asked to come."""

from types import SimpleNamespace

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from phare.activities.actions import withdraw_visit
from phare.activities.actions.visit_letters import owe_visit_letter
from phare.activities.choices import RegistrationKind, RequestState, Side, VisitLetterKind
from phare.activities.links import LinkIsWrong
from phare.activities.models import GroupRequest
from phare.activities.queries.calls import calls_to_make
from phare.activities.visit_links import VisitLinkIsReplaced, link_of_request, request_at
from phare.faces.letters import tasks
from tests.faces.letters.reading import calendars, html_of, text_of, words_of
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_group_request,
    make_registration,
    make_seat,
    make_session,
)
from tests.factories.centres import both

STATES = {
    VisitLetterKind.RECEIVED: RequestState.ASKED,
    VisitLetterKind.PROPOSED: RequestState.PROPOSED,
    VisitLetterKind.AGREED: RequestState.AGREED,
    VisitLetterKind.DECLINED: RequestState.DECLINED,
}


def post(request, kind):
    """Owes the letter and does its job."""
    owe_visit_letter(request, kind)
    job = ProcrastinateJob.objects.filter(task_name="letters.visit").latest("id")
    tasks.send_visit_letter(SimpleNamespace(job=SimpleNamespace(attempts=0)), **job.args)


@pytest.mark.parametrize("language", ["fr", "nl", "en", "de"])
@pytest.mark.parametrize("kind", VisitLetterKind)
def test_every_kind_speaks_every_language(box, centre, kind, language):
    activity = make_activity(centre, preparation=both("A sheet"))
    asked = make_group_request(
        centre,
        state=STATES[kind],
        activity=activity,
        name="Ada",
        organisation="School",
        language=language,
        dates=[AFTERNOON],
        side=Side.CENTRE,
    )

    post(asked, kind)

    (message,) = box.messages
    words = words_of(message)
    assert {spoken for spoken, _ in words.said} == {language}
    assert "Ada" in text_of(message) and "School" in message["Subject"]
    assert "None" not in text_of(message) + html_of(message)
    assert words.links == [f"http://house.localhost/{language}/visit/{link_of_request(asked)}/"]
    assert ("13:30" in text_of(message) or "13.30" in text_of(message)) == (kind == "PROPOSED")


def test_a_visit_that_is_agreed_is_in_the_calendar_and_confirmed_once(box, centre):
    session = make_session(make_activity(centre), on_site=30)
    group = make_registration(centre, kind=RegistrationKind.CLASS, people=22)
    seat = make_seat(session, registration=group)
    asked = make_group_request(centre, state=RequestState.AGREED, registration=group)

    post(asked, VisitLetterKind.AGREED)
    tasks.send_letter(
        SimpleNamespace(job=SimpleNamespace(attempts=0)),
        kind="CONFIRMATION",
        seat=seat.pk,
        version=seat.version,
    )

    (message,) = box.messages
    ((method, calendar),) = calendars(message)
    assert method == "REQUEST"
    assert calendar.events[0]["DTSTART"].dt == AFTERNOON


def test_a_visit_that_is_withdrawn_leaves_the_calendar_and_no_link_leads_nowhere(box, centre):
    session = make_session(make_activity(centre), on_site=30, by_request=True)
    group = make_registration(centre, kind=RegistrationKind.CLASS, people=22)
    make_seat(session, registration=group, people=22)
    asked = make_group_request(centre, state=RequestState.AGREED, registration=group)
    post(asked, VisitLetterKind.AGREED)

    withdraw_visit(asked)
    job = ProcrastinateJob.objects.get(task_name="letters.send")
    tasks.send_letter(SimpleNamespace(job=SimpleNamespace(attempts=0)), **job.args)

    invited, gone = box.messages
    ((_, before),), ((method, after),) = calendars(invited), calendars(gone)
    assert method == "CANCEL"
    assert after.events[0]["UID"] == before.events[0]["UID"]
    assert after.events[0]["SEQUENCE"] > before.events[0]["SEQUENCE"]
    assert "http://house.localhost/fr/visit/" in words_of(gone).links
    assert session.key not in text_of(gone)


def test_only_the_newest_letter_of_a_request_goes_out(box, centre):
    asked = make_group_request(centre, state=RequestState.DECLINED)
    owe_visit_letter(asked, VisitLetterKind.DECLINED)
    old = asked.version

    post(asked, VisitLetterKind.DECLINED)
    tasks.send_visit_letter(
        SimpleNamespace(job=SimpleNamespace(attempts=0)),
        kind="DECLINED",
        request=asked.pk,
        version=old,
    )

    assert len(box.messages) == 1


def test_a_refused_address_of_a_group_is_seen(box, centre):
    asked = make_group_request(centre, phone="02 000 00 00")
    box.answers = [("RCPT", "550 5.1.1 no such user")]

    post(asked, VisitLetterKind.RECEIVED)

    assert GroupRequest.objects.get().mail_failed
    assert [call.request for call in calls_to_make(centre=centre)] == [asked]


def test_a_link_of_a_request_opens_it_until_it_is_replaced(centre):
    asked = make_group_request(centre)
    link = link_of_request(asked)

    assert request_at(link, centre=centre) == asked
    asked.link_version += 1
    asked.save()
    with pytest.raises(VisitLinkIsReplaced):
        request_at(link, centre=centre)
    with pytest.raises(LinkIsWrong):
        request_at(link[:-1], centre=centre)

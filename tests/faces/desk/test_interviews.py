"""The counsellor's desk: calling, closing, and what is refused."""

import uuid

import pytest

from phare.centres.queries import desks
from phare.contacts.models import Contact, VoluntaryProfile
from phare.tickets import actions
from phare.tickets.models import OpenDesk
from tests.faces.desk.conftest import signed_in
from tests.factories.centres import make_centre
from tests.factories.people import make_counsellor, make_open_desk, make_person
from tests.factories.tickets import make_ticket


@pytest.fixture
def opened(centre) -> OpenDesk:
    return make_open_desk(centre)


@pytest.fixture
def client(opened):
    return signed_in(opened.person)


def called(opened, centre):
    make_ticket(centre)
    return actions.call_next(opened, centre=centre)


def test_a_counsellor_opens_the_desk_with_what_is_ticked(centre):
    person = make_counsellor(centre)
    desk = desks(centre=centre)[2]

    answer = signed_in(person).post(
        "/en/desk/open/", {"desk": desk.pk, "answers": ["work:fr", "learn:nl"]}
    )

    assert answer.status_code == 303
    opened = OpenDesk.objects.get(person=person)
    assert (opened.desk, opened.answers) == (desk, [":fr", ":nl", "learn:nl", "work:fr"])


def test_the_page_proposes_what_the_person_is_known_to_answer(centre):
    person = make_counsellor(centre, themes=("work", "learn"), languages=("nl",))

    page = signed_in(person).get("/en/desk/").content.decode()

    assert 'value="work:nl" checked' in page
    assert 'value="work:fr" checked' not in page


def test_a_desk_where_somebody_sits_is_refused_and_nothing_typed_is_lost(centre, opened):
    person = make_counsellor(centre)

    answer = signed_in(person).post(
        "/en/desk/open/", {"desk": opened.desk_id, "answers": ["move:fr"]}
    )

    assert answer.status_code == 422
    assert 'value="move:fr" checked' in answer.content.decode()
    assert not OpenDesk.objects.filter(person=person).exists()


def test_calling_twice_shows_the_same_person(centre, opened, client):
    first, second = make_ticket(centre), make_ticket(centre)

    client.post("/en/desk/call/")
    client.post("/en/desk/call/")

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("CALLED", "WAITING")


def test_somebody_sent_to_a_desk_on_pause_is_listed_where_the_call_will_come_from(
    centre, opened, client
):
    awaited = make_open_desk(centre, number=2)
    actions.transfer_ticket(make_ticket(centre), theme="work", language="fr", desk=awaited.desk)

    before = client.get("/en/desk/").content.decode()
    actions.pause_desk(awaited, until=None)
    after = client.get("/en/desk/").content.decode()

    assert before.count("For other desks") == 1
    assert after.count("For other desks") == 0


def test_calling_when_nobody_waits_says_so(client):
    page = client.post("/en/desk/call/", follow=True).content.decode()

    assert "Nobody is waiting for your desk." in page


def test_a_desk_on_pause_calls_nobody(centre, opened, client):
    ticket = make_ticket(centre)
    client.post("/en/desk/pause/", {"minutes": "15"})

    client.post("/en/desk/call/")

    ticket.refresh_from_db()
    assert ticket.state == "WAITING"


def test_closing_writes_one_contact_with_its_profile_and_shows_the_questionnaire(
    centre, opened, client
):
    ticket = called(opened, centre)
    said = {
        "key": uuid.uuid4(),
        "themes": ["work", "learn"],
        "language": "fr",
        "gender": "WOMAN",
        "age_band": "A30_39",
        "municipality": "21015",
        "schemes": ["validation"],
    }

    answer = client.post(f"/en/desk/{ticket.pk}/close/", said)
    client.post(f"/en/desk/{ticket.pk}/close/", said)

    assert answer.status_code == 303
    assert answer["Location"].startswith("/en/desk/?voice=")
    contact = Contact.objects.get()
    assert (contact.themes, contact.language, contact.schemes, contact.people) == (
        ["learn", "work"],
        "fr",
        ["validation"],
        1,
    )
    profile = VoluntaryProfile.objects.get()
    assert (profile.gender, profile.age_band, profile.status, profile.municipality) == (
        "WOMAN",
        "A30_39",
        "NOT_STATED",
        "21015",
    )


def test_closing_may_call_the_next_person_at_once(centre, opened, client):
    ticket, following = called(opened, centre), make_ticket(centre)

    client.post(f"/en/desk/{ticket.pk}/close/", {"key": uuid.uuid4(), "next": "1"})

    following.refresh_from_db()
    assert following.state == "CALLED"


def test_an_answer_that_is_not_in_the_list_comes_back_with_what_was_typed(centre, opened, client):
    ticket = called(opened, centre)

    answer = client.post(
        f"/en/desk/{ticket.pk}/close/",
        {"key": uuid.uuid4(), "gender": "WOMAN", "municipality": "99999"},
    )

    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'role="alert"' in page
    assert 'value="WOMAN" id="close_gender_0" checked' in page
    assert not Contact.objects.exists()


def test_training_counts_nothing_and_says_so(centre, opened, client):
    ticket = called(opened, centre)
    centre.training = True
    centre.save()

    client.post(f"/en/desk/{ticket.pk}/close/", {"key": uuid.uuid4()})

    assert not Contact.objects.exists()
    assert "nothing is counted" in client.get("/en/desk/").content.decode()


@pytest.mark.parametrize("act", ["recall", "absent", "park", "unpark", "move", "join", "close"])
def test_a_ticket_at_another_desk_is_left_alone(centre, opened, client, act):
    other = make_open_desk(centre, number=2)
    ticket = called(other, centre)

    client.post(
        f"/en/desk/{ticket.pk}/{act}/",
        {"key": uuid.uuid4(), "theme": "move", "language": "nl", "desk": ""},
    )

    ticket.refresh_from_db()
    assert (ticket.state, ticket.desk, ticket.theme, ticket.calls) == (
        "CALLED",
        other.desk,
        "work",
        1,
    )
    assert not Contact.objects.exists()


@pytest.mark.parametrize("act", ["recall", "absent", "park", "move", "join", "step-out", "close"])
def test_a_ticket_of_another_centre_is_not_found(centre, opened, client, act):
    elsewhere = make_centre("annex", centre.network)
    ticket = called(make_open_desk(elsewhere), elsewhere)

    assert client.post(f"/en/desk/{ticket.pk}/{act}/").status_code == 404


def test_somebody_who_does_not_come_is_marked_absent(centre, opened, client):
    ticket = called(opened, centre)

    client.post(f"/en/desk/{ticket.pk}/absent/")

    ticket.refresh_from_db()
    assert ticket.state == "NO_SHOW"


@pytest.mark.parametrize(("language", "is_warned"), [("fr", False), ("de", True)])
def test_whoever_sends_somebody_where_nobody_answers_is_told(
    centre, opened, client, language, is_warned
):
    make_open_desk(centre, themes=["learn"], languages=["fr"], number=2)
    ticket = called(opened, centre)

    page = client.post(
        f"/en/desk/{ticket.pk}/move/",
        {"theme": "learn", "language": language, "desk": ""},
        follow=True,
    ).content.decode()

    assert "waits again, in the same place" in page
    assert ("Nobody at a desk answers that now" in page) is is_warned


def test_two_people_may_be_set_aside_and_the_third_stays(centre, opened, client):
    for _ in range(2):
        client.post(f"/en/desk/{called(opened, centre).pk}/park/")
    third = called(opened, centre)

    page = client.post(f"/en/desk/{third.pk}/park/", follow=True).content.decode()

    third.refresh_from_db()
    assert third.state == "CALLED"
    assert "Two people are set aside already" in page


def test_somebody_set_aside_is_taken_back(centre, opened, client):
    ticket = called(opened, centre)
    client.post(f"/en/desk/{ticket.pk}/park/")

    client.post(f"/en/desk/{ticket.pk}/unpark/")

    ticket.refresh_from_db()
    assert ticket.state == "CALLED"


def test_sending_on_keeps_the_number_and_may_name_a_colleague(centre, opened, client):
    colleague = make_open_desk(centre, number=2)
    ticket = called(opened, centre)

    client.post(
        f"/en/desk/{ticket.pk}/move/",
        {"theme": "learn", "language": "nl", "desk": colleague.desk_id},
    )

    moved = type(ticket).objects.get()
    assert (moved.number, moved.state, moved.theme, moved.language, moved.for_desk) == (
        ticket.number,
        "WAITING",
        "learn",
        "nl",
        colleague.desk,
    )


def test_a_colleague_who_is_free_joins_and_leaves(centre, opened, client):
    colleague = make_open_desk(centre, number=2)
    ticket = called(opened, centre)

    client.post(f"/en/desk/{ticket.pk}/join/", {"desk": colleague.desk_id})

    ticket.refresh_from_db()
    assert ticket.second_desk == colleague.desk
    theirs = signed_in(colleague.person)
    assert "A colleague asks you to join" in theirs.get("/en/desk/").content.decode()
    theirs.post(f"/en/desk/{ticket.pk}/step-out/")
    ticket.refresh_from_db()
    assert ticket.second_desk is None


def test_a_desk_with_somebody_at_it_stays_open(centre, opened, client):
    called(opened, centre)

    client.post("/en/desk/leave/")

    assert OpenDesk.objects.filter(pk=opened.pk).exists()


def test_an_empty_desk_closes(opened, client):
    client.post("/en/desk/leave/")

    assert not OpenDesk.objects.exists()


def test_reception_has_no_desk_of_a_counsellor(centre):
    answer = signed_in(make_person(centre, "RECEPTION")).get("/en/desk/")

    assert answer.status_code == 403


@pytest.mark.parametrize("people", [1, 3])
def test_the_line_costs_the_same_whoever_waits(
    centre, opened, client, people, django_assert_num_queries
):
    for _ in range(people):
        make_ticket(centre)

    with django_assert_num_queries(9):
        page = client.get("/en/desk/line/").content.decode()

    assert page.count('class="q"') == people


def test_a_page_of_a_number_that_went_elsewhere_says_so(centre, opened, client):
    ticket = called(opened, centre)
    client.post(f"/en/desk/{ticket.pk}/absent/")

    page = client.get(f"/en/desk/now/{ticket.pk}/").content.decode()

    assert "no longer at your desk" in page

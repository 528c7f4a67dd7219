"""An interview of several people who came together."""

import uuid

from phare.contacts.models import VoluntaryProfile
from phare.tickets import actions
from tests.faces.desk.conftest import signed_in
from tests.factories.people import make_open_desk
from tests.factories.tickets import make_ticket

WORDS = "12 people together: the answers are those of one person"


def test_the_form_says_whose_the_answers_are_and_they_count_for_one(centre):
    make_ticket(centre, people=12)
    opened = make_open_desk(centre)
    ticket = actions.call_next(opened, centre=centre)
    client = signed_in(opened.person)

    page = client.get("/en/desk/").content.decode()
    said = {"key": uuid.uuid4(), "themes": ["work"], "language": "fr", "gender": "WOMAN"}
    client.post(f"/en/desk/{ticket.pk}/close/", said)

    assert WORDS in page
    rows = VoluntaryProfile.objects.order_by("people").values_list("gender", "people")
    assert list(rows) == [("WOMAN", 1), ("NOT_STATED", 11)]


def test_one_person_alone_reads_nothing_of_groups(centre):
    make_ticket(centre)
    opened = make_open_desk(centre)
    actions.call_next(opened, centre=centre)

    page = signed_in(opened.person).get("/en/desk/").content.decode()

    assert "people together" not in page

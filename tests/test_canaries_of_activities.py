"""What people say to come to a session dies at its term, everywhere; no figure moves.

Typed into every form of the programme by real requests, and looked for in every table and log.
"""

import json
import re
import uuid
from datetime import timedelta

import psycopg
import pytest

from tests.gate import filled
from tests.house import MOMENT
from tests.test_canaries import ADDRESS, Guest, files, holding, house, tables, watched

__all__ = ["house"]
NAME, MAIL = "Zwirrlbach", "zwirrlbach@example.org"
PHONE, OTHER_PHONE = "0475 91 82 73", "0486 19 28 37"
NEED, WISH, ANSWER = "Krukkenstok", "Vuurtorenwens", "Misthoorngroet"
EVERY = [NAME, MAIL, PHONE, OTHER_PHONE, NEED, WISH, ANSWER]
NIGHT = MOMENT.replace(hour=0, minute=50) + timedelta(days=1)
WEEK_AFTER = NIGHT + timedelta(days=18)  # the last session is in nine days, and a term of seven
MONTH_AFTER = NIGHT + timedelta(days=60)  # the visit is in twenty days, and a term of thirty
FIGURES = """SELECT json_agg(row_to_json(c)::text ORDER BY row_to_json(c)::text)::text
             FROM contacts_contact c WHERE c.mode = 'ACTIVITY'"""
PRESENT = "SELECT sum(present), sum(registered), sum(absent) FROM activities_attendance"


@pytest.fixture
def sessions(house):
    """One that begins in nine days with two places, one that has begun."""
    house, _ = house
    ((coming, _places),) = house.said("tests.crowds.offered", "2")
    with psycopg.connect(house.url) as connection:  # who is at home need not wait to be believed
        networks = [f"{ADDRESS}/32"]
        connection.execute("UPDATE activities_activitysettings SET house_networks = %s", [networks])
    return coming, house.said("tests.journeys.prepare_door")["key"]


def who(**more):
    return {"name": NAME, "mail": MAIL, "phone": PHONE, "kind": "PERSON", "people": 1} | more


def path_of(answer):
    assert answer.status in (302, 303), answer.status
    return answer.headers["Location"]


def at_home(origin, key):
    """A visitor registers, says everything there is to say, and looks around."""
    guest = Guest(origin, "127.0.0.1")
    for path in (
        f"/fr/agenda/?q={NAME}&for={NAME}&on={NAME}",
        f"/fr/session/{NAME}/",
        f"/fr/registration/{NAME}~{MAIL}/",
        f"/fr/visit/{NAME}/",
        f"/fr/visit/?organisation={NAME}&name={NAME}",
        f"/api/v1/sessions?theme={NAME}&from={MAIL}",
    ):
        guest.ask(path)
    _, page = guest.ask(f"/fr/session/{key}/")
    said = who(mode="ON_SITE", needs="HEARING", needs_note=f"{NEED} {WISH}")
    guest.send(f"/fr/session/{key}/", **filled(page, work=False, **(said | {"mail": NAME})))
    answer, _ = guest.send(f"/fr/session/{key}/", **filled(page, work=False, **said))
    link = path_of(answer)
    _, page = guest.ask(link)
    seat = re.search(r'name="seat" value="(\d+)"', page)[1]
    guest.send(f"{link}certificate.pdf", seat=seat, name=NAME)
    guest.send(f"{link}move/", seat=seat, to=f"{NAME}:{NAME}", key=NAME)
    answer, _ = guest.send(f"{link}reach/", mail=f"x{MAIL}", phone=OTHER_PHONE, language="nl")
    guest.send(f"{link}renew/")  # the old link
    assert holding([NAME], {"page": guest.ask(path_of(answer))[1]}) == {"page"}


def as_a_class(origin):
    guest = Guest(origin, "127.0.0.1")
    _, page = guest.ask("/fr/visit/")
    said = who(organisation=f"École {NAME}", kind="CLASS", people=8, date1="2026-12-08T10:00")
    said |= {"wish": WISH, "needs_note": NEED}
    answer, _ = guest.send("/fr/visit/", **filled(page, work=False, **said))
    guest.send(f"{path_of(answer)}propose/", date1="2026-12-07T10:00")
    office = Guest(origin, "127.0.0.1").sign_in("coordination@phare.example")
    _, rows = office.ask("/fr/office/visits/")
    number = re.search(rf'/visits/(\d+)/"><strong>[^<]*{NAME}', rows)[1]
    _, page = office.ask(f"/fr/office/visits/{number}/")
    activity = re.search(r'<option value="([\w-]{8,})"', page)[1]
    given = {"activity": activity, "date1": "2026-12-08T14:00", "answer": ANSWER}
    answer, _ = office.send(f"/fr/office/visits/{number}/propose/", **given)
    path_of(answer)


def at_the_desk(origin, key, *, closes):
    """Somebody at the door of a session, with a list, and the end of it."""
    desk = Guest(origin, "127.0.0.1").sign_in("accueil@phare.example")
    address = f"/fr/desk/activities/{key}/"
    form = who(mode="ON_SITE", language="fr", source="DESK", needs_note=NEED, organisation=NAME)
    desk.send(f"{address}register/", **(form | {"mail": NAME, "key": uuid.uuid4()}))
    answer, _ = desk.send(f"{address}register/", **form, key=uuid.uuid4())
    seat = path_of(answer)
    desk.send(f"{seat}reach/", mail=MAIL, phone=OTHER_PHONE, language="nl")
    desk.send(f"{address}mark/", seat=NAME, people=NAME, mode=NAME)
    desk.send(f"{address}mark/", seat=re.search(r"seat/(\d+)", seat)[1], do="here")
    desk.ask(f"{address}people/?{NAME}")
    if closes:
        desk.send(f"{address}close/", came_ON_SITE_fr=NAME)
        answer, _ = desk.send(f"{address}close/", came_ON_SITE_fr=4, came_ONLINE_fr=1)
        path_of(answer)


def asked(house, statement):
    with psycopg.connect(house.url) as connection:
        return connection.execute(statement).fetchone()


def test_names_needs_and_wishes_die_at_their_term_and_no_figure_moves(house, sessions):
    house, folder = house
    coming, begun = sessions
    at_home(house.origin, coming)
    as_a_class(house.origin)
    at_the_desk(house.origin, coming, closes=False)
    at_the_desk(house.origin, begun, closes=True)
    known = {"activities_registration", "activities_grouprequest"}
    assert holding(EVERY, tables(house)) == known
    counted, came = asked(house, FIGURES), asked(house, PRESENT)
    assert counted[0] and came[0]

    done = watched(house, NIGHT)
    assert "activities.forget" in done
    with psycopg.connect(house.url) as connection:
        told = connection.execute(
            "SELECT count(*) FROM activities_registration r JOIN activities_seat s"
            " ON s.registration_id = r.id JOIN activities_session t ON t.id = s.session_id"
            " WHERE t.key = %s AND r.needs_note <> ''",
            [begun],
        )
        assert told.fetchone() == (0,)  # needs die with the session

    watched(house, WEEK_AFTER)
    assert holding(EVERY, tables(house)) == {"activities_grouprequest"}

    watched(house, MONTH_AFTER)
    assert holding(EVERY, tables(house)) == set()
    assert holding(EVERY, files(house, folder)) == set()
    after = set(json.loads(asked(house, FIGURES)[0]))
    assert after >= set(json.loads(counted[0]))
    # Nobody closed the other session: the night did, with the one mark made at its door.
    closed = [json.loads(row) for row in after - set(json.loads(counted[0]))]
    assert [row["people"] for row in closed] == [1]
    assert asked(house, PRESENT)[0] == came[0] + 1

"""Every kind of letter in every language: whole, plain, and about nobody else."""

from datetime import date, timedelta

import pytest
from django.test import Client

from phare.activities.actions import owe_change
from phare.activities.choices import LetterKind, Mode, SeatState, SessionState, VideoProvider
from phare.activities.links import link_of, registration_at
from phare.activities.models import ModeCapacity, Seat
from phare.centres.actions import add_partner
from phare.people.choices import RoleKind
from phare.satisfaction.actions import open_questionnaire
from tests.faces.letters.reading import alternatives, html_of, sites, text_of, words_of
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_seat,
    make_session,
    make_settings,
)
from tests.factories.centres import both
from tests.factories.people import make_person

STATES = {
    LetterKind.CONFIRMATION: SeatState.SEATED,
    LetterKind.WAITING: SeatState.WAITING,
    LetterKind.OFFER: SeatState.OFFERED,
    LetterKind.LAPSED: SeatState.LAPSED,
    LetterKind.CHANGE: SeatState.SEATED,
    LetterKind.CANCELLED: SeatState.DROPPED,
    LetterKind.FAREWELL: SeatState.CANCELLED,
    LetterKind.REMINDER: SeatState.SEATED,
    LetterKind.THANKS: SeatState.SEATED,
    LetterKind.LINK: SeatState.SEATED,
}
LANGUAGES = ("fr", "nl", "en", "de")
OTHERS = ("Facilitator", "Neighbour", "Partner House", "partner.example")


@pytest.fixture
def session(centre):
    """A session with everything nobody may read of: partners, facilitators, other people."""
    partner = add_partner(
        centre=centre, name=both("Partner House"), kind="FIRST_CIRCLE", since=date(2020, 1, 1)
    )
    activity = make_activity(centre, partners=[partner], bring=both("A pencil"))
    make_person(centre, RoleKind.COUNSELLOR, name="Facilitator")
    session = make_session(
        activity,
        note=both("A note"),
        cancelled_because=both("A flood"),
        online=5,
        video=VideoProvider.ADDRESS,
        video_address="https://partner.example/room",
    )
    make_seat(session, name="Neighbour", mail="neighbour@example.net")
    return session


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_kind_speaks_every_language(box, session, post, kind, language):
    mode = Mode.ONLINE if kind == LetterKind.REMINDER else Mode.ON_SITE
    seat = make_seat(session, mode=mode, state=STATES[kind], name="Ada", language=language)
    token = ""
    if kind == LetterKind.THANKS:
        token = open_questionnaire(
            centre=session.centre,
            day=AFTERNOON.date(),
            mode="ACTIVITY",
            theme="work",
            language=language,
        )

    post(seat, kind, token=token)

    (message,) = box.messages
    text, html, words = text_of(message), html_of(message), words_of(message)
    assert alternatives(message)[:2] == ["text/plain", "text/html"]
    assert f'<html lang="{language}">' in html
    assert {spoken for spoken, _ in words.said} == {language}
    assert "Ada" in text and "Ada" in html
    for other in (*OTHERS, "None", "{", "%("):
        assert other not in text + html.split("</style>")[1] + str(message["Subject"])
    assert sites(text + html) == {"house.localhost"}
    assert all(f"//house.localhost/{language}/" in link for link in words.links)
    assert (token in words.links[0]) if token else True
    assert "<img" not in html and "<link" not in html and "url(" not in html
    assert max(map(len, text.splitlines())) < 200
    title = session.activity.title[language]
    assert title in message["Subject"] and "25" in message["Subject"]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_waited_for_a_way_that_is_no_longer_there_hears_so(
    box, session, post, mode, language
):
    seat = make_seat(session, mode=mode, state=SeatState.DROPPED, name="Ada", language=language)
    ModeCapacity.objects.filter(session=session, mode=mode).delete()

    post(seat, LetterKind.CHANGE)

    (message,) = box.messages
    assert {spoken for spoken, _ in words_of(message).said} == {language}
    assert words_of(message).links[0].endswith(f"/{language}/session/{session.key}/")


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind != LetterKind.THANKS])
def test_whoever_opens_every_link_of_a_letter_changes_nothing(box, session, post, kind):
    """As the scanners of mail servers do before anybody reads."""
    seat = make_seat(session, state=STATES[kind])
    post(seat, kind)
    before = Seat.objects.filter(pk=seat.pk).values().get()

    for link in words_of(box.messages[0]).links:
        answer = Client(HTTP_HOST="house.localhost").get(
            link.removeprefix("http://house.localhost")
        )
        assert answer.status_code == 200

    assert Seat.objects.filter(pk=seat.pk).values().get() == before


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "mercredi 25 novembre 2026, de 13:30 à 15:30"),
        ("nl", "woensdag 25 november 2026, van 13.30 tot 15.30\N{NO-BREAK SPACE}uur"),
        ("en", "Wednesday 25 November 2026, from 13:30 to 15:30"),
        ("de", "Mittwoch, 25. November 2026, von 13:30 bis 15:30\N{NO-BREAK SPACE}Uhr"),
    ],
)
def test_days_and_hours_are_written_as_the_language_does(box, session, post, language, said):
    post(make_seat(session, language=language), "CONFIRMATION")

    assert said in text_of(box.messages[0])


@pytest.mark.parametrize(
    ("starts_at", "said"),
    [
        ((2027, 3, 28, 2), "dimanche 28 mars 2027, de 1:30 à 4:00"),  # the hour that is skipped
        ((2027, 10, 31, 1), "dimanche 31 octobre 2027, de 2:30 à 3:00"),  # the hour that is twice
        ((2028, 2, 29, 9), "mardi 29 février 2028, de 9:30 à 11:00"),
        ((2027, 1, 1, 9), "vendredi 1er janvier 2027, de 9:30 à 11:00"),
    ],
)
def test_hours_are_right_when_clocks_change(box, centre, post, starts_at, said):
    moments = {
        (2027, 3, 28, 2): "2027-03-28T00:30:00+00:00",
        (2027, 10, 31, 1): "2027-10-31T00:30:00+00:00",
        (2028, 2, 29, 9): "2028-02-29T08:30:00+00:00",
        (2027, 1, 1, 9): "2027-01-01T08:30:00+00:00",
    }
    start = AFTERNOON.fromisoformat(moments[starts_at])
    session = make_session(make_activity(centre), starts_at=start, minutes=90)

    post(make_seat(session), "CONFIRMATION")

    assert said in text_of(box.messages[0])


def test_a_passage_in_another_language_says_so(box, centre, post):
    activity = make_activity(centre)
    activity.title = {"fr": "Atelier", "nl": "Werkwinkel"}
    activity.save()

    post(make_seat(make_session(activity), language="de"), "CONFIRMATION")

    assert ("fr", "Atelier") in words_of(box.messages[0]).said


def test_the_link_opens_the_registration(box, session, post):
    seat = make_seat(session)

    post(seat, "CONFIRMATION")

    (link,) = words_of(box.messages[0]).links
    assert link == f"http://house.localhost/fr/registration/{link_of(seat.registration)}/"
    assert registration_at(link.split("/")[-2], centre=session.centre) == seat.registration


def test_the_room_by_video_is_never_in_a_letter(box, session, post):
    seat = make_seat(session, mode=Mode.ONLINE)

    for kind in ("CONFIRMATION", "REMINDER", "LINK"):
        post(seat, kind)

    assert len(box.messages) == 3
    assert "partner.example" not in "".join(m.as_string() for m in box.messages)


def test_a_letter_that_is_not_true_any_more_is_not_sent(box, session, post):
    for kind, state in (
        ("REMINDER", SeatState.CANCELLED),
        ("OFFER", SeatState.LAPSED),
        ("CONFIRMATION", SeatState.WAITING),
        ("WAITING", SeatState.SEATED),
        ("CANCELLED", SeatState.SEATED),
    ):
        post(make_seat(session, state=state), kind, version=1)

    assert box.messages == []


def test_no_reminder_of_a_cancelled_session(box, session, post):
    seat = make_seat(session)
    session.state = SessionState.CANCELLED
    session.save()

    post(seat, "REMINDER")

    assert box.messages == []


def test_a_change_tells_what_was_and_what_is(box, session, post):
    seat = make_seat(session, language="en")
    post(seat, "CONFIRMATION")
    session.starts_at += timedelta(hours=1)
    session.ends_at += timedelta(hours=1)
    session.save()
    owe_change(session)

    post(seat, "CHANGE")
    post(seat, "CHANGE")  # a repeat has nothing new to tell

    assert len(box.messages) == 2
    told = text_of(box.messages[1])
    assert "Before: Wednesday 25 November 2026, from 13:30 to 15:30" in told
    assert "When: Wednesday 25 November 2026, from 14:30 to 16:30" in told


def test_a_change_of_room_and_of_language_is_told_too(box, session, post):
    seat = make_seat(session, language="en")
    post(seat, "CONFIRMATION")
    session.address, session.languages = both("Elsewhere 1"), ["nl", "fr"]
    session.save()
    owe_change(session)

    post(seat, "CHANGE")

    told = text_of(box.messages[1])
    assert "Where: Elsewhere 1 (en)" in told
    assert "Languages: nl (en)\r\n  fr (en)" in told
    assert "Before" not in told


def test_who_waits_for_the_other_mode_hears_of_a_change_once(box, session, post):
    seated = make_seat(session)
    waiting = make_seat(
        session, mode=Mode.ONLINE, state=SeatState.WAITING, registration=seated.registration
    )
    session.note = both("Another note")
    session.save()

    for seat in (seated, waiting):
        post(seat, "CHANGE")

    assert len(box.messages) == 1


@pytest.mark.parametrize(
    ("mail", "to"),
    [
        ("ada@exämple.example", ["ada@xn--exmple-cua.example"]),
        ("ada+cv@example.org", ["ada+cv@example.org"]),
    ],
)
def test_addresses_of_all_sorts_are_reached(box, session, post, mail, to):
    post(make_seat(session, mail=mail), "CONFIRMATION")

    assert box.recipients == [to]
    assert box.messages[0]["To"] == to[0]


def test_how_long_names_are_kept_is_told_as_the_manager_set_it(box, session, post):
    make_settings(session.centre, keep_days=3)

    post(make_seat(session, language="en"), "CONFIRMATION")

    assert "3 days after the activity" in " ".join(text_of(box.messages[0]).split())


def test_a_name_cannot_break_out_of_a_letter(box, session, post):
    name = "<b>Ada</b>\r\nBcc: x@example.net"

    post(make_seat(session, name=name), "CONFIRMATION")

    assert "<b>Ada" not in html_of(box.messages[0])
    assert box.messages[0]["Bcc"] is None
    assert box.recipients[0] != ["x@example.net"]


def test_a_title_cannot_break_the_subject(box, centre, post):
    session = make_session(make_activity(centre, title="Two\nlines"))

    post(make_seat(session), "CONFIRMATION")

    assert "Two lines" in box.messages[0]["Subject"]

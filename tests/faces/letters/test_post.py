"""Letters through a real SMTP server: taken, put off, refused, cut."""

import logging

import pytest
from procrastinate.jobs import Job

from phare.activities.links import link_of
from phare.activities.models import CallOwed, Registration
from phare.activities.queries.calls import calls_to_make
from phare.faces.letters.tasks import AT_MOST, Patience
from phare.ground import mail, sms
from tests.factories.activities import make_activity, make_registration, make_seat, make_session
from tests.factories.centres import MORNING


@pytest.fixture
def seat(centre):
    return make_seat(make_session(make_activity(centre)), name="Ada", mail="ada@example.org")


def test_a_letter_arrives_once_with_its_headers(box, seat, post):
    post(seat, "CONFIRMATION")

    (message,) = box.messages
    assert box.recipients == [["ada@example.org"]]
    assert box.senders == ["retours@phare.example"]
    assert message["To"] == "ada@example.org"
    assert message["From"].addresses[0].addr_spec == "lettres@phare.example"
    assert message["From"].addresses[0].display_name == "house"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "fr"
    assert message["X-Phare-Letter"].startswith(f"confirmation.seat.{seat.pk}.1.1.")
    assert message["Message-ID"] == f"<{message['X-Phare-Letter']}@phare.example>"
    assert message["Date"].datetime == MORNING


def test_a_server_that_says_later_is_asked_again(box, seat, post):
    box.answers = [("RCPT", "450 4.2.1 greylisted"), ("DATA", "451 4.3.0 disk full")]

    for _ in range(2):
        with pytest.raises(mail.NotNow):
            post(seat, "CONFIRMATION")
    post(seat, "CONFIRMATION")

    assert len(box.messages) == 1
    assert not Registration.objects.get().mail_failed


def test_pauses_grow_and_end():
    job = Job(id=1, queue="phare", lock=None, queueing_lock=None, task_name="letters.send")
    later = [
        Patience().get_retry_exception(mail.NotNow(450), job.evolve(attempts=n))
        for n in (*range(AT_MOST), AT_MOST)
    ]

    moments = [one.retry_decision.retry_at for one in later[:-1]]
    assert moments == sorted(moments)
    assert (moments[-1] - moments[0]).total_seconds() > 12 * 3600
    assert later[-1] is None


def test_without_a_server_a_letter_stays_owed_as_long_as_it_takes(seat, post, settings):
    settings.MAILERS = {}
    job = Job(
        id=1, queue="phare", lock=None, queueing_lock=None, task_name="letters.send", attempts=999
    )

    with pytest.raises(mail.NotSetUp) as refused:
        post(seat, "CONFIRMATION", attempts=999)

    assert Patience().get_retry_exception(refused.value, job) is not None


def test_a_letter_that_stays_owed_is_said_once(seat, post, settings, caplog):
    settings.MAILERS = {}

    for attempts in (0, 1):
        with pytest.raises(mail.NotSetUp):
            post(seat, "CONFIRMATION", attempts=attempts)

    assert caplog.text.count("PHARE_SMTP_URL is not set") == 1


def test_the_demo_keeps_letters_as_files(seat, post, settings, tmp_path, monkeypatch):
    settings.MAILERS, settings.DEMO = {}, True
    monkeypatch.setenv("PHARE_STATE", str(tmp_path))

    post(seat, "CONFIRMATION")

    (file,) = (tmp_path / "letters").glob("*.eml")
    assert b"To: ada@example.org" in file.read_bytes()


def test_a_refused_address_is_marked_and_written_to_no_more(box, centre, post):
    session = make_session(make_activity(centre))
    seat = make_seat(session, mail="gone@example.org", phone="0470 00 00 00")
    box.answers = [("RCPT", "550 5.1.1 no such user")]

    post(seat, "CONFIRMATION")
    post(seat, "REMINDER")

    assert Registration.objects.get().mail_failed
    assert box.messages == []
    assert [call.kind for call in calls_to_make(centre=centre)] == ["REMINDER"]


def test_a_letter_refused_after_all_is_marked(box, seat, post):
    box.answers = [("DATA", "554 5.7.1 not wanted here")]

    post(seat, "CONFIRMATION")

    assert Registration.objects.get().mail_failed


def test_a_letter_put_off_too_often_is_given_up_and_seen(box, seat, post, caplog):
    box.answers = [("RCPT", "450 4.2.1 later")]

    post(seat, "CONFIRMATION", attempts=AT_MOST)

    assert Registration.objects.get().mail_failed
    assert "ada" not in caplog.text
    assert "CONFIRMATION" in caplog.text


def test_a_repeat_after_a_cut_is_recognised(box, seat, post):
    """The server took the message and the line broke before it could say so."""
    box.answers = [("DATA", "cut")]

    with pytest.raises(mail.NotNow):
        post(seat, "CONFIRMATION")
    post(seat, "CONFIRMATION")

    first, second = box.messages
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Subject"] == second["Subject"]


def test_no_address_is_in_what_is_logged_or_raised(box, seat, post, caplog):
    box.answers = [("RCPT", "450 4.2.1 <ada@example.org> greylisted")]
    caplog.set_level(logging.DEBUG)

    with pytest.raises(mail.NotNow) as error:
        post(seat, "CONFIRMATION")

    said = repr(error.value) + repr(error.value.__cause__) + repr(error.value.__context__)
    assert "ada" not in said
    assert "ada@example.org" not in "".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("mail.log")
    )


@pytest.mark.parametrize("mail", ["ada@@example", "josé@example.org"])
def test_an_address_no_server_takes_is_marked(box, centre, post, mail):
    seat = make_seat(make_session(make_activity(centre)), mail=mail)

    post(seat, "CONFIRMATION")

    assert Registration.objects.get().mail_failed


def test_who_left_only_a_telephone_reads_a_text_message(centre, post, monkeypatch):
    gateway = sms.Remembering()
    monkeypatch.setattr(sms, "gateway", lambda: gateway)
    session = make_session(make_activity(centre))
    somebody = make_registration(centre, mail="", phone="0470 00 00 00", language="en")
    seat = make_seat(session, registration=somebody)

    for kind in ("CONFIRMATION", "REMINDER", "REMINDER", "THANKS"):
        post(seat, kind)

    ((first_key, (to, text)), (second_key, _)) = gateway.sent.items()
    assert to == "+32470000000"
    assert text.startswith("house (en): You are registered – Atelier CV (en), Wednesday 25")
    assert link_of(somebody) in text
    assert first_key.startswith("confirmation.") and second_key.startswith("reminder.")
    assert calls_to_make(centre=centre) == []


def test_a_gateway_that_refuses_leaves_a_call(centre, post, monkeypatch):
    class Refusing:
        def send(self, **words):
            raise sms.Refused

    monkeypatch.setattr(sms, "gateway", Refusing)
    somebody = make_registration(centre, mail="", phone="not a number")
    seat = make_seat(make_session(make_activity(centre)), registration=somebody)

    post(seat, "REMINDER")

    assert len(calls_to_make(centre=centre)) == 1


def test_who_left_only_a_telephone_is_called(centre, post):
    session = make_session(make_activity(centre))
    somebody = make_registration(centre, mail="", phone="0470 00 00 00")
    seat = make_seat(session, registration=somebody)

    for _ in range(2):
        post(seat, "REMINDER")
        post(seat, "CONFIRMATION")

    assert [(call.kind, call.seat) for call in calls_to_make(centre=centre)] == [("REMINDER", seat)]
    assert CallOwed.objects.count() == 1

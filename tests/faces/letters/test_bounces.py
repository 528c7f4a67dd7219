"""What comes back: reports of mail servers, in a real mailbox, read over IMAP."""

import subprocess
import sys
import time
from contextlib import suppress
from email.message import EmailMessage

import pytest
from click.testing import CliRunner
from imapclient import IMAPClient

from phare.activities.actions import change_reach
from phare.activities.models import GroupRequest, Registration
from phare.faces.console.bounces import bounces
from phare.faces.letters import tasks
from phare.faces.shared.bounces import Read, read_bounces, understand
from phare.faces.shared.letter_marks import Letter, letter_marked, mark_of
from phare.ground.mailbox import NotReached
from tests.faces.letters.conftest import free_port
from tests.factories.activities import (
    make_activity,
    make_group_request,
    make_seat,
    make_session,
)

USER, PASSWORD = "demouser", "demopass"
POSTFIX = """\
Return-Path: <>
From: MAILER-DAEMON@mx.example (Mail Delivery System)
To: retours@phare.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.
<ada@example.org>: host said: 550 5.1.1 User unknown

--B
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
X-Postfix-Queue-ID: 4ABC

Final-Recipient: rfc822; ada@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--B
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: house <lettres@phare.example>
Message-ID: <{mark}@phare.example>
X-Phare-Letter: {mark}
Subject: Vous =?utf-8?q?=C3=AAtes?= inscrit

--B--
"""


def bounce(mark, *, action="failed", status="5.1.1"):
    return POSTFIX.format(mark=mark, action=action, status=status).replace("\n", "\r\n").encode()


def returned_whole(mark):
    """As Exchange does: the whole message, and no header of ours but the Message-ID."""
    text = bounce(mark).decode()
    text = text.replace("text/rfc822-headers", "message/rfc822")
    return text.replace(f"X-Phare-Letter: {mark}\r\n", "").encode()


@pytest.fixture
def seat(centre):
    return make_seat(make_session(make_activity(centre)), mail="ada@example.org")


@pytest.fixture
def mark(seat):
    return mark_of(Letter("CONFIRMATION", "seat", seat.pk, seat.version, 1))


@pytest.fixture(scope="module")
def server():
    """pymap, a whole IMAP server in a process of its own."""
    port = free_port()
    words = ["--no-tls", "--host", "127.0.0.1", "--port", str(port), "dict"]
    process = subprocess.Popen(
        [sys.executable, "-c", "from pymap.main import main; main()", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with suppress(OSError), IMAPClient("127.0.0.1", port, ssl=False) as probe:
            probe.login(USER, PASSWORD)
            break
        time.sleep(0.1)
    yield port
    process.terminate()
    process.wait(10)


@pytest.fixture
def mailbox(server, settings):
    """The INBOX, empty, as an operator would look at it."""
    settings.BOUNCES_URL = f"imap://{USER}:{PASSWORD}@127.0.0.1:{server}/INBOX"
    with IMAPClient("127.0.0.1", server, ssl=False) as box:
        box.login(USER, PASSWORD)
        box.select_folder("INBOX")
        if found := box.search():
            box.delete_messages(found)
            box.expunge()
        yield box


def left(box):
    """Looked at anew, as somebody who opens the mailbox later."""
    with IMAPClient(box.host, box.port, ssl=False) as fresh:
        fresh.login(USER, PASSWORD)
        fresh.select_folder("INBOX", readonly=True)
        return len(fresh.search(["UNDELETED"]))


def test_a_permanent_failure_is_marked_and_deleted(mailbox, mark):
    mailbox.append("INBOX", bounce(mark))
    mailbox.append("INBOX", returned_whole(mark))

    assert read_bounces() == Read(understood=2, aside=0)
    assert left(mailbox) == 0
    assert Registration.objects.get().mail_failed


def test_a_delay_is_no_failure(mailbox, mark):
    mailbox.append("INBOX", bounce(mark, action="delayed", status="4.4.1"))

    assert read_bounces() == Read(understood=1, aside=0)
    assert not Registration.objects.get().mail_failed


def test_what_is_not_understood_stays_for_a_human_and_is_counted_once(mailbox, mark):
    letter = EmailMessage()
    letter["Subject"] = "I am on holiday"
    letter.set_content("Back on Monday.")
    mailbox.append("INBOX", letter.as_bytes())
    mailbox.append("INBOX", bounce(mark).replace(b"message/delivery-status", b"text/plain"))
    mailbox.append("INBOX", b"\x00\xff no message at all")

    assert read_bounces() == Read(understood=0, aside=3)
    assert read_bounces() == Read()
    assert left(mailbox) == 3
    assert not Registration.objects.get().mail_failed


def test_nobody_can_invent_a_bounce(mailbox, seat, mark):
    forged = f"confirmation.seat.{seat.pk}.1.1.{'A' * 16}"
    mailbox.append("INBOX", bounce(forged))

    assert letter_marked(forged) is None
    assert read_bounces() == Read(understood=0, aside=1)
    assert not Registration.objects.get().mail_failed


def test_a_bounce_of_a_letter_to_a_group_is_seen(centre):
    asked = make_group_request(centre)

    assert understand(bounce(mark_of(Letter("RECEIVED", "visit", asked.pk, 1, 1))))
    assert GroupRequest.objects.get().mail_failed


def test_a_bounce_about_somebody_forgotten_is_understood(db):
    assert understand(bounce(mark_of(Letter("REMINDER", "seat", 999_999, 1, 1))))


def test_a_late_report_about_an_old_address_leaves_the_new_one_alone(seat, mark):
    change_reach(seat.registration, mail="new@example.org", phone="", language="fr")

    assert understand(bounce(mark))
    assert not Registration.objects.get().mail_failed


def test_the_letter_that_was_sent_carries_the_mark_that_comes_back(box, seat, post):
    post(seat, "CONFIRMATION")
    text = box.messages[0].as_string()

    assert letter_marked(text) == Letter("CONFIRMATION", "seat", seat.pk, 1, 1)


def test_the_command_says_what_it_did(mailbox, mark):
    mailbox.append("INBOX", bounce(mark))

    said = CliRunner().invoke(bounces)

    assert said.output == "1 understood and deleted, 0 left aside.\n"


def test_the_command_says_what_is_missing(db, settings):
    settings.BOUNCES_URL = ""
    assert "PHARE_BOUNCES_URL" in CliRunner().invoke(bounces).output

    settings.BOUNCES_URL = "imap://somebody:secret@127.0.0.1:1/"
    said = CliRunner().invoke(bounces)
    assert said.exit_code == 1
    assert "secret" not in said.output and "somebody" not in said.output


def test_a_mailbox_that_refuses_is_not_reached(server, settings, db, caplog):
    settings.BOUNCES_URL = f"imap://{USER}:wrong@127.0.0.1:{server}/"

    with pytest.raises(NotReached) as error:
        read_bounces()
    tasks.bounces(0)

    assert error.value.__context__ is None
    assert "cannot be reached" in caplog.text
    assert USER not in caplog.text

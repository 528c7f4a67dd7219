"""From registering to the letter in somebody's box, with the real worker between."""

import signal
import subprocess
import sys
import time

import pytest

from tests.faces.letters.reading import text_of
from tests.house import ROOT, environment
from tests.meeting import started

REGISTER = """
import uuid, django
django.setup()
from datetime import timedelta
from phare.activities.actions import Asked, register
from phare.ground import clock
from tests.factories.activities import make_activity, make_session
from tests.factories.centres import make_centre
centre = make_centre()
session = make_session(make_activity(centre), starts_at=clock.now() + timedelta(days=9))
asked = Asked(name="Ada", mail="ada@example.org")
register(session, mode="ON_SITE", asked=asked, key=uuid.UUID(int=1), centre=centre)
"""


@pytest.fixture
def worker(own_database, box, settings, tmp_path):
    """A worker that knows the SMTP server of this test, and what it says."""
    port = settings.MAILERS["default"]["OPTIONS"]["port"]
    known = {
        "PHARE_SMTP_URL": f"smtp://127.0.0.1:{port}",
        "PHARE_MAIL_FROM": "lettres@phare.example",
    }
    with (tmp_path / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "phare.config.cli", "worker"],
            cwd=ROOT,
            env=environment(own_database) | known,
            stdout=said,
            stderr=said,
        )
        yield lambda: (tmp_path / "said").read_text()
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def test_the_worker_sends_what_registering_owes_and_asks_again(own_database, box, worker):
    box.answers = [("RCPT", "450 4.2.1 <ada@example.org> greylisted")]

    assert started(REGISTER, own_database).wait() == 0

    until = time.monotonic() + 40
    while not box.messages and time.monotonic() < until:
        time.sleep(0.2)
    assert box.answers == []
    assert [message["To"] for message in box.messages] == ["ada@example.org"]
    assert "Ada" in text_of(box.messages[0])
    assert "ada@" not in worker()

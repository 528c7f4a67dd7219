"""A real SMTP server on this machine, a centre, and letters one by one."""

import asyncio
import email
import socket
from email.policy import default
from types import SimpleNamespace

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

from phare.faces.letters import tasks
from phare.ground import clock
from tests.factories.centres import MORNING, make_centre


class Box:
    """Keeps what arrives; `answers` are given first, one a message, each at the word it names."""

    def __init__(self):
        self.messages, self.senders, self.recipients, self.answers = [], [], [], []

    def _answer(self, word):
        if self.answers and self.answers[0][0] == word:
            return self.answers.pop(0)[1]
        return None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if said := self._answer("RCPT"):
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        said = self._answer("DATA")
        if said and not said.startswith("cut"):
            return said
        self.messages.append(email.message_from_bytes(envelope.content, policy=default))
        self.senders.append(envelope.mail_from)
        self.recipients.append(envelope.rcpt_tos)
        if said:
            server.transport.abort()
            await asyncio.sleep(0)
        return "250 OK"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]


@pytest.fixture
def box(settings):
    """The server's box; letters of this test go there."""
    box = Box()
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.factory = lambda: SMTP(box, enable_SMTPUTF8=False, loop=controller.loop)
    controller.start()
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": port, "timeout": 5},
        }
    }
    settings.MAIL_FROM = "lettres@phare.example"
    settings.BOUNCE_ADDRESS = "retours@phare.example"
    yield box
    controller.stop()


@pytest.fixture
def centre(db):
    with clock.stopped_at(MORNING):
        yield make_centre()


@pytest.fixture
def post():
    """Does the job of a letter as the worker does."""

    def send(seat, kind, *, version=None, attempts=0, token=""):
        seat.refresh_from_db()
        context = SimpleNamespace(job=SimpleNamespace(attempts=attempts))
        tasks.send_letter(
            context, kind=kind, seat=seat.pk, version=version or seat.version, token=token
        )

    return send

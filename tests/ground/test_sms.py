"""The port of text messages, against a small gateway on this machine."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from phare.ground import sms


class Gateway(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((dict(self.headers), body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 202)
        self.end_headers()

    def log_message(self, *words):
        pass


@pytest.fixture
def gateway(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
    server.asked, server.answers = [], []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.SMS_URL = f"http://127.0.0.1:{server.server_port}/send"
    settings.SMS_TOKEN = "a-token"
    yield server
    server.shutdown()
    server.server_close()


def test_a_message_is_posted_with_its_key(gateway):
    sms.gateway().send(to="0470 12 34 56", text="Bonjour", key="letter.1")

    ((headers, body),) = gateway.asked
    assert body == {"to": "+32470123456", "text": "Bonjour", "key": "letter.1"}
    assert headers["Idempotency-Key"] == "letter.1"
    assert headers["Authorization"] == "Bearer a-token"


@pytest.mark.parametrize(
    ("code", "failure"),
    [(503, sms.NotNow), (429, sms.NotNow), (422, sms.Refused), (404, sms.Refused)],
)
def test_what_a_gateway_says_decides_whether_it_is_asked_again(gateway, code, failure):
    gateway.answers = [code]

    with pytest.raises(failure) as error:
        sms.gateway().send(to="0470 12 34 56", text="x", key="k")

    assert error.value.__context__ is None
    assert "470" not in str(error.value)


def test_nobody_answering_is_not_now(settings):
    settings.SMS_URL = "http://127.0.0.1:1/"

    with pytest.raises(sms.NotNow):
        sms.gateway().send(to="1", text="x", key="k")


def test_without_a_gateway_it_says_so(settings):
    settings.SMS_URL = ""

    with pytest.raises(sms.NoGateway):
        sms.gateway()


def test_the_fake_keeps_one_message_a_key():
    fake = sms.Remembering()

    for text in ("first", "again"):
        fake.send(to="00 32 (0)470 12 34 56", text=text, key="k")

    assert fake.sent == {"k": ("+32470123456", "first")}

"""Two providers, played by small servers that answer as their documentation says."""

import hashlib
import threading
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest

from phare.ground import clock
from phare.ground.video import (
    BigBlueButton,
    Guest,
    Jitsi,
    NoProvider,
    NotReached,
    Refused,
    Room,
    provider,
)
from tests.factories.centres import BRUSSELS

OPENS = datetime(2026, 11, 25, 13, 0, tzinfo=BRUSSELS)
ROOM = Room("phare-1", "Café & métiers", OPENS, OPENS + timedelta(hours=2))
SECRET = "a-shared-secret-of-thirty-two-letters"


class Meetings(BaseHTTPRequestHandler):
    """`/bigbluebutton/api`: create, join, isMeetingRunning and end, each with its checksum."""

    def do_GET(self):
        parts = urlsplit(self.path)
        call = parts.path.rsplit("/", 1)[1]
        query, _, checksum = parts.query.rpartition("&checksum=")
        words = {name: values[0] for name, values in parse_qs(query).items()}
        signed = hashlib.sha256(f"{call}{query}{SECRET}".encode()).hexdigest()
        if checksum != signed:
            return self.say("FAILED", messageKey="checksumError")
        self.server.calls.append(call)
        getattr(self, call)(words)

    def create(self, words):
        known = self.server.meetings.setdefault(words["meetingID"], words)
        if known != words:
            return self.say("FAILED", messageKey="idNotUnique")
        again = "duplicateWarning" if self.server.calls.count("create") > 1 else ""
        self.say("SUCCESS", meetingID=words["meetingID"], messageKey=again)

    def join(self, words):
        if words["meetingID"] not in self.server.meetings:
            return self.say("FAILED", messageKey="notFound")
        self.server.inside.append((words["fullName"], words["role"]))
        self.say("SUCCESS")

    def isMeetingRunning(self, words):
        self.say("SUCCESS", running="true" if self.server.inside else "false")

    def end(self, words):
        gone = self.server.meetings.pop(words["meetingID"], None) is None
        self.say("FAILED" if gone else "SUCCESS", messageKey="notFound" if gone else "sentEnd")

    def say(self, code, **words):
        inside = "".join(f"<{name}>{text}</{name}>" for name, text in words.items())
        body = f"<response><returncode>{code}</returncode>{inside}</response>".encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


@pytest.fixture
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Meetings)
    server.meetings, server.inside, server.calls = {}, [], []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.address = f"http://127.0.0.1:{server.server_port}/bigbluebutton/api"
    yield server
    server.shutdown()
    server.server_close()


def test_a_meeting_is_made_once_however_often_it_is_opened(server):
    rooms = BigBlueButton(server.address, SECRET)

    rooms.open(ROOM)
    rooms.open(ROOM)

    assert server.meetings["phare-1"]["name"] == "Café & métiers"
    assert server.meetings["phare-1"]["record"] == "false"
    assert server.calls == ["create", "create"]


def test_a_signed_address_lets_one_person_in(server):
    rooms = BigBlueButton(server.address, SECRET)
    rooms.open(ROOM)
    assert not rooms.is_running(ROOM)

    rooms._ask("join", **{"fullName": "x", "meetingID": "phare-1", "role": "VIEWER"})
    door = rooms.door(ROOM, Guest("Ada & Co", leads=True))

    words = parse_qs(urlsplit(door).query)
    assert words["fullName"] == ["Ada & Co"]
    assert words["role"] == ["MODERATOR"]
    assert rooms.is_running(ROOM)


def test_closing_what_is_closed_is_nothing(server):
    rooms = BigBlueButton(server.address, SECRET)
    rooms.open(ROOM)

    rooms.close(ROOM)
    rooms.close(ROOM)

    assert server.meetings == {}


def test_a_wrong_secret_is_refused(server):
    with pytest.raises(Refused, match="checksumError"):
        BigBlueButton(server.address, "wrong").open(ROOM)


def test_a_server_that_is_away_is_not_reached_and_its_address_not_told():
    with pytest.raises(NotReached) as error:
        BigBlueButton("http://127.0.0.1:1/api", SECRET).open(ROOM)

    assert error.value.__context__ is None
    assert "checksum" not in str(error.value)


def test_a_token_opens_one_room_for_one_name_until_the_end():
    door = Jitsi("https://meet.example", "app", SECRET).door(ROOM, Guest("Ada"))

    address, _, token = door.partition("?jwt=")
    with clock.stopped_at(OPENS):
        claims = jwt.decode(
            token,
            SECRET,
            algorithms=["HS256"],
            audience="app",
            issuer="app",
            options={"verify_exp": False, "verify_nbf": False},
        )
    assert address == "https://meet.example/phare-1"
    assert claims["room"] == "phare-1"
    assert claims["sub"] == "meet.example"
    assert claims["nbf"] == int(OPENS.timestamp())
    assert claims["exp"] == int((OPENS + timedelta(hours=2, minutes=30)).timestamp())
    user = claims["context"]["user"]
    assert user == {"name": "Ada", "moderator": "false", "affiliation": "member"}


def test_a_server_without_tokens_has_an_address_that_cannot_be_guessed():
    door = Jitsi("https://meet.example/").door(ROOM, Guest('A"da'))

    assert door.startswith("https://meet.example/phare-1#userInfo.displayName=%22A")


def test_what_is_not_set_up_is_said(settings):
    settings.JITSI_URL = settings.BBB_URL = ""

    for name in ("JITSI", "BBB"):
        with pytest.raises(NoProvider):
            provider(name)

"""BigBlueButton 2.4 or newer: meetings are made by a call, and entered by a signed address.

Every call is a GET whose query is signed: checksum = SHA-256 of the call's name, the query as it is
sent, and the shared secret. Answers are XML with `returncode` SUCCESS or FAILED and a `messageKey`.
Making a meeting that is there with the same parameters is answered SUCCESS (`duplicateWarning`),
which is what makes `open` safe to repeat. Written from docs.bigbluebutton.org/development/api.
*Not tried live.*
"""

import hashlib
import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from phare.ground.video.words import Guest, NotReached, Refused, Room

TIMEOUT = 10.0
GONE = "notFound"


@dataclass(frozen=True)
class BigBlueButton:
    url: str
    secret: str

    def open(self, room: Room) -> None:
        """Makes the meeting, or finds it made. Raises `NotReached` or `Refused`."""
        minutes = round((room.closes_at - room.opens_at).total_seconds() / 60)
        self._ask(
            "create",
            meetingID=room.name,
            name=room.title,
            record="false",
            # Neither too short for a late end, nor for ever when nobody closes the door.
            duration=str(minutes + 60),
            meetingExpireIfNoUserJoinedInMinutes=str(minutes + 60),
        )

    def door(self, room: Room, guest: Guest) -> str:
        """The address for one person: it opens once the meeting is made."""
        return self._address(
            "join",
            fullName=guest.shown,
            meetingID=room.name,
            role="MODERATOR" if guest.leads else "VIEWER",
            redirect="true",
        )

    def is_running(self, room: Room) -> bool:
        """Whether somebody is inside."""
        return self._ask("isMeetingRunning", meetingID=room.name).findtext("running") == "true"

    def close(self, room: Room) -> None:
        """Everybody is shown out. Closing what is closed is nothing."""
        try:
            self._ask("end", meetingID=room.name)
        except Refused as refused:
            if str(refused) != GONE:
                raise

    def _address(self, call: str, **words: str) -> str:
        query = urlencode(words)
        signed = hashlib.sha256(f"{call}{query}{self.secret}".encode()).hexdigest()
        return f"{self.url.rstrip('/')}/{call}?{query}&checksum={signed}"

    def _ask(self, call: str, **words: str) -> ET.Element:
        try:
            with urllib.request.urlopen(self._address(call, **words), timeout=TIMEOUT) as answer:
                said = ET.fromstring(answer.read())
        except (OSError, ET.ParseError):
            said = None
        if said is None:
            # Raised outside: the address that failed is signed, and nobody's business.
            raise NotReached(call)
        if said.findtext("returncode") != "SUCCESS":
            raise Refused(said.findtext("messageKey") or "FAILED")
        return said

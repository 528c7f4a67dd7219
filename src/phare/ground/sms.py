"""Text messages through whatever gateway a centre has: a port, one adapter, one fake.

The adapter posts JSON to PHARE_SMS_URL and expects an answer of 200 to 299:

    POST … HTTP/1.1
    Authorization: Bearer <PHARE_SMS_TOKEN>       (when it is set)
    Content-Type: application/json
    Idempotency-Key: <the same for every repeat of one message>

    {"to": "+32470000000", "text": "…", "key": "<the same>"}

A gateway that is repeated a key sends nothing twice and answers as before. 400 to 499, except 408,
425 and 429, mean that it never will; anything else, that it may later. No error holds a number.
"""

import json
import re
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Protocol

from django.conf import settings

TIMEOUT = 15.0
AGAIN = (408, 425, 429)
LOCAL = re.compile(r"^0(?=[1-9])")


class NoGateway(Exception):
    """PHARE_SMS_URL is empty."""


class NotNow(Exception):
    """The gateway did not take it this time."""


class Refused(Exception):
    """The gateway will never take it."""


class Gateway(Protocol):
    """`send` returns once the message is somebody else's to deliver; `key` names it for good."""

    def send(self, *, to: str, text: str, key: str) -> None: ...


@dataclass(frozen=True)
class Posting:
    """The adapter described above."""

    url: str
    token: str = ""

    def send(self, *, to: str, text: str, key: str) -> None:
        body = json.dumps({"to": international(to), "text": text, "key": key}).encode()
        headers = {"Content-Type": "application/json", "Idempotency-Key": key}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        request = urllib.request.Request(self.url, data=body, headers=headers, method="POST")
        failure: Exception
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT):
                return
        except urllib.error.HTTPError as error:
            error.close()
            never = 400 <= error.code < 500 and error.code not in AGAIN
            failure = Refused(error.code) if never else NotNow(error.code)
        except OSError:
            failure = NotNow()
        raise failure


@dataclass
class Remembering:
    """The fake: keeps what it was given, once a key."""

    sent: dict[str, tuple[str, str]] = field(default_factory=dict)

    def send(self, *, to: str, text: str, key: str) -> None:
        self.sent.setdefault(key, (international(to), text))


def gateway() -> Gateway:
    """The one that is set up. Raises `NoGateway`."""
    if not settings.SMS_URL:
        raise NoGateway
    return Posting(settings.SMS_URL, settings.SMS_TOKEN)


def international(number: str) -> str:
    """A number as gateways want it; one without a country is Belgian."""
    digits = re.sub(r"[^\d+]", "", number.replace("(0)", ""))
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return LOCAL.sub("+32", digits)

"""The stamp of a form: when it was made, for what, and the work a browser does for it.

It travels inside the page, signed; nothing is stored until it comes back.
"""

import hashlib
import json
import secrets
import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from altcha import Challenge, Payload, Solution, create_challenge, verify_solution
from django.conf import settings
from django.core.signing import BadSignature, Signer

from phare.ground import clock

ALGORITHM = "PBKDF2/SHA-256"
# 256 tries of this many rounds on average: about a second on a telephone of 2016, under a
# millisecond for the one try that we make.
ROUNDS = 1000
OLDEST = timedelta(hours=1)
YOUNGEST = timedelta(seconds=3)


def _signer() -> Signer:
    return Signer(salt="phare.gate")


@dataclass(frozen=True)
class Stamp:
    """`content` is set on the stamp of a confirmation, and names what is confirmed."""

    form: str
    nonce: str
    made_at: datetime
    challenge: dict[str, Any]
    content: str = ""

    @property
    def text(self) -> str:
        """What the form carries."""
        return _signer().sign_object(
            {
                "f": self.form,
                "n": self.nonce,
                "m": int(self.made_at.timestamp()),
                "c": self.challenge,
                "t": self.content,
            }
        )

    @property
    def task(self) -> str:
        """What the browser works on."""
        return json.dumps(self.challenge["parameters"])

    @property
    def digest(self) -> str:
        """What is remembered once it was handed in."""
        return hashlib.sha256(self.nonce.encode()).hexdigest()

    @property
    def key(self) -> uuid.UUID:
        """The key of what the form creates: the same form, sent twice, creates one thing."""
        return uuid.UUID(bytes=hashlib.sha256(f"key {self.nonce}".encode()).digest()[:16])

    @property
    def until(self) -> datetime:
        """From then on the stamp is too old, and need not be remembered any more."""
        return self.made_at + OLDEST

    @property
    def is_too_young(self) -> bool:
        return clock.now() < self.made_at + YOUNGEST

    @property
    def is_too_old(self) -> bool:
        return clock.now() >= self.until

    def confirming(self, content: str) -> "Stamp":
        """The stamp of the page that asks to confirm: young again, and of the same form."""
        return replace(self, made_at=clock.now(), content=content)

    def is_earned(self, work: str) -> bool:
        """Whether `work` (counter:key) solves what the page asked."""
        counter, _, derived = work.partition(":")
        if not (counter.isascii() and counter.isdecimal() and len(counter) < 11):
            return False
        payload = Payload(Challenge.from_dict(self.challenge), Solution(int(counter), derived))
        return verify_solution(payload, settings.SECRET_KEY).verified


def new_stamp(form: str) -> Stamp:
    """For the page of that form which is shown now."""
    challenge = create_challenge(ALGORITHM, ROUNDS, hmac_secret=settings.SECRET_KEY)
    # Seconds, so that a stamp is as old when it comes back as when it left.
    made_at = clock.now().replace(microsecond=0)
    return Stamp(form, secrets.token_hex(16), made_at, challenge.to_dict())


def stamp_of(text: str, *, form: str) -> Stamp | None:
    """The stamp that came back, if it is one of ours and of that form."""
    try:
        found = _signer().unsign_object(text)
    except (BadSignature, ValueError):
        return None
    if found["f"] != form:
        return None
    made_at = datetime.fromtimestamp(found["m"], tz=clock.now().tzinfo)
    return Stamp(form, found["n"], made_at, found["c"], found["t"])

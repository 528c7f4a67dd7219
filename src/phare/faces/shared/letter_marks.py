"""The mark on every letter by which its repeat, and what comes back of it, is recognised."""

import re
from dataclasses import dataclass

from django.core.signing import Signer
from django.utils.crypto import constant_time_compare

SALT = "letters.mark"
LENGTH = 16
HEADER = "X-Phare-Letter"
MARK = re.compile(
    r"\b([a-z]+)\.(seat|visit)\.(\d{1,18})\.(\d{1,9})\.(\d{1,9})\.([A-Za-z0-9_-]{16})(?![\w-])"
)


@dataclass(frozen=True)
class Letter:
    """Which letter: its kind, about which row, in which version of it.

    `reach` is the version of the link when it was sent. It goes up when somebody gives another
    address, so that a late report about the old one is not taken for one about the new.
    """

    kind: str
    about: str  # seat | visit
    row: int
    version: int
    reach: int


def mark_of(letter: Letter) -> str:
    """The same for each repeat; nobody else can make one, so no bounce can be invented."""
    name = f"{letter.kind.lower()}.{letter.about}.{letter.row}.{letter.version}.{letter.reach}"
    return f"{name}.{_signature(name)}"


def letter_marked(text: str) -> Letter | None:
    """The letter whose true mark stands somewhere in `text`."""
    for *name, signature in MARK.findall(text):
        if constant_time_compare(_signature(".".join(name)), signature):
            kind, about, row, version, reach = name
            return Letter(kind.upper(), about, int(row), int(version), int(reach))
    return None


def _signature(name: str) -> str:
    return Signer(salt=SALT).signature(name)[:LENGTH]

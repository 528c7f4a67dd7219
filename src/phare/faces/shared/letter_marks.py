"""The mark on every letter by which its repeat, and what comes back of it, is recognised."""

import re
from dataclasses import dataclass

from django.core.signing import Signer

SALT = "letters.mark"
LENGTH = 16
HEADER = "X-Phare-Letter"
MARK = re.compile(r"\b([a-z]+)\.(seat|visit)\.(\d{1,18})\.(\d{1,9})\.([A-Za-z0-9_-]{16})\b")


@dataclass(frozen=True)
class Letter:
    """Which letter: its kind, about which row, in which version of it."""

    kind: str
    about: str  # seat | visit
    row: int
    version: int


def mark_of(letter: Letter) -> str:
    """The same for each repeat; nobody else can make one, so no bounce can be invented."""
    name = f"{letter.kind.lower()}.{letter.about}.{letter.row}.{letter.version}"
    return f"{name}.{_signature(name)}"


def letter_marked(text: str) -> Letter | None:
    """The letter whose true mark stands somewhere in `text`."""
    for kind, about, row, version, signature in MARK.findall(text):
        if _signature(f"{kind}.{about}.{row}.{version}") == signature:
            return Letter(kind.upper(), about, int(row), int(version))
    return None


def _signature(name: str) -> str:
    return Signer(salt=SALT).signature(name)[:LENGTH]

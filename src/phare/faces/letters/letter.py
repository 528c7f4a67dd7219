"""A letter before it is text or HTML: sentences, lines of facts, one thing to do."""

import unicodedata
from dataclasses import dataclass

from phare.faces.shared import wording
from phare.faces.shared.wording import Said


@dataclass(frozen=True)
class Row:
    """A fact with its label; each part knows the language it is really in."""

    label: str
    parts: tuple[Said, ...]


@dataclass(frozen=True)
class Block:
    """The facts of one session."""

    rows: tuple[Row, ...]
    title: Said | None = None


@dataclass(frozen=True)
class Letter:
    """What somebody reads, in `language` but for the passages marked otherwise."""

    language: str
    subject: str
    hello: str
    paragraphs: tuple[str, ...]
    blocks: tuple[Block, ...]
    button: tuple[str, str] | None  # what it does, where it leads
    small: tuple[str, ...]
    centre: str
    lines: tuple[str, ...]  # where the centre is, how to call it
    after: tuple[str, ...] = ()  # sentences below the facts


def row(label: str, value: object, language: str) -> Row | None:
    """A line, unless there is nothing to say."""
    said = wording.said(value, language)
    return Row(label, (said,)) if said.text else None


def rows(*found: Row | None) -> tuple[Row, ...]:
    return tuple(one for one in found if one is not None)


def one_line(text: str) -> str:
    """For headers and calendars: typed text may hold a line break, or what nobody can see."""
    seen = "".join(sign if unicodedata.category(sign) != "Cc" else " " for sign in text)
    return " ".join(seen.split())

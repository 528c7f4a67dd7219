"""The lines of facts of a letter: when, where, what to bring, what was before."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from phare.activities.choices import Mode, SeatState
from phare.activities.queries.letters import Entry
from phare.centres.queries import languages
from phare.faces.letters import dates
from phare.faces.letters.letter import Block, Row, row, rows
from phare.faces.shared import wording
from phare.faces.shared.wording import Said

if TYPE_CHECKING:
    from phare.centres.models import Centre


def address_lines(centre: "Centre", language: str) -> tuple[Said, ...]:
    """Street and town, each in the language it is written in."""
    street = wording.said(centre.street, language)
    city = wording.said(centre.city, language)
    town = Said(f"{centre.postcode} {city.text}".strip(), city.language)
    return tuple(said for said in (street, town) if said.text)


def contact_lines(centre: "Centre", language: str) -> tuple[str, ...]:
    """Where the centre is and how to reach it, at the foot of a letter."""
    lines = [said.text for said in address_lines(centre, language)]
    return (*lines, *(one for one in (centre.phone, centre.email) if one))


def block(
    entry: Entry, centre: "Centre", language: str, *, titled: bool = False, coming: bool = False
) -> Block:
    """What somebody needs who comes; `coming` adds what only helps those who are about to."""
    zone = centre.time_zone
    title = wording.said(entry.title, language)
    return Block(
        title=title if titled else None,
        rows=rows(
            None if titled else Row(_("What"), (title,)),
            row(_("When"), dates.span(entry.starts_at, entry.ends_at, language, zone), language),
            Row(_("Where"), where(entry, centre, language)),
            row(_("People"), str(entry.people), language) if entry.people > 1 else None,
            row(_("Your number"), place(entry), language),
            row(_("Code for the door"), entry.code, language) if _has_a_door(entry) else None,
            row(_("To bring"), entry.bring, language) if coming else None,
            row(_("Good to know"), entry.note, language) if coming else None,
        ),
    )


def where(entry: Entry, centre: "Centre", language: str) -> tuple[Said, ...]:
    """The rooms and the house, the address outside it, or by video."""
    spoken = wording.spoken(language)
    if entry.mode == Mode.ONLINE:
        return (Said(_("By video"), spoken),)
    found = tuple(wording.said(text, language) for text in entry.where)
    if entry.is_outside:
        return found
    return (*found, wording.said(centre.name, language), *address_lines(centre, language))


def place(entry: Entry) -> str:
    if entry.place is None:
        return ""
    return _("%(place)s on the waiting list") % {"place": entry.place}


def changes(entry: Entry, centre: "Centre", language: str) -> Block:
    """What was, beside what is now; everything, when no letter was sent before."""
    told, zone = entry.told, centre.time_zone
    if not told:
        return block(entry, centre, language, coming=True)
    now = entry.facts
    found = [Row(_("What"), (wording.said(entry.title, language),))]
    found += [
        line
        for line in (
            row(_("Before"), _told_span(told, language, zone), language)
            if told["starts_at"] != now["starts_at"] or told["ends_at"] != now["ends_at"]
            else None,
            row(_("When"), dates.span(entry.starts_at, entry.ends_at, language, zone), language),
            _told_where(told, language) if told["where"] != now["where"] else None,
            Row(_("Where"), where(entry, centre, language)),
            row(_("Good to know"), entry.note, language) if told["note"] != now["note"] else None,
            _languages(entry, centre, language) if told["languages"] != now["languages"] else None,
        )
        if line is not None
    ]
    return Block(rows=tuple(found))


def _languages(entry: Entry, centre: "Centre", language: str) -> Row:
    names = {one.code: one.name for one in languages(centre=centre)}
    said = (wording.said(names.get(code, code), language) for code in entry.languages)
    return Row(_("Languages"), tuple(said))


def _told_span(told: Mapping[str, Any], language: str, zone: str) -> str:
    starts_at = datetime.fromisoformat(told["starts_at"])
    return dates.span(starts_at, datetime.fromisoformat(told["ends_at"]), language, zone)


def _told_where(told: Mapping[str, Any], language: str) -> Row | None:
    texts: Iterable[Mapping[str, str]] = told["where"]
    said = tuple(wording.said(text, language) for text in texts)
    return Row(_("Not there any more"), said) if said else None


def _has_a_door(entry: Entry) -> bool:
    return entry.mode == Mode.ON_SITE and entry.state == SeatState.SEATED

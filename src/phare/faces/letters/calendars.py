"""The entry a letter puts into somebody's calendar, changes in it, or takes out of it.

An iTIP message (RFC 5546) as documented for Outlook, Google, Apple and Thunderbird: see
docs/letters.md for whose rule is which. *Not tried live.*
"""

from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from phare.activities.queries.letters import Entry, Owed
from phare.faces.letters import addresses, facts
from phare.faces.letters.letter import one_line
from phare.faces.shared import wording
from phare.ground import clock
from phare.ground.zones import zone_component

Method = Literal["REQUEST", "CANCEL"]
PRODUCT = "-//Phare//Letters//{language}"


@dataclass(frozen=True)
class Invitation:
    """One calendar object: a message holds one event, all of one UID."""

    method: Method
    text: str

    @property
    def file_name(self) -> str:
        return "invite.ics" if self.method == "REQUEST" else "cancel.ics"


def invitation(entry: Entry, owed: Owed, method: Method) -> Invitation:
    """`entry` as the person's calendar is to have it, or not to have it any more."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT.format(language=owed.language.upper()))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    zone = owed.centre.time_zone
    calendar.add_component(zone_component(zone, entry.starts_at.year))
    calendar.add_component(_event(entry, owed, method))
    return Invitation(method, calendar.to_ical().decode())


def _event(entry: Entry, owed: Owed, method: Method) -> Event:
    here = ZoneInfo(owed.centre.time_zone)
    host = addresses.host_of(owed.centre)
    title = wording.said(entry.title, owed.language)
    event = Event()
    event.add("uid", f"{entry.uid}@{host}")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", clock.now())
    event.add("dtstart", entry.starts_at.astimezone(here))
    event.add("dtend", entry.ends_at.astimezone(here))
    summary = vText(one_line(title.text))
    summary.params["LANGUAGE"] = title.language
    event.add("summary", summary)
    event.add("location", _location(entry, owed))
    event.add("organizer", _organizer(owed))
    event.add("attendee", _attendee(owed))
    event.add("status", "CONFIRMED" if method == "REQUEST" else "CANCELLED")
    event.add("transp", "OPAQUE")
    event.add("class", "PRIVATE")
    if method == "REQUEST":
        page = addresses.page(owed.centre, owed.language, "registration", owed.link)
        event.add("description", _description(page))
        event.add("url", page)
    return event


def _location(entry: Entry, owed: Owed) -> str:
    return ", ".join(one_line(said.text) for said in facts.where(entry, owed.centre, owed.language))


def _description(page: str) -> str:
    sentence = _("To see, move or cancel it, open your own page:")
    return f"{sentence}\n{page}"


def _organizer(owed: Owed) -> vCalAddress:
    """The centre, and nobody in it."""
    organizer = vCalAddress(f"mailto:{addresses.sender_of(owed.centre)}")
    organizer.params["CN"] = vText(wording.said(owed.centre.name, owed.language).text)
    return organizer


def _attendee(owed: Owed) -> vCalAddress:
    """Whoever registered has said yes already: nothing is to be answered."""
    attendee = vCalAddress(f"mailto:{owed.mail}")
    if owed.name:
        attendee.params["CN"] = vText(one_line(owed.name).replace('"', "'"))
    attendee.params["CUTYPE"] = vText("INDIVIDUAL")
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("ACCEPTED")
    attendee.params["RSVP"] = vText("FALSE")
    return attendee

"""A certificate of attendance as a tagged PDF. The name is typed by whoever asks, and not kept."""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import typst
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phare.activities.queries.own import Kept
from phare.centres.queries import Centre
from phare.faces.shared import wording
from phare.faces.shared.programme import language, plain
from phare.faces.shared.reporting.paper import FONTS
from phare.ground import clock

TEMPLATE = Path(__file__).with_name("certificate.typ")
LONGEST_NAME = 120


class NotThere(Exception):
    """Nobody noted this person as present."""


def certificate_of(seats: Iterable[Kept], number: int, name: str, *, centre: Centre) -> bytes:
    """For one of those seats, once it was noted as present. Raises `NotThere`."""
    seat = next((one for one in seats if one.id == number and one.was_present), None)
    if seat is None:
        raise NotThere
    found = seat.session
    return certificate(
        name,
        plain(found.activity.title),
        found.starts_at,
        found.ends_at,
        people=seat.came,
        centre=centre,
    )


def certificate(
    name: str, title: str, starts_at: datetime, ends_at: datetime, *, people: int, centre: Centre
) -> bytes:
    """One page in the language of the request."""
    said = {
        "language": language(),
        "title": _("Certificate of attendance"),
        "centre": plain(centre.name),
        "address": f"{plain(centre.street)}, {centre.postcode} {plain(centre.city)}",
        "lead": _("We certify that"),
        "name": " ".join(name.split())[:LONGEST_NAME],
        "took_part": _took_part(people),
        "activity": title,
        "when": _when(starts_at, ends_at),
        "hours": _hours(starts_at, ends_at),
        "made": _("Made on %(day)s.")
        % {"day": date_format(clock.today(centre.time_zone), "j F Y")},
        "kept": _("The name is the one that was given to us. We keep no copy of this sheet."),
    }
    return typst.compile(
        str(TEMPLATE),
        sys_inputs={"said": json.dumps(said)},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        font_paths=[str(FONTS)],
    )


def _took_part(people: int) -> str:
    if people == 1:
        return _("took part in")
    text = ngettext(
        "took part, with %(count)s person in all, in",
        "took part, with %(count)s people in all, in",
        people,
    )
    return text % {"count": people}


def _when(starts_at: datetime, ends_at: datetime) -> str:
    said = language()
    given: dict[str, Any] = {
        "day": date_format(starts_at, "l j F Y"),
        "first": wording.hour(starts_at, said),
        "last": wording.hour(ends_at, said, running=True),
    }
    return _("on %(day)s, from %(first)s to %(last)s") % given


def _hours(starts_at: datetime, ends_at: datetime) -> str:
    minutes = round((ends_at - starts_at).total_seconds() / 60)
    return wording.duration(minutes, language())

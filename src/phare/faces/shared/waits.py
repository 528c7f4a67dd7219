"""A wait as a face says it: a range, an hour, or nobody, always in the reader's language."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phare.centres.queries import Centre
from phare.faces.shared import wording
from phare.ground import clock
from phare.tickets.queries import Wait

SOON = timedelta(minutes=2)  # somebody is on duty already, and their desk not open yet


@dataclass(frozen=True)
class ToldWait:
    """`words` fills "Your turn in …" when `is_range`, else stands alone."""

    kind: str
    words: str
    short: str
    desks: int
    high: int = 0

    @property
    def is_range(self) -> bool:
        return self.kind == "RANGE"

    @property
    def is_now(self) -> bool:
        return self.is_range and self.high == 0


def is_planned(wait: Wait) -> bool:
    """Whether somebody answers now or is planned to: what is worth saying of a rarer language."""
    return wait.kind == "RANGE" or wait.from_at is not None


def told(wait: Wait, *, centre: Centre) -> ToldWait:
    """What to say of `wait` in the active language."""
    language = (get_language() or "fr")[:2]
    if wait.kind == "RANGE":
        words = wording.wait_range(wait.low, wait.high, language)
        short = wording.wait_short(wait.low, wait.high, language)
        return ToldWait(wait.kind, words, short, wait.desks, wait.high)
    if wait.from_at is None:
        return ToldWait(wait.kind, _("nobody in the next two weeks"), "–", 0)
    if wait.from_at <= clock.now() + SOON:
        return ToldWait(wait.kind, _("as soon as a desk opens"), "–", 0)
    then = clock.local(wait.from_at, centre.time_zone)
    hour = wording.hour(then, language, running=True)
    if wait.kind == "LATER":
        return ToldWait(wait.kind, _("from %(hour)s") % {"hour": hour}, hour, 0)
    day = date_format(then.date(), "l j F")
    words = _("not today, but on %(day)s from %(hour)s") % {"day": day, "hour": hour}
    return ToldWait(wait.kind, words, date_format(then.date(), "D j"), 0)

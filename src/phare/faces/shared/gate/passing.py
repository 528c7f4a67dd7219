"""Whether a form of the public goes through: by work done in the browser, or by confirming."""

import hashlib
import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from phare.activities.queries.settings import settings_of
from phare.centres.queries import Centre
from phare.faces.shared.gate.limits import BUCKETS
from phare.faces.shared.gate.stamps import Stamp, new_stamp, stamp_of
from phare.faces.shared.requests import Asked

STAMP, WORK, HONEY = "stamp", "work", "website"
OWN = (STAMP, WORK, HONEY, "csrfmiddlewaretoken")


class Verdict(StrEnum):
    PASS = "PASS"
    CONFIRM = "CONFIRM"  # nothing is wrong, and nothing shows that a person is there
    QUICK = "QUICK"
    OLD = "OLD"


@dataclass(frozen=True)
class Passage:
    """What was decided, and the stamp that the page shown next carries."""

    verdict: Verdict
    stamp: Stamp
    is_confirmation: bool = False
    work: str = ""

    @property
    def passes(self) -> bool:
        return self.verdict is Verdict.PASS

    @property
    def asks_to_confirm(self) -> bool:
        """Whether the page to show next is the one that confirms."""
        quick_there = self.verdict is Verdict.QUICK and self.is_confirmation
        return self.verdict is Verdict.CONFIRM or quick_there

    @property
    def said(self) -> str:
        """The line that tells why the same form is there again."""
        if self.verdict is Verdict.QUICK:
            return _("That was very quick. Nothing is lost: please send it once more.")
        if self.verdict is Verdict.OLD:
            return _("This page was open for a long time. Nothing is lost: please send it again.")
        return ""


def asked(form: str) -> Passage:
    """For a form that is shown for the first time."""
    return Passage(Verdict.PASS, new_stamp(form))


def judged(request: Asked, form: str) -> Passage:
    """What becomes of a form that was sent. Writes nothing: whoever acts spends the stamp."""
    stamp = stamp_of(request.POST.get(STAMP, ""), form=form)
    if stamp is None or stamp.is_too_old:
        return Passage(Verdict.OLD, new_stamp(form))
    if is_at_home(request, centre=request.centre):
        return Passage(Verdict.PASS, stamp)
    if stamp.is_too_young:
        return Passage(Verdict.QUICK, stamp, is_confirmation=bool(stamp.content))
    content = content_of(request)
    has_honey = bool(request.POST.get(HONEY))
    if stamp.content == content and not has_honey:
        return Passage(Verdict.PASS, stamp, is_confirmation=True)
    work = request.POST.get(WORK, "")
    if work and not has_honey and stamp.is_earned(work):
        return Passage(Verdict.PASS, stamp, work=work)
    return Passage(Verdict.CONFIRM, stamp.confirming(content), is_confirmation=True)


def renewed(passage: Passage) -> Passage:
    """The same form with a fresh stamp: the old one has been handed in already."""
    return Passage(Verdict.OLD, new_stamp(passage.stamp.form))


def content_of(request: HttpRequest) -> str:
    """A digest of all that was typed."""
    typed = sorted(
        (name, value)
        for name, values in request.POST.lists()
        if name not in OWN
        for value in values
    )
    return hashlib.sha256(repr(typed).encode()).hexdigest()


def confirmation(request: Asked, passage: Passage) -> HttpResponse:
    """The second page of whoever has no script: everything kept, one button."""
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in OWN
        for value in values
    ]
    context = {"kept": kept, "gate": passage, "said": passage.said}
    answer = render(request, "shared/confirm.html", context)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def is_at_home(request: HttpRequest, *, centre: Centre) -> bool:
    """Whether a request comes from the centre's own machines; the limit is told so."""
    address = request.META.get("REMOTE_ADDR", "")
    networks = settings_of(centre=centre).house_networks
    if not networks or not _lies_in(address, networks):
        return False
    BUCKETS.is_at_home(address)
    return True


def _lies_in(address: str, networks: Iterable[str]) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(found in ipaddress.ip_network(one, strict=False) for one in networks)

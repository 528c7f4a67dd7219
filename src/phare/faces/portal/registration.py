"""The page of one registration: see it, switch, move, take or leave, without an account.

Whoever holds the link may act. A GET changes nothing, whoever opens it; an act sent twice is done
once, and its repeat is shown what the first has done.
"""

import hashlib
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from functools import wraps
from types import MappingProxyType
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.links import LinkIsOver, LinkIsReplaced, LinkIsWrong, registration_at
from phare.activities.queries import agenda as programme
from phare.activities.queries.agenda import session_row
from phare.activities.queries.own import Kept, held_by, seat_of
from phare.activities.queries.public import Dated
from phare.activities.queries.settings import settings_of
from phare.activities.queries.stamps import is_spent
from phare.activities.queries.video import VideoDoor, video_door
from phare.faces.portal.registering_form import ReachForm
from phare.faces.portal.session import answered, hidden
from phare.faces.shared.access import for_everybody, only_post
from phare.faces.shared.certificates import NotThere, certificate_of
from phare.faces.shared.requests import Asked, whole_number
from phare.ground import clock

REPEATED = timedelta(hours=1)  # an act sent again so long afterwards is still known
SENT_AGAIN = timedelta(minutes=10)  # a letter is on its way so long before another one is sent
DATES = 8

Row = Any  # the registration, which a face only hands on
Act = Callable[[Asked, Row], None]


class Refused(Exception):
    """Says why an act was not done, in the words of the page."""


@for_everybody
def registration(request: Asked, link: str) -> HttpResponse:
    try:
        row = registration_at(link, centre=request.centre)
    except (LinkIsWrong, LinkIsOver, LinkIsReplaced) as refused:
        return _closed(request, link, refused)
    return _page(request, link, row)


def _closed(request: Asked, link: str, refused: Exception) -> HttpResponse:
    """An old link opens nothing; whose it was is sent the newest one, where they are known."""
    replaced = isinstance(refused, LinkIsReplaced)
    reach = held_by(refused.registration, centre=request.centre).reach if replaced else ""  # type: ignore[attr-defined]
    context = {
        "replaced": replaced,
        "reach": reach,
        "wrong": isinstance(refused, LinkIsWrong),
        "link": link,
        "sent": False,
    }
    status = 404 if context["wrong"] else 410
    return hidden(render(request, "portal/agenda/link_closed.html", context, status=status))


def _page(
    request: Asked,
    link: str,
    row: Row,
    *,
    form: ReachForm | None = None,
    said: str = "",
    entered: Mapping[int, str] = MappingProxyType({}),
    status: int = 200,
) -> HttpResponse:
    centre = request.centre
    held = held_by(row, centre=centre)
    seats = [
        {
            "seat": one,
            "dates": _other_dates(request, one),
            "door": _door(request, row, one),
            "address": entered.get(one.id, ""),
        }
        for one in held.seats
    ]
    context = {
        "held": held,
        "link": link,
        "seats": seats,
        "form": form or ReachForm(),
        "said": said,
        "key": uuid.uuid4(),
        "keep_days": settings_of(centre=centre).keep_days,
    }
    return hidden(render(request, "portal/agenda/registration.html", context, status=status))


def _door(request: Asked, row: Row, kept: Kept) -> VideoDoor | None:
    """Of a place online: from when it opens, and once it is open where it leads."""
    if not kept.is_seated or not kept.is_online:
        return None
    session = session_row(kept.session.key, centre=request.centre)
    return video_door(session, registration=row) if session else None


@for_everybody
@only_post
def enter(request: Asked, link: str) -> HttpResponse:
    """Opens a room that is made when the first one comes, and shows the way into it."""
    try:
        row = registration_at(link, centre=request.centre)
    except (LinkIsWrong, LinkIsOver, LinkIsReplaced) as refused:
        return _closed(request, link, refused)
    seat = seat_of(row, number=whole_number(request.POST.get("seat", "")) or 0)
    if seat is None:
        return _page(request, link, row, said=_("This place is no longer yours."), status=409)
    try:
        address = actions.enter_video(seat.session, registration=row)
    except actions.TheDoorIsClosed:
        return _page(request, link, row, said=_("The room is not open now."), status=409)
    except actions.TheRoomIsNotThere:
        said = _("The room does not answer. Please try again in a moment.")
        return _page(request, link, row, said=said, status=503)
    return _page(request, link, row, entered={seat.pk: address})


def _other_dates(request: Asked, kept: Kept) -> list[Dated]:
    """Where a place can be moved to: another open date of the same activity."""
    if not kept.may_change or kept.session.series:
        return []
    dates = programme.dates_of(kept.session.activity.key, centre=request.centre)
    return [one for one in dates if one.is_open and one.key != kept.session.key][:DATES]


def acting(act: Act) -> Callable[..., HttpResponse]:
    """A button of the page: done once however often it is pressed, then the page again."""

    @for_everybody
    @only_post
    @wraps(act)
    def pressed(request: Asked, link: str) -> HttpResponse:
        digest = _pressed(request, link, act.__name__)
        try:
            row = registration_at(link, centre=request.centre)
            actions.act_once(
                lambda: act(request, row),
                digest=digest,
                until=clock.now() + REPEATED,
                centre=request.centre,
            )
        except actions.StampIsSpent:
            pass
        except Refused as refused:
            return _page(request, link, row, said=str(refused), status=409)
        except LinkIsReplaced as replaced:
            # Pressed twice: the first press has moved the link on. Only whoever was shown the
            # page knows its key, so the newest link is theirs.
            if not is_spent(digest, centre=request.centre):
                return _closed(request, link, replaced)
            row = replaced.registration
        except (LinkIsWrong, LinkIsOver) as refused_link:
            return _closed(request, link, refused_link)
        row.refresh_from_db()
        return answered(row)

    pressed.access = "everybody"  # type: ignore[attr-defined]
    return pressed


def _pressed(request: Asked, link: str, act: str) -> str:
    """The same for a button pressed twice, another one for any other button of the page."""
    said = (link, act, sorted(request.POST.items()))
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _seat(request: Asked, row: Row) -> Any:
    found = seat_of(row, number=whole_number(request.POST.get("seat", "")) or 0)
    if found is None:
        raise Refused(_("This place is no longer yours."))
    return found


@acting
def take(request: Asked, row: Row) -> None:
    """The place that is offered becomes theirs."""
    try:
        actions.accept_offer(_seat(request, row))
    except actions.OfferIsOver:
        raise Refused(_("The offer has ended: the next in the list has this place.")) from None
    except actions.SeatIsGone:
        raise Refused(_("This place is no longer yours.")) from None


@acting
def leave(request: Asked, row: Row) -> None:
    """Gives one place, offer or turn back."""
    try:
        actions.cancel_seat(_seat(request, row))
    except actions.SeatIsGone:
        raise Refused(_("This session is over.")) from None


@acting
def cancel(request: Asked, row: Row) -> None:
    actions.cancel_registration(row)


@acting
def move(request: Asked, row: Row) -> None:
    """To the other way of being there, or to another date."""
    seat = _seat(request, row)
    key, _sep, mode = request.POST.get("to", "").partition(":")
    target = session_row(key, centre=request.centre)
    if target is None:
        raise Refused(_("This date is no longer there."))
    try:
        actions.move_seat(seat, session=target, mode=mode)
    except actions.SeatIsGone:
        raise Refused(_("This place is no longer yours.")) from None
    except actions.AlreadyThere:
        raise Refused(_("You have a place there already, or wait for one.")) from None
    except actions.RegistrationIsClosed:
        raise Refused(_("Registration there is closed.")) from None
    except actions.TooManyPeople:
        raise Refused(_("There are not that many places there.")) from None
    except actions.TimesOverlap:
        raise Refused(_("You have a place elsewhere at the same time.")) from None


@for_everybody
@only_post
def reach(request: Asked, link: str) -> HttpResponse:
    """Another mail address or telephone; the new link goes there."""
    try:
        row = registration_at(link, centre=request.centre)
    except (LinkIsWrong, LinkIsOver, LinkIsReplaced) as refused:
        return _closed(request, link, refused)
    form = ReachForm(request.POST)
    if not form.is_valid():
        return _page(request, link, row, form=form, status=422)
    given = form.cleaned_data
    language = request.POST.get("language", row.language)
    if language not in ("fr", "nl", "en", "de"):
        language = row.language
    actions.change_reach(row, mail=given["mail"], phone=given["phone"], language=language)
    return answered(row)


@for_everybody
@only_post
def renew(request: Asked, link: str) -> HttpResponse:
    """Sends the newest link to the address that is known, never to the one who asks.

    Pressed again while that letter is on its way, it is the same letter: an old link is no tap
    that fills somebody's letter box.
    """
    try:
        row = registration_at(link, centre=request.centre)
    except LinkIsReplaced as replaced:
        row = replaced.registration
    except (LinkIsWrong, LinkIsOver) as refused:
        return _closed(request, link, refused)
    window = clock.now().timestamp() // SENT_AGAIN.total_seconds()
    digest = hashlib.sha256(f"renew-{row.pk}-{row.link_version}-{window}".encode()).hexdigest()
    until = clock.now() + SENT_AGAIN
    with suppress(actions.StampIsSpent):
        actions.act_once(
            lambda: actions.send_link(row), digest=digest, until=until, centre=request.centre
        )
    context = {"sent": True, "reach": held_by(row, centre=request.centre).reach, "link": link}
    return hidden(render(request, "portal/agenda/link_closed.html", context))


@for_everybody
@only_post
def certificate(request: Asked, link: str) -> HttpResponse:
    """An attendance certificate in the name that is typed; nothing of it is stored."""
    try:
        row = registration_at(link, centre=request.centre)
        held = held_by(row, centre=request.centre)
        number = whole_number(request.POST.get("seat", "")) or 0
        name = request.POST.get("name", "")
        paper = certificate_of(held.seats, number, name, centre=request.centre)
    except (LinkIsWrong, LinkIsOver, LinkIsReplaced) as refused:
        return _closed(request, link, refused)
    except NotThere:
        said = _("A certificate can be made once you were noted as present.")
        return _page(request, link, row, said=said, status=409)
    answer = HttpResponse(paper, content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'attachment; filename="attestation.pdf"'
    return hidden(answer)

"""Notices: sentences shown on every face while they are true."""

from datetime import datetime, time, timedelta

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phare.centres import actions, numbered, queries
from phare.centres.choices import Level
from phare.faces.office.centre_forms import NoticeForm
from phare.faces.office.pages import done, here, shown
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_write_notices

KEPT_IN_VIEW = timedelta(days=30)


@for_those_who(may_write_notices)
def notices(request: StaffAsked) -> HttpResponse:
    centre, now = request.centre, clock.now()
    wall = clock.local(now, centre.time_zone)
    usual = {
        "level": Level.INFO,
        "from_day": wall.date(),
        "from_hour": wall.time(),
        "until_day": wall.date(),
        "until_hour": time(20),
    }
    form = NoticeForm(request.POST or None, centre=centre, initial=usual)
    if request.method == "POST" and form.is_valid():
        try:
            actions.publish_notice(
                centre=centre,
                text=form.text(),
                level=form.cleaned_data["level"],
                shown_from=form.moment("from"),
                shown_until=form.moment("until"),
            )
        except actions.HoursRunBackwards:
            form.add_error("until_day", _("A notice ends after it begins."))
        else:
            return done(request, _("Published on every face."), "notices")
    rows = [
        (row, _state(row, now))
        for row in queries.notice_rows(centre=centre, since=now - KEPT_IN_VIEW)
    ]
    return shown(request, "office/centre/notices.html", {"form": form, "rows": rows})


def _state(row: queries.Notice, now: datetime) -> str:
    if row.shown_until <= now:
        return "past"
    return "now" if row.shown_from <= now else "later"


@for_those_who(may_write_notices)
@only_post
def withdraw_notice(request: StaffAsked, pk: int) -> HttpResponse:
    row = here(numbered.notice_numbered(pk, centre=request.centre))
    actions.withdraw_notice(row, at=clock.now())
    return done(request, _("Withdrawn from every face."), "notices")

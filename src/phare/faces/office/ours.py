"""A partner's own corner: its activities, how many come, never who; and what it proposes."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.choices import ActivityState
from phare.activities.queries.ideas import (
    Activity,
    missing_of,
    own_activities,
    own_activity,
    partners_of,
)
from phare.activities.queries.of_partner import counts_of
from phare.centres.queries import Partner
from phare.faces.office.activities import refused
from phare.faces.office.activity_forms import ProposalForm, said_of
from phare.faces.office.pages import done, fresh_key, here, shown
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.plan_words import REFUSALS, refusal
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.queries import employer_of
from phare.people.rules import may_propose

OPEN_STATES = (ActivityState.DRAFT, ActivityState.REFUSED)


def _partner(request: StaffAsked) -> Partner | None:
    """The organisation whoever is signed in works for."""
    return employer_of(request.user, centre=request.centre)


def _own(request: StaffAsked, key: str) -> tuple[Activity, Partner]:
    partner = here(_partner(request))
    return here(own_activity(key, centre=request.centre, partner=partner)), partner


def _proposed(request: StaffAsked, key: str) -> Activity:
    """One the partner proposed itself and may still change."""
    row, partner = _own(request, key)
    if row.proposed_by_id != partner.pk or row.state not in OPEN_STATES:
        raise Http404
    return row


@for_those_who(may_propose)
def ours(request: StaffAsked) -> HttpResponse:
    partner = _partner(request)
    rows = (
        own_activities(centre=request.centre, partner=partner, since=clock.now()) if partner else []
    )
    found = {"partner": partner, "rows": rows, "place": _("Our activities")}
    return shown(request, "office/programme/ours.html", found)


@for_those_who(may_propose)
def activity(request: StaffAsked, key: str) -> HttpResponse:
    """Its dates with how many have a place, wait and came."""
    row, partner = _own(request, key)
    mine = row.proposed_by_id == partner.pk
    found = {
        "activity": row,
        "mine": mine,
        "may_change": mine and row.state in OPEN_STATES,
        "missing": missing_of(row),
        "sessions": counts_of(row),
        "place": _("Our activities"),
    }
    return shown(request, "office/programme/our_activity.html", found)


@for_those_who(may_propose)
def new(request: StaffAsked) -> HttpResponse:
    partner = here(_partner(request))
    form = ProposalForm(request.POST or None, centre=request.centre, initial={"key": fresh_key()})
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.draft_activity(
                centre=request.centre,
                about=form.about(),
                key=form.cleaned_data["key"],
                proposed_by=partner,
                wish=form.cleaned_data["wish"],
            )
        except REFUSALS as error:
            refused(form, error, zone=request.centre.time_zone)
        else:
            said = _("Kept as a draft. Propose it when it is ready.")
            return done(request, said, "ours-activity", row.key)
    return shown(
        request, "office/programme/our_edit.html", {"form": form, "place": _("Our activities")}
    )


@for_those_who(may_propose)
def change(request: StaffAsked, key: str) -> HttpResponse:
    row = _proposed(request, key)
    form = ProposalForm(request.POST or None, centre=request.centre, initial=said_of(row))
    if request.method == "POST" and form.is_valid():
        try:
            # What the team has added meanwhile is not the partner's to take away.
            about = form.about(
                scheme=row.scheme,
                on_request=row.on_request,
                preparation=row.preparation,
                partners=partners_of(row),
            )
            actions.change_activity(row, about=about, wish=form.cleaned_data["wish"])
        except REFUSALS as error:
            refused(form, error, zone=request.centre.time_zone)
        else:
            return done(request, _("Kept."), "ours-activity", key)
    found = {"form": form, "activity": row, "place": _("Our activities")}
    return shown(request, "office/programme/our_edit.html", found)


@for_those_who(may_propose)
@only_post
def propose(request: StaffAsked, key: str) -> HttpResponse:
    said = _("Proposed. The answer will stand here.")
    try:
        actions.propose_activity(_proposed(request, key))
    except REFUSALS as error:
        said = refusal(error, zone=request.centre.time_zone)[1]
    return done(request, said, "ours-activity", key)

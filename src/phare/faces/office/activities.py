"""Activities: the list, one with its dates and tasks, what is said of it, and its way."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.choices import ActivityState
from phare.activities.queries.due import tasks_of
from phare.activities.queries.ideas import (
    Activity,
    Idea,
    activity_keyed,
    ideas,
    missing_of,
    partners_of,
    proposals,
)
from phare.activities.queries.planned import sessions_of
from phare.faces.office.activity_forms import ActivityForm, AnswerForm, said_of
from phare.faces.office.pages import done, fresh_key, here, shown
from phare.faces.office.programme import parts
from phare.faces.office.task_forms import TaskForm
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.plan_words import REFUSALS, refusal
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_approve, may_draft, may_plan

SHOWN = {
    "": (),
    "drafts": (ActivityState.DRAFT, ActivityState.PROPOSED, ActivityState.REFUSED),
    "away": (ActivityState.ARCHIVED,),
}


def refused(form: forms.Form, error: Exception, *, zone: str) -> None:
    """What the action refused, on the field it is about."""
    name, text = refusal(error, zone=zone)
    form.add_error(name if name in form.fields else None, text)


def _row(request: StaffAsked, key: str) -> Activity:
    return here(activity_keyed(key, centre=request.centre))


@for_those_who(may_draft)
def activities(request: StaffAsked) -> HttpResponse:
    asked = request.GET.get("show", "")
    which = asked if asked in SHOWN else ""
    rows = ideas(centre=request.centre, since=clock.now(), states=SHOWN[which])
    found = parts(request, "programme-activities") | {"rows": _told_apart(rows), "which": which}
    return shown(request, "office/programme/activities.html", found)


def _told_apart(rows: Sequence[Idea]) -> list[tuple[Idea, int]]:
    """Each with its number among those of the same title, 0 if there is no other."""
    titles = [str(row.activity.title) for row in rows]
    seen: Counter[str] = Counter()
    found = []
    for row, title in zip(rows, titles, strict=True):
        seen[title] += 1
        found.append((row, seen[title] if titles.count(title) > 1 else 0))
    return found


@for_those_who(may_draft)
def new_activity(request: StaffAsked) -> HttpResponse:
    today = clock.today(request.centre.time_zone)
    form = ActivityForm(
        request.POST or None, centre=request.centre, today=today, initial={"key": fresh_key()}
    )
    if request.method == "POST" and form.is_valid():
        try:
            activity = actions.draft_activity(
                centre=request.centre, about=form.about(), key=form.cleaned_data["key"]
            )
        except REFUSALS as error:
            refused(form, error, zone=request.centre.time_zone)
        else:
            return done(request, _("Kept as a draft."), "programme-activity", activity.key)
    found = parts(request, "programme-activities") | {"form": form}
    return shown(request, "office/programme/activity_edit.html", found)


@for_those_who(may_draft)
def activity(request: StaffAsked, key: str) -> HttpResponse:
    row = _row(request, key)
    planned = sessions_of(row)
    now = clock.now()
    found = parts(request, "programme-activities") | {
        "activity": row,
        "missing": missing_of(row),
        "partners": partners_of(row),
        "to_come": [one for one in planned if one.session.ends_at > now],
        "past": [one for one in reversed(planned) if one.session.ends_at <= now],
        "tasks": tasks_of(row),
        "task_form": TaskForm(centre=request.centre),
        "answer_form": AnswerForm(),
        "may_approve": may_approve(request.roles),
        "may_change": _may_change(request, row),
    }
    return shown(request, "office/programme/activity.html", found)


def _may_change(request: StaffAsked, row: Activity) -> bool:
    """What is in the programme is changed by those who plan it."""
    return may_plan(request.roles) or row.state != ActivityState.APPROVED


@for_those_who(may_draft)
def change_activity(request: StaffAsked, key: str) -> HttpResponse:
    row = _row(request, key)
    if not _may_change(request, row):
        return done(request, _("Only those who plan may change it."), "programme-activity", key)
    form = ActivityForm(
        request.POST or None,
        centre=request.centre,
        today=clock.today(request.centre.time_zone),
        initial=said_of(row),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_activity(row, about=form.about())
        except REFUSALS as error:
            refused(form, error, zone=request.centre.time_zone)
        else:
            return done(request, _("Kept."), "programme-activity", key)
    found = parts(request, "programme-activities") | {"form": form, "activity": row}
    return shown(request, "office/programme/activity_edit.html", found)


def _turned(request: StaffAsked, key: str, act: Any, said: str, **given: Any) -> HttpResponse:
    """One step of its way; if somebody else decided meanwhile, the page says so."""
    try:
        act(_row(request, key), **given)
    except REFUSALS as error:
        said = refusal(error, zone=request.centre.time_zone)[1]
    return done(request, said, "programme-activity", key)


@for_those_who(may_draft)
@only_post
def propose_activity(request: StaffAsked, key: str) -> HttpResponse:
    return _turned(request, key, actions.propose_activity, _("Proposed to the managers."))


@for_those_who(may_approve)
@only_post
def approve_activity(request: StaffAsked, key: str) -> HttpResponse:
    said = _("Approved: its dates may be published.")
    return _turned(request, key, actions.approve_activity, said)


@for_those_who(may_approve)
@only_post
def refuse_activity(request: StaffAsked, key: str) -> HttpResponse:
    here(activity_keyed(key, centre=request.centre))
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return done(request, _("Say why in the answer."), "programme-activity", key)
    answer = form.cleaned_data["answer"]
    said = _("Not taken up; the answer is shown to whoever proposed it.")
    return _turned(request, key, actions.refuse_activity, said, answer=answer)


@for_those_who(may_plan)
@only_post
def archive_activity(request: StaffAsked, key: str) -> HttpResponse:
    return _turned(request, key, actions.archive_activity, _("Put away."))


@for_those_who(may_plan)
@only_post
def restore_activity(request: StaffAsked, key: str) -> HttpResponse:
    return _turned(request, key, actions.restore_activity, _("It is a draft again."))


@for_those_who(may_draft)
def all_proposals(request: StaffAsked) -> HttpResponse:
    rows = [(row, missing_of(row)) for row in proposals(centre=request.centre)]
    found = parts(request, "programme-proposals") | {
        "rows": rows,
        "answer_form": AnswerForm(),
        "may_approve": may_approve(request.roles),
    }
    return shown(request, "office/programme/proposals.html", found)

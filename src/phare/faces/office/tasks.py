"""What there is to do for the programme."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.queries.due import task_numbered, tasks_due
from phare.activities.queries.ideas import activity_keyed
from phare.activities.queries.planned import session_keyed
from phare.faces.office.pages import done, here, shown
from phare.faces.office.programme import SOON, parts
from phare.faces.office.task_forms import TaskForm
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_draft


@for_those_who(may_draft)
def tasks(request: StaffAsked) -> HttpResponse:
    """Late, and due within a week."""
    today = clock.today(request.centre.time_zone)
    rows = tasks_due(centre=request.centre, until=today + SOON)
    found = parts(request, "programme-tasks") | {
        "late": [row for row in rows if row.due_on < today],
        "soon": [row for row in rows if row.due_on >= today],
        "today": today,
    }
    return shown(request, "office/programme/tasks.html", found)


@for_those_who(may_draft)
@only_post
def add_task(request: StaffAsked, key: str) -> HttpResponse:
    """To an activity, or to one of its dates."""
    session = session_keyed(request.POST.get("session", ""), centre=request.centre)
    row = here(session.activity if session else activity_keyed(key, centre=request.centre))
    form = TaskForm(request.POST, centre=request.centre)
    said = _("Say what is to be done, and by when.")
    if form.is_valid():
        given = form.cleaned_data
        actions.add_task(
            row, what=given["what"], due_on=given["due_on"], session=session, person=form.who()
        )
        said = _("Noted.")
    if session:
        return done(request, said, "programme-session", session.key)
    return done(request, said, "programme-activity", key)


@for_those_who(may_draft)
@only_post
def settle_task(request: StaffAsked, pk: int) -> HttpResponse:
    """Done, or to be done after all; back to the page it was pressed on."""
    row = here(task_numbered(pk, centre=request.centre))
    actions.settle_task(row, done=request.POST.get("done") == "1")
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("programme-tasks")
    return HttpResponseRedirect(back, status=303)


@for_those_who(may_draft)
@only_post
def drop_task(request: StaffAsked, pk: int) -> HttpResponse:
    row = here(task_numbered(pk, centre=request.centre))
    actions.drop_task(row)
    return done(request, _("Taken off the list."), "programme-tasks")

"""What there is to do."""

from datetime import date

from phare.activities.models import Activity, Session, Task
from phare.centres.models import Centre


def tasks_due(*, centre: Centre, until: date) -> list[Task]:
    """What is not done and due by that day, late ones first."""
    found = Task.objects.filter(centre=centre, done=False, due_on__lte=until)
    return list(found.select_related("activity", "session", "person").order_by("due_on", "pk"))


def tasks_of(activity: Activity, *, session: Session | None = None) -> list[Task]:
    """Of the activity itself, or of one of its sessions; what is left to do first."""
    found = Task.objects.filter(activity=activity, session=session).select_related("person")
    return list(found.order_by("done", "due_on", "pk"))


def task_numbered(pk: int, *, centre: Centre) -> Task | None:
    return Task.objects.filter(pk=pk, centre=centre).select_related("activity", "session").first()

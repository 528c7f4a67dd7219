"""Letters owed to a group that asked to come."""

from django.db import transaction

from phare.activities.choices import VisitLetterKind
from phare.activities.models import GroupRequest
from phare.ground.jobs import owe


@transaction.atomic
def owe_visit_letter(request: GroupRequest, kind: VisitLetterKind) -> None:
    """A letter about that request as it is now; each is a new version of what is told."""
    held = GroupRequest.objects.select_for_update(of=("self",), no_key=True).get(pk=request.pk)
    if not held.mail and not held.phone:
        return
    held.version += 1
    held.save(update_fields=["version"])
    request.version = held.version
    owe(
        "letters.visit",
        identity=f"visit-{kind}-{held.pk}-{held.version}",
        kind=str(kind),
        request=held.pk,
        version=held.version,
    )

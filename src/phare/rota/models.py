"""Planning: who is where, when."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from phare.centres.models import OwnedByCentre, Place
from phare.ground.personal import Personal
from phare.rota import choices

_WHY = "to sign in and to plan the day"
_TERM = "until the person leaves, plus thirty days"
_FORGET = "phare.people.actions.forget_person"  # the name goes, the plan of the past stays


class Shift(OwnedByCentre):
    """A person at a post for a period. Nobody is at two posts at once, no desk holds two people."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    post = models.CharField(max_length=10, choices=choices.Post)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    during = DateTimeRangeField()

    personal = {"person": Personal("where somebody works, and when", _WHY, _TERM, _FORGET)}

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="shift_one_post_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
            ExclusionConstraint(
                name="shift_one_person_a_desk",
                expressions=[("place", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(post=choices.Post.DESK),
            ),
            models.CheckConstraint(
                condition=Q(
                    during__isempty=False, during__lower_inf=False, during__upper_inf=False
                ),
                name="shift_has_an_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post} {self.during}"


class Absence(OwnedByCentre):
    """Days on which somebody is not there; why is nobody's business."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    first_on = models.DateField()
    last_on = models.DateField()

    personal = {"person": Personal("days on which somebody is away", _WHY, _TERM, _FORGET)}

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first_on__lte=F("last_on")), name="absence_forward")
        ]

    def __str__(self) -> str:
        return f"{self.first_on} {self.last_on}"

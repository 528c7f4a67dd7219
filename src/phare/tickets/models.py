"""The walk-in queue. Desk and moments are forgotten at the end of the service day."""

import secrets
import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from phare.centres.models import OwnedByCentre, Place, Screen
from phare.ground.personal import Personal
from phare.tickets import choices

_SWEEP = "phare.tickets.actions.forget_day"


def new_token() -> str:
    return secrets.token_urlsafe(9)


class ServiceDay(OwnedByCentre):
    """One day of the queue, from the first ticket to the sweep."""

    day = models.DateField()
    state = models.CharField(max_length=9, choices=choices.DayState, default=choices.DayState.OPEN)
    swept = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["centre", "day"], name="serviceday_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.state}"


class NumberSeries(OwnedByCentre):
    """The last number given of one letter on one day: the row every new ticket passes through."""

    day = models.DateField()
    series = models.CharField(max_length=1)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["centre", "day", "series"], name="series_once")
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.last}"


class Ticket(OwnedByCentre):
    """A place in the queue; no name, no number of a person, no desk once the day is over."""

    day = models.DateField()
    series = models.CharField(max_length=1)
    number = models.PositiveIntegerField()
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    token = models.CharField(max_length=16, unique=True, default=new_token)
    theme = models.SlugField(blank=True)
    language = models.SlugField()
    audience = models.SlugField(blank=True)
    people = models.PositiveSmallIntegerField(default=1)
    signing = models.BooleanField(default=False)
    source = models.CharField(max_length=9, choices=choices.Source)
    priority = models.PositiveSmallIntegerField(default=0)
    priority_reason = models.CharField(max_length=8, choices=choices.PriorityReason, blank=True)
    state = models.CharField(max_length=10, choices=choices.State, default=choices.State.WAITING)
    desk = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    second_desk = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    for_desk = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    parked_slot = models.PositiveSmallIntegerField(null=True, blank=True)
    training = models.BooleanField(default=False)  # taken in training: counts nowhere
    calls = models.PositiveSmallIntegerField(default=0)
    moves = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField(null=True)
    not_before = models.DateTimeField(null=True, blank=True)
    called_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    personal = {
        "token": Personal("address of the phone page", "to follow one's turn", "the day", _SWEEP),
        "key": Personal("key of the form", "to issue a ticket once", "the day", _SWEEP),
        "desk": Personal("desk of the interview", "to show where to go", "the day", _SWEEP),
        "second_desk": Personal("second desk", "two counsellors, one visitor", "the day", _SWEEP),
        "for_desk": Personal("desk asked for", "transfer to a colleague", "the day", _SWEEP),
        "queued_at": Personal("moment of arrival", "order and range", "the day", _SWEEP),
        "not_before": Personal("moment of return", "to keep the place", "the day", _SWEEP),
        "called_at": Personal("moment of the call", "length of waits", "the day", _SWEEP),
        "closed_at": Personal("moment of closing", "length of interviews", "the day", _SWEEP),
        "priority_reason": Personal("why first", "fairness", "the day", _SWEEP),
        "signing": Personal("sign language needed", "the right desk", "the day", _SWEEP),
    }

    class Meta:
        indexes = [
            models.Index(
                fields=["centre", "day", "queued_at"],
                name="ticket_waiting",
                condition=Q(state="WAITING"),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["centre", "day", "series", "number"], name="ticket_number_once"
            ),
            models.UniqueConstraint(
                fields=["desk"], condition=Q(state="CALLED"), name="ticket_one_at_a_desk"
            ),
            models.UniqueConstraint(
                fields=["desk", "parked_slot"],
                condition=Q(state="PARKED"),
                name="ticket_one_in_a_slot",
            ),
            models.CheckConstraint(
                condition=Q(parked_slot=None) | Q(parked_slot__range=(1, 2)),
                name="ticket_two_slots",
            ),
            models.CheckConstraint(
                condition=~Q(state="PARKED") | Q(parked_slot__isnull=False, desk__isnull=False),
                name="ticket_parked_at_a_desk",
            ),
            models.CheckConstraint(
                condition=~Q(state="CALLED") | Q(desk__isnull=False), name="ticket_called_to_a_desk"
            ),
            models.CheckConstraint(condition=Q(people__gt=0), name="ticket_for_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.number}"


class OpenDesk(OwnedByCentre):
    """A counsellor sits at a desk. The row goes when the desk closes: nothing says who sat where.

    `answers` holds "theme:language" pairs, and ":language" for a question without a theme yet.
    """

    desk = models.OneToOneField(Place, on_delete=models.PROTECT, related_name="+")
    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="+")
    answers = ArrayField(models.CharField(max_length=101))
    audiences = ArrayField(models.SlugField(), default=list, blank=True)
    state = models.CharField(
        max_length=6, choices=choices.DeskState, default=choices.DeskState.OPEN
    )
    paused_until = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField()

    personal = {
        "person": Personal("who sits at the desk", "to call the next ticket", "the day", _SWEEP),
        "opened_at": Personal("since when", "live plan of the desks", "the day", _SWEEP),
        "paused_until": Personal("end of a pause", "live plan of the desks", "the day", _SWEEP),
    }

    def __str__(self) -> str:
        return str(self.desk_id)


class Call(OwnedByCentre):
    """A number called to a desk: what the board announces, in order of `id`."""

    day = models.DateField()
    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="+")
    desk = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField()
    is_recall = models.BooleanField(default=False)

    personal = {
        "desk": Personal("desk called to", "announcement", "the day", _SWEEP),
        "called_at": Personal("moment of the call", "announcement", "the day", _SWEEP),
    }

    class Meta:
        indexes = [models.Index(fields=["centre", "day", "-id"], name="call_latest")]

    def __str__(self) -> str:
        return str(self.pk)


class HelpCall(OwnedByCentre):
    """Somebody at a kiosk asks for a human."""

    screen = models.ForeignKey(Screen, on_delete=models.CASCADE, related_name="+")
    language = models.SlugField(blank=True)
    asked_at = models.DateTimeField()

    personal = {"asked_at": Personal("moment of asking", "who waits longest", "the day", _SWEEP)}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["screen"], name="helpcall_one_a_screen")]

    def __str__(self) -> str:
        return str(self.screen_id)


class Cue(OwnedByCentre):
    """A word that suggests a theme when a visitor says it; managers edit the list."""

    theme = models.SlugField()
    language = models.CharField(max_length=2)
    word = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["centre", "language", "word"], name="cue_once")
        ]

    def __str__(self) -> str:
        return self.word


class Pace(OwnedByCentre):
    """How long an interview of a theme usually takes: learnt from whole days, names nobody."""

    theme = models.SlugField(blank=True)
    minutes = models.FloatField()
    spread = models.FloatField()
    interviews = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["centre", "theme"], name="pace_once"),
            models.CheckConstraint(condition=Q(minutes__gt=0, spread__gte=0), name="pace_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.theme} {self.minutes:.0f}"

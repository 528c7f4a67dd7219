"""What became of a day's tickets."""

from datetime import date

from django.db.models import Count

from phare.centres.models import Centre
from phare.tickets.models import Ticket


def tickets_by_state(*, centre: Centre, day: date) -> dict[str, int]:
    """State to number of tickets; states that nobody is in are left out."""
    rows = Ticket.objects.filter(centre=centre, day=day).values_list("state")
    return dict(rows.annotate(tickets=Count("pk")).order_by("state"))

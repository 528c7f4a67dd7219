"""Dates that one side proposes to the other for a visit."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phare.centres.queries import Centre
from phare.ground import clock

DATES = 3
LASTS = timedelta(hours=2)
FURTHEST = timedelta(days=550)


class DatesForm(forms.Form):
    """Up to three moments, each of two hours; on the wall clock of the centre."""

    def __init__(self, *args: Any, centre: Centre, required: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.centre, self.one_at_least = centre, required
        for number in range(1, DATES + 1):
            self.fields[f"date{number}"] = forms.DateTimeField(
                label=_("Possible date %(number)s") % {"number": number},
                required=False,
                input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d.%m.%Y %H:%M"],
                widget=forms.DateTimeInput(
                    format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}
                ),
            )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        for number in range(1, DATES + 1):
            moment = self._moment(number)
            if moment and not clock.now() < moment < clock.now() + FURTHEST:
                self.add_error(f"date{number}", _("Choose a day to come."))
        if self.one_at_least and not self.errors and not self.dates():
            self.add_error("date1", _("Give one date at least."))
        return found

    def dates(self) -> list[tuple[datetime, datetime]]:
        given = [self._moment(number) for number in range(1, DATES + 1)]
        return [(moment, moment + LASTS) for moment in given if moment]

    def _moment(self, number: int) -> datetime | None:
        """What was typed, on the wall clock of the centre and not of the machine."""
        typed = self.cleaned_data.get(f"date{number}")
        if typed is None:
            return None
        return clock.moment(typed.date(), typed.time(), self.centre.time_zone)

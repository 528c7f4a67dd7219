"""The lines of the paper pack as they are typed in."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from phare.centres.queries import Centre
from phare.contacts.facts import DAYS_BACK
from phare.faces.desk.answers import language_pairs, theme_pairs
from phare.ground import clock
from phare.tickets.actions import FallbackRow

LINES = 15
NAMES = ("number", "theme", "language", "taken", "called", "outcome")
SERVED, LEFT = "SERVED", "LEFT"


class PackForm(forms.Form):
    """How many tickets the pack holds, and from which number."""

    first = forms.IntegerField(label=_("First number"), min_value=1, max_value=900)
    tickets = forms.IntegerField(label=_("Number of tickets"), min_value=1, max_value=300)


class DayForm(forms.Form):
    """A day that is over or today, not too long ago."""

    day = forms.DateField(
        label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        if day < self.today - timedelta(days=DAYS_BACK):
            raise forms.ValidationError(
                _("This is more than %(days)s days ago."), params={"days": DAYS_BACK}
            )
        return day


def _clock(label: Any, **more: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **more
    )


class FallbackForm(forms.Form):
    """One paper ticket. A line left empty is no line."""

    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=1200)
    taken = _clock(_("Taken at"))
    called = _clock(_("Called at"), required=False)

    def __init__(self, *args: Any, centre: Centre, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.centre = centre
        self.fields |= {
            "theme": forms.ChoiceField(
                label=_("Theme"),
                choices=[("", _("Not known yet")), *theme_pairs(centre)],
                required=False,
            ),
            "language": forms.ChoiceField(
                label=_("Language"), choices=[("", "–"), *language_pairs(centre)]
            ),
            "outcome": forms.ChoiceField(
                label=_("Became"),
                choices=[("", "–"), (SERVED, _("Served")), (LEFT, _("Left"))],
            ),
        }

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        taken, called = given.get("taken"), given.get("called")
        if taken and called and called < taken:
            self.add_error("called", _("Called before it was taken: look at the hours."))
        if given.get("outcome") == SERVED and not called and "called" not in self.errors:
            self.add_error("called", _("Somebody served was called: at what hour?"))
        return given

    def is_early(self, day: date) -> bool:
        """Says so when an hour of that day has not come yet."""
        for name in ("taken", "called"):
            hour = self.cleaned_data.get(name)
            if hour and clock.moment(day, hour, self.centre.time_zone) > clock.now():
                self.add_error(name, _("This hour has not come yet."))
        return bool(self.errors)

    def row(self, day: date) -> FallbackRow:
        given, zone = self.cleaned_data, self.centre.time_zone
        called = given["called"]
        return FallbackRow(
            day=day,
            number=given["number"],
            theme=given["theme"],
            language=given["language"],
            taken_at=clock.moment(day, given["taken"], zone),
            called_at=clock.moment(day, called, zone) if called else None,
            closed_at=None,
            served=given["outcome"] == SERVED,
        )

    def typed(self) -> dict[str, str]:
        return {name: str(self[name].data or "") for name in NAMES}


def rows_of(
    centre: Centre, data: QueryDict | None = None, *, typed: Sequence[dict[str, str]] = ()
) -> Any:
    """The sheet: empty, as it was sent, or with the lines `typed` before."""
    sheet = forms.formset_factory(FallbackForm, extra=LINES, max_num=LINES, absolute_max=LINES)
    options: dict[str, Any] = {"form_kwargs": {"centre": centre}, "prefix": "row"}
    if not typed:
        return sheet(data, **options)
    again = {
        f"row-{i}-{name}": value for i, line in enumerate(typed) for name, value in line.items()
    }
    again |= {"row-TOTAL_FORMS": str(LINES), "row-INITIAL_FORMS": "0"}
    return sheet(again, **options)

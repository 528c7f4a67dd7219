"""The form of a conference: one choice for each hour, one registration for all of it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from phare.activities.choices import Mode
from phare.activities.queries.agenda import Conference
from phare.activities.queries.public import Dated
from phare.faces.portal.registering_form import RegisteringForm
from phare.faces.shared.programme import language, plain
from phare.faces.shared.wording import hour

NONE = ""


class SeriesForm(RegisteringForm):
    """Plenaries belong to it; of what is at the same hour one is chosen, or none."""

    def __init__(self, *args: Any, series: Conference, **kwargs: Any) -> None:
        open_ones = [one for one in series.sessions if one.is_open]
        modes = [m for m in Mode.values if any(m in one.modes for one in open_ones)]
        super().__init__(*args, modes=sorted(modes, reverse=True), **kwargs)
        self.series = series
        self.slots = slots_of(series)
        for number, slot in enumerate(self.slots):
            self.fields[f"slot{number}"] = forms.ChoiceField(
                choices=[(one.key, "") for one in slot if one.is_open] + [(NONE, "")],
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        chosen = self.chosen()
        if not chosen:
            self.add_error(None, _("Choose one part of the programme at least."))
        for earlier, later in zip(chosen, chosen[1:], strict=False):
            if later.starts_at < earlier.ends_at:
                self.add_error(None, clash(earlier, later))
        return found

    def chosen(self) -> list[Dated]:
        """The plenaries that are open, and what was chosen of each hour, as they follow."""
        keys = {self.cleaned_data.get(f"slot{n}") for n in range(len(self.slots))}
        found = [one for one in self.series.plenaries if one.is_open]
        found += [one for slot in self.slots for one in slot if one.key in keys]
        return sorted(found, key=lambda one: one.starts_at)

    def wanted(self) -> list[tuple[Dated, str]]:
        """Each with the way of being there: the one asked for, where it has it."""
        mode = self.cleaned_data.get("mode", "")
        return [(one, mode if mode in one.modes else one.modes[0]) for one in self.chosen()]


def slots_of(series: Conference) -> list[list[Dated]]:
    """What begins at the same hour is chosen from."""
    workshops = [one for thread in series.threads for one in thread.sessions]
    ordered = sorted(workshops, key=lambda one: (one.starts_at, one.track or 0))
    return [list(some) for _hour, some in groupby(ordered, key=lambda one: one.starts_at)]


def clash(earlier: Dated, later: Dated) -> str:
    said = language()
    return _("“%(first)s” lasts until %(until)s, “%(second)s” begins at %(begin)s.") % {
        "first": plain(earlier.activity.title),
        "until": hour(earlier.ends_at, said, running=True),
        "second": plain(later.activity.title),
        "begin": hour(later.starts_at, said, running=True),
    }


def rows_of(series: Conference, chosen: Sequence[str | None] = ()) -> list[dict[str, Any]]:
    """The programme as the page draws it: plenaries and hours, in their order."""
    titles = {one.key: thread.title for thread in series.threads for one in thread.sessions}
    rows: list[dict[str, Any]] = [{"plenary": one, "at": one.starts_at} for one in series.plenaries]
    for number, slot in enumerate(slots_of(series)):
        picked = chosen[number] if number < len(chosen) else None
        options = [(one, titles.get(one.key), one.key == picked) for one in slot]
        rows.append(
            {"slot": f"slot{number}", "options": options, "at": slot[0].starts_at, "picked": picked}
        )
    return sorted(rows, key=lambda row: row["at"])

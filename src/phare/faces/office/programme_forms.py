"""Series, rooms and settings of the programme."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phare.activities.actions import Settled, Told
from phare.activities.choices import OneSided
from phare.activities.queries.ideas import Series, Track
from phare.activities.queries.rooms import Place
from phare.activities.queries.settings import ActivitySettings
from phare.centres.queries import Centre
from phare.faces.office.centre_forms import DaysForm
from phare.faces.office.passages import (
    Side,
    boxes,
    initial_of,
    passages,
    side_by_side,
    text_of,
)

SERIES_TEXTS = (("title", _("Title"), 120, 1), ("lead", _("In one sentence"), 300, 2),
                ("text", _("What happens there"), 4000, 6))  # fmt: skip
EMPTY_TRACKS = 3


class SeriesForm(forms.Form):
    """What is said of a series, and its threads."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=16, required=False)
    chosen_together = forms.BooleanField(
        label=_("One registration for the whole; workshops are chosen in it"), required=False
    )

    def __init__(self, *args: Any, tracks: Sequence[Track] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        for name, label, longest, lines in SERIES_TEXTS:
            self.fields |= passages(name, label, needed=(), longest=longest, lines=lines)
        self.tracks: list[Track | None] = [*tracks, *([None] * EMPTY_TRACKS)]
        for number, track in enumerate(self.tracks):
            fields = passages(f"track{number}", _("Thread"), needed=(), longest=120)
            for code, value in (track.title if track else {}).items():
                fields[f"track{number}_{code}"].initial = value
            self.fields |= fields

    def sides(self) -> list[Side]:
        return side_by_side(self, [name for name, *_rest in SERIES_TEXTS])

    def threads(self) -> list[Side]:
        return side_by_side(self, [f"track{number}" for number in range(len(self.tracks))])

    def told(self) -> Told:
        given = self.cleaned_data
        return Told(
            **{name: text_of(given, name) for name, *_rest in SERIES_TEXTS},
            chosen_together=given["chosen_together"],
        )

    def titles(self) -> list[tuple[Track | None, Mapping[str, str]]]:
        """The threads that have a name, in order; one whose name was taken away goes."""
        said = [
            (track, text_of(self.cleaned_data, f"track{number}"))
            for number, track in enumerate(self.tracks)
        ]
        return [(track, title) for track, title in said if title]


def told_of(series: Series) -> dict[str, Any]:
    found: dict[str, Any] = {"chosen_together": series.chosen_together}
    for name, *_rest in SERIES_TEXTS:
        found |= initial_of(name, getattr(series, name))
    return found


class RoomForm(forms.Form):
    code = forms.CharField(label=_("Short name"), max_length=12)
    capacity = forms.IntegerField(label=_("People it takes"), min_value=1, max_value=5000)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields |= passages("name", _("Name"), longest=60)


class TogetherForm(forms.Form):
    rooms = boxes(_("Rooms"), [])
    capacity = forms.IntegerField(label=_("People they take together"), min_value=1, max_value=5000)

    def __init__(self, *args: Any, rooms: Sequence[Place], **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_key = {str(room.pk): room for room in rooms}
        named = [(key, str(room.name) or room.code) for key, room in self.by_key.items()]
        self.fields["rooms"].choices = named  # type: ignore[attr-defined]
        self.fields = passages("title", _("Name"), longest=60) | self.fields


class ReductionForm(DaysForm):
    room = forms.ChoiceField(label=_("Room"))
    capacity = forms.IntegerField(label=_("People it takes then"), min_value=0, max_value=5000)
    reason = forms.CharField(label=_("Reason"), max_length=200, help_text=_("For the team."))

    field_order = ("room", "first_on", "last_on", "capacity", "reason")

    def __init__(self, *args: Any, rooms: Sequence[Place], **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_key = {str(room.pk): room for room in rooms}
        named = [(key, str(room.name) or room.code) for key, room in self.by_key.items()]
        self.fields["room"].choices = named  # type: ignore[attr-defined]


def _number(label: Any, least: int, most: int, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most, help_text=help_text)


class SettingsForm(forms.Form):
    one_sided = forms.ChoiceField(
        label=_("When a text is there in French or in Dutch only"),
        choices=OneSided.choices,
        widget=forms.RadioSelect,
    )
    keep_days = _number(
        _("Names are kept after a session, days"),
        0,
        60,
        _("Then they are forgotten; the figures stay."),
    )
    offer_hours = _number(_("An offered place waits for an answer, hours"), 1, 168)
    passes_at_most = _number(_("How often a smaller party may go before a larger one"), 0, 20)
    reminder_hours = _number(_("Reminder before a session, hours"), 0, 168)
    video_minutes = _number(_("The video link is shown before it begins, minutes"), 0, 240)
    people_at_most = _number(_("People one registration on the site may bring"), 1, 20)
    house_networks = forms.CharField(
        label=_("Network addresses of the house"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text=_(
            "One a line, such as 192.0.2.0/24. From these, many people may register in a row."
        ),
    )

    def settled(self) -> Settled:
        given = dict(self.cleaned_data)
        lines = given.pop("house_networks").split()
        return Settled(**given, house_networks=lines)


def settled_of(row: ActivitySettings) -> dict[str, Any]:
    names = [name for name in SettingsForm.base_fields if name != "house_networks"]
    found: dict[str, Any] = {name: getattr(row, name) for name in names}
    return found | {"house_networks": "\n".join(row.house_networks)}


def room_of(given: Mapping[str, Any], centre: Centre) -> tuple[str, Mapping[str, str], int]:
    """Code, name and size, as they are furnished."""
    return given["code"].strip(), text_of(given, "name"), given["capacity"]

"""One text in the four languages of the house, as fields of a form."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from phare.ground.text import masked
from phare.ground.translated import EQUAL

NAMES = {"fr": _("French"), "nl": _("Dutch"), "en": _("English"), "de": _("German")}


def passages(
    name: str, label: Any, *, needed: Sequence[str] = EQUAL, longest: int = 300, lines: int = 1
) -> dict[str, forms.CharField]:
    """A field a language; French and Dutch are equal, so both are always asked."""
    return {
        f"{name}_{code}": forms.CharField(
            label=format_lazy("{} · {}", label, language),
            required=code in needed,
            max_length=longest,
            widget=_widget(code, lines),
        )
        for code, language in NAMES.items()
    }


def text_of(given: Mapping[str, Any], name: str) -> dict[str, str]:
    """The text as typed, national numbers masked; an empty language is left out."""
    typed = {code: masked(given.get(f"{name}_{code}", "").strip()) for code in NAMES}
    return {code: text for code, text in typed.items() if text}


def _widget(code: str, lines: int) -> forms.Widget:
    if lines > 1:
        return forms.Textarea(attrs={"lang": code, "rows": lines})
    return forms.TextInput(attrs={"lang": code})


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class HourInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def day_field(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput(), **more)


def hour_field(label: Any, **more: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=HourInput(), **more)


def boxes(label: Any, pairs: Any, **more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=pairs, widget=forms.CheckboxSelectMultiple, **more
    )


Side = tuple[list[forms.BoundField], list[forms.BoundField]]


def side_by_side(form: forms.Form, names: Sequence[str]) -> list[Side]:
    """The fields of each text: French beside Dutch, and the further languages apart."""
    return [
        (
            [form[f"{name}_{code}"] for code in EQUAL],
            [form[f"{name}_{code}"] for code in NAMES if code not in EQUAL],
        )
        for name in names
    ]


def initial_of(name: str, text: Mapping[str, str]) -> dict[str, str]:
    """What the fields of a text hold already."""
    return {f"{name}_{code}": text.get(code, "") for code in NAMES}

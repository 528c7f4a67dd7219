"""The rows of answers that several forms of the desk share, in the words of the centre."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phare.centres.queries import (
    Centre,
    audiences,
    languages,
    municipalities,
    schemes,
    themes,
)
from phare.contacts import choices
from phare.contacts.facts import Profile

LETTERS = {"fr": "F", "nl": "N", "en": "E", "de": "D"}

Pairs = list[tuple[str, Any]]


def theme_pairs(centre: Centre) -> Pairs:
    return [(theme.code, str(theme.name)) for theme in themes(centre=centre)]


def language_pairs(centre: Centre) -> Pairs:
    return [(language.code, str(language.name)) for language in languages(centre=centre)]


def audience_pairs(centre: Centre) -> Pairs:
    return [(audience.code, str(audience.name)) for audience in audiences(centre=centre)]


def scheme_pairs(centre: Centre) -> Pairs:
    return [(scheme.code, str(scheme.name)) for scheme in schemes(centre=centre)]


def municipality_pairs() -> Pairs:
    """By name in the reader's language, so that a few letters find one; elsewhere last."""
    named = sorted((str(town.name), town.nis) for town in municipalities())
    return [(nis, name) for name, nis in named] + [
        (code, str(label)) for code, label in choices.Residence.choices
    ]


class KeyedRadios(forms.RadioSelect):
    """Radios some of which have a key of their own: a letter, or a digit other than their place."""

    def __init__(self, keys: dict[str, str]) -> None:
        super().__init__()
        self.keys = keys

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        key = self.keys.get(str(value))
        if key:
            option["attrs"]["data-digit" if key.isdigit() else "data-key"] = key
        return option


def radios(label: Any, pairs: Any, *, required: bool = False, **more: Any) -> forms.ChoiceField:
    more.setdefault("widget", forms.RadioSelect)
    return forms.ChoiceField(label=label, choices=pairs, required=required, **more)


def boxes(label: Any, pairs: Any, **more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=pairs, required=False, widget=forms.CheckboxSelectMultiple, **more
    )


def menu(label: Any, pairs: Any, *, empty: Any = "", **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", empty), *pairs], required=False, widget=forms.Select, **more
    )


class KeyForm(forms.Form):
    """A form that may be sent twice and counts once."""

    key = forms.UUIDField(widget=forms.HiddenInput)


class ProfileForm(KeyForm):
    """What a person chose to say. A row left alone is "not stated", never a default."""

    def __init__(self, *args: Any, centre: Centre, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.centre = centre
        self.fields |= {
            "gender": radios(_("Gender"), choices.Gender.choices),
            "age_band": radios(_("Age"), choices.AgeBand.choices),
            "status": radios(_("Situation"), choices.Status.choices),
            "own_initiative": radios(_("Came on their own initiative"), choices.YesNo.choices),
            "first_visit": radios(_("First visit"), choices.YesNo.choices),
            "municipality": menu(_("Municipality"), municipality_pairs(), empty=_("Not stated")),
            "schemes": boxes(_("Scheme"), scheme_pairs(centre)),
            "referred_to": boxes(_("Sent on to"), choices.ReferredTo.choices),
        }
        # A menu swallows every letter, so nothing goes there by itself: it has a key of its own.
        self.fields["municipality"].widget.attrs["data-key"] = "C"

    def profile(self) -> Profile:
        questions = Profile.__dataclass_fields__
        return Profile(**{q: self.cleaned_data[q] or choices.NOT_STATED for q in questions})


def in_order(codes: list[str], pairs: Any) -> tuple[str, ...]:
    """The chosen codes in the order of the list, however they were sent."""
    return tuple(code for code, _label in pairs if code in codes)

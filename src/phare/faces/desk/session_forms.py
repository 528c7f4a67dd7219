"""What is typed about a session at the desk: somebody who registers, and how many came."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from phare.activities.actions import Asked, Counted
from phare.activities.choices import Mode, Need, RegistrationKind, Source
from phare.activities.queries.planned import Planned
from phare.centres.queries import Centre
from phare.contacts.choices import AgeBand, Gender, Status
from phare.faces.desk.answers import KeyForm, boxes, language_pairs, radios

MOST = 2000  # people counted at once
SUMS = {"gender": Gender, "age_band": AgeBand, "status": Status}
WAYS = [(Source.DESK, _("At the desk")), (Source.PHONE, _("By telephone"))]


def mode_pairs(planned: Planned) -> list[tuple[str, Any]]:
    labels: Mapping[str, Any] = dict(Mode.choices)
    return [(row.mode, labels[row.mode]) for row in planned.places]


class RegisterForm(KeyForm):
    """The twin of the form on the site: nothing but the way to take part is needed."""

    def __init__(self, *args: Any, planned: Planned, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pairs = mode_pairs(planned)
        self.fields |= {
            "mode": radios(_("Where"), pairs, required=True, initial=pairs[0][0] if pairs else ""),
            "name": forms.CharField(
                label=_("First name, true or invented"), required=False, max_length=60
            ),
            "mail": forms.EmailField(label=_("Mail address"), required=False),
            "phone": forms.CharField(label=_("Telephone"), required=False, max_length=30),
            "language": radios(_("Language of the letters"), settings.LANGUAGES, required=True),
            "source": radios(_("How"), WAYS, required=True, initial=Source.DESK),
            "kind": forms.ChoiceField(label=_("For whom"), choices=RegistrationKind.choices),
            "people": forms.IntegerField(
                label=_("Number of people"), min_value=1, max_value=MOST, initial=1
            ),
            "organisation": forms.CharField(
                label=_("School or organisation"), required=False, max_length=120
            ),
            "needs": boxes(_("What to prepare"), Need.choices),
            "needs_note": forms.CharField(label=_("In words"), required=False, max_length=300),
        }

    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(
            name=given["name"],
            mail=given["mail"],
            phone=given["phone"],
            language=given["language"],
            kind=given["kind"],
            people=given["people"],
            needs=tuple(given["needs"]),
            needs_note=given["needs_note"],
            organisation=given["organisation"],
            source=given["source"],
        )


class HeadsForm(forms.Form):
    """How many came, by way and language; and, if somebody noted it, who they were, as sums."""

    is_all_typed = True  # a number that is left open is missing, rather than nought

    def __init__(
        self, *args: Any, planned: Planned, centre: Centre, heads: Mapping[Any, int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        names = dict(language_pairs(centre))
        self.places: dict[str, tuple[str, str]] = {}
        codes = list(planned.session.languages)
        nought = 0 if self.is_all_typed or any(heads.values()) else None
        for mode, label in mode_pairs(planned):
            for code in codes:
                name = f"came_{mode}_{code}"
                self.places[name] = (mode, code)
                said = f"{label} · {names.get(code, code)}" if len(codes) > 1 else str(label)
                self.fields[name] = forms.IntegerField(
                    label=said,
                    min_value=0,
                    max_value=MOST,
                    required=self.is_all_typed,
                    initial=heads.get((mode, code), nought),
                )

    @property
    def heads(self) -> list[forms.BoundField]:
        return [self[name] for name in self.places]

    def counted_heads(self) -> dict[tuple[str, str], int]:
        return {place: self.cleaned_data[name] or 0 for name, place in self.places.items()}


class CloseForm(HeadsForm):
    """Closing: the numbers, and the sums of a group as they were noted."""

    # Where nobody was noted at the door, that nobody came is typed once, never pressed through.
    is_all_typed = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question, words in SUMS.items():
            for code, label in words.choices:
                self.fields[f"{question}_{code}"] = forms.IntegerField(
                    label=label, min_value=0, max_value=MOST, required=False
                )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and all(given.get(name) is None for name in self.places):
            first = next(iter(self.places))
            self.add_error(first, self.fields[first].error_messages["required"])
        return given

    @property
    def sums(self) -> list[tuple[Any, list[forms.BoundField]]]:
        titles = {"gender": _("Gender"), "age_band": _("Age"), "status": _("Situation")}
        return [
            (titles[question], [self[f"{question}_{code}"] for code in words.values])
            for question, words in SUMS.items()
        ]

    @property
    def has_sums(self) -> bool:
        return any(
            self[f"{q}_{code}"].value() for q, words in SUMS.items() for code in words.values
        )

    def counted(self) -> Counted:
        given = self.cleaned_data
        return Counted(
            self.counted_heads(),
            {
                question: {code: given[f"{question}_{code}"] or 0 for code in words.values}
                for question, words in SUMS.items()
            },
        )


class SeatForm(forms.Form):
    """How many come together, and how to reach them."""

    people = forms.IntegerField(label=_("Number of people"), min_value=1, max_value=MOST)


class ReachForm(forms.Form):
    mail = forms.EmailField(label=_("Mail address"), required=False)
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=30)
    language = forms.ChoiceField(label=_("Language of the letters"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = settings.LANGUAGES

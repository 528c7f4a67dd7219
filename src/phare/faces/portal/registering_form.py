"""What somebody says to come to a session: as little as it takes to be told."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from phare.activities.actions import Asked
from phare.activities.choices import Mode, Need, RegistrationKind

KINDS = [
    (kind.value, kind.label)
    for kind in (RegistrationKind.PERSON, RegistrationKind.RELATIVE, RegistrationKind.FAMILY)
]


class ReachForm(forms.Form):
    """One way to be reached; which one is for whoever comes to say."""

    mail = forms.EmailField(
        label=_("Mail address"),
        help_text=_("For this session only. Erased one week after it."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Telephone"),
        help_text=_("Instead of mail: for a text message."),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )

    def clean_phone(self) -> str:
        text: str = self.cleaned_data["phone"].strip()
        if text and sum(sign.isdigit() for sign in text) < 8:
            raise forms.ValidationError(_("This is not a whole telephone number."))
        return text

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not self.errors and not (found.get("mail") or found.get("phone")):
            self.add_error("mail", _("Leave one way to reach you: a mail address or a telephone."))
        return found


class RegisteringForm(ReachForm):
    """A name is not asked for, only offered; needs are forgotten when the session is over."""

    field_order = ("mode", "kind", "people", "name", "mail", "phone", "needs", "needs_note")

    kind = forms.ChoiceField(
        label=_("For whom?"),
        choices=KINDS,
        initial=RegistrationKind.PERSON,
        widget=forms.RadioSelect,
    )
    people = forms.IntegerField(
        label=_("How many of you come?"), min_value=1, max_value=99, initial=1
    )
    name = forms.CharField(
        label=_("First name, true or invented"),
        help_text=_("So that we can greet you."),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    needs = forms.MultipleChoiceField(
        label=_("Something we can prepare?"),
        help_text=_("Seen by the organiser alone, forgotten after the session."),
        choices=Need.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    needs_note = forms.CharField(label=_("In your own words"), required=False, max_length=300)

    def __init__(self, *args: Any, modes: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if modes:
            self.fields["mode"] = forms.ChoiceField(
                label=_("Where will you be?"),
                choices=[(mode, Mode(mode).label) for mode in modes],
                initial=modes[0],
                widget=forms.RadioSelect,
            )
            self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        if found.get("kind") == RegistrationKind.RELATIVE:
            found["people"] = 1
        if found.get("kind") == RegistrationKind.PERSON and found.get("people", 1) > 1:
            found["kind"] = RegistrationKind.FAMILY
        return found

    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(
            name=given["name"],
            mail=given["mail"],
            phone=given["phone"],
            language=(get_language() or "fr")[:2],
            kind=given["kind"],
            people=given["people"],
            needs=tuple(given["needs"]),
            needs_note=given["needs_note"],
        )

"""Choosing a table to publish in full, and saying why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phare.faces.office.passages import passages, text_of


class YearForm(forms.Form):
    """One of the years that are over, the newest unless another is asked for."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)

    def __init__(self, asked: Any, *, years: list[int]) -> None:
        self.newest = years[0] if years else 0
        super().__init__(asked, initial={"year": self.newest})
        self.fields["year"].choices = [(y, str(y)) for y in years]  # type: ignore[attr-defined]

    def chosen(self) -> int:
        """0 when nothing is known of any year, or of the one asked for."""
        if not self.is_bound:
            return self.newest
        return self.cleaned_data["year"] if self.is_valid() else 0


class ReleaseForm(forms.Form):
    table = forms.ChoiceField(
        label=_("Table"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Which table?")},
    )
    sure = forms.BooleanField(
        label=_("I have made sure that nobody can be recognised, or that those concerned agree."),
        error_messages={"required": _("Nothing is released without this.")},
    )

    field_order = ("table", "reason_fr", "reason_nl", "reason_en", "reason_de", "sure")

    def __init__(self, *args: Any, tables: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["table"].choices = tables  # type: ignore[attr-defined]
        self.fields |= passages("reason", _("Reason, printed in the report"), lines=2)
        self.order_fields(self.field_order)

    def reason(self) -> dict[str, str]:
        return text_of(self.cleaned_data, "reason")

"""Choosing a file of figures, and choosing a report."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

LARGEST = 1024 * 1024


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("File of figures (CSV)"),
        help_text=_("Columns: year, indicator, breakdown, value and source. At most 1 MB."),
    )
    source = forms.CharField(
        label=_("Where the figures come from"),
        help_text=_("For lines that do not say it themselves: the name of a report, for example."),
        max_length=300,
        required=False,
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        size = file.size or 0
        if size > LARGEST:
            raise forms.ValidationError(_("This file is larger than 1 MB. Split it by year."))
        return file


class KeepForm(forms.Form):
    """A file that was looked at, as text, on its way to be kept."""

    content = forms.CharField(widget=forms.HiddenInput, max_length=2 * LARGEST, strip=False)
    source = forms.CharField(widget=forms.HiddenInput, max_length=300, required=False)


class ReportForm(forms.Form):
    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    first = forms.TypedChoiceField(label=_("From"), coerce=int, choices=list(MONTHS.items()))
    last = forms.TypedChoiceField(label=_("Up to"), coerce=int, choices=list(MONTHS.items()))
    compare = forms.TypedChoiceField(label=_("Beside the same period of"), coerce=int)
    language = forms.ChoiceField(label=_("In"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, years: list[int], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["year"].choices = [(y, str(y)) for y in years]  # type: ignore[attr-defined]
        others = sorted({*years, *(y - 1 for y in years)}, reverse=True)
        self.fields["compare"].choices = [(y, str(y)) for y in others]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("first") and found.get("last") and found["first"] > found["last"]:
            self.add_error("last", _("This month is before the first one."))
        return found

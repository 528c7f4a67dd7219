"""A task: what, by when, who."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phare.centres.queries import Centre
from phare.faces.office.passages import day_field
from phare.people.queries import Person, staff


class TaskForm(forms.Form):
    what = forms.CharField(label=gettext_lazy("What is to be done"), max_length=200)
    due_on = day_field(gettext_lazy("By"))
    person = forms.ChoiceField(label=gettext_lazy("Who"), required=False)

    def __init__(self, *args: Any, centre: Centre, **more: Any) -> None:
        super().__init__(*args, **more)
        self.people = {str(person.pk): person for person in staff(centre=centre)}
        named = [(key, person.name) for key, person in self.people.items()]
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            ("", _("Nobody yet")), *named
        ]  # fmt: skip

    def who(self) -> Person | None:
        return self.people.get(self.cleaned_data["person"])

"""What a group says to come, and the dates it wishes for."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from phare.activities.actions import VisitAsked
from phare.activities.choices import GROUPS, Need, RegistrationKind
from phare.activities.queries.agenda import activities_offered
from phare.centres.queries import Centre, audiences
from phare.faces.portal.registering_form import ReachForm
from phare.faces.shared.dates_form import DatesForm
from phare.faces.shared.programme import plain


class VisitForm(DatesForm, ReachForm):
    """A class, partners or a delegation: who answers for them, how many, what for."""

    kind = forms.ChoiceField(
        label=_("For whom is the visit?"),
        choices=[(kind.value, RegistrationKind(kind).label) for kind in GROUPS],
        initial=RegistrationKind.CLASS,
        widget=forms.RadioSelect,
    )
    organisation = forms.CharField(label=_("School or organisation"), max_length=120)
    name = forms.CharField(
        label=_("Contact person"),
        help_text=_("A first name is enough."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    people = forms.IntegerField(label=_("How many people?"), min_value=1, max_value=500)
    activity = forms.ChoiceField(label=_("What for?"), required=False)
    audience = forms.ChoiceField(label=_("Who are they?"), required=False)
    wish = forms.CharField(
        label=_("What do you hope for?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    needs = forms.MultipleChoiceField(
        label=_("Something we can prepare?"),
        choices=Need.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    needs_note = forms.CharField(label=_("In your own words"), required=False, max_length=300)

    field_order = (
        *("kind", "organisation", "name", "mail", "phone", "people", "activity", "audience"),
        *("date1", "date2", "date3", "wish", "needs", "needs_note"),
    )

    def __init__(self, *args: Any, centre: Centre, **kwargs: Any) -> None:
        super().__init__(*args, centre=centre, **kwargs)
        self.fields["mail"].help_text = _("To agree on a date. Erased thirty days after the visit.")
        offers = activities_offered(centre=centre, on_request=True)
        self.fields["activity"].choices = [  # type: ignore[attr-defined]
            ("", _("Advise us")),
            *((one.key, plain(one.title)) for one in offers),
        ]
        self.fields["audience"].choices = [  # type: ignore[attr-defined]
            ("", _("I prefer not to say")),
            *((one.code, plain(one.name)) for one in audiences(centre=centre)),
        ]
        self.order_fields(self.field_order)

    def asked(self) -> VisitAsked:
        given = self.cleaned_data
        plain_ones = ("kind", "organisation", "name", "people", "mail", "phone", "audience", "wish")
        return VisitAsked(
            **{name: given[name] for name in plain_ones},
            language=(get_language() or "fr")[:2],
            needs=tuple(given["needs"]),
            needs_note=given["needs_note"],
        )

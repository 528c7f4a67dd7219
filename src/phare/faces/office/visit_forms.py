"""What the office answers to a group: dates, a word, what they come for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phare.activities.queries.agenda import activities_offered
from phare.centres.queries import Centre
from phare.faces.shared.dates_form import DatesForm
from phare.faces.shared.programme import plain


class ProposalForm(DatesForm):
    """The dates the centre could receive them on, and for what."""

    activity = forms.ChoiceField(label=_("What for?"))
    answer = forms.CharField(
        label=_("A word for the group"),
        help_text=_("In the language of their request."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ("activity", "date1", "date2", "date3", "answer")

    def __init__(self, *args: Any, centre: Centre, **kwargs: Any) -> None:
        super().__init__(*args, centre=centre, required=True, **kwargs)
        offers = activities_offered(centre=centre, on_request=True)
        offers = offers or activities_offered(centre=centre)
        self.fields["activity"].choices = [  # type: ignore[attr-defined]
            (one.key, plain(one.title)) for one in offers
        ]
        self.order_fields(self.field_order)


class DeclineForm(forms.Form):
    because = forms.CharField(
        label=_("Why it is not possible"),
        help_text=_("In the language of their request. It is sent as you write it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

"""The three questions of satisfaction, as a form of any face."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phare.satisfaction.actions import Answers
from phare.satisfaction.choices import Content, Found, Recommend


class OpinionForm(forms.Form):
    """Every question may be left out; all of them together may not."""

    found = forms.ChoiceField(
        label=_("Did you find what you came for?"),
        choices=Found.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    content = forms.ChoiceField(
        label=_("How satisfied are you with the welcome and the advice?"),
        choices=Content.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    recommend = forms.ChoiceField(
        label=_("Would you tell somebody else to come?"),
        choices=Recommend.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    comment = forms.CharField(
        label=_("Something you want to add"),
        help_text=_("No name and no number, please: nobody can answer you here."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, with_comment: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_comment:
            del self.fields["comment"]

    def answers(self) -> Answers:
        return Answers(**self.cleaned_data)

    def say_nothing_answered(self) -> None:
        self.add_error(None, _("Choose at least one answer, or simply leave this page."))

"""Advice given anywhere, and a headcount."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phare.centres.queries import Centre
from phare.contacts.choices import Channel, Mode, ReferredTo
from phare.contacts.facts import DAYS_BACK, Fact, half_day_of
from phare.faces.desk.answers import (
    KeyForm,
    Pairs,
    ProfileForm,
    boxes,
    in_order,
    language_pairs,
    radios,
    scheme_pairs,
    theme_pairs,
)
from phare.ground import clock

MOST = 2000  # people counted at once: a fair, not a typing mistake

CHANNELS: Pairs = [pair for pair in Channel.choices if pair[0] != Channel.NONE]
OTHER_MODES: Pairs = [pair for pair in Mode.choices if pair[0] != Mode.ADVICE]


class DayFields(forms.Form):
    """Today or an earlier day, and a number of people."""

    def add_day(self, centre: Centre) -> None:
        self.today = clock.today(centre.time_zone)
        self.fields |= {
            "people": forms.IntegerField(
                label=_("Number of people"), min_value=1, max_value=MOST, initial=1
            ),
            "day": forms.DateField(
                label=_("Day"),
                initial=self.today,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            ),
        }

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError(_("This day has not come yet."))
        if day < self.today - timedelta(days=DAYS_BACK):
            raise forms.ValidationError(
                _("This is more than %(days)s days ago. Ask a manager to import it as a figure."),
                params={"days": DAYS_BACK},
            )
        return day

    def half_day(self, centre: Centre) -> str:
        """Known for what happens now, not guessed for other days."""
        now = clock.now()
        return half_day_of(now, centre=centre) if self.cleaned_data["day"] == self.today else ""


class AdviceForm(DayFields, ProfileForm):
    """One piece of advice, wherever it was given."""

    def __init__(self, *args: Any, centre: Centre, **kwargs: Any) -> None:
        super().__init__(*args, centre=centre, **kwargs)
        self.fields |= {
            "channel": radios(
                _("How"),
                CHANNELS,
                required=True,
                error_messages={"required": _("How was the advice given?")},
            ),
            "themes": boxes(_("Themes"), theme_pairs(centre)),
            "language": radios(
                _("Language"),
                language_pairs(centre),
                required=True,
                error_messages={"required": _("In which language?")},
            ),
        }
        self.add_day(centre)
        self.fields["people"].help_text = _(
            "Of several people the answers are those of one; the others count as “not stated”."
        )

    def fact(self) -> Fact:
        given = self.cleaned_data
        return Fact(
            day=given["day"],
            half_day=self.half_day(self.centre),
            mode=Mode.ADVICE,
            channel=given["channel"],
            themes=in_order(given["themes"], theme_pairs(self.centre)),
            language=given["language"],
            schemes=in_order(given["schemes"], scheme_pairs(self.centre)),
            referred_to=in_order(given["referred_to"], ReferredTo.choices),
            people=given["people"],
            profile=self.profile(),
        )


class HeadcountForm(DayFields, KeyForm):
    """How many people another service received; nothing else is asked of them."""

    def __init__(self, *args: Any, centre: Centre, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.centre = centre
        self.fields["mode"] = radios(
            _("Where"),
            OTHER_MODES,
            required=True,
            error_messages={"required": _("Which service received them?")},
        )
        self.add_day(centre)

    def fact(self) -> Fact:
        given = self.cleaned_data
        return Fact(
            day=given["day"],
            half_day=self.half_day(self.centre),
            mode=given["mode"],
            people=given["people"],
        )

"""What managers say about their centre: closures, holidays, derogations, notices, settings."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phare.centres.choices import CharterRule, Level, PartnerKind, Regime, ScreenKind, Service
from phare.centres.queries import Centre
from phare.faces.office.passages import NAMES, day_field, hour_field, passages, text_of
from phare.ground import clock

BACKWARDS = _("The last day is before the first one.")


class DaysForm(forms.Form):
    """From a first day up to and including a last one."""

    first_on = day_field(_("First day"))
    last_on = day_field(_("Last day"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("first_on") and given.get("last_on") and given["last_on"] < given["first_on"]:
            self.add_error("last_on", BACKWARDS)
        return given


class ClosureForm(DaysForm):
    service = forms.ChoiceField(label=_("What"), choices=Service.choices)
    regime = forms.ChoiceField(label=_("How it runs on those days"), choices=Regime.choices)
    reason = forms.CharField(
        label=_("Reason"), max_length=200, help_text=_("For the team and the annual report.")
    )

    field_order = ("service", "regime", "first_on", "last_on", "reason")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields |= passages(
            "sentence", _("Sentence for the public"), needed=tuple(NAMES), lines=2
        )

    def sentence(self) -> dict[str, str]:
        return text_of(self.cleaned_data, "sentence")


class HolidayForm(DaysForm):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields = passages("name", _("Name"), longest=60) | self.fields

    def name(self) -> dict[str, str]:
        return text_of(self.cleaned_data, "name")


class DerogationForm(DaysForm):
    rule = forms.ChoiceField(label=_("Rule of the charter"), choices=CharterRule.choices)
    granted_by = forms.CharField(
        label=_("Granted by"), max_length=120, help_text=_("An institution, never a person.")
    )
    granted_on = day_field(_("Granted on"))

    field_order = ("rule", "granted_by", "granted_on", "first_on", "last_on")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields |= passages("reason", _("Reason"), lines=2)

    def reason(self) -> dict[str, str]:
        return text_of(self.cleaned_data, "reason")


class NoticeForm(forms.Form):
    """Shown from a day and hour until another."""

    level = forms.ChoiceField(label=_("Kind"), choices=Level.choices, widget=forms.RadioSelect)
    from_day = day_field(_("Shown from"))
    from_hour = hour_field(_("Shown from, hour"))
    until_day = day_field(_("Shown until"))
    until_hour = hour_field(_("Shown until, hour"))

    def __init__(self, *args: Any, centre: Centre, **more: Any) -> None:
        super().__init__(*args, **more)
        self.centre = centre
        self.fields = passages("text", _("Notice"), lines=2) | self.fields

    def text(self) -> dict[str, str]:
        return text_of(self.cleaned_data, "text")

    def moment(self, side: str) -> datetime:
        given = self.cleaned_data
        zone = self.centre.time_zone
        return clock.moment(given[f"{side}_day"], given[f"{side}_hour"], zone)


class QueueRulesForm(forms.Form):
    last_ticket_minutes = forms.IntegerField(
        label=_("Last ticket, minutes before advice closes"), min_value=0, max_value=240
    )
    parked_at_most = forms.IntegerField(
        label=_("People a desk may set aside at once"), min_value=0, max_value=2
    )
    longest_wait_first = forms.BooleanField(
        label=_("Whoever waits longest is called first; if not, the longest queue goes first"),
        required=False,
    )
    rare_language_first = forms.BooleanField(
        label=_("A desk that alone speaks a language takes that language first"), required=False
    )
    audience_reserved = forms.BooleanField(
        label=_("Desks for a special public keep themselves for it"), required=False
    )


class PartnerForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=PartnerKind.choices)
    since = day_field(_("Partner since"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields = passages("name", _("Name"), longest=120) | self.fields

    def name(self) -> dict[str, str]:
        return text_of(self.cleaned_data, "name")


class EndForm(forms.Form):
    until = day_field(_("Last day"))


class ScreenForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=ScreenKind.choices)
    name = forms.CharField(label=_("Name in the house"), max_length=60)

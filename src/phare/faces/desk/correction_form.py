"""The words of a mistake, exactly as it was counted, and why it goes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phare.centres.queries import Centre
from phare.contacts.choices import Channel, Correction, HalfDay, Mode, ReferredTo
from phare.contacts.facts import Fact
from phare.faces.desk.answers import (
    ProfileForm,
    audience_pairs,
    boxes,
    in_order,
    language_pairs,
    menu,
    radios,
    scheme_pairs,
    theme_pairs,
)
from phare.faces.desk.entry_forms import CHANNELS, DayFields


class CorrectionForm(DayFields, ProfileForm):
    """Everything that counts somewhere can be said, so that nothing of the mistake is left."""

    def __init__(self, *args: Any, centre: Centre, **kwargs: Any) -> None:
        super().__init__(*args, centre=centre, **kwargs)
        self.fields |= {
            "mode": forms.ChoiceField(label=_("What it was"), choices=Mode.choices),
            "channel": menu(_("How (advice only)"), CHANNELS, empty=_("Without channel")),
            "themes": boxes(_("Themes"), theme_pairs(centre)),
            "language": menu(_("Language"), language_pairs(centre), empty=_("Not stated")),
            "audience": menu(_("Audience"), audience_pairs(centre), empty=_("Not stated")),
            "half_day": menu(_("Half-day"), HalfDay.choices, empty=_("I do not know")),
            "reason": radios(
                _("Why"),
                Correction.choices,
                required=True,
                error_messages={"required": _("Say why: the reason is kept with the correction.")},
            ),
        }
        self.add_day(centre)
        self.fields["people"].help_text = _(
            "A group goes as it was counted: one person with the answers, the others “not stated”. "
            "People who were counted one by one go one by one."
        )

    def fact(self) -> Fact:
        given = self.cleaned_data
        return Fact(
            day=given["day"],
            half_day=given["half_day"],
            mode=given["mode"],
            channel=given["channel"] or Channel.NONE,
            themes=in_order(given["themes"], theme_pairs(self.centre)),
            language=given["language"],
            audience=given["audience"],
            schemes=in_order(given["schemes"], scheme_pairs(self.centre)),
            referred_to=in_order(given["referred_to"], ReferredTo.choices),
            people=given["people"],
            profile=self.profile() if given["mode"] == Mode.ADVICE else None,
        )

    @property
    def has_more(self) -> bool:
        """Whether something was said in the part that starts folded."""
        return any(self[name].value() for name in ("schemes", "referred_to", "audience"))

    @property
    def has_profile(self) -> bool:
        """Whether an answer of the profile was said."""
        return any(self[name].value() for name in PROFILE)

    def say_nobody(self) -> None:
        self.add_error(
            None,
            _(
                "Fewer people were counted on that day with exactly these words. Look at the "
                "day, the channel, the themes, the language, the audience, the schemes and where "
                "people were sent: they must be those of the mistake."
            ),
        )

    def say_which_half_day(self) -> None:
        self.add_error(
            "half_day",
            _("These words were counted in the morning and in the afternoon: say which."),
        )

    def say_nobody_said_so(self) -> None:
        self.add_error(
            None,
            _(
                "Fewer people gave exactly these answers that month. Give all the answers of the "
                "mistake, or none: then one “not stated” goes."
            ),
        )


PROFILE = ("gender", "age_band", "status", "own_initiative", "first_visit", "municipality")

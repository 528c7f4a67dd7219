"""A request as reception hears it: a language and a theme, the rest only when it matters."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phare.centres.queries import Centre
from phare.faces.desk.answers import (
    LETTERS,
    KeyedRadios,
    KeyForm,
    audience_pairs,
    language_pairs,
    menu,
    radios,
    theme_pairs,
)
from phare.tickets.choices import PriorityReason

UNKNOWN = "unknown"  # said so, which is not the same as nothing pressed
MOST = 60  # people behind one ticket; more is a group visit


class TicketForm(forms.Form):
    """What a ticket says, when it is given and when it is corrected."""

    def __init__(self, *args: Any, centre: Centre, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= {
            "language": radios(
                _("Language"),
                language_pairs(centre),
                required=True,
                widget=KeyedRadios(LETTERS),
                error_messages={"required": _("Which language does the person speak?")},
            ),
            "theme": radios(
                _("Theme"),
                [*theme_pairs(centre), (UNKNOWN, _("Not known yet"))],
                required=True,
                widget=KeyedRadios({UNKNOWN: "0"}),
                error_messages={"required": _("What is it about? “Not known yet” will do.")},
            ),
            "audience": menu(_("Audience"), audience_pairs(centre), empty=_("Not stated")),
            "people": forms.IntegerField(
                label=_("Number of people"), min_value=1, max_value=MOST, initial=1
            ),
            "signing": forms.BooleanField(label=_("Needs sign language"), required=False),
        }

    def words(self) -> dict[str, Any]:
        """The fields as the actions call them."""
        given = dict(self.cleaned_data)
        if given["theme"] == UNKNOWN:
            given["theme"] = ""
        return given


class RequestForm(TicketForm, KeyForm):
    """A new ticket. After the last one of the day, reception may still decide to give one."""

    def __init__(self, *args: Any, centre: Centre, **kwargs: Any) -> None:
        super().__init__(*args, centre=centre, **kwargs)
        self.fields |= {
            "reason": menu(_("Goes first because"), PriorityReason.choices, empty="–"),
            "after_last": forms.BooleanField(label=_("Give this one all the same"), required=False),
        }
        self.fields["people"].widget.attrs["data-key"] = "G"
        self.fields["signing"].widget.attrs["data-key"] = "I"
        self.fields["reason"].widget.attrs["data-key"] = "P"


def ticket_initial(ticket: Any) -> dict[str, Any]:
    return {
        "language": ticket.language,
        "theme": ticket.theme or UNKNOWN,
        "audience": ticket.audience,
        "people": ticket.people,
        "signing": ticket.signing,
    }

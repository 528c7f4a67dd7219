"""The form that closes an interview."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from phare.contacts.choices import Mode
from phare.contacts.facts import Fact
from phare.faces.desk.answers import ProfileForm, boxes, in_order, language_pairs, menu, theme_pairs


class ClosingForm(ProfileForm):
    """Themes and language come from the ticket; everything else starts unanswered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= {
            "themes": boxes(_("We talked about"), theme_pairs(self.centre)),
            "language": menu(_("Language"), language_pairs(self.centre), empty=_("Not stated")),
        }

    def fact(self, ticket: Any) -> Fact:
        given = self.cleaned_data
        return Fact(
            day=ticket.day,
            mode=Mode.ADVICE,
            themes=in_order(given["themes"], theme_pairs(self.centre)),
            language=given["language"],
            audience=ticket.audience,
            schemes=tuple(given["schemes"]),
            referred_to=tuple(given["referred_to"]),
            profile=self.profile(),
        )

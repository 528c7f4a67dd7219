"""The form that closes an interview."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from phare.contacts.choices import Mode, ReferredTo
from phare.contacts.facts import Fact
from phare.faces.desk.answers import (
    ProfileForm,
    boxes,
    in_order,
    language_pairs,
    menu,
    scheme_pairs,
    theme_pairs,
)


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
            schemes=in_order(given["schemes"], scheme_pairs(self.centre)),
            referred_to=in_order(given["referred_to"], ReferredTo.choices),
            profile=self.profile(),
        )

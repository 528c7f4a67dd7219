"""What is said of an activity, French and Dutch side by side."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phare.activities.actions import About
from phare.activities.choices import Kind
from phare.activities.queries.ideas import Activity, partners_of
from phare.centres.queries import Centre, Partner, audiences, partners, schemes, themes
from phare.faces.office.passages import (
    Side,
    boxes,
    initial_of,
    passages,
    side_by_side,
    text_of,
)

TEXTS = (
    ("title", gettext_lazy("Title"), 120, 1),
    ("lead", gettext_lazy("In one sentence"), 300, 2),
    ("text", gettext_lazy("What happens there"), 4000, 7),
    ("bring", gettext_lazy("What to bring, how to find it"), 600, 2),
)
NAMES = tuple(name for name, *_rest in TEXTS)
AT_MOST_THEMES = 5


class AboutForm(forms.Form):
    """What a partner says of an activity, too."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=16, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Kind.choices)
    themes = boxes(gettext_lazy("Themes"), [])
    audiences = boxes(gettext_lazy("Publics"), [], required=False)
    age_from = forms.IntegerField(
        label=gettext_lazy("From the age of"), min_value=0, max_value=120, required=False
    )
    age_below = forms.IntegerField(
        label=gettext_lazy("Below the age of"), min_value=1, max_value=120, required=False,
        help_text=gettext_lazy("Whoever registers declares it; nobody checks."),
    )  # fmt: skip

    def __init__(self, *args: Any, centre: Centre, **more: Any) -> None:
        super().__init__(*args, **more)
        self.centre = centre
        for name, label, longest, lines in TEXTS:
            self.fields |= passages(name, label, needed=(), longest=longest, lines=lines)
        for name, words in (("themes", themes), ("audiences", audiences)):
            pairs = [(word.code, str(word.name)) for word in words(centre=centre)]
            self.fields[name].choices = pairs  # type: ignore[attr-defined]

    def sides(self) -> list[Side]:
        return side_by_side(self, NAMES)

    def clean_themes(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["themes"]
        if len(chosen) > AT_MOST_THEMES:
            raise forms.ValidationError(_("Choose five themes at most."))
        return chosen

    def about(self, **more: Any) -> About:
        given = self.cleaned_data
        return About(
            kind=given["kind"],
            title=text_of(given, "title"),
            lead=text_of(given, "lead"),
            text=text_of(given, "text"),
            bring=text_of(given, "bring"),
            themes=given["themes"],
            audiences=given["audiences"],
            age_from=given["age_from"],
            age_below=given["age_below"],
            **more,
        )


class ActivityForm(AboutForm):
    scheme = forms.ChoiceField(label=gettext_lazy("Scheme"), required=False)
    partners = boxes(
        gettext_lazy("Made together with"),
        [],
        required=False,
        help_text=gettext_lazy("Shown to everybody in alphabetical order; nobody comes first."),
    )
    on_request = forms.BooleanField(
        label=gettext_lazy("Groups may ask for it on another date"), required=False
    )

    def __init__(self, *args: Any, centre: Centre, today: date, **more: Any) -> None:
        super().__init__(*args, centre=centre, **more)
        self.by_key = {str(one.pk): one for one in partners(centre=centre, on=today)}
        named = sorted(self.by_key.items(), key=lambda pair: str(pair[1].name).casefold())
        self.fields["partners"].choices = [  # type: ignore[attr-defined]
            (key, str(one.name)) for key, one in named
        ]
        known = [(word.code, str(word.name)) for word in schemes(centre=centre)]
        self.fields["scheme"].choices = [("", _("None")), *known]  # type: ignore[attr-defined]
        self.fields |= passages(
            "preparation",
            gettext_lazy("Preparation sheet for groups"),
            needed=(),
            longest=4000,
            lines=5,
        )

    def preparation(self) -> list[Side]:
        return side_by_side(self, ("preparation",))

    def about(self, **more: Any) -> About:
        given = self.cleaned_data
        return super().about(
            scheme=given["scheme"],
            on_request=given["on_request"],
            preparation=text_of(given, "preparation"),
            partners=self.chosen(),
            **more,
        )

    def chosen(self) -> Sequence[Partner]:
        return [self.by_key[key] for key in self.cleaned_data["partners"]]


class ProposalForm(AboutForm):
    """A partner's idea, with the dates it hopes for."""

    wish = forms.CharField(
        label=gettext_lazy("Dates, room and means you hope for"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("For the team only. No name of anybody, please."),
    )


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=gettext_lazy("Answer to whoever proposed it"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def said_of(activity: Activity) -> dict[str, Any]:
    """What the form of an activity holds already."""
    found: dict[str, Any] = {
        name: getattr(activity, name)
        for name in (
            "kind", "themes", "audiences", "scheme", "age_from", "age_below", "on_request", "wish"
        )
    }  # fmt: skip
    for name in (*NAMES, "preparation"):
        found |= initial_of(name, getattr(activity, name))
    return found | {"partners": [str(one.pk) for one in partners_of(activity)]}

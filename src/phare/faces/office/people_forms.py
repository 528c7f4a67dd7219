"""What managers say of the staff, and what each says for oneself."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phare.centres.queries import Centre, Partner, audiences, languages, themes
from phare.faces.office.passages import boxes
from phare.people.choices import RoleKind
from phare.people.queries import Competence

Product = tuple[Sequence[str], Sequence[str], Sequence[str]]

EMPTY_ROWS = 2  # rows of competences offered beyond those there are


def _new_password(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        **more,
    )


class RolesForm(forms.Form):
    roles = boxes(
        gettext_lazy("Roles"),
        [],
        error_messages={"required": gettext_lazy("Somebody of the staff has at least one role.")},
    )

    def __init__(self, *args: Any, grantable: Collection[str], **more: Any) -> None:
        super().__init__(*args, **more)
        pairs = [pair for pair in RoleKind.choices if pair[0] in grantable]
        self.fields["roles"].choices = pairs  # type: ignore[attr-defined]


class HireForm(RolesForm):
    name = forms.CharField(label=gettext_lazy("Name known in the house"), max_length=80)
    email = forms.EmailField(label=gettext_lazy("E-mail address"))
    language = forms.ChoiceField(
        label=gettext_lazy("Language of their screens"), choices=settings.LANGUAGES
    )
    password = _new_password(
        gettext_lazy("First password"),
        required=False,
        help_text=gettext_lazy("Without one, nobody can sign in yet."),
    )

    field_order = ("name", "email", "language", "roles", "password")


class NewPasswordForm(forms.Form):
    password = _new_password(
        gettext_lazy("New password"),
        help_text=gettext_lazy("Tell it in person. It can be changed on “My page”."),
    )


class OwnPasswordForm(forms.Form):
    old = forms.CharField(
        label=gettext_lazy("Your password until now"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    password = _new_password(gettext_lazy("New password"))

    def __init__(self, *args: Any, person: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.person = person

    def clean_old(self) -> str:
        old: str = self.cleaned_data["old"]
        if not self.person.check_password(old):
            raise forms.ValidationError(_("This is not your password until now."))
        return old


class PreferencesForm(forms.Form):
    language = forms.ChoiceField(
        label=gettext_lazy("Language of my screens"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
    )
    single_keys = forms.BooleanField(
        label=gettext_lazy("Single-key shortcuts"),
        required=False,
        help_text=gettext_lazy(
            "Switch them off if you speak to your computer or if keys are pressed by accident."
        ),
    )


class EmployerForm(forms.Form):
    employer = forms.ChoiceField(label=gettext_lazy("Employer"), required=False)

    def __init__(self, *args: Any, partners: Sequence[Partner], **more: Any) -> None:
        super().__init__(*args, **more)
        self.partners = {str(partner.pk): partner for partner in partners}
        named = [(key, str(partner.name)) for key, partner in self.partners.items()]
        pairs = [("", _("The centre itself, or not noted")), *named]
        self.fields["employer"].choices = pairs  # type: ignore[attr-defined]

    def chosen(self) -> Partner | None:
        return self.partners.get(self.cleaned_data["employer"])


class CompetencesForm(forms.Form):
    """Rows of themes × languages × publics; an empty row counts for nothing."""

    def __init__(self, *args: Any, centre: Centre, rows: Sequence[Competence], **more: Any) -> None:
        super().__init__(*args, **more)
        self.count = len(rows) + EMPTY_ROWS
        choices = {
            "themes": [(word.code, str(word.name)) for word in themes(centre=centre)],
            "languages": [(word.code, str(word.name)) for word in languages(centre=centre)],
            "audiences": [(word.code, str(word.name)) for word in audiences(centre=centre)],
        }
        labels: Mapping[str, Any] = {
            "themes": _("Themes"),
            "languages": _("Languages"),
            "audiences": _("Publics"),
        }
        for row in range(self.count):
            for name, pairs in choices.items():
                first = getattr(rows[row], name) if row < len(rows) else ()
                field = boxes(labels[name], pairs, required=False, initial=list(first))
                self.fields[f"{name}_{row}"] = field

    def rows(self) -> list[tuple[int, list[forms.BoundField], bool]]:
        """Number, fields, and whether anything is ticked: empty ones are folded."""
        found = []
        for row in range(self.count):
            fields = [self[f"{name}_{row}"] for name in ("themes", "languages", "audiences")]
            found.append((row + 1, fields, any(field.value() for field in fields)))
        return found

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for row in range(self.count):
            chosen, spoken = given.get(f"themes_{row}"), given.get(f"languages_{row}")
            if bool(chosen) != bool(spoken):
                self.add_error(
                    f"languages_{row}" if chosen else f"themes_{row}",
                    _("Themes and languages go together: choose at least one of each."),
                )
        return given

    def products(self) -> list[Product]:
        given = self.cleaned_data
        return [
            (given[f"themes_{row}"], given[f"languages_{row}"], given[f"audiences_{row}"])
            for row in range(self.count)
        ]

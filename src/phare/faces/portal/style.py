"""The living style page: every token, part and state, drawn by the sheet people receive."""

from types import SimpleNamespace
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from phare.faces.shared import contrast
from phare.faces.shared.access import for_everybody

SPACES = (
    ("s1", 4),
    ("s2", 8),
    ("s3", 12),
    ("s4", 16),
    ("s5", 24),
    ("s6", 36),
    ("s7", 56),
    ("s8", 88),
)
SHOWN = ("paper", "mist", "raise", "ink", "soft", "edge", "rule", "night", "lamp", "halt", "good")


NAMES = {
    "choose": {"fr": "Choisir", "nl": "Kiezen", "en": "Choose", "de": "Wählen"},
    "learn": {"fr": "Apprendre", "nl": "Leren", "en": "Learn", "de": "Lernen"},
    "work": {"fr": "Travailler", "nl": "Werken", "en": "Work", "de": "Arbeiten"},
    "start": {"fr": "Entreprendre", "nl": "Ondernemen", "en": "Start a business", "de": "Gründen"},
    "move": {"fr": "Bouger", "nl": "Bewegen", "en": "Move", "de": "Losziehen"},
}
LINES = {
    "choose": {
        "fr": "Trouver ma voie, changer de voie",
        "nl": "Mijn weg vinden, van richting veranderen",
        "en": "Find my way, change direction",
        "de": "Meinen Weg finden, die Richtung ändern",
    },
    "learn": {
        "fr": "Études, formations, langues",
        "nl": "Studies, opleidingen, talen",
        "en": "Studies, training, languages",
        "de": "Studium, Ausbildung, Sprachen",
    },
    "work": {
        "fr": "Chercher, postuler, mes droits",
        "nl": "Zoeken, solliciteren, mijn rechten",
        "en": "Looking, applying, my rights",
        "de": "Suchen, bewerben, meine Rechte",
    },
    "start": {
        "fr": "Lancer mon activité",
        "nl": "Mijn eigen zaak beginnen",
        "en": "Launching my own activity",
        "de": "Meine eigene Tätigkeit beginnen",
    },
    "move": {
        "fr": "Partir, revenir, étudier ailleurs",
        "nl": "Vertrekken, terugkomen, elders studeren",
        "en": "Leaving, coming back, studying elsewhere",
        "de": "Weggehen, wiederkommen, anderswo studieren",
    },
}


class Sample(forms.Form):
    """Invented fields, to show a form that is right and one that is not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mail"] = forms.EmailField(
            label=_("Mail address"), help_text=_("Erased one week after the session.")
        )
        self.fields["town"] = forms.ChoiceField(
            label=_("Municipality"),
            choices=[("", _("I prefer not to say")), ("21001", "Anderlecht")],
        )
        self.fields["language"] = forms.ChoiceField(
            label=_("Language"),
            choices=[
                ("fr", "Français"),
                ("nl", "Nederlands"),
                ("en", "English"),
                ("de", "Deutsch"),
            ],
            widget=forms.RadioSelect,
        )
        self.fields["places"] = forms.BooleanField(
            label=_("Only if places are left"), required=False
        )


def lights() -> list[dict[str, Any]]:
    """The five lights with a word and a line, as the network's vocabulary would give them."""
    return [
        {"code": code, "name": name, "line": LINES[code], "url": f"#light-{code}"}
        for code, name in NAMES.items()
    ]


def calls() -> list[SimpleNamespace]:
    rows = [("T", 47, "work", 7, "fr"), ("K", 31, "choose", 12, "nl"), ("R", 4, "unknown", 3, "en")]
    return [
        SimpleNamespace(
            id=number, letter=letter, number=number, light=light, desk=desk, language=lang
        )
        for letter, number, light, desk, lang in rows
    ]


@for_everybody
def style(request: HttpRequest) -> HttpResponse:
    known = contrast.colours(contrast.SHEET.read_text(encoding="utf-8"))
    names = [*SHOWN, *contrast.LIGHTS]
    return render(
        request,
        "portal/style.html",
        {
            "pairs": contrast.pairs(),
            "swatches": [(name, known[name]) for name in names],
            "spaces": SPACES,
            "lights": lights(),
            "calls": calls(),
            "right": Sample(auto_id="right_%s", initial={"language": "fr", "places": True}),
            "wrong": Sample(
                auto_id="wrong_%s",
                data={"mail": "prenom.exemple.be", "town": "21001", "language": "fr"},
            ),
        },
    )

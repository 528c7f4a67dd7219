"""The words that suggest a theme: lists a language, and a box to try them."""

import re
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from phare.centres.queries import Centre, themes
from phare.faces.office.pages import done, here, shown
from phare.faces.office.passages import NAMES
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.people.rules import may_manage
from phare.tickets import actions, queries

LONGEST = 60  # letters of a word or expression


class CuesForm(forms.Form):
    """Several words at once, between commas or one a line."""

    theme = forms.ChoiceField(label=gettext_lazy("Theme"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=gettext_lazy("Words or expressions"),
        help_text=gettext_lazy("As visitors say them; with commas between, or one a line."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, centre: Centre, language: str, **more: Any) -> None:
        super().__init__(*args, **more)
        pairs = [(theme.code, str(theme.name)) for theme in themes(centre=centre)]
        self.fields["theme"].choices = pairs  # type: ignore[attr-defined]
        self.fields["words"].widget.attrs["lang"] = language

    def clean_words(self) -> list[str]:
        said = [word.strip() for word in re.split(r"[,;\n]", self.cleaned_data["words"])]
        long = [word for word in said if len(word) > LONGEST]
        if long:
            text = _("“%(word)s” is longer than %(most)s letters: give the telling word only.")
            raise forms.ValidationError(text % {"word": long[0][:LONGEST], "most": LONGEST})
        found = [word for word in said if word]
        if not found:
            raise forms.ValidationError(_("There is no word between the commas."))
        return found


class TryForm(forms.Form):
    sentence = forms.CharField(
        label=gettext_lazy("What a visitor could say"), max_length=300, strip=True
    )


@for_those_who(may_manage)
def words(request: StaffAsked) -> HttpResponse:
    """The list of one language, by theme."""
    return _page(request, _language(request.GET.get("in", "")))


def _language(asked: str) -> str:
    return asked if asked in NAMES else "fr"


def _page(request: StaffAsked, language: str, **more: Any) -> HttpResponse:
    centre = request.centre
    rows = [cue for cue in queries.cues(centre=centre) if cue.language == language]
    found = {
        "form": CuesForm(centre=centre, language=language),
        "try_form": TryForm(auto_id="try_%s"),
        "language": language,
        "languages_of_words": [(code, name, code == language) for code, name in NAMES.items()],
        "themes": [
            (theme, [cue for cue in rows if cue.theme == theme.code])
            for theme in themes(centre=centre)
        ],
    }
    return shown(request, "office/words.html", found | more)


@for_those_who(may_manage)
@only_post
def add_words(request: StaffAsked) -> HttpResponse:
    language = _language(request.POST.get("in", ""))
    form = CuesForm(request.POST, centre=request.centre, language=language)
    if not form.is_valid():
        return _page(request, language, form=form)
    added = actions.add_cues(
        centre=request.centre,
        theme=form.cleaned_data["theme"],
        language=language,
        words=form.cleaned_data["words"],
    )
    said = ngettext("%(count)s word added.", "%(count)s words added.", added) % {"count": added}
    return done(request, said, "words", query=f"?in={language}")


@for_those_who(may_manage)
@only_post
def remove_word(request: StaffAsked, pk: int) -> HttpResponse:
    cue = here(queries.cue_numbered(pk, centre=request.centre))
    said = _("“%(word)s” suggests nothing any more.") % {"word": cue.word}
    language = cue.language
    actions.remove_cue(cue)
    return done(request, said, "words", query=f"?in={language}")


@for_those_who(may_manage)
@only_post
def try_words(request: StaffAsked) -> HttpResponse:
    """What a sentence would suggest. It is kept nowhere, hence a POST that answers at once."""
    form = TryForm(request.POST, auto_id="try_%s")
    language = _language(request.POST.get("in", ""))
    if not form.is_valid():
        return _page(request, language, try_form=form)
    found = queries.suggestion(form.cleaned_data["sentence"], centre=request.centre)
    named = {theme.code: theme for theme in themes(centre=request.centre)}
    tried = {
        "theme": named.get(found.theme),
        "language": NAMES.get(found.language, ""),
        "because": found.because,
    }
    return _page(request, language, try_form=form, tried=tried)

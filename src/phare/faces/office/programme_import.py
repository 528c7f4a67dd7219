"""Dates from a file: looked at first, then brought in; and dates as a file."""

import csv
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from datetime import timedelta
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import RegexValidator
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phare.activities.bringing import LARGEST, Reading, Refused
from phare.activities.choices import Mode
from phare.activities.queries.planned import Planned, sessions_between
from phare.activities.reading_sheet import EXAMPLE, TEMPLATE, harmless
from phare.faces.office.pages import done, shown
from phare.faces.office.passages import NAMES
from phare.faces.office.programme import parts
from phare.faces.office.week import asked_day, monday_of
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.programme_files import brought, lines_of, read_file
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.ground.translated import EQUAL
from phare.people.rules import may_draft, may_plan

SHOWN = 200
SOURCE = RegexValidator(r"^[\w .-]+$", gettext_lazy("Letters, digits, spaces and dots only."))


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Calendar (.ics) or table (.csv)"),
        help_text=gettext_lazy("At most 2 MB."),
    )
    source = forms.CharField(
        label=gettext_lazy("Where it comes from"),
        max_length=40,
        validators=[SOURCE],
        help_text=gettext_lazy(
            "A short name, always the same: it tells which dates the next file replaces."
        ),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the texts, where the file does not say"),
        choices=[(code, NAMES[code]) for code in EQUAL],
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("The file is larger than 2 MB. Split it."))
        return file


class KeepForm(forms.Form):
    """A file that was looked at, on its way to be kept."""

    content = forms.CharField(widget=forms.HiddenInput, max_length=2 * LARGEST)
    source = forms.CharField(widget=forms.HiddenInput, max_length=40, validators=[SOURCE])
    language = forms.CharField(widget=forms.HiddenInput, max_length=2)

    def read(self, request: StaffAsked) -> Reading:
        """Raises `Refused`."""
        given = self.cleaned_data
        try:
            content = b64decode(given["content"], validate=True)
        except NotBase64:
            content = b""
        language = given["language"] if given["language"] in EQUAL else EQUAL[0]
        return read_file(content, centre=request.centre, language=language)


@for_those_who(may_plan)
def upload(request: StaffAsked) -> HttpResponse:
    """The file chosen is read and shown; nothing is kept yet."""
    page = parts(request, "programme-import")
    if request.method != "POST":
        return shown(request, "office/programme/import.html", page | {"form": FileForm()})
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        given = form.cleaned_data
        content = given["file"].read()
        try:
            found = read_file(content, centre=request.centre, language=given["language"])
        except Refused as error:
            form.add_error("file", str(error.reason) % error.values)
        else:
            preview = _preview(request, found, content, given)
            return shown(request, "office/programme/import_preview.html", page | preview)
    return shown(request, "office/programme/import.html", page | {"form": form})


def _preview(
    request: StaffAsked, found: Reading, content: bytes, given: dict[str, Any]
) -> dict[str, Any]:
    would = brought(found, centre=request.centre, source=given["source"], dry=True)
    lines = lines_of(found, would, zone=request.centre.time_zone)
    kept = {"content": b64encode(content).decode(), **{k: given[k] for k in ("source", "language")}}
    return {
        "would": would,
        "rows": would.new[:SHOWN],
        "changed": would.changed[:SHOWN],
        "lines": lines[:SHOWN],
        "more": max(0, len(lines) - SHOWN),
        "over": found.over,
        "keep": KeepForm(initial=kept),
        "anything": would.new or would.changed or would.cancelled,
    }


@for_those_who(may_plan)
@only_post
def keep(request: StaffAsked) -> HttpResponse:
    """Keeps what can be read of a file that was shown. Twice is once."""
    form = KeepForm(request.POST)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("programme-import"), status=303)
    try:
        found = form.read(request)
    except Refused:
        return HttpResponseRedirect(reverse("programme-import"), status=303)
    did = brought(found, centre=request.centre, source=form.cleaned_data["source"], dry=False)
    said = _("Kept: %(new)s new, %(changed)s changed, %(cancelled)s cancelled, %(same)s unchanged.")
    words = {
        "new": len(did.new),
        "changed": len(did.changed),
        "cancelled": len(did.cancelled),
        "same": did.unchanged,
    }
    return done(request, said % words, "programme-publish")


@for_those_who(may_plan)
@only_post
def refused(request: StaffAsked) -> HttpResponse:
    """Every row that is not taken of a file that was shown, as a file."""
    form = KeepForm(request.POST)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("programme-import"), status=303)
    try:
        found = form.read(request)
    except Refused:
        return HttpResponseRedirect(reverse("programme-import"), status=303)
    would = brought(found, centre=request.centre, source=form.cleaned_data["source"], dry=True)
    answer, table = _sheet("refused.csv")
    table.writerow([_("Where in the file"), _("Title"), _("Why, and what to do")])
    for line in lines_of(found, would, zone=request.centre.time_zone):
        table.writerow([harmless(cell) for cell in (line.place, line.title, line.why)])
    return answer


def _sheet(name: str) -> tuple[HttpResponse, Any]:
    answer = HttpResponse(
        "\ufeff",
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
    return answer, csv.writer(answer)


@for_those_who(may_plan)
def template(request: StaffAsked) -> HttpResponse:
    """A table to begin with."""
    answer, table = _sheet("programme.csv")
    table.writerow(TEMPLATE)
    table.writerow(EXAMPLE)
    return answer


@for_those_who(may_draft)
def export(request: StaffAsked) -> HttpResponse:
    """The dates of a week as a table of the same columns; no cell is a formula."""
    centre = request.centre
    today = clock.today(centre.time_zone)
    monday = monday_of(asked_day(request.GET.get("week", ""), today=today))
    answer, table = _sheet(f"programme-{monday:%Y-%m-%d}.csv")
    table.writerow(TEMPLATE)
    for one in sessions_between(monday, monday + timedelta(days=6), centre=centre):
        table.writerow([harmless(cell) for cell in _cells(one, centre.time_zone)])
    return answer


def _cells(one: Planned, zone: str) -> list[object]:
    session, activity = one.session, one.session.activity
    start, end = (clock.local(m, zone) for m in (session.starts_at, session.ends_at))
    places = {row.mode: row.planned for row in one.places}
    where = one.rooms[0].code if one.rooms else session.address.get("fr", "")
    texts = [getattr(activity, n).get(c, "") for n in ("title", "lead", "text") for c in EQUAL]
    return [
        session.key,
        *texts,
        activity.kind,
        ",".join(activity.themes),
        ",".join(activity.audiences),
        f"{start:%Y-%m-%d}",
        f"{start:%H:%M}",
        f"{end:%H:%M}",
        ",".join(session.languages),
        where,
        places.get(Mode.ON_SITE, ""),
        places.get(Mode.ONLINE, ""),
        session.video_address,
    ]

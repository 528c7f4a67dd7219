"""The centre itself: what is set about it, its queue, partners, screens, places and words."""

from datetime import timedelta

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from phare.centres import actions, numbered, queries
from phare.centres.choices import PartnerKind, PlaceKind, ScreenKind
from phare.faces.office.centre_forms import EndForm, PartnerForm, QueueRulesForm, ScreenForm
from phare.faces.office.pages import done, here, shown
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_manage

SOON = timedelta(days=60)
RULES = tuple(QueueRulesForm.base_fields)


@for_those_who(may_manage)
def centre(request: StaffAsked) -> HttpResponse:
    """The way to everything that is set, with what holds now."""
    today = clock.today(request.centre.time_zone)
    found = {
        "openness": queries.openness(centre=request.centre, at=clock.now()),
        "closures": queries.closures(centre=request.centre, first=today, last=today + SOON),
        "holidays": queries.school_holidays(centre=request.centre, since=today)[:2],
        "partners": queries.partners(centre=request.centre, on=today),
        "screens": queries.screens(centre=request.centre),
    }
    return shown(request, "office/centre/centre.html", found)


@for_those_who(may_manage)
def settings(request: StaffAsked) -> HttpResponse:
    """How tickets are given and called."""
    row = request.centre
    form = QueueRulesForm(
        request.POST or None, initial={name: getattr(row, name) for name in RULES}
    )
    if request.method == "POST" and form.is_valid():
        actions.set_queue_rules(centre=row, **form.cleaned_data)
        return done(request, _("Kept. The next ticket follows these settings."), "settings")
    return shown(request, "office/centre/settings.html", {"form": form})


@for_those_who(may_manage)
@only_post
def training(request: StaffAsked) -> HttpResponse:
    """Switches training on or off; in training nothing enters a figure."""
    on = request.POST.get("training") == "on"
    actions.set_training(centre=request.centre, training=on)
    said = _("Training has begun: nothing is counted.") if on else _("Everything counts again.")
    return done(request, said, "settings")


@for_those_who(may_manage)
def partners(request: StaffAsked) -> HttpResponse:
    today = clock.today(request.centre.time_zone)
    form = PartnerForm(request.POST or None, initial={"since": today})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.add_partner(
            centre=request.centre, name=form.name(), kind=given["kind"], since=given["since"]
        )
        return done(request, _("The partner is on the list."), "partners")
    rows = queries.all_partners(centre=request.centre)
    there = [row for row in rows if row.until is None or row.until >= today]
    found = {
        "form": form,
        "kinds": [
            (label, [row for row in there if row.kind == kind])
            for kind, label in PartnerKind.choices
        ],
        "former": [row for row in rows if row not in there],
    }
    return shown(request, "office/centre/partners.html", found)


@for_those_who(may_manage)
def end_partner(request: StaffAsked, pk: int) -> HttpResponse:
    """Asks for the last day; what the partner was before stays."""
    row = here(numbered.partner_numbered(pk, centre=request.centre))
    today = clock.today(request.centre.time_zone)
    form = EndForm(request.POST or None, initial={"until": today})
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_partner(row, until=form.cleaned_data["until"])
        except actions.DaysRunBackwards:
            form.add_error("until", _("The partner was not one yet on that day."))
        else:
            return done(request, _("Noted with its last day."), "partners")
    return shown(request, "office/centre/partner.html", {"form": form, "partner": row})


@for_those_who(may_manage)
def screens(request: StaffAsked) -> HttpResponse:
    form = ScreenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.add_screen(
            centre=request.centre, kind=ScreenKind(given["kind"]), name=given["name"]
        )
        return done(request, _("The screen has its address: open it there."), "screens")
    rows = [
        (row, request.build_absolute_uri(reverse(row.kind.lower(), args=[row.key])))
        for row in queries.screens(centre=request.centre)
    ]
    return shown(request, "office/centre/screens.html", {"form": form, "rows": rows})


@for_those_who(may_manage)
@only_post
def renew_key(request: StaffAsked, pk: int) -> HttpResponse:
    actions.renew_screen_key(here(numbered.screen_numbered(pk, centre=request.centre)))
    return done(request, _("The old address stopped; open the new one on the screen."), "screens")


@for_those_who(may_manage)
def vocabulary(request: StaffAsked) -> HttpResponse:
    """Places of the centre and the words it shares with its network; read only."""
    row = request.centre
    places = list(queries.places(centre=row))
    found = {
        "places": [
            (label, [place for place in places if place.kind == kind])
            for kind, label in PlaceKind.choices
        ],
        "themes": queries.themes(centre=row),
        "lists": [
            (_("Languages"), queries.languages(centre=row)),
            (_("Publics"), queries.audiences(centre=row)),
            (_("Schemes"), queries.schemes(centre=row)),
        ],
        "municipalities": queries.municipalities(network=row.network),
    }
    return shown(request, "office/centre/vocabulary.html", found)

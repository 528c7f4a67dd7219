"""Every page of the house in every state it can show, and the screens it is shown on."""

from dataclasses import dataclass

from tests.accessibility.programme_scenes import HOSTED, MANAGED, PORTAL

LANGUAGES = ("fr", "nl", "en", "de")
SCHEMES = ("light", "dark")
FOLDS, MENUS = "details:not(.menu)", "details.menu"
ANYWHERE = ((1280, 800), (360, 740))  # a desk, a telephone
TOUCH = ((1080, 1920), (1280, 800))  # the kiosk standing and lying
WALL = ((1920, 1080),)


@dataclass(frozen=True)
class Scene:
    """A page in one state. `address` is completed with the places of the prepared house.

    `sent` submits that form with everything taken away from it: the page then says what is wrong.
    `status` is what the house answers.
    `opened` says which parts are unfolded, so that what is in them is looked at too.
    """

    name: str
    address: str
    who: str = ""
    sent: str = ""
    opened: str = ""
    status: int = 200
    annex: bool = False
    sizes: tuple[tuple[int, int], ...] = ANYWHERE

    @property
    def is_on_any_screen(self) -> bool:
        """A screen of the house is always as large as it is; everything else may be zoomed."""
        return self.sizes == ANYWHERE


KIOSK, BOARD = "kiosk/demo-kiosk/", "board/demo-board/"
PUBLIC = [
    Scene("home", ""),
    Scene("theme", "theme/learn/"),
    Scene("coming", "coming/"),
    Scene("counting", "counting/"),
    Scene("accessibility", "accessibility/"),
    Scene("style", "style/", opened=FOLDS),
    Scene("home of a closing centre", "", annex=True),
    Scene("not found", "theme/nothing/", status=404),
    Scene("voice", "voice/{voice}/"),
    Scene("voice unanswered", "voice/{voice}/", sent="main form", status=422),
    Scene("voice over", "voice/nothing/", status=410),
    Scene("sign-in", "signin/"),
    Scene("sign-in refused", "signin/", sent="main form", status=422),
    Scene("forbidden", "office/people/", who="idle", status=403),
    *(
        Scene(f"telephone {state}", f"ticket/{{{state}}}/", opened=FOLDS)
        for state in ("waiting", "called", "missed", "away", "left", "parked", "done")
    ),
    Scene("telephone of no ticket", "ticket/nothing/", status=404),
]
TOUCHED = [
    Scene("kiosk at rest", KIOSK, sizes=TOUCH),
    Scene("kiosk themes", KIOSK + "about/", sizes=TOUCH),
    Scene("kiosk who", KIOSK + "about/work/", sizes=TOUCH),
    Scene("kiosk who, nobody in", KIOSK + "about/start/", sizes=TOUCH),
    Scene("kiosk who, not known yet", KIOSK + "about/unknown/", sizes=TOUCH),
    Scene("kiosk ticket", KIOSK + "ticket/{waiting}/", sizes=TOUCH),
    Scene("kiosk ticket called", KIOSK + "ticket/{called}/", sizes=TOUCH),
    Scene("kiosk human", KIOSK + "human/", sizes=TOUCH),
    Scene("kiosk human called", KIOSK + "human/", sent="main form", sizes=TOUCH),
    Scene("kiosk human, no language yet", KIOSK + "human/?for=all", sizes=TOUCH),
    Scene("kiosk human called in another language", KIOSK + "called/?for=ar", sizes=TOUCH),
    Scene("kiosk other language", KIOSK + "other/", sizes=TOUCH),
    Scene("kiosk voice", KIOSK + "voice/", sizes=TOUCH),
    Scene("kiosk voice unanswered", KIOSK + "voice/", sent="main form", status=422, sizes=TOUCH),
    Scene("kiosk closing", "kiosk/annexe-kiosk/about/", annex=True, sizes=TOUCH),
]
WALLS = [
    Scene("board", BOARD, sizes=WALL),
    Scene("board of a closing centre", "board/annexe-board/", annex=True, sizes=WALL),
]
DESK = [
    Scene("reception", "reception/", "reception", opened=FOLDS),
    Scene(
        "reception, nothing asked",
        "reception/",
        "reception",
        sent="form[action$='give/']",
        status=422,
    ),
    Scene("reception of a closing centre", "reception/", "annex", annex=True),
    Scene("ticket waiting", "reception/ticket/{waiting_pk}/", "reception"),
    Scene("ticket called", "reception/ticket/{called_pk}/", "reception"),
    Scene("ticket missed", "reception/ticket/{missed_pk}/", "reception"),
    Scene("closing", "reception/closing/", "reception"),
    Scene(
        "closing, not sure",
        "reception/closing/",
        "reception",
        sent="form[action$='close/']",
        status=422,
    ),
    Scene("closing, last ticket given", "reception/closing/", "annex", annex=True),
    Scene("paper pack", "reception/fallback/", "reception"),
    Scene("paper pack sheets", "reception/fallback/pack/?first=1&tickets=6", "reception"),
    Scene("paper pack typed in", "reception/fallback/enter/", "reception"),
    Scene("desk idle", "desk/", "idle", opened=FOLDS),
    Scene("menus of the desk", "desk/", "idle", opened=MENUS),
    Scene("desk after closing", "desk/?voice={voice}&in=nl", "idle"),
    Scene("desk with a visitor", "desk/", "busy", opened=FOLDS),
    Scene("desk of the second", "desk/", "second"),
    Scene("desk to open", "desk/", "manager"),
    Scene("desk to open, nothing ticked", "desk/", "manager", sent="main form", status=422),
    Scene("next steps", "desk/sheet/", "busy"),
    Scene("entry", "entry/", "reception", opened=FOLDS),
    Scene("entry refused", "entry/", "reception", sent="form[action$='advice/']", status=422),
    Scene("heads refused", "entry/", "reception", sent="form[action$='headcount/']", status=422),
    Scene("correction", "entry/correct/", "reception", opened=FOLDS),
    Scene("correction refused", "entry/correct/", "reception", sent="main form", status=422),
]


def _office(name: str, address: str, *, refused: bool = False) -> list[Scene]:
    """A page for managers, and what it says when its form is sent empty."""
    page = Scene(name, f"office/{address}", "manager", opened=FOLDS)
    form = "main form:not([action])"
    wrong = Scene(f"{name} refused", page.address, "manager", sent=form, status=422)
    return [page, wrong] if refused else [page]


OFFICE = [
    *_office("office", ""),
    *_office("today", "today/"),
    *_office("centre", "centre/"),
    *_office("hours", "centre/hours/"),
    *_office("hours of a week", "centre/hours/CENTRE/", refused=True),
    *_office("closures", "centre/closures/", refused=True),
    *_office("holidays", "centre/holidays/", refused=True),
    *_office("derogations", "centre/derogations/", refused=True),
    *_office("settings", "centre/settings/", refused=True),
    *_office("partners", "centre/partners/", refused=True),
    *_office("screens", "centre/screens/"),
    *_office("vocabulary", "centre/vocabulary/"),
    *_office("notices", "notices/", refused=True),
    *_office("words", "words/"),
    *_office("people", "people/"),
    *_office("hire", "people/new/", refused=True),
    *_office("register", "people/register/"),
    *_office("person", "people/{person_pk}/"),
    *_office("my page", "me/"),
    Scene("password refused", "office/me/", "manager", sent="form[action*='password']", status=422),
    *_office("planning", "planning/"),
    *_office("cover", "planning/cover/"),
    *_office("shift to plan", "planning/add/", refused=True),
    *_office("shift", "planning/{shift_pk}/"),
    *_office("absences", "planning/absences/", refused=True),
    *_office("figures", "figures/"),
    *_office("figures to bring in", "figures/import/", refused=True),
    *_office("report", "reports/?kind=YEAR&year=2025"),
    *_office("programme", "programme/"),
    *_office("programme by room", "programme/?by=room"),
    *_office("programme of an empty week", "programme/?week=2031-01-06"),
    *_office("dates to publish", "programme/publish/"),
    *_office("activities", "programme/activities/"),
    *_office("activities put away", "programme/activities/?show=away"),
    *_office("activity to write", "programme/activities/new/", refused=True),
    *_office("activity", "programme/activities/{activity_key}/"),
    *_office("activity to change", "programme/activities/{activity_key}/change/", refused=True),
    *_office("activity proposed", "programme/activities/{proposed_key}/"),
    *_office("proposals", "programme/proposals/"),
    *_office("date to plan", "programme/activities/{activity_key}/plan/", refused=True),
    *_office("dates to plan", "programme/activities/{activity_key}/repeat/", refused=True),
    *_office("date", "programme/dates/{session_key}/"),
    *_office("date not published", "programme/dates/{draft_key}/"),
    *_office("date cancelled", "programme/dates/{cancelled_key}/"),
    *_office("date to change", "programme/dates/{session_key}/change/", refused=True),
    *_office("pattern", "programme/dates/{draft_key}/pattern/"),
    *_office("tasks", "programme/tasks/"),
    *_office("all series", "programme/series/"),
    *_office("series to write", "programme/series/new/", refused=True),
    *_office("series", "programme/series/{series_key}/"),
    *_office("rooms", "programme/rooms/"),
    *_office("programme settings", "programme/settings/", refused=True),
    *_office("dates to bring in", "programme/import/", refused=True),
    *_office("brochure", "programme/brochure/"),
    Scene(
        "cancelling without a reason",
        "office/programme/dates/{session_key}/",
        "manager",
        sent="form[action$='cancel/']",
        status=422,
    ),
    Scene("own activities", "office/ours/", "partner"),
    Scene("own activity", "office/ours/{ours_key}/", "partner"),
    Scene("own activity to propose", "office/ours/new/", "partner", opened=FOLDS),
    Scene(
        "own activity refused",
        "office/ours/new/",
        "partner",
        sent="main form:not([action])",
        opened=FOLDS,
        status=422,
    ),
    Scene("own activities, no organisation", "office/ours/", "unnoted"),
    Scene("exceptions", "office/reports/exceptions/", "director", opened=FOLDS),
    Scene(
        "exceptions refused",
        "office/reports/exceptions/",
        "director",
        sent="form[action^='?year']",
        status=422,
    ),
    Scene("report of its own", "office/reports/report.html?kind=YEAR&year=2025", "manager"),
]
PROGRAMME = [
    *(Scene(name, address, **more) for name, address, more in PORTAL),
    *(Scene(name, address, "manager", **more) for name, address, more in MANAGED),
    *(Scene(name, address, "reception", **more) for name, address, more in HOSTED),
]
SCENES = [*PUBLIC, *TOUCHED, *WALLS, *DESK, *OFFICE, *PROGRAMME]


def views(scene: Scene) -> list[tuple[tuple[int, int], str]]:
    """Every (size, scheme) of a scene."""
    return [(size, scheme) for size in scene.sizes for scheme in SCHEMES]


def covering(scene: Scene, rank: int) -> list[tuple[str, tuple[tuple[int, int], str]]]:
    """Each language of a scene once, with sizes and schemes taking turns.

    Together they hold every pair of page × language, page × size and page × scheme, and over all
    pages every pair of the rest.
    """
    all_views = views(scene)
    return [
        (language, all_views[(rank + turn) % len(all_views)])
        for turn, language in enumerate(LANGUAGES)
    ]

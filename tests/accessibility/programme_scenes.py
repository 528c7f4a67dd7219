"""The pages of the programme, as `Scene` takes them: name, address and what is particular."""

from typing import Any

Told = tuple[str, str, dict[str, Any]]
FOLDS = "details:not(.menu)"
FORM = {"sent": "main form[method=post]", "status": 422}
UNFOLDED = {"opened": FOLDS}
PORTAL: list[Told] = [
    ("agenda", "agenda/", UNFOLDED),
    ("agenda of a day", "agenda/?by=day&on={day}", UNFOLDED),
    ("agenda as a list", "agenda/?by=list", UNFOLDED),
    ("agenda by theme", "agenda/?by=theme", UNFOLDED),
    ("agenda, nothing matches", "agenda/?theme=move&free=1&mode=ONLINE&for={audience}", UNFOLDED),
    ("agenda, an empty week", "agenda/?on={far}", UNFOLDED),
    ("week on paper", "agenda/sheet/", {}),
    ("activity", "activity/{activity}/", {}),
    ("activity without a date", "activity/{dateless}/", {}),
    ("session", "session/{hybrid}/", UNFOLDED),
    ("session refused", "session/{hybrid}/", FORM),
    ("session full", "session/{full}/", UNFOLDED),
    ("session in one language", "session/{one_sided}/", {}),
    ("session cancelled", "session/{cancelled}/", {}),
    ("session closed", "session/{closed}/", {}),
    ("session on paper", "session/{hybrid}/paper/", {}),
    ("conference", "series/{series}/", UNFOLDED),
    ("conference refused", "series/{series}/", FORM),
    ("conference on paper", "series/{series}/paper/", {}),
    ("conference to come", "series/{empty_series}/", {}),
    *(
        (f"registration {state}", f"registration/{{{state}}}/", UNFOLDED)
        for state in ("seated", "waits", "offered", "online", "cancelled_seat", "attended", "many")
    ),
    (
        "registration, wrong address",
        "registration/{seated}/",
        {"sent": "form[action$='reach/']", "status": 422},
    ),
    ("registration, old link", "registration/{replaced}/", {"status": 410}),
    ("registration, link cut", "registration/nothing/", {"status": 404}),
    ("visit to ask for", "visit/", UNFOLDED),
    ("visit to ask for refused", "visit/", FORM),
    ("visit on paper", "visit/paper/", {}),
    *(
        (f"visit {state}", f"visit/{{visit_{state}}}/", UNFOLDED)
        for state in ("asked", "proposed", "agreed", "declined")
    ),
    (
        "visit, no dates",
        "visit/{visit_asked}/",
        {"sent": "form[action$='propose/']", "status": 422},
    ),
    ("visit to prepare", "visit/{visit_agreed}/sheet/", {}),
]
MANAGED: list[Told] = [
    ("visits", "office/visits/", {}),
    ("visit to answer", "office/visits/{visit_pk}/", UNFOLDED),
    (
        "visit to answer, no dates",
        "office/visits/{visit_pk}/",
        {"sent": "form[action$='propose/']", "status": 422},
    ),
    (
        "visit to decline, no reason",
        "office/visits/{visit_pk}/",
        {"sent": "form[action$='decline/']", "status": 422},
    ),
    ("visit settled", "office/visits/{visit_settled_pk}/", {}),
]
EXPECTED, BEGUN = "desk/activities/{desk_expected}/", "desk/activities/{desk_begun}/"
HOSTED: list[Told] = [
    ("sessions at the desk", "desk/activities/", UNFOLDED),
    ("session expected", EXPECTED, UNFOLDED),
    ("session under way", BEGUN, UNFOLDED),
    ("session counted", "desk/activities/{desk_counted}/", UNFOLDED),
    ("session without anybody", "desk/activities/{desk_nobody}/", {}),
    ("register refused", EXPECTED, {"sent": "form[action$='register/']", "status": 422}),
    ("closing refused", BEGUN, {"sent": "form[action$='close/']", "status": 422}),
    ("list on paper", f"{BEGUN}paper/", {}),
    ("who is here", f"{BEGUN}checkin/", {}),
    ("who is here, counted", "desk/activities/{desk_counted}/checkin/", {}),
    ("questionnaires on paper", BEGUN, {"sent": "form[action$='slips/']"}),
    ("place", f"{BEGUN}seat/{{desk_seat}}/", {}),
    ("turn", f"{EXPECTED}seat/{{desk_waits}}/", {}),
    ("offer", f"{EXPECTED}seat/{{desk_offered}}/", {}),
    (
        "size refused",
        f"{BEGUN}seat/{{desk_seat}}/",
        {"sent": "form[action$='size/']", "status": 422},
    ),
    (
        "reach refused",
        f"{EXPECTED}seat/{{desk_offered}}/",
        {"sent": "form[action$='reach/']", "status": 422},
    ),
    ("place on paper", f"{BEGUN}seat/{{desk_seat}}/paper/", {}),
]

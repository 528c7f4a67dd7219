"""Addresses of the programme as it is made, included by the office."""

from django.urls import path

from phare.faces.office import (
    activities,
    brochure,
    ours,
    patterns,
    programme,
    programme_import,
    rooms,
    series,
    sessions,
    tasks,
)

ACTIVITY = "programme/activities/<str:key>/"
SESSION = "programme/dates/<str:key>/"

urlpatterns = [
    path("programme/", programme.programme, name="programme"),
    path("programme/publish/", programme.publish, name="programme-publish"),
    path("programme/publish/now/", programme.publish_chosen, name="programme-publish-now"),
    path("programme/activities/", activities.activities, name="programme-activities"),
    path("programme/activities/new/", activities.new_activity, name="programme-activity-new"),
    path(ACTIVITY, activities.activity, name="programme-activity"),
    path(f"{ACTIVITY}change/", activities.change_activity, name="programme-activity-change"),
    path(f"{ACTIVITY}propose/", activities.propose_activity, name="programme-activity-propose"),
    path(f"{ACTIVITY}approve/", activities.approve_activity, name="programme-activity-approve"),
    path(f"{ACTIVITY}refuse/", activities.refuse_activity, name="programme-activity-refuse"),
    path(f"{ACTIVITY}archive/", activities.archive_activity, name="programme-activity-archive"),
    path(f"{ACTIVITY}restore/", activities.restore_activity, name="programme-activity-restore"),
    path(f"{ACTIVITY}plan/", sessions.plan_session, name="programme-plan"),
    path(f"{ACTIVITY}repeat/", patterns.plan_pattern, name="programme-repeat"),
    path(f"{ACTIVITY}task/", tasks.add_task, name="programme-task-add"),
    path("programme/proposals/", activities.all_proposals, name="programme-proposals"),
    path(SESSION, sessions.session, name="programme-session"),
    path(f"{SESSION}change/", sessions.change_session, name="programme-session-change"),
    path(f"{SESSION}places/", sessions.set_places, name="programme-session-places"),
    path(f"{SESSION}publish/", sessions.publish_session, name="programme-session-publish"),
    path(f"{SESSION}cancel/", sessions.cancel_session, name="programme-session-cancel"),
    path(f"{SESSION}discard/", sessions.discard_session, name="programme-session-discard"),
    path(f"{SESSION}pattern/", patterns.pattern, name="programme-pattern"),
    path(f"{SESSION}pattern/extend/", patterns.extend_pattern, name="programme-pattern-extend"),
    path("programme/tasks/", tasks.tasks, name="programme-tasks"),
    path("programme/tasks/<int:pk>/settle/", tasks.settle_task, name="programme-task-settle"),
    path("programme/tasks/<int:pk>/drop/", tasks.drop_task, name="programme-task-drop"),
    path("programme/series/", series.series_list, name="programme-series-list"),
    path("programme/series/new/", series.new_series, name="programme-series-new"),
    path("programme/series/<str:key>/", series.series, name="programme-series"),
    path(
        "programme/series/<str:key>/publish/", series.publish_series, name="programme-series-publish"
    ),
    path("programme/rooms/", rooms.all_rooms, name="programme-rooms"),
    path("programme/rooms/add/", rooms.add_room, name="programme-room-add"),
    path("programme/rooms/combine/", rooms.combine, name="programme-rooms-combine"),
    path("programme/rooms/together/<int:pk>/", rooms.separate, name="programme-rooms-separate"),
    path("programme/rooms/reduce/", rooms.reduce, name="programme-room-reduce"),
    path("programme/rooms/reduced/<int:pk>/", rooms.end_reduction, name="programme-room-enlarge"),
    path("programme/settings/", rooms.settings, name="programme-settings"),
    path("programme/import/", programme_import.upload, name="programme-import"),
    path("programme/import/keep/", programme_import.keep, name="programme-import-keep"),
    path("programme/import/refused.csv", programme_import.refused, name="programme-import-refused"),
    path("programme/import/template.csv", programme_import.template, name="programme-template"),
    path("programme/dates.csv", programme_import.export, name="programme-export"),
    path("programme/brochure/", brochure.brochure, name="programme-brochure"),
    path("programme/brochure/brochure.pdf", brochure.as_pdf, name="programme-brochure-pdf"),
    path("ours/", ours.ours, name="ours"),
    path("ours/new/", ours.new, name="ours-new"),
    path("ours/<str:key>/", ours.activity, name="ours-activity"),
    path("ours/<str:key>/change/", ours.change, name="ours-change"),
    path("ours/<str:key>/propose/", ours.propose, name="ours-propose"),
]

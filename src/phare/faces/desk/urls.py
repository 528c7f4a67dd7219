from django.urls import path

from phare.faces.desk import closing, interviews, moves, reception, sitting

urlpatterns = [
    path("reception/", reception.reception, name="reception"),
    path("entry/", reception.entry, name="entry"),
    path("desk/", interviews.desk, name="desk"),
    path("desk/line/", interviews.line_part, name="desk-line"),
    path("desk/now/<int:pk>/", interviews.now_part, name="desk-now"),
    path("desk/open/", sitting.open_my_desk, name="desk-open"),
    path("desk/pause/", sitting.pause, name="desk-pause"),
    path("desk/resume/", sitting.resume, name="desk-resume"),
    path("desk/leave/", sitting.leave, name="desk-leave"),
    path("desk/call/", moves.call, name="desk-call"),
    path("desk/<int:pk>/recall/", moves.recall, name="desk-recall"),
    path("desk/<int:pk>/absent/", moves.absent, name="desk-absent"),
    path("desk/<int:pk>/park/", moves.park, name="desk-park"),
    path("desk/<int:pk>/unpark/", moves.unpark, name="desk-unpark"),
    path("desk/<int:pk>/move/", moves.move, name="desk-move"),
    path("desk/<int:pk>/join/", moves.join, name="desk-join"),
    path("desk/<int:pk>/step-out/", moves.step_out, name="desk-step-out"),
    path("desk/<int:pk>/close/", closing.close, name="desk-close"),
]

from django.urls import path

from phare.faces.displays import board, phone

urlpatterns = [
    path("board/<slug:key>/", board.board, name="board"),
    path("board/<slug:key>/calls/", board.calls, name="board-calls"),
    path("ticket/<slug:token>/", phone.follow, name="follow"),
    path("ticket/<slug:token>/part/", phone.part, name="follow-part"),
    path("ticket/<slug:token>/back/", phone.back_in_a_while, name="follow-back"),
    path("ticket/<slug:token>/cancel/", phone.cancel, name="follow-cancel"),
]

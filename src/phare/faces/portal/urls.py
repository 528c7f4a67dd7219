from django.urls import path

from phare.faces.portal import opinions, pages
from phare.faces.portal.style import style

urlpatterns = [
    path("", pages.home, name="home"),
    path("theme/<slug:code>/", pages.theme, name="theme"),
    path("coming/", pages.coming, name="coming"),
    path("counting/", pages.counting, name="counting"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("voice/<slug:token>/", opinions.voice, name="voice"),
    path("style/", style, name="style"),
]

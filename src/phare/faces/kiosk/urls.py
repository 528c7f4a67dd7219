from django.urls import path

from phare.faces.kiosk import calling, opinions, tickets

urlpatterns = [
    path("kiosk/<slug:key>/", tickets.rest, name="kiosk"),
    path("kiosk/<slug:key>/about/", tickets.about, name="kiosk-about"),
    path("kiosk/<slug:key>/about/<slug:theme>/", tickets.who, name="kiosk-who"),
    path("kiosk/<slug:key>/take/", tickets.take, name="kiosk-take"),
    path("kiosk/<slug:key>/nobody/", tickets.nobody, name="kiosk-nobody"),
    path("kiosk/<slug:key>/noted/", tickets.noted, name="kiosk-noted"),
    path("kiosk/<slug:key>/thanks/", opinions.thanks, name="kiosk-thanks"),
    path("kiosk/<slug:key>/called/", calling.called, name="kiosk-called"),
    path("kiosk/<slug:key>/ticket/<slug:token>/", tickets.ticket, name="kiosk-ticket"),
    path("kiosk/<slug:key>/ticket/<slug:token>/later/", tickets.later, name="kiosk-later"),
    path("kiosk/<slug:key>/human/", calling.human, name="kiosk-human"),
    path("kiosk/<slug:key>/other/", calling.other_language, name="kiosk-other"),
    path("kiosk/<slug:key>/voice/", opinions.voice, name="kiosk-voice"),
]

"""Every address: `/{language}/...` for people, a few without a language for machines."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from phare.faces.portal.entrance import entrance
from phare.faces.shared.health import healthz
from phare.faces.shared.signin import sign_in, sign_out
from phare.faces.shared.streams import queue_stream, today_stream

urlpatterns = [
    path("", entrance),
    path("healthz", healthz),
    path("live/queue", queue_stream, name="queue-stream"),
    path("live/today", today_stream, name="today-stream"),
    path("api/", include("phare.faces.api.urls")),
    *i18n_patterns(
        path("signin/", sign_in, name="signin"),
        path("signout/", sign_out, name="signout"),
        path("", include("phare.faces.portal.urls")),
        path("", include("phare.faces.kiosk.urls")),
        path("", include("phare.faces.displays.urls")),
        path("", include("phare.faces.desk.urls")),
        path("office/", include("phare.faces.office.urls")),
    ),
]

"""The addresses letters lead to, as far as no page answers there yet."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse
from django.urls import path

from phare.config.urls import urlpatterns as ours
from phare.faces.shared.access import for_everybody


@for_everybody
def nothing(request, key):
    return HttpResponse(key)


urlpatterns = [
    *ours,
    *i18n_patterns(
        path("r/<str:key>/", nothing, name="registration"),
        path("s/<str:key>/", nothing, name="session"),
        path("a/<str:key>/", nothing, name="activity"),
        path("visits/<str:key>/", nothing, name="visit"),
    ),
]

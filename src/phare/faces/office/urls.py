from django.urls import URLPattern, URLResolver, include, path

from phare.faces.office import home

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.office, name="office"),
    path("today/", home.today, name="today"),
    path("", include("phare.faces.office.figure_urls")),
]

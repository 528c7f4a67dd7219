from django.urls import path

from phare.faces.api import programme

urlpatterns = [
    path("openapi.json", programme.contract, name="api-contract"),
    path("v1/sessions", programme.sessions, name="api-sessions"),
    path("v1/sessions/<str:key>", programme.session, name="api-session"),
    path("v1/activities/<str:key>", programme.activity, name="api-activity"),
    path("v1/<path:key>", programme.nothing, name="api-nothing"),
]

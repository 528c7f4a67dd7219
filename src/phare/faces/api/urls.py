from django.urls import path, re_path

from phare.faces.api import programme

KEY = r"(?P<key>[-a-zA-Z0-9_]{1,16})"

urlpatterns = [
    path("openapi.json", programme.contract, name="api-contract"),
    path("v1/sessions", programme.sessions, name="api-sessions"),
    re_path(rf"^v1/sessions/{KEY}$", programme.session, name="api-session"),
    re_path(rf"^v1/activities/{KEY}$", programme.activity, name="api-activity"),
]

from django.apps import AppConfig


class Api(AppConfig):
    name = "phare.faces.api"

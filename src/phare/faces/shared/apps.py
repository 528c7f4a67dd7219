from django.apps import AppConfig


class Shared(AppConfig):
    name = "phare.faces.shared"

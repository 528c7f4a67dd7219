from django.apps import AppConfig


class Letters(AppConfig):
    name = "phare.faces.letters"

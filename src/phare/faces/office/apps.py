from django.apps import AppConfig


class Office(AppConfig):
    name = "phare.faces.office"

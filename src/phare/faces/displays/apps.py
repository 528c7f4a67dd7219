from django.apps import AppConfig


class Displays(AppConfig):
    name = "phare.faces.displays"

from django.apps import AppConfig


class Indicators(AppConfig):
    name = "phare.indicators"

from django.apps import AppConfig


class Rota(AppConfig):
    name = "phare.rota"

from django.apps import AppConfig


class Satisfaction(AppConfig):
    name = "phare.satisfaction"

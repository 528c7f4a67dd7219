from django.apps import AppConfig


class Portal(AppConfig):
    name = "phare.faces.portal"

from django.apps import AppConfig


class Desk(AppConfig):
    name = "phare.faces.desk"

from django.apps import AppConfig


class Kiosk(AppConfig):
    name = "phare.faces.kiosk"

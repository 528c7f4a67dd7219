from django.apps import AppConfig


class Activities(AppConfig):
    name = "phare.activities"
    label = "activities"

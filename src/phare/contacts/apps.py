from django.apps import AppConfig


class Contacts(AppConfig):
    name = "phare.contacts"

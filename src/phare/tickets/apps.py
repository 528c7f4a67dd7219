from django.apps import AppConfig


class Tickets(AppConfig):
    name = "phare.tickets"

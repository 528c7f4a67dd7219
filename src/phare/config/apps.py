"""Wires the house once every room is loaded."""

from django.apps import AppConfig


class Wiring(AppConfig):
    name = "phare.config"
    label = "wiring"

    def ready(self) -> None:
        # Rooms can only be imported once Django has loaded them all, hence not at the top.
        from phare.config import wiring

        wiring.connect()

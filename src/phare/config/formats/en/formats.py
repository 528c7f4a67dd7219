"""Dates in English as a European public service writes them."""

DATE_FORMAT = "j F Y"

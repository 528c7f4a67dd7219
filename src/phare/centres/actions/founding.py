"""Founding a network, its vocabulary, and the centres in it. Safe to run again."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from phare.centres.choices import PlaceKind
from phare.centres.models import (
    Audience,
    Centre,
    Language,
    Municipality,
    Network,
    Place,
    Scheme,
    Theme,
)
from phare.centres.vocabulary import Text, Vocabulary


@transaction.atomic
def found_network(*, network: str, name: Text, vocabulary: Vocabulary) -> Network:
    """The network of that slug with its words; words it has already are brought up to date."""
    row, _ = Network.objects.update_or_create(slug=network, defaults={"name": dict(name)})
    for position, (code, theme) in enumerate(vocabulary.themes.items()):
        Theme.objects.update_or_create(
            network=row, code=code, defaults={**theme, "position": position}
        )
    for position, (code, text) in enumerate(vocabulary.languages.items()):
        Language.objects.update_or_create(
            network=row,
            code=code,
            defaults={
                "name": dict(text),
                "position": position,
                "is_interface": code in vocabulary.interface,
            },
        )
    for model, words in ((Audience, vocabulary.audiences), (Scheme, vocabulary.schemes)):
        for position, (code, text) in enumerate(words.items()):
            model.objects.update_or_create(
                network=row, code=code, defaults={"name": dict(text), "position": position}
            )
    for nis, text in vocabulary.municipalities.items():
        Municipality.objects.update_or_create(nis=nis, defaults={"name": dict(text)})
    return row


@transaction.atomic
def found_centre(
    *,
    network: Network,
    slug: str,
    themes: Iterable[str],
    languages: Iterable[str],
    audiences: Iterable[str] = (),
    schemes: Iterable[str] = (),
    **columns: Any,
) -> Centre:
    """The centre of that slug, with those of the network's words switched on."""
    centre, _ = Centre.objects.update_or_create(slug=slug, defaults={"network": network, **columns})
    centre.themes.set(Theme.objects.filter(network=network, code__in=list(themes)))
    centre.languages.set(Language.objects.filter(network=network, code__in=list(languages)))
    centre.audiences.set(Audience.objects.filter(network=network, code__in=list(audiences)))
    centre.schemes.set(Scheme.objects.filter(network=network, code__in=list(schemes)))
    return centre


@transaction.atomic
def furnish_centre(
    *, centre: Centre, places: Iterable[tuple[PlaceKind, str, Text, int, bool]]
) -> None:
    """Desks, rooms and areas of seats: (kind, code, name, capacity, signing)."""
    for position, (kind, code, name, capacity, signing) in enumerate(places):
        Place.objects.update_or_create(
            centre=centre,
            kind=kind,
            code=code,
            defaults={
                "name": dict(name),
                "capacity": capacity,
                "position": position,
                "signing": signing,
            },
        )

"""What the house says in languages that are none of its interface's: to whoever reads no other.

These are not translations of a page but a few sentences, each in its own language wherever it
stands; a language the network adds later is offered by its name until somebody writes them.
"""

from dataclasses import dataclass

OTHER = "other"  # what reception is told when the language was not said


@dataclass(frozen=True)
class Tongue:
    """A language in its own words, and how they run."""

    code: str
    name: str
    looking: str = ""  # "We look for somebody who speaks your language."
    coming: str = ""  # "Somebody is coming. Stay at this screen."
    direction: str = "ltr"


TONGUES = {
    one.code: one
    for one in (
        Tongue(
            "ar",
            "العربية",
            "نبحث عن شخص يتحدث لغتكم.",
            "سيأتي شخص إليكم. ابقوا أمام هذه الشاشة.",
            "rtl",
        ),
        Tongue(
            "tr",
            "Türkçe",
            "Dilinizi konuşan birini arıyoruz.",
            "Birisi geliyor. Lütfen bu ekranın önünde kalın.",
        ),
        Tongue(
            "es",
            "Español",
            "Buscamos a alguien que hable su idioma.",
            "Ya viene alguien. Quédese junto a esta pantalla.",
        ),
        Tongue(
            "pt",
            "Português",
            "Procuramos alguém que fale a sua língua.",
            "Vem aí alguém. Fique junto a este ecrã.",
        ),
        Tongue(
            "ro",
            "Română",
            "Căutăm pe cineva care vă vorbește limba.",
            "Vine cineva. Rămâneți lângă acest ecran.",
        ),
        Tongue(
            "uk",
            "Українська",
            "Шукаємо людину, яка говорить вашою мовою.",
            "До вас уже йдуть. Залишайтеся біля цього екрана.",
        ),
    )
}

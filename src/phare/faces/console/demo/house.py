"""The demo centre and a small second one in the same network."""

from datetime import date

from phare.centres.actions import (
    add_partner,
    add_school_holiday,
    add_screen,
    close_service,
    found_centre,
    found_network,
    furnish_centre,
    set_opening_hours,
)
from phare.centres.choices import (
    Hours,
    LabelState,
    PartnerKind,
    PlaceKind,
    Regime,
    ScreenKind,
    Service,
)
from phare.centres.queries import Centre, Network
from phare.centres.vocabulary import STANDARD
from phare.faces.console.demo import calendar, cues, news
from phare.faces.console.demo.texts import text
from phare.tickets.actions import add_cue

KIOSK_KEY, BOARD_KEY = "demo-kiosk", "demo-board"
ANNEX_HOST = "annexe.localhost"
PARTNERS = [
    ("Actiris", "Actiris", PartnerKind.PROMOTER),
    ("Bruxelles Formation", "Bruxelles Formation", PartnerKind.PROMOTER),
    ("VDAB Brussel", "VDAB Brussel", PartnerKind.PROMOTER),
    ("Promotion sociale", "Promotion sociale", PartnerKind.FIRST_CIRCLE),
    ("EFP/SFPME", "EFP/SFPME", PartnerKind.FIRST_CIRCLE),
    ("Tracé Brussel", "Tracé Brussel", PartnerKind.FIRST_CIRCLE),
    ("Pôle académique de Bruxelles", "Pôle académique de Bruxelles", PartnerKind.FIRST_CIRCLE),
    ("Fédération Wallonie-Bruxelles", "Franse Gemeenschap", PartnerKind.FIRST_CIRCLE),
    ("CEFA", "CEFA", PartnerKind.FIRST_CIRCLE),
    ("Consortium de validation des compétences", "Consortium de validation des compétences",
     PartnerKind.FIRST_CIRCLE),
    ("WorldSkills Belgium", "WorldSkills Belgium", PartnerKind.FIRST_CIRCLE),
    ("Leerwinkel Brussel", "Leerwinkel Brussel", PartnerKind.SECOND_CIRCLE),
    ("Huis voor Gezondheid", "Huis voor Gezondheid", PartnerKind.SECOND_CIRCLE),
    ("Womenpreneur Initiative", "Womenpreneur Initiative", PartnerKind.SECOND_CIRCLE),
    ("Brik", "Brik", PartnerKind.SECOND_CIRCLE),
]  # fmt: skip


def build(today: date) -> tuple[Centre, Centre]:
    """The demo centre and its small neighbour, with hours, desks, screens and partners."""
    network = found_network(
        network="phare",
        name=text("Réseau Phare", "Netwerk Phare", "Phare network", "Netzwerk Phare"),
        vocabulary=STANDARD,
    )
    centre, annex = found_main_house(network), found_annex(network)
    furnish(centre, annex)
    for house in (centre, annex):
        open_doors(house)
        close_on_holidays(house, today)
    news.tell(centre, today)
    for fr, nl, kind in PARTNERS:
        add_partner(centre=centre, name=text(fr, nl), kind=kind, since=calendar.OPENED)
    for theme, language, words in cues.CUES:
        for word in words.split(", "):
            add_cue(centre=centre, theme=theme, language=language, word=word)
    return centre, annex


def found_main_house(network: Network) -> Centre:
    return found_centre(
        network=network,
        slug="bruxelles",
        name=text("Phare Bruxelles", "Phare Brussel", "Phare Brussels", "Phare Brüssel"),
        hosts=["127.0.0.1", "localhost"],
        street=text("Rue du Fanal 12", "Vuurbaakstraat 12"),
        postcode="1210",
        city=text("Bruxelles", "Brussel", "Brussels", "Brüssel"),
        way=text(
            "Métro Madou, lignes 2 et 6. Entrée de plain-pied, ascenseur, boucle à "
            "induction à l’accueil.",
            "Metro Madou, lijnen 2 en 6. Ingang zonder trede, lift, ringleiding aan het onthaal.",
            "Madou metro station, lines 2 and 6. Step-free entrance, lift, induction loop "
            "at reception.",
            "U-Bahn Madou, Linien 2 und 6. Stufenloser Eingang, Aufzug, Induktionsschleife "
            "am Empfang.",
        ),
        phone="02 555 00 12",
        email="info@phare.example",
        label_state=LabelState.OPERATING,
        label_since=date(2023, 3, 5),
        themes=STANDARD.themes,
        languages=STANDARD.languages,
        audiences=STANDARD.audiences,
        schemes=STANDARD.schemes,
    )


def found_annex(network: Network) -> Centre:
    return found_centre(
        network=network,
        slug="annexe",
        name=text("Phare Annexe", "Phare Bijhuis", "Phare Annex", "Phare Nebenstelle"),
        hosts=[ANNEX_HOST],
        street=text("Quai de la Bouée 3", "Boeikaai 3"),
        postcode="1000",
        city=text("Bruxelles", "Brussel", "Brussels", "Brüssel"),
        way=text("Tram 51, arrêt Sainctelette.", "Tram 51, halte Sainctelette."),
        phone="02 555 00 34",
        email="annexe@phare.example",
        themes=("choose", "learn", "work"),
        languages=("fr", "nl", "en", "de"),
        schemes=("validation",),
    )


def furnish(centre: Centre, annex: Centre) -> None:
    desks = [
        (PlaceKind.DESK, str(n), text(f"Bureau {n}", f"Balie {n}"), 1, n == 15)
        for n in range(1, 16)
    ]
    furnish_centre(
        centre=centre,
        places=[
            *desks,
            (PlaceKind.ROOM, "Atomium", text("Salle Atomium", "Zaal Atomium"), 80, False),
            (PlaceKind.ROOM, "Flagey", text("Salle Flagey", "Zaal Flagey"), 20, False),
            (PlaceKind.ROOM, "Mezzanine", text("Salle multimédia", "Multimediazaal"), 15, False),
            (PlaceKind.SEATS, "PC", text("Ordinateurs", "Computers"), 45, False),
            (PlaceKind.SEATS, "TAB", text("Tablettes", "Tablets"), 20, False),
        ],
    )
    furnish_centre(
        centre=annex,
        places=[
            *(
                (PlaceKind.DESK, str(n), text(f"Bureau {n}", f"Balie {n}"), 1, False)
                for n in (1, 2, 3)
            ),
            (PlaceKind.SEATS, "PC", text("Ordinateurs", "Computers"), 6, False),
        ],
    )
    add_screen(centre=centre, kind=ScreenKind.KIOSK, name="Entrée · Ingang", key=KIOSK_KEY)
    add_screen(centre=centre, kind=ScreenKind.BOARD, name="Agora", key=BOARD_KEY)
    add_screen(centre=annex, kind=ScreenKind.KIOSK, name="Entrée · Ingang", key="annexe-kiosk")
    add_screen(centre=annex, kind=ScreenKind.BOARD, name="Entrée · Ingang", key="annexe-board")


def open_doors(centre: Centre) -> None:
    days: dict[tuple[str, int], list] = {}
    for span in calendar.SPANS:
        days.setdefault((span.kind, span.weekday), []).append((span.opens, span.closes))
    for (kind, weekday), spans in days.items():
        set_opening_hours(
            centre=centre,
            kind=Hours(kind),
            weekday=weekday,
            spans=spans,
            valid_from=calendar.OPENED,
        )


def close_on_holidays(centre: Centre, today: date) -> None:
    for year in range(today.year - 2, today.year + 2):
        for name, holiday in calendar.school_holidays(year):
            add_school_holiday(
                centre=centre, name=name, first_on=holiday.first, last_on=holiday.last
            )
        for day, names in calendar.public_holidays(year):
            close_service(
                centre=centre,
                service=Service.CENTRE,
                regime=Regime.CLOSED,
                first_on=day,
                last_on=day,
                reason=names["fr"],
                sentence=text(
                    f"Fermé pour le jour férié : {names['fr']}.",
                    f"Gesloten op deze feestdag: {names['nl']}.",
                    f"Closed for the public holiday: {names['en']}.",
                    f"Am Feiertag geschlossen: {names['de']}.",
                ),
            )

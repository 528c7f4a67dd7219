"""What the demo centre has to say: a notice, a former derogation, a day without telephone."""

from datetime import date, timedelta

from phare.centres.actions import close_service, grant_derogation, publish_notice
from phare.centres.choices import CharterRule, Level, Regime, Service
from phare.centres.queries import Centre
from phare.faces.console.demo import calendar
from phare.faces.console.demo.texts import text


def tell(centre: Centre, today: date) -> None:
    publish_todays_notice(centre, today)
    grant_derogation_of_the_pandemic(centre)
    close_telephone(centre, today + timedelta(days=20))


def publish_todays_notice(centre: Centre, today: date) -> None:
    publish_notice(
        centre=centre,
        level=Level.INFO,
        text=text(
            "Cet après-midi, la salle multimédia de la mezzanine est réservée à un atelier "
            "jusqu’à 15:30.",
            "Deze namiddag is de multimediazaal op de mezzanine tot 15.30 uur voorbehouden "
            "voor een workshop.",
            "This afternoon the multimedia room on the mezzanine is taken by a workshop "
            "until 15:30.",
            "Heute Nachmittag ist der Multimediaraum im Zwischengeschoss bis 15:30 Uhr belegt.",
        ),
        shown_from=calendar.at(today, "08:00"),
        shown_until=calendar.at(today, "15:30"),
    )


def grant_derogation_of_the_pandemic(centre: Centre) -> None:
    grant_derogation(
        centre=centre,
        rule=CharterRule.WALK_IN,
        granted_by="Réseau international des Cités des métiers",
        granted_on=date(2020, 6, 15),
        first_on=date(2020, 6, 29),
        last_on=date(2021, 12, 31),
        reason=text(
            "Conseil sur rendez-vous uniquement pendant la crise sanitaire.",
            "Advies enkel op afspraak tijdens de gezondheidscrisis.",
            "Advice by appointment only during the health crisis.",
            "Beratung nur mit Termin während der Gesundheitskrise.",
        ),
    )


def close_telephone(centre: Centre, day: date) -> None:
    """Nobody telephones at a weekend anyway."""
    if day.weekday() > 4:
        return
    close_service(
        centre=centre,
        service=Service.PHONE,
        regime=Regime.CLOSED,
        first_on=day,
        last_on=day,
        reason="Changement d’opérateur",
        sentence=text(
            "Pas de téléphone ce jour-là : écrivez-nous ou passez nous voir.",
            "Die dag zijn we niet telefonisch bereikbaar: schrijf ons of kom langs.",
            "No telephone that day: write to us or come and see us.",
            "An diesem Tag kein Telefon: Schreiben Sie uns oder kommen Sie vorbei.",
        ),
    )

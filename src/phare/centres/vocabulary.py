"""The words a network starts with: five themes, languages, audiences, schemes, municipalities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Text = Mapping[str, str]


@dataclass(frozen=True)
class Vocabulary:
    """Words in their order: code to name, themes with more."""

    themes: Mapping[str, Mapping[str, Any]]
    languages: Mapping[str, Text]
    interface: Sequence[str]
    audiences: Mapping[str, Text]
    schemes: Mapping[str, Text]
    municipalities: Mapping[str, Text]


def _in(fr: str, nl: str, en: str, de: str) -> dict[str, str]:
    return {"fr": fr, "nl": nl, "en": en, "de": de}


THEMES = {
    "choose": {
        "letter": "K",
        "name": _in("Choisir", "Kiezen", "Choose", "Wählen"),
        "lead": _in(
            "Trouver ma voie, changer de voie",
            "Mijn weg vinden, van richting veranderen",
            "Find my way, change direction",
            "Meinen Weg finden, die Richtung ändern",
        ),
        "text": _in(
            "Vous ne savez pas encore quoi faire, ou plus ? On regarde ensemble ce que vous aimez, "
            "ce que vous savez faire et où cela peut mener : métiers, études, changement de vie.",
            "Weet u nog niet wat u wilt doen, of niet meer? Samen bekijken we wat u graag doet, "
            "wat u kunt en waar dat naartoe kan leiden: beroepen, studies, een andere richting.",
            "Not sure yet what to do, or no longer sure? Together we look at what you like, what "
            "you are good at and where it can lead: jobs, studies, a change of life.",
            "Sie wissen noch nicht, was Sie tun möchten, oder nicht mehr? Gemeinsam schauen wir, "
            "was Sie mögen, was Sie können und wohin es führen kann: Berufe, Studium, Neuanfang.",
        ),
    },
    "learn": {
        "letter": "M",
        "name": _in("Apprendre", "Leren", "Learn", "Lernen"),
        "lead": _in(
            "Études, formations, langues",
            "Studies, opleidingen, talen",
            "Studies, training, languages",
            "Studium, Ausbildung, Sprachen",
        ),
        "text": _in(
            "Trouver la formation qui existe vraiment, en français ou en néerlandais, savoir ce "
            "qu’elle coûte et ce qui vous y donne droit, faire reconnaître ce que vous savez déjà.",
            "De opleiding vinden die echt bestaat, in het Nederlands of in het Frans, weten wat ze "
            "kost en waar u recht op hebt, laten erkennen wat u al kunt.",
            "Find the training that really exists, in French or in Dutch, learn what it costs and "
            "what you are entitled to, have what you already know recognised.",
            "Die Ausbildung finden, die es wirklich gibt, auf Französisch oder Niederländisch, "
            "erfahren, was sie kostet, und anerkennen lassen, was Sie schon können.",
        ),
    },
    "work": {
        "letter": "T",
        "name": _in("Travailler", "Werken", "Work", "Arbeiten"),
        "lead": _in(
            "Chercher, postuler, mes droits",
            "Zoeken, solliciteren, mijn rechten",
            "Searching, applying, my rights",
            "Suchen, bewerben, meine Rechte",
        ),
        "text": _in(
            "Chercher un emploi, écrire un CV, préparer un entretien, comprendre un contrat ou une "
            "aide à l’emploi : on avance avec vous, à votre rythme.",
            "Werk zoeken, een cv schrijven, een gesprek voorbereiden, een contract of een "
            "tewerkstellingsmaatregel begrijpen: we gaan samen vooruit, op uw tempo.",
            "Look for work, write a CV, prepare an interview, understand a contract or a job "
            "scheme: we move forward with you, at your pace.",
            "Arbeit suchen, einen Lebenslauf schreiben, ein Gespräch vorbereiten, einen Vertrag "
            "verstehen: Wir gehen mit Ihnen Schritt für Schritt voran.",
        ),
    },
    "start": {
        "letter": "Z",
        "name": _in("Entreprendre", "Ondernemen", "Start a business", "Gründen"),
        "lead": _in(
            "Lancer mon activité",
            "Mijn eigen zaak beginnen",
            "Set up on my own",
            "Mich selbstständig machen",
        ),
        "text": _in(
            "Tester une idée, choisir un statut, compter ce qu’il faut et ce qu’on risque, savoir "
            "qui peut aider à la financer.",
            "Een idee toetsen, een statuut kiezen, berekenen wat nodig is en wat u riskeert, weten "
            "wie kan helpen met de financiering.",
            "Test an idea, choose a status, work out what it takes and what it risks, find out who "
            "can help to fund it.",
            "Eine Idee prüfen, eine Rechtsform wählen, berechnen, was nötig ist, und wissen, wer "
            "bei der Finanzierung hilft.",
        ),
    },
    "move": {
        "letter": "X",
        "name": _in("Bouger", "Bewegen", "Move", "Unterwegs sein"),
        "lead": _in(
            "Partir, revenir, stage à l’étranger",
            "Vertrekken, terugkeren, stage in het buitenland",
            "Going away, coming back, work abroad",
            "Weggehen, zurückkommen, Praktikum im Ausland",
        ),
        "text": _in(
            "Travailler dans une autre région ou un autre pays, partir étudier ou faire un stage, "
            "arriver à Bruxelles avec un diplôme d’ailleurs.",
            "Werken in een ander gewest of een ander land, in het buitenland studeren of stage "
            "lopen, in Brussel aankomen met een buitenlands diploma.",
            "Work in another region or country, study or do a placement abroad, arrive in Brussels "
            "with a diploma from elsewhere.",
            "In einer anderen Region oder einem anderen Land arbeiten, im Ausland studieren, mit "
            "einem ausländischen Diplom nach Brüssel kommen.",
        ),
    },
}
LANGUAGES = {
    "fr": _in("français", "Frans", "French", "Französisch"),
    "nl": _in("néerlandais", "Nederlands", "Dutch", "Niederländisch"),
    "en": _in("anglais", "Engels", "English", "Englisch"),
    "de": _in("allemand", "Duits", "German", "Deutsch"),
    "ar": _in("arabe", "Arabisch", "Arabic", "Arabisch"),
    "tr": _in("turc", "Turks", "Turkish", "Türkisch"),
    "es": _in("espagnol", "Spaans", "Spanish", "Spanisch"),
    "pt": _in("portugais", "Portugees", "Portuguese", "Portugiesisch"),
    "ro": _in("roumain", "Roemeens", "Romanian", "Rumänisch"),
    "uk": _in("ukrainien", "Oekraïens", "Ukrainian", "Ukrainisch"),
}
AUDIENCES = {
    "youth": _in("moins de 25 ans", "jonger dan 25", "under 25", "unter 25"),
    "disability": _in(
        "en situation de handicap", "met een handicap", "with a disability", "mit Behinderung"
    ),
    "newcomer": _in("arrivé·e depuis peu", "pas aangekomen", "new to the country", "neu im Land"),
}
SCHEMES = {
    "validation": _in(
        "Validation des compétences",
        "Erkennen van competenties",
        "Recognition of prior learning",
        "Anerkennung von Kompetenzen",
    ),
    "identification": _in(
        "Identification des compétences",
        "Screening van competenties",
        "Competence identification",
        "Kompetenzermittlung",
    ),
    "euroguidance": _in("Euroguidance", "Euroguidance", "Euroguidance", "Euroguidance"),
    "prison": _in(
        "Insertion des personnes détenues",
        "Re-integratie van gedetineerden",
        "Prisoner insertion",
        "Wiedereingliederung Inhaftierter",
    ),
    "disability": _in("Handicap", "Handicap", "Disability", "Behinderung"),
    "neet": _in(
        "Jeunes sans emploi ni formation",
        "Jongeren zonder werk of opleiding",
        "Young people not in work or training",
        "Jugendliche ohne Arbeit und Ausbildung",
    ),
}
MUNICIPALITIES = {
    "21001": ("Anderlecht", "Anderlecht"),
    "21002": ("Auderghem", "Oudergem"),
    "21003": ("Berchem-Sainte-Agathe", "Sint-Agatha-Berchem"),
    "21004": ("Bruxelles", "Brussel"),
    "21005": ("Etterbeek", "Etterbeek"),
    "21006": ("Evere", "Evere"),
    "21007": ("Forest", "Vorst"),
    "21008": ("Ganshoren", "Ganshoren"),
    "21009": ("Ixelles", "Elsene"),
    "21010": ("Jette", "Jette"),
    "21011": ("Koekelberg", "Koekelberg"),
    "21012": ("Molenbeek-Saint-Jean", "Sint-Jans-Molenbeek"),
    "21013": ("Saint-Gilles", "Sint-Gillis"),
    "21014": ("Saint-Josse-ten-Noode", "Sint-Joost-ten-Node"),
    "21015": ("Schaerbeek", "Schaarbeek"),
    "21016": ("Uccle", "Ukkel"),
    "21017": ("Watermael-Boitsfort", "Watermaal-Bosvoorde"),
    "21018": ("Woluwe-Saint-Lambert", "Sint-Lambrechts-Woluwe"),
    "21019": ("Woluwe-Saint-Pierre", "Sint-Pieters-Woluwe"),
}
STANDARD = Vocabulary(
    themes=THEMES,
    languages=LANGUAGES,
    interface=("fr", "nl", "en", "de"),
    audiences=AUDIENCES,
    schemes=SCHEMES,
    municipalities={nis: {"fr": fr, "nl": nl} for nis, (fr, nl) in MUNICIPALITIES.items()},
)

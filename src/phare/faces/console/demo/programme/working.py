"""Activities about finding work and working."""

from phare.activities.choices import Kind
from phare.faces.console.demo.programme.ideas import Idea

WORKING = (
    Idea(
        code="cv",
        title=(
            "CV : mode d’emploi",
            "Cv: zo werkt het",
        ),
        lead=(
            "Repartir d’une page blanche, en sortir avec une page utile.",
            "Van een leeg blad naar een bruikbare bladzijde.",
        ),
        text=(
            (
                "On regarde ce qu’un recruteur lit en dix secondes, puis on réécrit. Un ordinateur "
                "par personne, quelqu’un pour vous aider."
            ),
            (
                "We bekijken wat een werkgever in tien seconden leest, en herschrijven. Eén "
                "computer per persoon, en iemand die helpt."
            ),
        ),
        themes=("work",),
        minutes=90,
        room="Mezzanine",
        bring=(
            "Votre CV actuel, sur papier ou sur une clé, si vous en avez un.",
            "Uw huidige cv, op papier of op een stick, als u er een hebt.",
        ),
    ),
    Idea(
        code="public",
        title=(
            "Travailler dans le secteur public",
            "Solliciteren bij de overheid",
        ),
        lead=(
            "De l’annonce à l’épreuve, avec un exemple réel.",
            "Van vacature tot examen, met een echt voorbeeld.",
        ),
        text=(
            (
                "Comment lire une annonce de la fonction publique, préparer l’épreuve et comprendre"
                " les niveaux. On s’entraîne sur une question d’examen."
            ),
            (
                "Hoe u een vacature van de overheid leest, het examen voorbereidt en de niveaus "
                "begrijpt. We oefenen op een examenvraag."
            ),
        ),
        themes=("work",),
        kind=Kind.INFO_SESSION,
        languages=("nl",),
        on_site=20,
        online=40,
        partners=("VDAB Brussel",),
    ),
    Idea(
        code="cosearch",
        title=(
            "Chercher ensemble",
            "Samen zoeken",
        ),
        lead=(
            "Un groupe, six semaines, moins seul·e.",
            "Een groep, zes weken, minder alleen.",
        ),
        text=(
            (
                "Chaque semaine, un but, un bilan, un contact partagé. On cherche chacun le sien, "
                "mais pas chacun dans son coin."
            ),
            (
                "Elke week een doel, een terugblik, een gedeeld contact. Ieder zoekt voor zichzelf,"
                " maar niet alleen."
            ),
        ),
        themes=("work",),
        minutes=150,
        on_site=12,
        partners=("Actiris",),
    ),
    Idea(
        code="video",
        title=(
            "Postuler en vidéo",
            "Solliciteren met video",
        ),
        lead=(
            "Une minute, un téléphone, pas de théâtre.",
            "Eén minuut, een telefoon, geen toneel.",
        ),
        text=(
            (
                "Lumière, cadre, trois phrases : on tourne, on regarde ensemble, on recommence. "
                "Rien n’est gardé après la séance."
            ),
            (
                "Licht, kader, drie zinnen: we filmen, kijken samen en doen het opnieuw. Na de "
                "sessie wordt niets bewaard."
            ),
        ),
        themes=("work",),
        on_site=10,
        room="Mezzanine",
    ),
    Idea(
        code="airport",
        title=(
            "Travailler à l’aéroport",
            "Werken op de luchthaven",
        ),
        lead=(
            "Trois métiers, trois personnes qui les font.",
            "Drie beroepen, drie mensen die ze doen.",
        ),
        text=(
            (
                "Bagages, sûreté, escale : horaires, badges, langues demandées et façons d’entrer. "
                "Questions en direct."
            ),
            (
                "Bagage, beveiliging, grondpersoneel: uren, badges, gevraagde talen en hoe u "
                "begint. Vragen stellen kan meteen."
            ),
        ),
        themes=("work",),
        kind=Kind.MEETING,
        languages=("fr", "nl"),
        minutes=60,
        on_site=None,
        online=60,
        room=None,
        partners=("Actiris", "VDAB Brussel"),
    ),
    Idea(
        code="interview",
        title=(
            "S’entraîner à l’entretien",
            "Oefenen voor een gesprek",
        ),
        lead=(
            "Dix minutes chacun, un retour bienveillant.",
            "Tien minuten elk, met een eerlijke reactie.",
        ),
        text=(
            (
                "Vous apportez une annonce, on joue l’entretien, on note deux forces et une piste. "
                "La fois suivante, on la rejoue."
            ),
            (
                "U brengt een vacature mee, we spelen het gesprek, noteren twee sterktes en één "
                "tip. De volgende keer doen we het over."
            ),
        ),
        themes=("work",),
        minutes=150,
        on_site=8,
    ),
    Idea(
        code="autonomy",
        title=(
            "E-autonomie : les premiers pas",
            "Digitaal op weg",
        ),
        lead=(
            "Souris, mail, formulaire : sans honte et sans hâte.",
            "Muis, mail, formulier: zonder schaamte, zonder haast.",
        ),
        text=(
            (
                "Pour celles et ceux qui n’ont jamais eu d’ordinateur. Quatre matins, huit "
                "personnes, une adresse mail à la fin."
            ),
            (
                "Voor wie nooit een computer had. Vier ochtenden, acht personen, en op het einde "
                "een mailadres."
            ),
        ),
        themes=("work", "learn"),
        minutes=150,
        on_site=8,
        room="Mezzanine",
        partners=("Actiris", "Bruxelles Formation"),
    ),
    Idea(
        code="newcomers",
        title=(
            "Accompagner des primo-arrivants vers l’emploi",
            "Nieuwkomers begeleiden naar werk",
        ),
        lead=(
            "Pour les professionnel·les qui accompagnent.",
            "Voor wie begeleidt.",
        ),
        text=(
            (
                "Métiers en pénurie, reconnaissance, langue au travail : ce qui aide et ce qui "
                "bloque, avec des cas apportés par le groupe."
            ),
            (
                "Knelpuntberoepen, erkenning, taal op de werkvloer: wat helpt en wat blokkeert, met"
                " gevallen uit de groep."
            ),
        ),
        themes=("work",),
        kind=Kind.THEMED_DAY,
        languages=("nl",),
        minutes=180,
        on_site=20,
        online=40,
        partners=("Tracé Brussel", "VDAB Brussel"),
    ),
)

"""Activities about studies, training and languages."""

from phare.activities.choices import Kind
from phare.faces.console.demo.programme.ideas import Idea

LEARNING = (
    Idea(
        code="higher",
        title=(
            "Permanence : études supérieures",
            "Vast contactpunt: hoger onderwijs",
        ),
        lead=(
            "Votre question, même floue, et quelqu’un qui connaît les écoles.",
            "Uw vraag, ook een vage, en iemand die de scholen kent.",
        ),
        text=(
            (
                "Programmes, passerelles, équivalences, années de réussite : on regarde avec vous, "
                "et vous repartez avec la suite."
            ),
            (
                "Opleidingen, schakelprogramma’s, gelijkwaardigheid, studievoortgang: we kijken "
                "samen, en u weet wat de volgende stap is."
            ),
        ),
        themes=("learn",),
        kind=Kind.PERMANENCE,
        room="Mezzanine",
        partners=("Pôle académique de Bruxelles",),
    ),
    Idea(
        code="graduaat",
        title=(
            "Les formations de graduat à Bruxelles",
            "Graduaatsopleidingen in Brussel",
        ),
        lead=(
            "Quelle option, quelle école, quelle dispense ?",
            "Welke richting, welke school, welke vrijstelling?",
        ),
        text=(
            (
                "Deux ans, beaucoup de pratique, en néerlandais. On compare les écoles, les "
                "horaires du soir et ce que votre expérience peut remplacer."
            ),
            (
                "Twee jaar, veel praktijk, in het Nederlands. We vergelijken scholen, avondroosters"
                " en wat uw ervaring kan vervangen."
            ),
        ),
        themes=("learn",),
        kind=Kind.INFO_SESSION,
        languages=("nl",),
        minutes=90,
        on_site=20,
        partners=("Leerwinkel Brussel",),
    ),
    Idea(
        code="evening",
        title=(
            "Reprendre des cours du soir",
            "Opnieuw naar de avondschool",
        ),
        lead=(
            "Les cours pour adultes, le jour et le soir, pas à pas.",
            "Volwassenenonderwijs, stap voor stap.",
        ),
        text=(
            (
                "Comment fonctionnent les unités, combien cela coûte, ce que l’on peut faire "
                "reconnaître, et comment tenir avec un travail ou des enfants."
            ),
            (
                "Hoe de modules werken, wat het kost, wat u kunt laten erkennen en hoe u het "
                "volhoudt met werk of kinderen."
            ),
        ),
        themes=("learn",),
        kind=Kind.INFO_SESSION,
        minutes=90,
        on_site=20,
        online=30,
        partners=("Promotion sociale",),
    ),
    Idea(
        code="validate",
        title=(
            "Faire valider ses compétences",
            "Uw competenties laten erkennen",
        ),
        lead=(
            "Un titre officiel pour ce que vous savez déjà.",
            "Een officieel bewijs voor wat u al kunt.",
        ),
        text=(
            (
                "Qui peut se présenter, à quoi ressemble l’épreuve, ce que vaut le titre et comment"
                " s’y préparer. Avec des exemples de métiers."
            ),
            (
                "Wie zich kan aanmelden, hoe de proef verloopt, wat het bewijs waard is en hoe u "
                "zich voorbereidt. Met voorbeelden van beroepen."
            ),
        ),
        themes=("learn", "work"),
        kind=Kind.INFO_SESSION,
        minutes=90,
        on_site=20,
        online=40,
        scheme="validation",
        partners=("Consortium de validation des compétences",),
    ),
    Idea(
        code="dual",
        title=(
            "Apprendre en travaillant : l’alternance",
            "Leren en werken tegelijk",
        ),
        lead=(
            "À tout âge, ou presque.",
            "Op elke leeftijd, of bijna.",
        ),
        text=(
            (
                "Trois filières, un contrat, un salaire, une école : ce que chacune demande et ce "
                "qu’elle ouvre. Un apprenti répond aux questions."
            ),
            (
                "Drie wegen, een contract, een loon, een school: wat elk vraagt en wat het opent. "
                "Een leerling beantwoordt vragen."
            ),
        ),
        themes=("learn", "work"),
        kind=Kind.INFO_SESSION,
        minutes=90,
        on_site=20,
        audiences=("youth",),
        partners=("CEFA", "EFP/SFPME"),
    ),
    Idea(
        code="speak",
        title=(
            "Les tables de langue",
            "Taaltafels",
        ),
        lead=(
            "On essaie, on se trompe, on recommence.",
            "We proberen, vergissen ons en beginnen opnieuw.",
        ),
        text=(
            (
                "Une heure et demie pour parler néerlandais ou français sans note ni examen, autour"
                " de situations de travail."
            ),
            (
                "Anderhalf uur Nederlands of Frans praten zonder punten of examen, rond situaties "
                "op het werk."
            ),
        ),
        themes=("learn",),
        languages=("fr", "nl"),
        minutes=90,
        on_site=20,
    ),
    Idea(
        code="diploma",
        title=(
            "Mon diplôme vient d’ailleurs",
            "Mijn diploma komt van elders",
        ),
        lead=(
            "Équivalence, alternatives, délais.",
            "Gelijkwaardigheid, andere wegen, termijnen.",
        ),
        text=(
            (
                "Quel service pour quel diplôme, quels papiers, combien de temps, et que faire en "
                "attendant. On commence votre dossier ensemble."
            ),
            (
                "Welke dienst voor welk diploma, welke papieren, hoelang het duurt en wat u "
                "intussen kunt doen. We beginnen samen aan uw dossier."
            ),
        ),
        themes=("learn", "move"),
        languages=("fr", "en"),
        room="Mezzanine",
    ),
    Idea(
        code="nurse",
        title=(
            "Devenir infirmier ou infirmière",
            "Verpleegkundige worden",
        ),
        lead=(
            "Les chemins, de dix-huit à cinquante ans.",
            "De wegen, van achttien tot vijftig.",
        ),
        text=(
            (
                "Brevet, bachelier, cours du soir, reprise financée : on met les parcours côte à "
                "côte et on écoute deux personnes qui les ont faits."
            ),
            (
                "Graduaat, bachelor, avondonderwijs, betaalde opleiding: we leggen de trajecten "
                "naast elkaar en luisteren naar twee mensen die ze volgden."
            ),
        ),
        themes=("learn", "choose"),
        kind=Kind.MEETING,
        languages=("fr", "nl"),
        on_site=60,
        online=100,
        room="Atomium",
        partners=("Huis voor Gezondheid", "Bruxelles Formation"),
    ),
)

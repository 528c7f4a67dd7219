"""Activities about choosing a way."""

from phare.activities.choices import Kind
from phare.faces.console.demo.programme.ideas import Idea

CHOOSING = (
    Idea(
        code="visit",
        title=(
            "Visite guidée de la maison",
            "Rondleiding in het huis",
        ),
        lead=(
            "Tout ce qui s’y trouve, en une heure et demie.",
            "Alles wat er te vinden is, in anderhalf uur.",
        ),
        text=(
            (
                "On parcourt l’agora, les bureaux de conseil et l’espace documentaire, puis chacun "
                "essaie un outil. On finit par vos questions."
            ),
            (
                "We lopen door de agora, langs de adviesbalies en de documentatie, daarna probeert "
                "iedereen een hulpmiddel uit. We eindigen met uw vragen."
            ),
        ),
        themes=("choose",),
        kind=Kind.VISIT,
        languages=("fr", "nl"),
        minutes=90,
        on_site=30,
        room=None,
        on_request=True,
        preparation=(
            (
                "- Demandez à chaque élève une question à poser.\n"
                "- Prévoyez un téléphone pour trois.\n"
                "- Venez dix minutes avant."
            ),
            (
                "- Laat elke leerling één vraag voorbereiden.\n"
                "- Voorzie één telefoon per drie.\n"
                "- Kom tien minuten vroeger."
            ),
        ),
    ),
    Idea(
        code="explore",
        title=(
            "Explorer les métiers en classe",
            "Beroepen verkennen met de klas",
        ),
        lead=(
            "Un jeu de pistes parmi cent métiers.",
            "Een speurtocht langs honderd beroepen.",
        ),
        text=(
            (
                "Par petits groupes, les élèves croisent leurs goûts et des métiers, écartent, "
                "gardent, expliquent. Chacun repart avec trois pistes à vérifier."
            ),
            (
                "In groepjes leggen leerlingen hun voorkeuren naast beroepen, schrappen, houden "
                "over en leggen uit. Iedereen vertrekt met drie sporen om na te gaan."
            ),
        ),
        themes=("choose", "learn"),
        languages=("fr", "nl"),
        minutes=90,
        room="Mezzanine",
        audiences=("youth",),
        on_request=True,
        preparation=(
            (
                "- Chaque élève note trois activités qu’il ou elle aime.\n"
                "- Formez des groupes de quatre."
            ),
            (
                "- Elke leerling noteert drie dingen die hij of zij graag doet.\n"
                "- Maak groepjes van vier."
            ),
        ),
    ),
    Idea(
        code="compass",
        title=(
            "Faire le point avant de choisir",
            "Stilstaan voor u kiest",
        ),
        lead=(
            "Ce que je sais, ce que j’aime, ce qui compte.",
            "Wat ik kan, wat ik graag doe, wat telt.",
        ),
        text=(
            (
                "Un atelier calme pour trier : ce que vous savez faire, ce que vous voulez garder, "
                "ce que vous ne voulez plus. On en tire deux ou trois directions."
            ),
            (
                "Een rustige workshop om te ordenen: wat u kunt, wat u wilt houden en wat niet meer"
                " hoeft. Daaruit komen twee of drie richtingen."
            ),
        ),
        themes=("choose",),
    ),
    Idea(
        code="skills",
        title=(
            "Mettre des mots sur ses compétences",
            "Uw competenties verwoorden",
        ),
        lead=(
            "Y compris celles que personne ne vous a demandées.",
            "Ook die waar niemand naar vroeg.",
        ),
        text=(
            (
                "On part d’un moment dont vous êtes fier·e et on en déplie les gestes. Vous "
                "repartez avec une liste utile pour un CV, une validation ou un entretien."
            ),
            (
                "We vertrekken van een moment waar u trots op bent en ontrafelen wat u deed. U gaat"
                " naar huis met een lijst voor cv, erkenning of gesprek."
            ),
        ),
        themes=("choose", "work"),
        minutes=150,
        on_site=12,
        scheme="validation",
    ),
    Idea(
        code="parents",
        title=(
            "Choisir ses études : en parler à la maison",
            "Studiekeuze: erover praten thuis",
        ),
        lead=(
            "Pour les parents, avec ou sans leur ado.",
            "Voor ouders, met of zonder hun tiener.",
        ),
        text=(
            (
                "Comment aider sans décider à la place ? Les calendriers, les mots, les portes qui "
                "restent ouvertes, et un temps pour vos cas."
            ),
            (
                "Hoe helpt u zonder in hun plaats te beslissen? De kalenders, de woorden, de deuren"
                " die open blijven, en tijd voor uw vragen."
            ),
        ),
        themes=("choose", "learn"),
        kind=Kind.INFO_SESSION,
        languages=("fr", "nl"),
        minutes=90,
        on_site=60,
        online=80,
        room="Atomium",
        partners=("Fédération Wallonie-Bruxelles", "Leerwinkel Brussel"),
    ),
    Idea(
        code="after",
        title=(
            "Fin du secondaire, et après ?",
            "Einde secundair, en dan?",
        ),
        lead=(
            "Études, alternance, pause, travail : les quatre sorties.",
            "Studeren, duaal leren, pauze, werken: vier uitgangen.",
        ),
        text=(
            (
                "Un panorama honnête des suites possibles, avec les dates à ne pas manquer et les "
                "passerelles. Questions anonymes par petits papiers."
            ),
            (
                "Een eerlijk overzicht van wat kan, met de data die u niet mag missen en de bruggen"
                " ertussen. Anonieme vragen op briefjes."
            ),
        ),
        themes=("choose", "learn"),
        kind=Kind.INFO_SESSION,
        minutes=90,
        on_site=60,
        room="Atomium",
        audiences=("youth",),
        partners=("Pôle académique de Bruxelles",),
    ),
    Idea(
        code="second",
        title=(
            "Changer de métier après 45 ans",
            "Van beroep veranderen na uw 45e",
        ),
        lead=(
            "Ce qui se transporte d’un métier à l’autre.",
            "Wat meegaat van het ene beroep naar het andere.",
        ),
        text=(
            (
                "Des parcours réels, les aides qui existent, et un exercice pour repérer ce qui "
                "vaut ailleurs. On parle aussi de fatigue et d’argent."
            ),
            (
                "Echte loopbanen, bestaande steun en een oefening om te zien wat elders waarde "
                "heeft. We praten ook over vermoeidheid en geld."
            ),
        ),
        themes=("choose", "work"),
        kind=Kind.INFO_SESSION,
        on_site=20,
        online=40,
    ),
    Idea(
        code="quiet",
        title=(
            "Découvrir les métiers du soin",
            "Zorgberoepen ontdekken",
        ),
        lead=(
            "Trois personnes racontent leur journée.",
            "Drie mensen vertellen over hun dag.",
        ),
        text=(
            (
                "Aide-soignante, kiné, technicien de laboratoire : ce qu’on y fait vraiment, ce qui"
                " use, ce qui porte, et comment on y arrive."
            ),
            (
                "Zorgkundige, kinesist, labotechnicus: wat u er echt doet, wat moe maakt, wat "
                "kracht geeft en hoe u er komt."
            ),
        ),
        themes=("choose",),
        kind=Kind.MEETING,
        languages=("fr", "nl"),
        on_site=60,
        online=100,
        room="Atomium",
        partners=("Huis voor Gezondheid",),
    ),
)

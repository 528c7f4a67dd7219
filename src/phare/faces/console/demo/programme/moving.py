"""Activities about moving: other regions, other countries, arriving here."""

from phare.activities.choices import Kind
from phare.faces.console.demo.programme.ideas import Idea

MOVING = (
    Idea(
        code="mobility",
        title=(
            "Journée de la mobilité interrégionale",
            "Dag van de interregionale mobiliteit",
        ),
        lead=(
            "Travailler en Flandre, en Wallonie, à Bruxelles.",
            "Werken in Vlaanderen, Wallonië, Brussel.",
        ),
        text=(
            (
                "Employeurs, transports, langues, aides : une journée bilingue, en salle et en "
                "ligne, avec des moments pour parler à quelqu’un."
            ),
            (
                "Werkgevers, vervoer, talen, steun: een tweetalige dag, in de zaal en online, met "
                "momenten om iemand te spreken."
            ),
        ),
        themes=("move", "work"),
        kind=Kind.FORUM,
        languages=("fr", "nl"),
        minutes=240,
        on_site=80,
        online=570,
        room="Atomium",
        partners=("Actiris", "VDAB Brussel"),
    ),
    Idea(
        code="europass",
        title=(
            "Europass, bourses et stages en Europe",
            "Europass, beurzen en stages in Europa",
        ),
        lead=(
            "Pour les moins de 30 ans.",
            "Voor wie jonger is dan 30.",
        ),
        text=(
            (
                "Remplir un Europass qui sert, trouver une bourse, comprendre les niveaux. On part "
                "d’un projet, même vague."
            ),
            (
                "Een Europass die dient, een beurs vinden, de niveaus begrijpen. We vertrekken van "
                "een plan, hoe vaag ook."
            ),
        ),
        themes=("move", "learn"),
        room="Mezzanine",
        audiences=("youth",),
        scheme="euroguidance",
        age_below=30,
    ),
    Idea(
        code="abroad",
        title=(
            "Partir apprendre ailleurs",
            "Elders gaan leren",
        ),
        lead=(
            "Erasmus, volontariat, année ouverte.",
            "Erasmus, vrijwilligerswerk, een tussenjaar.",
        ),
        text=(
            (
                "Trois façons de partir, avec des dates, des budgets et le retour. Deux jeunes "
                "racontent, on calcule ensuite."
            ),
            (
                "Drie manieren om te vertrekken, met data, budgetten en de terugkeer. Twee jongeren"
                " vertellen, daarna rekenen we."
            ),
        ),
        themes=("move",),
        kind=Kind.INFO_SESSION,
        minutes=90,
        on_site=20,
        online=40,
        audiences=("youth",),
        scheme="euroguidance",
    ),
    Idea(
        code="mountains",
        title=(
            "Travailler une saison à la montagne",
            "Een seizoen werken in de bergen",
        ),
        lead=(
            "Cuisine, pistes, accueil : l’hiver en Autriche.",
            "Keuken, pistes, onthaal: de winter in Oostenrijk.",
        ),
        text=(
            (
                "Contrats saisonniers, logement, allemand de survie. Un conseiller européen répond "
                "en direct."
            ),
            (
                "Seizoenscontracten, logies, Duits om te overleven. Een Europese adviseur antwoordt"
                " meteen."
            ),
        ),
        themes=("move", "work"),
        kind=Kind.INFO_SESSION,
        minutes=90,
        on_site=None,
        online=50,
        room=None,
        scheme="euroguidance",
    ),
    Idea(
        code="arrive",
        title=(
            "Arriver à Bruxelles : par où commencer",
            "Aankomen in Brussel: waar beginnen",
        ),
        lead=(
            "Langue, papiers, travail, dans quel ordre.",
            "Taal, papieren, werk, in welke volgorde.",
        ),
        text=(
            ("Une carte de la ville et des services, à remplir ensemble. Interprètes sur demande."),
            "Een kaart van de stad en de diensten, samen in te vullen. Tolken op aanvraag.",
        ),
        themes=("move",),
        languages=("fr", "en"),
        on_site=20,
    ),
    Idea(
        code="frontier",
        title=(
            "Travailler de l’autre côté d’une frontière",
            "Over de grens werken",
        ),
        lead=(
            "Impôts, santé, allocations : qui paie quoi ?",
            "Belastingen, gezondheid, uitkeringen: wie betaalt wat?",
        ),
        text=(
            (
                "Habiter ici et travailler en France, aux Pays-Bas ou en Allemagne : les règles "
                "utiles et les erreurs qui coûtent."
            ),
            (
                "Hier wonen en in Frankrijk, Nederland of Duitsland werken: de nuttige regels en de"
                " dure fouten."
            ),
        ),
        themes=("move", "work"),
        kind=Kind.INFO_SESSION,
        languages=("nl",),
        minutes=90,
        on_site=None,
        online=40,
        room=None,
        partners=("VDAB Brussel",),
    ),
    Idea(
        code="return",
        title=(
            "Revenir après des années à l’étranger",
            "Terugkeren na jaren in het buitenland",
        ),
        lead=(
            "Raconter ce qu’on a fait, retrouver ses droits.",
            "Vertellen wat u deed, uw rechten terugvinden.",
        ),
        text=(
            (
                "Chômage, pension, enfants, CV : la liste des guichets et la manière de présenter "
                "une expérience lointaine."
            ),
            (
                "Werkloosheid, pensioen, kinderen, cv: de lijst van loketten en hoe u verre "
                "ervaring voorstelt."
            ),
        ),
        themes=("move", "work"),
        kind=Kind.INFO_SESSION,
        minutes=90,
        online=30,
        room="Mezzanine",
    ),
    Idea(
        code="discover",
        title=(
            "Stages à l’étranger pour jeunes diplômé·es",
            "Stages in het buitenland na een vakopleiding",
        ),
        lead=(
            "Deux mois payés dans un autre pays.",
            "Twee betaalde maanden in een ander land.",
        ),
        text=(
            (
                "Qui peut partir, avec quelle bourse, comment choisir l’entreprise et ce que cela "
                "change au retour."
            ),
            (
                "Wie kan vertrekken, met welke beurs, hoe u het bedrijf kiest en wat het verandert "
                "bij terugkeer."
            ),
        ),
        themes=("move", "learn"),
        kind=Kind.INFO_SESSION,
        languages=("fr", "nl"),
        minutes=90,
        on_site=20,
        online=40,
        audiences=("youth",),
        scheme="euroguidance",
        age_below=30,
        partners=("Bruxelles Formation",),
    ),
)

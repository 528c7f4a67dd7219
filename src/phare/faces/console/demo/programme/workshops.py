"""The words of the demo's conference."""

from phare.faces.console.demo.programme.ideas import Pair

TITLE = (
    "Rencontres de l’orientation",
    "Ontmoetingen rond oriëntatie",
)
LEAD = (
    "Trois après-midis entre celles et ceux qui conseillent.",
    "Drie namiddagen voor wie adviseert.",
)
TEXT = (
    (
        "Deux tables rondes, dix-neuf ateliers au choix, en français et en néerlandais. On "
        "s’inscrit une fois, puis on choisit."
    ),
    (
        "Twee rondetafels, negentien workshops naar keuze, in het Frans en het Nederlands. Eén keer"
        " inschrijven, daarna kiezen."
    ),
)
TRACKS: tuple[Pair, ...] = (
    (
        "Écouter",
        "Luisteren",
    ),
    (
        "Outiller",
        "Uitrusten",
    ),
    (
        "Relier",
        "Verbinden",
    ),
)
ROUND_TABLES: tuple[tuple[Pair, Pair], ...] = (
    (
        (
            "Conseiller sans promettre",
            "Adviseren zonder te beloven",
        ),
        (
            "Ce que l’on doit à quelqu’un qui hésite.",
            "Wat we verschuldigd zijn aan wie twijfelt.",
        ),
    ),
    (
        (
            "Deux langues, une maison",
            "Twee talen, één huis",
        ),
        (
            "Travailler à égalité, jour après jour.",
            "Elke dag op gelijke voet werken.",
        ),
    ),
)
WORKSHOPS: tuple[tuple[Pair, Pair], ...] = (
    (
        (
            "Le silence dans l’entretien",
            "Stilte in het gesprek",
        ),
        (
            "S’entraîner à attendre.",
            "Oefenen in wachten.",
        ),
    ),
    (
        (
            "Un CV en dix lignes",
            "Een cv in tien regels",
        ),
        (
            "Ce qui reste quand on enlève.",
            "Wat overblijft als u schrapt.",
        ),
    ),
    (
        (
            "Cartes de la ville",
            "Kaarten van de stad",
        ),
        (
            "Qui fait quoi, à deux pas.",
            "Wie doet wat, om de hoek.",
        ),
    ),
    (
        (
            "Reformuler une demande",
            "Een vraag herformuleren",
        ),
        (
            "De « je sais pas » à une question.",
            "Van ‘ik weet het niet’ naar een vraag.",
        ),
    ),
    (
        (
            "Jouer pour choisir",
            "Spelen om te kiezen",
        ),
        (
            "Trois jeux à emporter.",
            "Drie spelen om mee te nemen.",
        ),
    ),
    (
        (
            "Partenaires du quartier",
            "Partners uit de buurt",
        ),
        (
            "Construire un relais qui tient.",
            "Een doorverwijzing die standhoudt.",
        ),
    ),
    (
        (
            "Conseiller par tchat",
            "Adviseren via chat",
        ),
        (
            "Écrire court et chaud.",
            "Kort en warm schrijven.",
        ),
    ),
    (
        (
            "Lire une annonce à voix haute",
            "Een vacature hardop lezen",
        ),
        (
            "Entendre ce qui est demandé.",
            "Horen wat gevraagd wordt.",
        ),
    ),
    (
        (
            "Écoles et entreprises",
            "Scholen en bedrijven",
        ),
        (
            "Se parler avant le stage.",
            "Met elkaar praten vóór de stage.",
        ),
    ),
    (
        (
            "Quand la colère arrive",
            "Als er woede is",
        ),
        (
            "Rester là sans se blesser.",
            "Erbij blijven zonder schade.",
        ),
    ),
    (
        (
            "Facile à lire",
            "Makkelijk te lezen",
        ),
        (
            "Écrire pour tout le monde.",
            "Schrijven voor iedereen.",
        ),
    ),
    (
        (
            "Chiffres et récits",
            "Cijfers en verhalen",
        ),
        (
            "Rendre compte sans trahir.",
            "Verslag doen zonder te verraden.",
        ),
    ),
    (
        (
            "Accueillir un groupe",
            "Een groep ontvangen",
        ),
        (
            "Vingt-quatre élèves, une heure.",
            "Vierentwintig leerlingen, één uur.",
        ),
    ),
    (
        (
            "Compétences cachées",
            "Verborgen competenties",
        ),
        (
            "Les voir, les nommer.",
            "Ze zien, ze benoemen.",
        ),
    ),
    (
        (
            "Langues au travail",
            "Talen op het werk",
        ),
        (
            "Parler assez, plutôt que bien.",
            "Genoeg spreken, liever dan foutloos.",
        ),
    ),
    (
        (
            "L’anonymat, pratiquement",
            "Anonimiteit in de praktijk",
        ),
        (
            "Ce qu’on n’écrit pas.",
            "Wat we niet opschrijven.",
        ),
    ),
    (
        (
            "Salons sans stand",
            "Beurzen zonder stand",
        ),
        (
            "Aller vers les gens.",
            "Naar de mensen toe.",
        ),
    ),
    (
        (
            "Après l’atelier",
            "Na de workshop",
        ),
        (
            "Ce qui reste le lundi.",
            "Wat maandag blijft.",
        ),
    ),
    (
        (
            "Travailler avec des parents",
            "Werken met ouders",
        ),
        (
            "Trois chaises, une question.",
            "Drie stoelen, één vraag.",
        ),
    ),
)

"""Activities about starting a business."""

from phare.activities.choices import Kind
from phare.faces.console.demo.programme.ideas import Idea

STARTING = (
    Idea(
        code="five",
        title=(
            "Devenir indépendant : les 5 premières questions",
            "Zelfstandig worden: de 5 eerste vragen",
        ),
        lead=(
            "Statut, argent, droits, temps, entourage.",
            "Statuut, geld, rechten, tijd, omgeving.",
        ),
        text=(
            (
                "Vous avez une idée, un métier, ou l’envie de ne plus avoir de chef. En deux "
                "heures, on passe en revue ce qui décide du reste."
            ),
            (
                "U hebt een idee, een vak of zin om uw eigen baas te zijn. In twee uur overlopen we"
                " wat de rest bepaalt."
            ),
        ),
        themes=("start",),
        kind=Kind.INFO_SESSION,
        on_site=20,
        online=80,
    ),
    Idea(
        code="test",
        title=(
            "Tester son idée sans se ruiner",
            "Uw idee testen zonder kleerscheuren",
        ),
        lead=(
            "Trois clients avant trois cents pages.",
            "Drie klanten vóór driehonderd bladzijden.",
        ),
        text=(
            (
                "On formule l’idée en une phrase, on choisit qui interroger et on prépare la "
                "rencontre. Devoir : revenir avec trois réponses."
            ),
            (
                "We vatten het idee in één zin, kiezen wie u vragen stelt en bereiden dat voor. "
                "Huiswerk: terugkomen met drie antwoorden."
            ),
        ),
        themes=("start",),
        minutes=150,
        on_site=12,
        partners=("Womenpreneur Initiative",),
    ),
    Idea(
        code="numbers",
        title=(
            "Compter avant de se lancer",
            "Rekenen voor u begint",
        ),
        lead=(
            "Un tableur simple, vos vrais chiffres.",
            "Een eenvoudig rekenblad, uw echte cijfers.",
        ),
        text=(
            (
                "Ce qu’il faut encaisser pour vivre, quand l’argent entre, quand il sort. Chacun "
                "remplit sa feuille et l’emporte."
            ),
            (
                "Wat u nodig hebt om te leven, wanneer geld binnenkomt en buitengaat. Ieder vult "
                "zijn blad in en neemt het mee."
            ),
        ),
        themes=("start",),
        minutes=150,
        room="Mezzanine",
    ),
    Idea(
        code="coop",
        title=(
            "Entreprendre à plusieurs",
            "Samen ondernemen",
        ),
        lead=(
            "Coopératives, associations, couveuses.",
            "Coöperaties, verenigingen, starterscentra.",
        ),
        text=(
            (
                "Décider ensemble, partager le risque, garder ses droits : les formes possibles, "
                "racontées par des gens qui les vivent."
            ),
            (
                "Samen beslissen, risico delen, rechten behouden: de mogelijke vormen, verteld door"
                " wie ze beleeft."
            ),
        ),
        themes=("start",),
        kind=Kind.MEETING,
        languages=("fr", "nl"),
        on_site=60,
        online=60,
        room="Atomium",
        partners=("Brik",),
    ),
    Idea(
        code="women",
        title=(
            "Femmes et projets : le premier cercle",
            "Vrouwen en plannen: de eerste kring",
        ),
        lead=(
            "Un groupe pour oser, sans obligation de réussir.",
            "Een groep om te durven, zonder te moeten slagen.",
        ),
        text=(
            (
                "Quatre rencontres pour dire son projet à voix haute, trouver deux alliées et un "
                "premier pas. Ouvert à toute personne qui s’y reconnaît."
            ),
            (
                "Vier ontmoetingen om uw plan hardop te zeggen, twee medestanders te vinden en een "
                "eerste stap te zetten. Voor wie zich erin herkent."
            ),
        ),
        themes=("start",),
        partners=("Womenpreneur Initiative",),
    ),
    Idea(
        code="side",
        title=(
            "Indépendant à titre complémentaire",
            "Zelfstandig in bijberoep",
        ),
        lead=(
            "Garder son emploi, essayer à côté.",
            "Uw job houden en ernaast proberen.",
        ),
        text=(
            (
                "Combien cela rapporte, combien cela coûte, à qui le dire et quand arrêter. Cas "
                "pratiques et questions."
            ),
            (
                "Wat het opbrengt, wat het kost, aan wie u het zegt en wanneer u stopt. Gevallen "
                "uit de praktijk en vragen."
            ),
        ),
        themes=("start", "work"),
        kind=Kind.INFO_SESSION,
        languages=("nl",),
        minutes=90,
        on_site=20,
        online=40,
    ),
    Idea(
        code="papers",
        title=(
            "Les papiers du premier mois",
            "De papieren van de eerste maand",
        ),
        lead=(
            "Guichet, caisse, TVA, assurance : dans l’ordre.",
            "Loket, kas, btw, verzekering: in volgorde.",
        ),
        text=(
            (
                "Une frise, quatre démarches, les délais et les pièges. On remplit un formulaire "
                "d’essai pour s’habituer."
            ),
            (
                "Een tijdlijn, vier stappen, de termijnen en de valkuilen. We vullen een "
                "oefenformulier in."
            ),
        ),
        themes=("start",),
        kind=Kind.INFO_SESSION,
        minutes=90,
        on_site=20,
        online=30,
    ),
    Idea(
        code="roots",
        title=(
            "Entreprendre avec un parcours d’ailleurs",
            "Ondernemen met een loopbaan van elders",
        ),
        lead=(
            "Accès à la profession, réseau, langue.",
            "Toegang tot het beroep, netwerk, taal.",
        ),
        text=(
            (
                "Ce que l’on peut faire tout de suite, ce qui demande une preuve, et des "
                "entrepreneurs qui racontent leur première année."
            ),
            (
                "Wat u meteen kunt doen, waarvoor een bewijs nodig is, en ondernemers die over hun "
                "eerste jaar vertellen."
            ),
        ),
        themes=("start", "move"),
        kind=Kind.MEETING,
        languages=("fr", "en"),
        on_site=20,
        online=40,
    ),
)

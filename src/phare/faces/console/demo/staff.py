"""The demo's staff. Their names are words of the sea and of light: nobody real is among them."""

from dataclasses import dataclass
from random import Random

from phare.centres.queries import Centre, partners
from phare.faces.console.demo import calendar
from phare.ground import clock
from phare.people.actions import (
    hire_person,
    make_coordinator,
    set_competences,
    set_employer,
)
from phare.people.choices import RoleKind as R
from phare.people.queries import Person

PASSWORD = "une-lampe-dans-la-nuit"
SIGN_INS = [
    ("accueil@phare.example", "reception"),
    ("conseil@phare.example", "counsellor"),
    ("steward@phare.example", "digital steward"),
    ("coordination@phare.example", "manager"),
    ("direction@phare.example", "director"),
    ("partenaire@phare.example", "partner who proposes activities"),
    ("annexe@phare.example", "manager of the second centre"),
]
NAMES = (
    "Ambre Balise Brise Cabestan Cap Chenal Corail Corne Digue Dune Écume Embrun Équinoxe Estran "
    "Étoile Étrave Fanal Flot Foc Galet Goéland Grève Hauban Horizon Houle Hublot Jetée Lagune "
    "Lanterne Largue Lueur Marée Mistral Môle Mouette Nacre Nordet Onde Orion Passe Pavois Perle "
    "Phosphore Prisme Proue Quille Rade Récif Ressac Rivage Sable Sillage Sirius Solstice Suroît "
    "Timon Vague Varech Vega Vent Vergue Vigie Voile Zénith Zéphyr Aurore"
).split()
# How many of each employer sit in the house, in the order of the first-circle list.
EMPLOYERS = {
    "Bruxelles Formation": 23,
    "Actiris": 24,
    "VDAB Brussel": 4,
    "Promotion sociale": 4,
    "EFP/SFPME": 2,
    "Tracé Brussel": 2,
    "Pôle académique de Bruxelles": 3,
    "Fédération Wallonie-Bruxelles": 1,
    "CEFA": 1,
    "Consortium de validation des compétences": 1,
    "WorldSkills Belgium": 1,
}
PRODUCTS = [
    (("choose", "learn"), ("fr",)),
    (("work",), ("fr", "en")),
    (("work", "choose"), ("fr",)),
    (("learn",), ("fr", "en")),
    (("work", "learn"), ("fr", "nl")),
    (("choose", "work"), ("fr", "ar")),
    (("start",), ("fr", "en")),
    (("learn", "choose"), ("nl", "fr")),
    (("move", "learn"), ("fr", "en", "es")),
    (("work",), ("nl", "fr", "en")),
    (("start", "work"), ("fr", "nl")),
    (("move",), ("nl", "fr", "de")),
    (("choose", "learn", "work"), ("fr", "tr")),
]


@dataclass(frozen=True)
class Staff:
    """The people of the demo centre by what they do, and the two of the second centre."""

    counsellors: list[Person]
    reception: list[Person]
    stewards: list[Person]
    annex: list[Person]


def hire(centre: Centre, annex: Centre) -> Staff:
    """Sixty-six people, a director and three managers, and four in the second centre."""
    random = Random("staff")
    roles = [R.RECEPTION] * 6 + [R.STEWARD] * 5 + [R.DOCUMENTALIST] * 2 + [R.EDITOR]
    roles += [R.COUNSELLOR] * (66 - len(roles))
    named = dict(zip(("accueil", "steward"), (0, 6), strict=True)) | {"conseil": 14}
    emails = {rank: f"{name}@phare.example" for name, rank in named.items()}
    people = [
        _hire(centre, name, emails.get(rank, f"{rank}@phare.example"), role)
        for rank, (name, role) in enumerate(zip(NAMES, roles, strict=False))
    ]
    counsellors = [p for p, role in zip(people, roles, strict=True) if role == R.COUNSELLOR]
    for rank, person in enumerate(counsellors):
        audiences = ["youth"] if rank % 6 == 2 else []
        themes, languages = PRODUCTS[rank % len(PRODUCTS)]
        set_competences(person, centre=centre, products=[(themes, languages, audiences)])
    _employ(centre, people, random)
    _lead(centre)
    _invite_partner(centre)
    return Staff(counsellors, people[:6], people[6:11], _hire_annex(annex))


def _hire(centre: Centre, name: str, email: str, *roles: str) -> Person:
    password = PASSWORD if email in dict(SIGN_INS) else None
    return hire_person(centre=centre, email=email, name=name, password=password, roles=roles)


def _employ(centre: Centre, people: list[Person], random: Random) -> None:
    known = {p.name["fr"]: p for p in partners(centre=centre, on=clock.today(calendar.ZONE))}
    employers = [known[name] for name, count in EMPLOYERS.items() for _ in range(count)]
    random.shuffle(employers)
    for person, employer in zip(people, employers, strict=False):
        set_employer(person, centre=centre, employer=employer)


def _invite_partner(centre: Centre) -> None:
    """Somebody of an organisation that runs activities here, and works elsewhere."""
    known = {p.name["fr"]: p for p in partners(centre=centre, on=clock.today(calendar.ZONE))}
    person = _hire(centre, "Phalène", "partenaire@phare.example", R.PARTNER)
    set_employer(person, centre=centre, employer=known["Leerwinkel Brussel"])


def _lead(centre: Centre) -> None:
    director = _hire(centre, "Amer", "direction@phare.example", R.DIRECTOR, R.ADMINISTRATOR)
    make_coordinator(director, network=centre.network)
    for rank, name in enumerate(("Boussole", "Compas", "Sextant")):
        email = "coordination@phare.example" if rank == 0 else f"coordination{rank}@phare.example"
        person = _hire(centre, name, email, R.MANAGER)
        set_competences(person, centre=centre, products=[(("choose", "work"), ("fr", "nl"), ())])


def _hire_annex(annex: Centre) -> list[Person]:
    people = [
        _hire(annex, "Ancre", "annexe@phare.example", R.MANAGER),
        _hire(annex, "Bouée", "annexe1@phare.example", R.RECEPTION),
        _hire(annex, "Cordage", "annexe2@phare.example", R.COUNSELLOR),
        _hire(annex, "Drisse", "annexe3@phare.example", R.COUNSELLOR),
    ]
    for person, languages in zip(people[2:], (("fr",), ("nl", "fr")), strict=True):
        set_competences(
            person, centre=annex, products=[(("choose", "learn", "work"), languages, ())]
        )
    return people

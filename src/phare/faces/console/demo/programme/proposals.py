"""What partners have thought of: a proposal that waits for an answer, a draft without Dutch."""

from datetime import date

from phare.activities.actions.programme import About, draft_activity, propose_activity
from phare.activities.choices import Kind
from phare.centres.queries import Centre, partners
from phare.faces.console.demo.texts import text

OF = "Leerwinkel Brussel"  # the house of the demo's partner who signs in
WAITING = About(
    kind=Kind.WORKSHOP,
    title=text(
        "Choisir un cours du soir sans se tromper de rythme",
        "Een avondcursus kiezen op uw eigen ritme",
    ),
    lead=text(
        "Combien d’heures par semaine, pour combien de mois ?",
        "Hoeveel uur per week, en hoeveel maanden lang?",
    ),
    text=text(
        "On compare trois cours du soir, on compte les heures de trajet et de travail à la maison, "
        "et chacun repart avec un horaire qui tient.",
        "We vergelijken drie avondcursussen, tellen de uren onderweg en thuis mee, en iedereen "
        "vertrekt met een weekrooster dat haalbaar is.",
    ),
    bring={},
    themes=("learn",),
)
UNFINISHED = About(
    kind=Kind.INFO_SESSION,
    title={"fr": "Reprendre des études quand on a des enfants"},
    lead={"fr": "Horaires, garde, congés : ce qui existe."},
    text={"fr": "Une heure pour passer en revue les aides, puis vos questions."},
    bring={},
    themes=("learn",),
)


def load(centre: Centre, *, today: date, scale: float) -> None:
    (partner,) = [one for one in partners(centre=centre, on=today) if one.name["fr"] == OF]
    waiting = draft_activity(
        centre=centre,
        about=WAITING,
        key="demo-proposal-1",
        proposed_by=partner,
        wish="Un mardi ou un jeudi, après 17:00, pour quinze personnes.",
    )
    propose_activity(waiting)
    draft_activity(centre=centre, about=UNFINISHED, key="demo-proposal-2", proposed_by=partner)

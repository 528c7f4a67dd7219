"""A language is suggested when the words are surely in it, and in no other case."""

import pytest

from phare.centres.models import Language
from phare.tickets.actions import add_cue
from phare.tickets.queries import suggestion
from tests.factories.centres import make_centre

pytestmark = pytest.mark.django_db
OTHERS = ("ar", "es", "pt", "ro", "tr", "uk")


@pytest.fixture
def centre():
    centre = make_centre()
    for code in OTHERS:
        language, _ = Language.objects.get_or_create(
            network=centre.network, code=code, defaults={"name": {"fr": code, "nl": code}}
        )
        centre.languages.add(language)
    return centre


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Je cherche du travail", "fr"),
        ("Ik zoek werk in Brussel", "nl"),
        ("I am looking for a job", "en"),
        ("Ich suche eine Arbeit", "de"),
        ("أبحث عن عمل في بروكسل", "ar"),
        ("Necesito un trabajo", "es"),
        ("procuro emprego", "pt"),
        ("caut un loc de munca", "ro"),
        ("İş arıyorum Brüksel’de", "tr"),
        ("Я шукаю роботу в Брюсселі", "uk"),
    ],
)
def test_the_language_somebody_speaks_is_suggested(centre, words, language):
    assert suggestion(words, centre=centre).language == language


@pytest.mark.parametrize("words", ["cerco lavoro a Bruxelles", "szukam pracy w Brukseli", "CV"])
def test_a_language_nobody_here_speaks_is_taken_for_no_other(centre, words):
    assert suggestion(words, centre=centre).language == ""


def test_a_language_the_centre_does_not_answer_is_not_suggested():
    assert suggestion("Necesito un trabajo", centre=make_centre("here")).language == ""


def test_where_the_words_do_not_tell_the_lists_do(centre):
    add_cue(centre=centre, theme="work", language="nl", word="CV")
    found = suggestion("CV", centre=centre)
    assert (found.theme, found.language, found.because) == ("work", "nl", ("cv",))

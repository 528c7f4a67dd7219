"""Words that suggest a theme: several at once, tried without a trace."""

import pytest

from phare.tickets.actions import add_cue
from phare.tickets.models import Cue
from tests.faces.office.conftest import page


def test_several_words_are_added_at_once_each_said_once(manager):
    form = {"in": "nl", "theme": "work", "words": "Werk, vacature\nsolliciteren; werk,,"}

    answer = manager.post("/en/office/words/add/", form)

    assert (answer.status_code, answer["Location"]) == (303, "/en/office/words/?in=nl")
    assert set(Cue.objects.values_list("language", "theme", "word")) == {
        ("nl", "work", "werk"),
        ("nl", "work", "vacature"),
        ("nl", "work", "solliciteren"),
    }


@pytest.mark.parametrize("words", ["", " , ;", "x" * 61])
def test_no_word_or_a_whole_story_is_refused_with_what_was_typed(manager, words):
    answer = manager.post("/en/office/words/add/", {"theme": "work", "words": words})

    assert answer.status_code == 422
    assert not Cue.objects.exists()


def test_a_word_is_removed(centre, manager):
    cue = add_cue(centre=centre, theme="work", language="fr", word="emploi")

    manager.post(f"/en/office/words/{cue.pk}/remove/")

    assert not Cue.objects.exists()


def test_a_sentence_is_tried_and_kept_nowhere(centre, manager):
    add_cue(centre=centre, theme="work", language="fr", word="emploi")

    answer = manager.post("/en/office/words/try/", {"sentence": "Je cherche un emploi rapidement"})

    assert answer.status_code == 200
    assert "“emploi”" in page(answer)
    assert "Language: French" in page(answer)


def test_a_sentence_without_a_known_word_suggests_nothing(manager):
    answer = manager.post("/en/office/words/try/", {"sentence": "zzz"})

    assert "No theme: none of these words is on a list." in page(answer)


def test_a_word_of_another_centre_does_not_exist_here(annex, manager):
    cue = add_cue(centre=annex, theme="work", language="fr", word="ailleurs")

    assert manager.post(f"/en/office/words/{cue.pk}/remove/").status_code == 404
    assert "ailleurs" not in page(manager.get("/en/office/words/"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_database_as_much_for_three_as_for_one(
    centre, manager, rows, django_assert_num_queries
):
    for number in range(rows):
        add_cue(centre=centre, theme="work", language="fr", word=f"mot {number}")

    with django_assert_num_queries(8):
        manager.get("/en/office/words/")

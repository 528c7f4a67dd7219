"""Groups: what is known of their people as sums, never person by person."""

from collections.abc import Mapping
from dataclasses import replace

from django.db import transaction

from phare.centres.models import Centre
from phare.contacts.actions.recording import profile_of
from phare.contacts.choices import NOT_STATED
from phare.contacts.facts import Fact, Profile
from phare.contacts.models import VoluntaryProfile
from phare.contacts.queries import PROFILE_QUESTIONS

Marginals = Mapping[str, Mapping[str, int]]  # question to answer to people


class TooManyAnswers(Exception):
    """More people are said to have answered `question` than there were, or fewer than none."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


@transaction.atomic
def record_marginals(fact: Fact, marginals: Marginals, *, centre: Centre) -> None:
    """The sums that were noted of each question about the `fact.people` people of a group.

    What a question leaves open is not stated, and kept apart. No row joins two questions: who was
    young and who was a woman is not known, and not invented. The contact itself is written by
    `record_contact`. Raises `TooManyAnswers`; nothing in training.
    """
    if not centre.training:
        for question, answers in sorted(marginals.items()):
            for row in _rows(question, answers, fact=fact, centre=centre):
                row.save(force_insert=True)


def _rows(
    question: str, answers: Mapping[str, int], *, fact: Fact, centre: Centre
) -> list[VoluntaryProfile]:
    if question not in PROFILE_QUESTIONS:
        raise ValueError(question)
    said = {answer: people for answer, people in answers.items() if people}
    if not said:
        return []
    silent = fact.people - sum(said.values())
    if silent < 0 or min(said.values()) < 0:
        raise TooManyAnswers(question)
    rows = []
    for answer, people in sorted({**said, NOT_STATED: silent}.items()):
        if people:
            profile = replace(Profile(), **{question: answer})
            row = profile_of(profile, people, fact=fact, centre=centre)
            row.question = question
            rows.append(row)
    return rows

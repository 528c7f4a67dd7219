"""What people chose to say: opinions by source, profile by question."""

from collections.abc import Sequence

from phare.centres.models import Centre
from phare.contacts.choices import Mode
from phare.contacts.queries import PROFILE_QUESTIONS, profiles_in
from phare.ground.periods import Days
from phare.satisfaction.choices import Source
from phare.satisfaction.queries import QUESTIONS, opinions_in


def opinions(days: Days, *, centres: Sequence[Centre]) -> dict[tuple[str, str, str], int]:
    """(question, source, answer) to people. The two sources are never added up."""
    return {
        (question, source.value, answer): people
        for question in QUESTIONS
        for source in Source
        for answer, people in opinions_in(
            days, centres=centres, question=question, source=source
        ).items()
    }


def profile(
    days: Days, *, centres: Sequence[Centre], mode: str = Mode.ADVICE
) -> dict[str, dict[str, int]]:
    """Question to answers of one mode; who did not say is apart, as NOT_STATED.

    Who is advised and who comes to a group activity are two populations, never put together.
    """
    found = {
        question: profiles_in(days, centres=centres, question=question, mode=mode)
        for question in PROFILE_QUESTIONS
    }
    return {question: answers for question, answers in found.items() if any(answers.values())}

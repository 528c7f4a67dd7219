"""Who may do what: pure predicates on the kinds of role somebody has in a centre."""

from collections.abc import Collection

from phare.people.choices import RoleKind as R

OFFICE = frozenset({R.MANAGER, R.DIRECTOR, R.ADMINISTRATOR, R.NETWORK})
FLOOR = frozenset({R.RECEPTION, R.COUNSELLOR, R.STEWARD, R.DOCUMENTALIST, R.MANAGER, R.DIRECTOR})


def may_receive(kinds: Collection[str]) -> bool:
    """Take, move and correct tickets at reception."""
    return bool({R.RECEPTION, R.MANAGER, R.DIRECTOR} & set(kinds))


def may_advise(kinds: Collection[str]) -> bool:
    """Call people to a desk and close interviews."""
    return bool({R.COUNSELLOR, R.MANAGER} & set(kinds))


def may_count(kinds: Collection[str]) -> bool:
    """Enter advice given anywhere and headcounts."""
    return bool(FLOOR & set(kinds))


def may_host(kinds: Collection[str]) -> bool:
    """Register people for sessions, note who came and close a session."""
    return bool(FLOOR & set(kinds))


def may_see_today(kinds: Collection[str]) -> bool:
    return bool((FLOOR | OFFICE) & set(kinds))


def may_manage(kinds: Collection[str]) -> bool:
    """Hours, notices, people, rota, words, figures."""
    return bool({R.MANAGER, R.DIRECTOR, R.ADMINISTRATOR} & set(kinds))


def may_draft(kinds: Collection[str]) -> bool:
    """See the programme as it is made, and bring ideas into it."""
    return bool({R.COUNSELLOR, R.EDITOR, R.MANAGER, R.DIRECTOR} & set(kinds))


def may_plan(kinds: Collection[str]) -> bool:
    """Plan, publish and cancel sessions, rooms and series."""
    return bool({R.EDITOR, R.MANAGER, R.DIRECTOR} & set(kinds))


def may_approve(kinds: Collection[str]) -> bool:
    """Say which ideas become part of the programme."""
    return bool({R.MANAGER, R.DIRECTOR} & set(kinds))


def may_propose(kinds: Collection[str]) -> bool:
    """Propose activities for one's organisation and see how many come, never who."""
    return R.PARTNER in kinds


def may_write_notices(kinds: Collection[str]) -> bool:
    return may_manage(kinds) or R.EDITOR in kinds


def may_report(kinds: Collection[str]) -> bool:
    """Make reports and import figures."""
    return bool(OFFICE & set(kinds))


def may_release_figures(kinds: Collection[str]) -> bool:
    """Publish a table with small cells in full: the director alone answers for it."""
    return R.DIRECTOR in kinds


def may_see_employers(kinds: Collection[str]) -> bool:
    return bool({R.MANAGER, R.DIRECTOR} & set(kinds))


def may_answer(
    competences: Collection[tuple[Collection[str], Collection[str]]], theme: str, language: str
) -> bool:
    """Whether one of the (themes, languages) products covers both; no theme yet suits any."""
    return any(
        language in languages and (not theme or theme in themes)
        for themes, languages in competences
    )


def may_choose_for_oneself(kinds: Collection[str]) -> bool:
    """Language, shortcuts and password of one's own: everybody who works here."""
    return bool(kinds)


def grantable_roles(kinds: Collection[str]) -> frozenset[str]:
    """The roles somebody may give or take: nobody makes others more than they are themselves."""
    if {R.DIRECTOR, R.ADMINISTRATOR} & set(kinds):
        return frozenset(R) - {R.NETWORK}
    if R.MANAGER in kinds:
        return frozenset(R) - {R.NETWORK, R.DIRECTOR, R.ADMINISTRATOR}
    return frozenset()


def may_change_person(kinds: Collection[str], theirs: Collection[str]) -> bool:
    """Roles, password and leave of somebody: only of those whose roles one could give."""
    return may_manage(kinds) and grantable_roles(kinds) >= set(theirs)

"""Whose name stands at a job's steps: a member's id, their pseudonym, and in the end none."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Update, case, func, literal, update

from bot.domain.ids import UserId
from bot.domain.job import Actor
from bot.storage.tables import job_events

Roles = Sequence[Callable[[UserId], Actor]]

AS_MEMBER: Final[Roles] = (Actor.member,)
IN_ANY_ROLE: Final[Roles] = (Actor.member, Actor.moderator)


def renamed(
    actor: ColumnElement[Any], user_id: UserId, pseudonym: UserId, *, roles: Roles
) -> ColumnElement[Any]:
    names = [(actor == str(role(user_id)), literal(str(role(pseudonym)))) for role in roles]
    return case(*names, else_=actor)


def rename_actors(
    job_ids: Sequence[int], user_id: UserId, pseudonym: UserId, *, roles: Roles
) -> Update:
    names = [str(role(user_id)) for role in roles]
    return (
        update(job_events)
        .where(job_events.c.job_id.in_(job_ids), job_events.c.actor.in_(names))
        .values(actor=renamed(job_events.c.actor, user_id, pseudonym, roles=roles))
    )


def role_alone(actor: ColumnElement[Any]) -> ColumnElement[Any]:
    """`member:-123` becomes `member`: pseudonyms have a sign, ids have none."""
    sign = func.instr(actor, ":-")
    return case((sign > 0, func.substr(actor, 1, sign - 1)), else_=actor)


def forget_actors(job_ids: Sequence[int]) -> Update:
    return (
        update(job_events)
        .where(job_events.c.job_id.in_(job_ids), job_events.c.actor.contains(":-"))
        .values(actor=role_alone(job_events.c.actor))
    )

"""Who may do what to a job: the requester, and those with Manage Messages in its channel."""

from dataclasses import dataclass

from bot.domain.errors import NotAllowedError, NotFoundError
from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.job import Actor, Job
from bot.domain.ports import JobStore


@dataclass(frozen=True, kw_only=True, slots=True)
class Presser:
    """Who pressed, and where. Discord vouches for the permissions in the interaction."""

    user_id: UserId
    guild_id: GuildId
    may_manage_messages: bool


async def job_for(
    store: JobStore, job_id: JobId, presser: Presser, *, refusal_key: str = "job-not-found"
) -> Job:
    """Find a job of the presser's own server; raises NotFoundError for any other."""
    job = await store.get(job_id)
    if job is None or job.destination.guild_id != presser.guild_id:
        raise NotFoundError(refusal_key)
    return job


def acting_as(job: Job, presser: Presser, *, refusal_key: str) -> Actor:
    """Say in which role the presser acts; raises NotAllowedError for a stranger."""
    if presser.user_id == job.destination.user_id:
        return Actor.member(presser.user_id)
    if presser.may_manage_messages:
        return Actor.moderator(presser.user_id)
    raise NotAllowedError(refusal_key)

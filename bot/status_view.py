"""What `showreel status` prints."""

from collections.abc import Sequence
from datetime import timedelta

from rich.console import Console
from rich.table import Table

from bot.config import Settings
from bot.domain.guild_pauses import GuildPause
from bot.domain.ids import JobId
from bot.domain.job import Job
from bot.domain.ports import Incident
from bot.services.status import Status


def print_status(status: Status, settings: Settings) -> None:
    console = Console()
    for line in _figures(status, settings):
        console.print(line, markup=False, soft_wrap=True)
    if status.at_work:
        console.print(_table(status.at_work))
    for pause in status.guild_pauses:
        console.print(_guild_pause(pause), markup=False, soft_wrap=True)
    console.print(_kept(status.kept, kept_for=timedelta(days=settings.kept_days)))
    console.print(f"Open incidents: {len(status.incidents)}")
    for incident in status.incidents:
        console.print(_line(incident), markup=False, soft_wrap=True)


def _figures(status: Status, settings: Settings) -> list[str]:
    spent = f"Spent in the last 24 hours: ${status.usd_last_day:.2f}"
    if settings.total_usd_per_day is not None:
        spent += f" of ${settings.total_usd_per_day:.2f}"
    used, limit = status.requests_in_window, settings.eachlabs_rate_requests
    figures = [
        f"Waiting: {status.waiting}{_without_key(status.without_key)}",
        f"In flight: {status.slots_taken} of {settings.eachlabs_max_concurrent}",
        f"Requests in the last {settings.eachlabs_rate_seconds:g} s: {used} of {limit}",
        spent,
    ]
    if status.pause is None:
        return figures
    since = f"{status.pause.since:%Y-%m-%d %H:%M} UTC"
    return [f"Paused since {since}: {status.pause.reason}", *figures]


def _without_key(jobs: Sequence[JobId]) -> str:
    if not jobs:
        return ""
    return f", {len(jobs)} of them for a missing key: jobs {', '.join(map(str, jobs))}"


def _table(jobs: Sequence[Job]) -> Table:
    table = Table("job", "reference", "state", "guild", "since (UTC)")
    for job in jobs:
        since = job.submitted_at or job.created_at
        table.add_row(
            str(job.id),
            job.reference,
            job.status.value,
            str(job.destination.guild_id),
            f"{since:%Y-%m-%d %H:%M:%S}",
        )
    return table


def _guild_pause(pause: GuildPause) -> str:
    line = f"Paused by its moderators: server {pause.guild_id}"
    line += f", since {pause.since:%Y-%m-%d %H:%M} UTC"
    return f"{line}: {pause.reason}" if pause.reason else line


def _kept(jobs: Sequence[Job], *, kept_for: timedelta) -> str:
    line = f"Kept clips: {len(jobs)}"
    if not jobs:
        return line
    first_end = min(job.finished_at or job.created_at for job in jobs) + kept_for
    return f"{line}, the first until {first_end:%Y-%m-%d %H:%M} UTC"


def _line(incident: Incident) -> str:
    line = f"- {incident.kind} {incident.subject}".rstrip()
    line += f", since {incident.opened_at:%Y-%m-%d %H:%M} UTC"
    return f"{line} ({incident.detail})" if incident.detail else line

"""The command line: `showreel`, or `python -m bot`."""

import asyncio
import errno
import gc
import random
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.config import Settings, SettingsError, load_settings
from bot.endings import ExitStatus, finish, give_up, ignore_stop_signals, stop_event
from bot.export_file import export_file, export_progress

if TYPE_CHECKING:
    import aiohttp

LARGEST_ID: Final = 2**63 - 1
# What the shell is told of options that make no sense; Typer's own word, too.
WRONG_USE: Final = 2
_CHARGED_OR_NOT: Final = """\
Nothing was settled. Say what the account's history shows of this job:
  showreel jobs settle {job_id} --charged      It was charged: its estimate is booked as its cost.
  showreel jobs settle {job_id} --not-charged  It was not charged: nothing is booked.\
"""

app = typer.Typer(
    help="Showreel turns a prompt into a short clip, in Discord.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
usage = typer.Typer(help="The usage log.", no_args_is_help=True)
app.add_typer(usage, name="usage")
jobs = typer.Typer(help="Single jobs.", no_args_is_help=True)
app.add_typer(jobs, name="jobs")
privacy = typer.Typer(help="What is kept about a member.", no_args_is_help=True)
app.add_typer(privacy, name="privacy")


class ExportFormat(StrEnum):
    """What `usage export` writes."""

    CSV = "csv"
    JSONL = "jsonl"


@app.command()
def run() -> None:
    """Run the bot."""
    run_bot(lambda: None)


def run_bot(
    open_connector: "Callable[[], aiohttp.BaseConnector | None]",
    *,
    next_guild_within_s: float = 2.0,
) -> None:
    """Run until SIGINT or SIGTERM. A connector leads to another Discord than the real one."""
    from bot.app import Edges, open_showreel
    from bot.clock import SystemClock

    settings = _settings()

    async def serve() -> None:
        stop = stop_event()
        edges = Edges(
            clock=SystemClock(),
            random_source=random.SystemRandom(),
            discord_connector=open_connector(),
            next_guild_within_s=next_guild_within_s,
        )
        async with open_showreel(settings, edges) as runner:
            _spare_what_stays()
            await runner.run(stop)

    try:
        finish(serve())
    finally:
        ignore_stop_signals()


def _spare_what_stays() -> None:
    """Take what is loaded by now out of garbage collection, as it stays until the end.

    Else each full collection walks through all of it, and holds up the event loop for 0.1 s.
    """
    gc.collect()
    gc.freeze()


@app.command()
def sandbox(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the chat page.")] = 8765,
    speed: Annotated[
        float, typer.Option(min=1, max=600, help="Time-lapse: 30 makes a clip in about 11 s.")
    ] = 30,
) -> None:
    """Open the bot against a local Discord and a local Eachlabs, with a chat page."""
    try:
        from sandbox.app import SandboxNotReadyError, serve_sandbox
    except ModuleNotFoundError:
        give_up(
            ExitStatus.FAILED,
            "The sandbox is not part of this installation. In a checkout, `make sandbox` opens it.",
        )

    async def serve() -> None:
        await serve_sandbox(port=port, speed=speed, stop=stop_event())

    try:
        finish(serve())
    except SandboxNotReadyError:
        give_up(ExitStatus.FAILED, "The bot did not come up; the log above says why.")
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        give_up(
            ExitStatus.FAILED,
            f"Port {port} is taken by another program; choose one with --port, or 0 for any.",
        )


@app.command()
def check() -> None:
    """Say for each thing a start needs whether it is fine, and how to mend it."""
    from bot.start_check import find_problems

    try:
        settings = load_settings()
    except SettingsError as error:
        for problem in error.problems:
            typer.echo(f"NO  Settings: {problem}")
        raise SystemExit(ExitStatus.FAILED) from None
    _configure_logging(settings)
    findings = finish(find_problems(settings))
    for finding in findings:
        typer.echo(f"{'ok ' if finding.is_fine else 'NO '} {finding.name}: {finding.sentence}")
    if not all(finding.is_fine for finding in findings):
        raise SystemExit(ExitStatus.FAILED)


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    from bot import operator_tools

    changed = finish(operator_tools.migrate(_settings()))
    typer.echo(
        "The database is at the newest schema now."
        if changed
        else "The database was at the newest schema already."
    )


@app.command()
def rekey() -> None:
    """Encrypt everything anew with the first key of DATA_KEY; the bot must be stopped."""
    from bot.rekey import run_rekey

    run_rekey(_settings())


@app.command()
def status() -> None:
    """Show the queue, running jobs, budget, spend and incidents."""
    from bot import operator_tools
    from bot.status_view import print_status

    settings = _settings()
    found = finish(operator_tools.status(settings))
    print_status(found, settings)


@app.command()
def pause(
    reason: Annotated[str, typer.Option(help="What members are told.")] = "",
) -> None:
    """Refuse new requests; waiting jobs stay, running ones finish."""
    from bot import operator_tools

    finish(operator_tools.pause(_settings(), reason))
    typer.echo("Paused. Running jobs finish; `showreel resume` ends the pause.")


@app.command()
def resume() -> None:
    """End the pause."""
    from bot import operator_tools

    was_paused = finish(operator_tools.resume(_settings()))
    typer.echo("Resumed." if was_paused else "The bot was not paused. Nothing was changed.")


@app.command()
def healthcheck() -> None:
    """Ask the running bot whether it is ready."""
    from bot.observability.health import ask_ready, ready_url

    settings = _settings()
    host, port = settings.http_host, settings.http_port
    if not asyncio.run(ask_ready(host, port)):
        url = ready_url(host, port)
        typer.echo(f"The bot does not run, or is not ready: asked {url}.", err=True)
        raise SystemExit(ExitStatus.FAILED)
    typer.echo("The bot is ready.")


@jobs.command()
def settle(
    job_id: Annotated[int, typer.Argument(metavar="ID", min=1, max=LARGEST_ID)],
    charged: Annotated[
        bool | None,
        typer.Option(
            "--charged/--not-charged",
            help="What the account's history shows: the first books the estimate as the cost, "
            "the second nothing. One of them must be given.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Close a job whose create has an unknown outcome."""
    if charged is None:
        typer.echo(_CHARGED_OR_NOT.format(job_id=job_id), err=True)
        raise SystemExit(WRONG_USE)
    from bot import operator_tools
    from bot.domain.errors import IllegalTransitionError
    from bot.domain.ids import JobId

    try:
        finish(operator_tools.settle(_settings(), JobId(job_id), charged=charged))
    except IllegalTransitionError:
        give_up(ExitStatus.FAILED, f"Job {job_id} is not one whose outcome is unknown.")
    typer.echo(f"Job {job_id} is settled.")


@jobs.command()
def cancel(
    job_id: Annotated[int, typer.Argument(metavar="ID", min=1, max=LARGEST_ID)],
) -> None:
    """Cancel a job that waits; nothing is charged, and its member is told."""
    from bot import operator_tools
    from bot.domain.ids import JobId

    if not finish(operator_tools.cancel(_settings(), JobId(job_id))):
        give_up(ExitStatus.FAILED, f"Job {job_id} is not one that waits.")
    typer.echo(f"Job {job_id} is cancelled. Nothing was charged; the running bot tells its member.")


@usage.command()
def export(
    guild: Annotated[
        int | None, typer.Option(min=1, max=LARGEST_ID, help="Only this guild's attempts.")
    ] = None,
    since: Annotated[str | None, typer.Option(help="ISO 8601, included.")] = None,
    until: Annotated[str | None, typer.Option(help="ISO 8601, not included.")] = None,
    file_format: Annotated[ExportFormat, typer.Option("--format")] = ExportFormat.CSV,
    output: Annotated[Path | None, typer.Option(help="A file instead of standard output.")] = None,
) -> None:
    """Write the usage log, streamed."""
    from bot import operator_tools
    from bot.domain.ids import GuildId
    from bot.domain.usage import UsageFilter

    usage_filter = UsageFilter(
        guild_id=None if guild is None else GuildId(guild),
        since=_moment("--since", since),
        until=_moment("--until", until),
    )
    settings = _settings()
    unreadable = 0

    def note_unreadable(rows: int) -> None:
        nonlocal unreadable
        unreadable = rows

    total = finish(operator_tools.count_attempts(settings, usage_filter))
    with export_file(output) as file, export_progress(total) as progress:
        written = finish(
            operator_tools.export_usage(
                settings,
                usage_filter,
                file,
                file_format=file_format.value,
                on_progress=lambda rows: progress.update(progress.task_ids[0], completed=rows),
                on_unreadable=note_unreadable,
            )
        )
    if output is not None:
        typer.echo(f"{written} attempts written to {output}.", err=True)
    if unreadable:
        typer.echo(
            f"{unreadable} attempts are without their texts: no key of DATA_KEY opens them. Add "
            "the key that they need, and export again.",
            err=True,
        )


@privacy.command("export")
def export_own(
    user_id: Annotated[int, typer.Argument(metavar="USER_ID", min=1, max=LARGEST_ID)],
    output: Annotated[Path | None, typer.Option(help="A file instead of standard output.")] = None,
) -> None:
    """Write what `/privacy export` gives this member, however much it is."""
    from bot import operator_tools
    from bot.domain.ids import UserId
    from bot.domain.usage import UsageFilter

    settings, member = _settings(), UserId(user_id)
    # A database that cannot be read is told before any file is made.
    requests = finish(operator_tools.count_attempts(settings, UsageFilter(user_id=member)))
    with export_file(output) as file:
        finish(operator_tools.export_own_data(settings, member, file))
    if output is not None:
        typer.echo(f"Written to {output}. Requests among it: {requests}", err=True)


@privacy.command("erase")
def erase_own(
    user_id: Annotated[int, typer.Argument(metavar="USER_ID", min=1, max=LARGEST_ID)],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,  # noqa: FBT002 -- how typer makes a flag
) -> None:
    """Do what `/privacy delete` does for this member."""
    from bot import operator_tools
    from bot.domain.ids import UserId

    settings = _settings()
    if not yes:
        typer.confirm(f"Erase what {user_id} has asked for so far? It cannot be undone", abort=True)
    requests = finish(operator_tools.erase_own_data(settings, UserId(user_id)))
    typer.echo(
        f"Written down. Requests that it is about: {requests}. A running bot erases within a "
        "minute or a few, or the next one once it runs."
    )


def main() -> None:
    """Run the console script."""
    app()


def _settings() -> Settings:
    try:
        settings = load_settings()
    except SettingsError as error:
        for problem in error.problems:
            typer.echo(problem, err=True)
        raise SystemExit(ExitStatus.CONFIGURATION) from None
    _configure_logging(settings)
    return settings


def _configure_logging(settings: Settings) -> None:
    from bot.log import configure_logging

    configure_logging(level=settings.log_level, fmt=settings.log_format, secrets=settings.secrets)


def _moment(option: str, text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{option} takes a date or a time such as 2026-11-22 or 2026-11-22T18:30:00Z"
        ) from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


if __name__ == "__main__":
    main()

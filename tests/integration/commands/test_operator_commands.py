"""What an operator types beside a running bot, or without one."""

import csv
import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet

from bot.config import load_settings
from bot.domain.guild_pauses import GuildPause
from bot.domain.ids import GuildId, UserId
from bot.domain.job import OPERATOR, Job, JobStatus
from bot.domain.ports import Incident, Pause
from bot.domain.usage import COLUMNS
from bot.endings import ExitStatus
from bot.storage.lock import DatabaseLock
from bot.stores import Stores
from tests.integration.commands.conftest import GUILD, Beside, Command, accepted, in_status

ANOTHER_KEY = Fernet.generate_key().decode()
DATABASE_COMMANDS = [
    ("status",),
    ("pause",),
    ("resume",),
    ("usage", "export"),
    ("jobs", "settle", "1", "--charged"),
    ("jobs", "cancel", "1"),
    ("privacy", "export", "70"),
    ("privacy", "erase", "70", "--yes"),
]


class TestMigrate:
    def test_it_brings_the_database_to_the_newest_schema_once(self, command: Command) -> None:
        first, second = command("migrate"), command("migrate")

        assert (
            first.exit_code,
            first.stdout,
        ) == (0, "The database is at the newest schema now.\n")
        assert (
            second.exit_code,
            second.stdout,
        ) == (0, "The database was at the newest schema already.\n")

    def test_a_database_that_another_process_holds_is_left_alone(self, command: Command) -> None:
        with DatabaseLock.acquire(load_settings().database_url):
            held = command("migrate")

        assert held.exit_code == ExitStatus.TEMPORARY_FAILURE == 75
        assert held.stderr == (
            "Another Showreel holds this database. Stop it first, or set another DATABASE_URL.\n"
        )
        assert command("migrate").exit_code == 0

    @pytest.mark.parametrize("content", [b"this is no database, but it is long enough" * 40])
    def test_a_file_that_is_no_database_is_told_in_a_sentence(
        self, command: Command, content: bytes
    ) -> None:
        Path("data").mkdir()
        Path("data/showreel.db").write_bytes(content)

        told = command("migrate")

        assert told.exit_code == ExitStatus.FAILED
        assert told.stderr.startswith("The database cannot be used: ")
        assert content == Path("data/showreel.db").read_bytes()

    @pytest.mark.parametrize("name", ["migrate", "run"])
    def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(
        self, command: Command, name: str
    ) -> None:
        Path("data").write_text("a file where the folder should be")

        told = command(name)

        assert told.exit_code == ExitStatus.FAILED
        assert told.stderr.startswith("The database cannot be used: ")


class TestWithoutAReadyDatabase:
    @pytest.mark.parametrize("arguments", DATABASE_COMMANDS)
    def test_an_unmigrated_database_is_told_how_to_be_mended(
        self, command: Command, arguments: tuple[str, ...]
    ) -> None:
        told = command(*arguments)

        assert told.exit_code == ExitStatus.FAILED
        assert told.stderr == (
            "The database is not at this version's schema. Run `showreel migrate`.\n"
        )

    @pytest.mark.parametrize("arguments", [("run",), ("migrate",), *DATABASE_COMMANDS])
    def test_wrong_settings_are_told_one_by_one(
        self,
        command: Command,
        environment: pytest.MonkeyPatch,
        arguments: tuple[str, ...],
    ) -> None:
        environment.setenv("HTTP_PORT", "eighty")
        environment.delenv("EACHLABS_API_KEY")

        told = command(*arguments)

        assert told.exit_code == ExitStatus.CONFIGURATION == 78
        assert sorted(told.stderr.splitlines()) == [
            "EACHLABS_API_KEY is required but not set; see .env.example.",
            "HTTP_PORT must be a whole number.",
        ]
        assert told.stdout == ""


class TestPause:
    def test_it_is_written_for_the_running_bot_and_ends_again(
        self, migrated: Command, beside: Beside
    ) -> None:
        paused = migrated("pause", "--reason", "Back at nine")
        found: Pause = beside(lambda stores: stores.switches.pause())
        resumed = migrated("resume")

        assert (
            paused.exit_code,
            paused.stdout,
        ) == (0, "Paused. Running jobs finish; `showreel resume` ends the pause.\n")
        assert found.reason == "Back at nine"
        assert (resumed.exit_code, resumed.stdout) == (0, "Resumed.\n")
        assert beside(lambda stores: stores.switches.pause()) is None

    def test_it_needs_no_reason_and_may_be_repeated(
        self, migrated: Command, beside: Beside
    ) -> None:
        migrated("pause", "--reason", "first")
        migrated("pause")

        assert beside(lambda stores: stores.switches.pause()).reason == ""
        assert migrated("resume").exit_code == 0

        again = migrated("resume")

        assert (again.exit_code, again.stdout) == (
            0,
            "The bot was not paused. Nothing was changed.\n",
        )

    def test_it_works_beside_a_running_bot(self, migrated: Command, beside: Beside) -> None:
        with DatabaseLock.acquire(load_settings().database_url):
            assert migrated("pause").exit_code == 0

        assert beside(lambda stores: stores.switches.pause()) is not None


class TestStatus:
    def test_an_idle_bot_is_shown_at_a_glance(self, migrated: Command) -> None:
        shown = migrated("status")

        assert shown.exit_code == 0
        assert shown.stdout.splitlines() == [
            "Waiting: 0",
            "In flight: 0 of 10",
            "Requests in the last 60 s: 0 of 60",
            "Spent in the last 24 hours: $0.00 of $50.00",
            "Kept clips: 0",
            "Open incidents: 0",
        ]

    def test_everything_that_goes_on_is_shown(self, migrated: Command, beside: Beside) -> None:
        since = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

        async def much(stores: Stores) -> Job:
            await accepted(stores)
            running = await in_status(stores, JobStatus.SUBMITTING, JobStatus.RUNNING)
            await stores.switches.set_pause(Pause(reason="[bold]tea[/bold]", since=since))
            await stores.incidents.open(
                Incident(kind="no-balance", subject="", opened_at=since, detail="")
            )
            await stores.incidents.open(
                Incident(kind="guild-refused", subject="[red]500", opened_at=since, detail="")
            )
            await stores.incidents.open(
                Incident(kind="eachlabs-away", subject="", opened_at=since, detail="busy")
            )
            return running

        running = beside(much)
        lines = migrated("status").stdout.splitlines()

        assert lines[0] == "Paused since 2026-03-01 09:30 UTC: [bold]tea[/bold]"
        assert "Waiting: 1" in lines
        assert "In flight: 1 of 10" in lines
        assert "Spent in the last 24 hours: $2.80 of $50.00" in lines
        (row,) = [line for line in lines if "running" in line]
        assert str(running.id) in row
        assert running.reference in row
        assert str(GUILD) in row
        assert "- no-balance, since 2026-03-01 09:30 UTC" in lines
        assert "- guild-refused [red]500, since 2026-03-01 09:30 UTC" in lines
        assert "- eachlabs-away, since 2026-03-01 09:30 UTC (busy)" in lines

    def test_what_holds_no_slot_is_not_counted_in_flight(
        self, migrated: Command, beside: Beside, environment: pytest.MonkeyPatch
    ) -> None:
        """A clip on its way holds none, and an outcome that stays unknown none for ever."""
        environment.setenv("JOB_TIMEOUT_SECONDS", "600")
        long_ago = datetime.now(UTC) - timedelta(hours=1)
        submitting, running = JobStatus.SUBMITTING, JobStatus.RUNNING

        async def several(stores: Stores) -> Job:
            await in_status(stores, submitting)
            await in_status(stores, submitting, JobStatus.UNKNOWN)
            await in_status(stores, submitting, running, JobStatus.EXPIRED)
            await in_status(stores, submitting, running, JobStatus.DELIVERING)
            old = await in_status(stores, submitting, JobStatus.UNKNOWN)
            return await stores.jobs.note(
                old.id, actor=OPERATOR, at=long_ago, detail="", submitted_at=long_ago
            )

        old = beside(several)
        shown = migrated("status").stdout

        assert "In flight: 3 of 10" in shown
        assert f"{old.id} " in shown
        assert f"{long_ago:%Y-%m-%d %H:%M:%S}" in shown

    def test_servers_that_their_moderators_paused_are_named(
        self, migrated: Command, beside: Beside
    ) -> None:
        since = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

        async def two(stores: Stores) -> None:
            for guild_id, reason in ((GUILD, "[bold]raid[/bold]"), (GuildId(900), "")):
                await stores.guild_pauses.begin(
                    GuildPause(guild_id=guild_id, reason=reason, since=since, by=UserId(7))
                )

        beside(two)

        lines = migrated("status").stdout.splitlines()
        start = "Paused by its moderators: server"
        assert f"{start} {GUILD}, since 2026-03-01 09:30 UTC: [bold]raid[/bold]" in lines
        assert f"{start} 900, since 2026-03-01 09:30 UTC" in lines

    def test_kept_clips_are_counted_with_the_first_end(
        self, migrated: Command, beside: Beside
    ) -> None:
        finished = [datetime.now(UTC) - timedelta(days=days) for days in (1, 3)]

        async def two(stores: Stores) -> None:
            for finished_at in finished:
                job = await in_status(
                    stores, JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING
                )
                await stores.jobs.transition(
                    job.id, JobStatus.KEPT, actor=OPERATOR, at=finished_at, finished_at=finished_at
                )

        beside(two)

        first_end = finished[1] + timedelta(days=7)
        line = f"Kept clips: 2, the first until {first_end:%Y-%m-%d %H:%M} UTC"
        assert line in migrated("status").stdout.splitlines()

    def test_without_a_cap_no_cap_is_shown(
        self, migrated: Command, environment: pytest.MonkeyPatch
    ) -> None:
        environment.setenv("TOTAL_USD_PER_DAY", "")

        assert "Spent in the last 24 hours: $0.00\n" in migrated("status").stdout


class TestSettle:
    @pytest.fixture
    def unknown(self, migrated: Command, beside: Beside) -> Job:
        del migrated
        return beside(lambda stores: in_status(stores, JobStatus.SUBMITTING, JobStatus.UNKNOWN))

    @pytest.mark.parametrize(
        ("option", "cost_usd", "detail"),
        [
            ("--charged", Decimal("1.40"), "settled as charged"),
            ("--not-charged", Decimal(0), "settled as not charged"),
        ],
    )
    def test_it_closes_the_job_with_what_the_operator_found(
        self,
        command: Command,
        beside: Beside,
        unknown: Job,
        option: str,
        cost_usd: Decimal,
        detail: str,
    ) -> None:
        settled = command("jobs", "settle", str(unknown.id), option)

        assert (0, f"Job {unknown.id} is settled.\n") == (settled.exit_code, settled.stdout)
        job = beside(lambda stores: stores.jobs.get(unknown.id))
        assert (JobStatus.FAILED, cost_usd) == (job.status, job.cost_usd)
        last = beside(lambda stores: stores.jobs.events(unknown.id))[-1]
        assert (str(OPERATOR), detail) == (last.actor, last.detail)

    @pytest.mark.parametrize(
        "steps",
        [
            (),
            (JobStatus.SUBMITTING,),
            (JobStatus.SUBMITTING, JobStatus.RUNNING),
            (JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING),
        ],
    )
    def test_a_job_whose_outcome_is_known_or_will_be_is_left_alone(
        self, migrated: Command, beside: Beside, steps: tuple[JobStatus, ...]
    ) -> None:
        job = beside(lambda stores: in_status(stores, *steps))

        refused = migrated("jobs", "settle", str(job.id), "--not-charged")

        assert refused.exit_code == ExitStatus.FAILED
        assert refused.stderr == f"Job {job.id} is not one whose outcome is unknown.\n"
        assert job.status is beside(lambda stores: stores.jobs.get(job.id)).status

    def test_twice_changes_nothing(self, command: Command, beside: Beside, unknown: Job) -> None:
        command("jobs", "settle", str(unknown.id), "--charged")

        again = command("jobs", "settle", str(unknown.id), "--not-charged")

        assert again.exit_code == ExitStatus.FAILED
        job = beside(lambda stores: stores.jobs.get(unknown.id))
        assert job.cost_usd == Decimal("1.40")

    @pytest.mark.parametrize("job_id", ["404", str(2**63 - 1)])
    def test_a_job_that_is_not_there_is_told(self, migrated: Command, job_id: str) -> None:
        told = migrated("jobs", "settle", job_id, "--charged")

        assert told.exit_code == ExitStatus.FAILED
        assert f"Job {job_id} is not one" in told.stderr

    @pytest.mark.parametrize("job_id", ["0", "-1", "x", str(2**63)])
    def test_what_is_no_job_id_is_refused(self, migrated: Command, job_id: str) -> None:
        assert migrated("jobs", "settle", job_id, "--charged").exit_code == 2

    def test_the_operator_must_say_which_and_reads_what_each_means(self, migrated: Command) -> None:
        told = migrated("jobs", "settle", "42")

        assert told.exit_code == 2
        assert [" ".join(line.split()) for line in told.stderr.splitlines()] == [
            "Nothing was settled. Say what the account's history shows of this job:",
            "showreel jobs settle 42 --charged It was charged: its estimate is booked as its cost.",
            "showreel jobs settle 42 --not-charged It was not charged: nothing is booked.",
        ]


class TestExport:
    @pytest.fixture
    def log(self, migrated: Command, beside: Beside) -> Command:
        async def three(stores: Stores) -> None:
            for day, guild_id in ((1, GUILD), (2, GuildId(600)), (3, GUILD)):
                await accepted(
                    stores,
                    guild_id=guild_id,
                    prompt=f"=fox {day} \N{FOX FACE}\nin snow",
                    created_at=datetime(2026, 3, day, 12, tzinfo=UTC),
                )

        beside(three)
        return migrated

    def exported(self, command: Command, *options: str) -> list[dict[str, Any]]:
        """Export to a file as CSV, and read it back as a spreadsheet would."""
        result = command("usage", "export", "--output", "log.csv", *options)
        assert result.exit_code == 0
        text = Path("log.csv").read_bytes().decode()
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert f"{len(rows)} attempts written to log.csv." in result.stderr
        return rows

    def test_every_attempt_is_a_row_under_the_contracts_columns(self, log: Command) -> None:
        rows = self.exported(log)

        assert [tuple(row) for row in rows] == [COLUMNS] * 3
        assert [row["guild_id"] for row in rows] == ["500", "600", "500"]
        assert [row["prompt"] for row in rows] == [
            f"'=fox {day} \N{FOX FACE}\nin snow" for day in (1, 2, 3)
        ]

    def test_json_lines_hold_the_same(self, log: Command) -> None:
        result = log("usage", "export", "--format", "jsonl", "--output", "log.jsonl")
        rows = [json.loads(line) for line in Path("log.jsonl").read_text("utf-8").splitlines()]

        assert result.exit_code == 0
        assert [row["prompt"] for row in rows] == [
            f"=fox {day} \N{FOX FACE}\nin snow" for day in (1, 2, 3)
        ]
        assert [row["cost_estimated_usd"] for row in rows] == ["1.40"] * 3

    @pytest.mark.parametrize(
        ("options", "days"),
        [
            (("--since", "2026-03-02"), [2, 3]),
            (("--since", "2026-03-02T12:00:00Z"), [2, 3]),
            (("--since", "2026-03-02T12:00:01Z"), [3]),
            (("--since", "2026-03-02T14:00:00+02:00"), [2, 3]),
            (("--until", "2026-03-02T12:00:00+00:00"), [1]),
            (("--until", "2026-03-02T12:00:00.000001"), [1, 2]),
            (("--since", "2026-03-02", "--until", "2026-03-03"), [2]),
            (("--guild", "500"), [1, 3]),
            (("--guild", "500", "--since", "2026-03-02"), [3]),
            (("--guild", str(2**63 - 1)), []),
            (("--since", "0001-01-01T00:00+05:00", "--until", "9999-12-31T23:59-05:00"), [1, 2, 3]),
        ],
    )
    def test_since_is_included_and_until_is_not(
        self, log: Command, options: tuple[str, ...], days: list[int]
    ) -> None:
        assert days == [
            datetime.fromisoformat(row["created_at"]).day for row in self.exported(log, *options)
        ]

    @pytest.mark.parametrize("option", ["--since", "--until"])
    @pytest.mark.parametrize("text", ["yesterday", "2026-13-01", "", "12:00"])
    def test_a_date_that_is_none_is_told_with_an_example(
        self, log: Command, option: str, text: str
    ) -> None:
        told = log("usage", "export", option, text)

        assert told.exit_code == 2
        assert f"{option} takes a date or a time such as 2026-11-22" in told.stderr

    @pytest.mark.parametrize(
        "options",
        [("--guild", "0"), ("--guild", str(2**63)), ("--guild", "x"), ("--format", "xml")],
    )
    def test_what_cannot_be_asked_for_is_refused(
        self, log: Command, options: tuple[str, ...]
    ) -> None:
        assert log("usage", "export", *options).exit_code == 2

    def test_a_file_that_cannot_be_written_is_told(self, log: Command) -> None:
        told = log("usage", "export", "--output", "no-such-folder/log.csv")

        assert told.exit_code == ExitStatus.FAILED
        assert (
            told.stderr == "no-such-folder/log.csv cannot be written: No such file or directory.\n"
        )

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
    def test_a_disk_that_fills_up_is_told(self, log: Command) -> None:
        told = log("usage", "export", "--output", "/dev/full")

        assert told.exit_code == ExitStatus.FAILED
        assert told.stderr == "/dev/full cannot be written: No space left on device.\n"

    def test_standard_output_carries_the_log_and_nothing_else(self, log: Command) -> None:
        del log
        exported = showreel("usage", "export")

        assert exported.returncode == 0
        assert len(list(csv.reader(io.StringIO(exported.stdout.decode(), newline="")))) == 4
        assert exported.stderr == b""

    @pytest.mark.usefixtures("migrated")
    def test_a_reader_that_goes_away_is_no_traceback(self, beside: Beside) -> None:
        async def many(stores: Stores) -> None:
            for _ in range(60):
                await accepted(stores, prompt="x" * 2500)

        beside(many)
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as nobody:
            exported = showreel("usage", "export", stdout=nobody)

        assert exported.returncode == ExitStatus.FAILED
        assert exported.stderr == b"The reader went away before the end.\n"


def showreel(*arguments: str, **streams: Any) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    root = str(Path(__file__).parents[3])
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        env={**os.environ, "PYTHONPATH": root},
        check=False,
        timeout=30,
        stderr=subprocess.PIPE,
        **{"stdout": subprocess.PIPE, **streams},
    )


class TestHealthcheck:
    def test_nobody_there_is_not_ready(
        self, command: Command, environment: pytest.MonkeyPatch
    ) -> None:
        environment.setenv("HTTP_PORT", "1")

        told = command("healthcheck")

        assert (told.exit_code, told.stderr) == (
            1,
            "The bot does not run, or is not ready: asked http://127.0.0.1:1/readyz.\n",
        )

    def test_it_needs_no_database(self, command: Command) -> None:
        command("healthcheck")

        assert not Path("data").exists()


class TestTheProgram:
    def test_without_a_command_it_shows_its_commands(self, command: Command) -> None:
        shown = command().output

        for name in ("run", "sandbox", "check", "migrate", "usage", "status", "pause", "resume"):
            assert name in shown

    def test_wrong_settings_end_a_process_with_78_and_no_traceback(
        self, environment: pytest.MonkeyPatch
    ) -> None:
        environment.setenv("DISCORD_TOKEN", "hunter2 hunter2")

        ended = showreel("run")

        assert ended.returncode == 78
        assert ended.stderr.decode().splitlines() == [
            (
                "DISCORD_TOKEN has characters that no token has; "
                "perhaps something was pasted beside it."
            )
        ]


class TestCancel:
    def test_a_job_that_waits_ends_unpaid_and_its_member_is_owed_a_word(
        self, migrated: Command, beside: Beside
    ) -> None:
        job = beside(accepted)

        cancelled = migrated("jobs", "cancel", str(job.id))

        assert (cancelled.exit_code, cancelled.stdout) == (
            0,
            f"Job {job.id} is cancelled. Nothing was charged; the running bot tells its member.\n",
        )
        row = beside(lambda stores: stores.jobs.get(job.id))
        assert (row.status, row.reason) == (JobStatus.CANCELLED, "cancelled_by_operator")
        assert (row.cost_usd, row.owes_word) == (Decimal(0), True)
        assert beside(lambda stores: stores.jobs.events(job.id))[-1].actor == str(OPERATOR)

    @pytest.mark.parametrize("data_key", ["", ANOTHER_KEY], ids=["no key", "another key"])
    def test_one_whose_key_is_lost_is_named_and_can_be_given_up(
        self,
        migrated: Command,
        beside: Beside,
        environment: pytest.MonkeyPatch,
        data_key: str,
    ) -> None:
        environment.setenv("DATA_KEY", Fernet.generate_key().decode())
        lost = beside(accepted)
        made = beside(lambda stores: in_status(stores, JobStatus.SUBMITTING, JobStatus.RUNNING))
        environment.setenv("DATA_KEY", data_key)
        beside(accepted)

        before = migrated("status").stdout
        given_up = migrated("jobs", "cancel", str(lost.id))

        assert f"Waiting: 2, 1 of them for a missing key: jobs {lost.id}\n" in before
        assert f"│ {made.id} " in before
        assert given_up.exit_code == 0
        assert "Waiting: 1\n" in migrated("status").stdout

    @pytest.mark.parametrize(
        "steps",
        [
            (JobStatus.SUBMITTING,),
            (JobStatus.SUBMITTING, JobStatus.RUNNING),
            (JobStatus.CANCELLED,),
        ],
    )
    def test_one_that_does_not_wait_is_left_alone(
        self, migrated: Command, beside: Beside, steps: tuple[JobStatus, ...]
    ) -> None:
        job = beside(lambda stores: in_status(stores, *steps))

        refused = migrated("jobs", "cancel", str(job.id))

        assert refused.exit_code == ExitStatus.FAILED
        assert refused.stderr == f"Job {job.id} is not one that waits.\n"
        assert job == beside(lambda stores: stores.jobs.get(job.id))

    def test_a_number_that_no_job_has_is_told(self, migrated: Command) -> None:
        refused = migrated("jobs", "cancel", "42")

        assert (refused.exit_code, refused.stderr) == (1, "Job 42 is not one that waits.\n")


class TestPrivacy:
    def test_a_members_own_data_is_written_to_a_file_however_much_it_is(
        self, migrated: Command, beside: Beside
    ) -> None:
        beside(accepted)
        beside(lambda stores: accepted(stores, prompt="a fox \ud800"))

        told = migrated("privacy", "export", "70", "--output", "own.jsonl")

        lines = [json.loads(line) for line in Path("own.jsonl").read_text().splitlines()]
        assert [line["kind"] for line in lines] == ["export", "request", "request"]
        assert [line["prompt"] for line in lines[1:]] == ["a red fox", "a fox ?"]
        assert told.stderr == "Written to own.jsonl. Requests among it: 2\n"

    def test_nobody_elses_is_among_it(self, migrated: Command, beside: Beside) -> None:
        beside(accepted)

        told = migrated("privacy", "export", "71", "--output", "own.jsonl")

        assert [
            json.loads(line)["kind"] for line in Path("own.jsonl").read_text().splitlines()
        ] == ["export"]
        assert told.exit_code == 0

    def test_a_wish_to_be_erased_is_written_down_for_a_running_bot(
        self, migrated: Command, beside: Beside
    ) -> None:
        beside(accepted)

        told = migrated("privacy", "erase", "70", "--yes")

        (wish,) = beside(lambda stores: stores.erasures.pending(after=None, at_most=9))
        assert wish.user_id == 70
        assert told.stdout.startswith("Written down. Requests that it is about: 1.")

    def test_it_is_asked_first(self, migrated: Command, beside: Beside) -> None:
        told = migrated("privacy", "erase", "70")

        assert told.exit_code == ExitStatus.FAILED
        assert beside(lambda stores: stores.erasures.pending(after=None, at_most=9)) == []

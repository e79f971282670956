"""The log as files: what spreadsheets and programs read."""

import csv
import io
import json
import math
import threading
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.ids import ChannelId, GuildId, JobId, UserId
from bot.domain.job import Destination, Job, JobStatus
from bot.domain.usage import COLUMNS, UsageFilter
from bot.services.usage_export import CHUNK_ROWS, export_csv, export_jsonl

EVERYTHING = UsageFilter()


class ListedLog:
    """A UsageLog over a list of jobs."""

    def __init__(self, *jobs):
        self.jobs = jobs

    async def stream(self, usage_filter):
        assert usage_filter is EVERYTHING
        for job in self.jobs:
            yield job

    async def count(self, usage_filter):
        assert usage_filter is EVERYTHING
        return len(self.jobs)


def job(prompt="A red fox", **values):
    request = {"prompt": prompt, "cfg_scale": values.pop("cfg_scale", 0.5)}
    standard = {
        "id": JobId(1),
        "reference": "A1B2C3",
        "status": JobStatus.QUEUED,
        "reason": "",
        "request": ClipRequest(**request),
        "destination": Destination(
            guild_id=GuildId(123456789012345678),
            channel_id=ChannelId(2),
            user_id=UserId(3),
            attachment_size_limit_bytes=1,
            filesize_limit_bytes=1,
            app_permissions=0,
            user_locale="en-GB",
            guild_locale="en-GB",
            private=False,
        ),
        "created_at": datetime(2026, 3, 1, 12, tzinfo=UTC),
    }
    return Job(**(standard | values))


async def csv_text(*jobs, **options):
    file = io.StringIO(newline="")
    await export_csv(ListedLog(*jobs), EVERYTHING, file, **options)
    return file.getvalue()


async def csv_rows(*jobs):
    return list(csv.DictReader(io.StringIO(await csv_text(*jobs), newline="")))


async def jsonl_rows(*jobs):
    file = io.StringIO(newline="")
    await export_jsonl(ListedLog(*jobs), EVERYTHING, file)
    return [json.loads(line) for line in file.getvalue().splitlines()]


async def test_an_empty_log_is_a_header_alone():
    assert await csv_text() == ",".join(COLUMNS) + "\r\n"
    assert await jsonl_rows() == []


async def test_columns_come_in_the_contracts_order():
    header, row, end = (await csv_text(job())).split("\r\n")

    assert header == ",".join(COLUMNS)
    assert row == (
        "1,123456789012345678,2,3,2026-03-01T12:00:00+00:00,,,,,,queued,,A red fox,,5,16:9,0.5,"
        "false,,,,,,,,"
    )
    assert end == ""
    assert list((await jsonl_rows(job()))[0]) == list(COLUMNS)


@pytest.mark.parametrize(
    "prompt",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\N{ZERO WIDTH NO-BREAK SPACE}=1",
        "\N{FULLWIDTH EQUALS SIGN}1+1",
        "\N{FULLWIDTH COMMERCIAL AT}SUM",
        "\N{SMALL PLUS SIGN}1",
        "'=1",
    ],
)
async def test_no_prompt_becomes_a_formula(prompt):
    (row,) = await csv_rows(job(prompt))

    assert row["prompt"] == f"'{prompt}"
    assert (await jsonl_rows(job(prompt)))[0]["prompt"] == prompt


@pytest.mark.parametrize("prompt", ["A red fox", "'Tis snow", "1 = 1", "5 - 3", "", "  fox"])
async def test_ordinary_prompts_stay_as_they_are(prompt):
    (row,) = await csv_rows(job(prompt))

    assert row["prompt"] == prompt


async def test_a_prompt_cannot_begin_a_cell_or_a_row_of_its_own():
    prompt = 'He said "cut",\r\n=1+1;"x'
    (row,) = await csv_rows(job(prompt))

    assert row["prompt"] == prompt
    assert '"He said ""cut"",\r\n=1+1;""x"' in await csv_text(job(prompt))


async def test_other_services_texts_are_guarded_too():
    (row,) = await csv_rows(
        job(
            reason="=r",
            prediction_id="=p",
            output_url="=u",
            message_url="=m",
            request=ClipRequest(prompt="x", aspect_ratio="=a", negative_prompt="=n"),
        )
    )
    guarded = ("reason", "prediction_id", "output_url", "message_url", "aspect_ratio")
    assert [row[column] for column in guarded] == ["'=r", "'=p", "'=u", "'=m", "'=a"]
    assert row["negative_prompt"] == "'=n"


async def test_numbers_stay_numbers():
    credit = job(cost_usd=Decimal("-1.40"), predict_seconds=339.5, output_bytes=12)

    (row,) = await csv_rows(credit)
    assert (row["cost_usd"], row["predict_seconds"], row["output_bytes"]) == (
        "-1.40",
        "339.5",
        "12",
    )
    (row,) = await jsonl_rows(credit)
    assert (row["predict_seconds"], row["output_bytes"], row["private"]) == (339.5, 12, False)
    assert row["delivery"] is None


@pytest.mark.parametrize("cfg_scale", [math.nan, math.inf, -math.inf])
async def test_a_forged_scale_does_not_make_a_line_that_is_no_json(cfg_scale):
    forged = job(request=ClipRequest(prompt="x", cfg_scale=cfg_scale))

    assert (await jsonl_rows(forged))[0]["cfg_scale"] is None
    assert (await csv_rows(forged))[0]["cfg_scale"] == ""


async def test_a_text_that_utf8_cannot_carry_does_not_end_the_export(tmp_path):
    torn = job("fox \ud83e", id=JobId(1)), job("owl", id=JobId(2))
    for export in (export_csv, export_jsonl):
        path = tmp_path / "log"
        with path.open("w", encoding="utf-8", newline="") as file:
            assert await export(ListedLog(*torn), EVERYTHING, file) == 2
        text = path.read_text(encoding="utf-8")
        assert "fox ?" in text
        assert "owl" in text


async def test_line_breaks_of_all_kinds_stay_inside_a_json_line():
    prompt = "a\nb\r\nc\N{LINE SEPARATOR}d\N{NEXT LINE}e"
    file = io.StringIO(newline="")
    await export_jsonl(ListedLog(job(prompt), job()), EVERYTHING, file)

    lines = file.getvalue().split("\n")
    assert [json.loads(line)["prompt"] for line in lines[:-1]] == [prompt, "A red fox"]


@pytest.mark.parametrize("export", [export_csv, export_jsonl])
async def test_progress_is_told_for_each_chunk_and_at_the_end(export):
    told = []
    jobs = [job(id=JobId(n)) for n in range(CHUNK_ROWS * 2 + 1)]

    written = await export(ListedLog(*jobs), EVERYTHING, io.StringIO(), on_progress=told.append)

    assert written == len(jobs)
    assert told == [CHUNK_ROWS, 2 * CHUNK_ROWS, 2 * CHUNK_ROWS + 1]


@pytest.mark.parametrize("export", [export_csv, export_jsonl])
async def test_a_slow_disk_does_not_hold_up_the_loop(export):
    class WatchedFile(io.StringIO):
        def write(self, text):
            threads.add(threading.current_thread())
            return super().write(text)

    threads = set()
    await export(ListedLog(job()), EVERYTHING, WatchedFile())

    assert threads
    assert threading.main_thread() not in threads

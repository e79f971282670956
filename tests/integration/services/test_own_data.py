"""A member's data as one file: plain while it fits, packed when it does not, else a sentence."""

import gzip
import json
import random
import string
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.errors import ShowreelError
from bot.domain.job import Job
from bot.domain.option_defaults import OptionValues
from bot.domain.usage import UsageFilter
from bot.services.own_data import CHUNK_ROWS, FILE_NAME, OwnData, OwnDataService
from tests.support.clock import ManualClock
from tests.support.workshop import MEMBER, Workshop


class Nothing:
    """Nothing beside the requests."""

    async def of(self, *owners: Any) -> tuple[OptionValues, ...]:
        return tuple(OptionValues() for _ in owners)

    async def reports_by(self, _user_id: int) -> list[Any]:
        return []

    async def blocks_about(self, _user_id: int) -> list[Any]:
        return []

    async def blocks_on_record(self, _user_id: int) -> list[Any]:
        return []

    async def wish_of(self, _user_id: int) -> None:
        return None

    async def notes_by(self, _user_id: int) -> list[Any]:
        return []

    async def searches_by(self, _user_id: int) -> list[Any]:
        return []

    async def deeds_of(self, _user_id: int, **_page: Any) -> list[Any]:
        return []


class Attempts:
    """A log of one member, who asked for each of these."""

    def __init__(self, job: Job, prompts: list[str]) -> None:
        self.jobs = [replace(job, request=ClipRequest(prompt=prompt)) for prompt in prompts]
        self.read = 0

    async def stream(self, usage_filter: UsageFilter) -> AsyncIterator[Job]:
        assert usage_filter == UsageFilter(user_id=MEMBER)
        for job in self.jobs:
            self.read += 1
            yield job


@pytest.fixture
def export(workshop: Workshop):
    async def build(prompts: list[str], *, limit_bytes: int) -> tuple[Any, Attempts]:
        job = (await workshop.submission.submit(workshop.order())).job
        attempts = Attempts(job, prompts)
        nothing = Nothing()
        service = OwnDataService(
            OwnData(usage_log=attempts, defaults=nothing, own_data=nothing, clock=ManualClock())
        )
        return service.export(MEMBER, limit_bytes=limit_bytes), attempts

    return build


def noise(seed: int, *, chars: int = 2000) -> str:
    return "".join(random.Random(seed).choices(string.ascii_letters, k=chars))


async def test_what_fits_comes_plain(export):
    work, _ = await export(["a fox"] * (CHUNK_ROWS + 1), limit_bytes=10**7)

    file = await work

    assert (file.name, file.requests) == (FILE_NAME, CHUNK_ROWS + 1)
    assert len(file.content.decode().splitlines()) == CHUNK_ROWS + 2


async def test_what_is_too_large_for_that_comes_packed(export):
    work, _ = await export(["a fox"] * 500, limit_bytes=50_000)

    file = await work

    assert file.name == f"{FILE_NAME}.gz"
    assert len(file.content) < 50_000
    lines = gzip.decompress(file.content).decode().splitlines()
    assert json.loads(lines[-1])["prompt"] == "a fox"


async def test_what_does_not_fit_at_all_is_told_and_not_read_to_its_end(export):
    work, attempts = await export([noise(n) for n in range(3000)], limit_bytes=500_000)

    with pytest.raises(ShowreelError) as refused:
        await work

    assert refused.value.key == "privacy-export-too-large"
    assert attempts.read < 1500


async def test_a_prompt_that_is_no_text_does_not_end_it(export):
    work, _ = await export(["a \ud800 fox"], limit_bytes=10**7)

    assert b"a ? fox" in (await work).content

"""Clips are made one at a time beside the loop, and only the newest are kept."""

import asyncio
import threading
from datetime import UTC, datetime

import pytest

from sandbox.eachlabs import workshop as workshop_module
from sandbox.eachlabs.input_schema import CreateRequest
from sandbox.eachlabs.prediction import Prediction
from sandbox.eachlabs.workshop import Workshop


def prediction(name):
    return Prediction(
        id=name,
        number=0,
        request=CreateRequest(
            model="m", model_input={"prompt": name}, webhook_url="", webhook_secret=""
        ),
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        created_clock=0.0,
        created_lapsed_s=0.0,
        generation_s=1.0,
        ends_lapsed_s=1.0,
        failure=None,
    )


def write(plan, path):
    path.write_text(plan.prompt)


async def test_a_clip_is_there_once_it_was_ordered(tmp_path):
    workshop = Workshop(directory=tmp_path, make=write)
    workshop.order(prediction("fox"))

    assert (await workshop.clip("fox")).read_text() == "fox"
    assert await workshop.clip("hen") is None

    await workshop.close()


async def test_an_abandoned_clip_that_still_waits_is_never_made(tmp_path):
    may_finish = threading.Event()
    made = []

    def slow(plan, path):
        may_finish.wait(timeout=5)
        made.append(plan.prompt)
        write(plan, path)

    workshop = Workshop(directory=tmp_path, make=slow)
    for name in ("first", "second", "third"):
        workshop.order(prediction(name))
    workshop.abandon(prediction("second"))
    workshop.abandon(prediction("unknown"))
    may_finish.set()

    assert await workshop.clip("second") is None
    assert await workshop.clip("third") is not None
    assert made == ["first", "third"]

    await workshop.close()


async def test_only_the_newest_clips_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(workshop_module, "CLIPS_KEPT", 2)
    workshop = Workshop(directory=tmp_path, make=write)
    for name in ("first", "second", "third"):
        workshop.order(prediction(name))
        await workshop.clip(name)

    assert await workshop.clip("first") is None
    assert {"second.mp4", "third.mp4"} == {path.name for path in tmp_path.iterdir()}

    await workshop.close()


async def test_closing_drops_what_waits_and_finishes_the_clip_in_hand(tmp_path):
    begun = threading.Event()

    def slow(plan, path):
        begun.set()
        threading.Event().wait(0.05)
        write(plan, path)

    workshop = Workshop(directory=tmp_path, make=slow)
    workshop.order(prediction("first"))
    workshop.order(prediction("second"))
    await asyncio.to_thread(begun.wait, 5)
    await workshop.close()

    assert [path.name for path in tmp_path.iterdir()] == ["first.mp4"]


async def test_a_maker_that_fails_is_not_hushed_up(tmp_path):
    def failing(_plan, _path):
        raise OSError("no room")

    workshop = Workshop(directory=tmp_path, make=failing)
    workshop.order(prediction("fox"))
    with pytest.raises(OSError, match="no room"):
        await workshop.clip("fox")

    await workshop.close()

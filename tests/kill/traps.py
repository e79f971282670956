"""For each point: on which request, and at which moment of it, the process dies."""

import random
import re
from collections.abc import Callable
from pathlib import Path

from aiohttp import hdrs

from tests.kill.audience import Audience, clip_references
from tests.kill.database import Onlooker
from tests.kill.points import Point
from tests.kill.snare import Moment, Sight, Trap, interaction_of, is_create, is_first_answer
from tests.support.waiting import until

# A reader's machine takes a few milliseconds from an answer to the row.
AFTER_ANSWER_S = 0.010
LATE_BY_S = 0.3
WRITTEN_WITHIN_S = 5.0
AFTER_WRITTEN_S = 0.1
EPHEMERAL = 1 << 6
CANNOT_SEND_CODE = 50007
DISCORD = "/api/v10"
CHANNEL_MESSAGES = re.compile(rf"{DISCORD}/channels/(\d+)/messages")
CARD_EDIT = re.compile(rf"{DISCORD}/channels/\d+/messages/(\d+)")
FOLLOW_UP = re.compile(rf"{DISCORD}/webhooks/\d+/[^/]+")
ANY_MOMENT = (Moment.ARRIVED, Moment.CARRIED_OUT, Moment.ANSWERED)


class Trapper:
    def __init__(self, *, audience: Audience, onlooker: Onlooker, incoming: Path) -> None:
        self._audience = audience
        self._onlooker = onlooker
        self._incoming = incoming

    def trap(self, point: Point, *, attempt: int, chance: random.Random) -> Trap:
        """Later attempts strike sooner. Raises KeyError for a point that no request marks."""
        any_moment = chance.choice(ANY_MOMENT)
        sent = chance.choice((Moment.CARRIED_OUT, Moment.ANSWERED))
        moments: dict[Point, tuple[Moment, Callable[[Sight], bool]]] = {
            Point.CARD_STANDS: (Moment.CARRIED_OUT, is_first_answer),
            Point.CARD_ANSWERED: (Moment.ANSWERED, is_first_answer),
            Point.CREATE_LOST: (Moment.ARRIVED, is_create),
            Point.CREATE_LATE: (Moment.ARRIVED, is_create),
            Point.CREATE_CARRIED_OUT: (Moment.CARRIED_OUT, _is_created),
            Point.CREATE_ANSWERED: (Moment.ANSWERED, _is_created),
            Point.FINDING_AGAIN: (any_moment, _is_list),
            Point.POLLING: (any_moment, _is_poll),
            Point.DOWNLOADING: (Moment.UNDER_WAY, _is_download),
            Point.RESULT_SENT: (Moment.CARRIED_OUT, self._is_public_result),
            Point.RESULT_ANSWERED: (Moment.ANSWERED, self._is_public_result),
            Point.PRIVATE_RESULT_SENT: (sent, _is_private_result),
            Point.TOKEN_RESULT_SENT: (sent, _is_token_result),
            Point.DIRECT_RESULT_SENT: (sent, self._is_direct_result),
            Point.NOWHERE_TO_SEND: (sent, self._is_refused_directly),
            Point.CARD_FOLDING: (any_moment, self._is_folding),
        }
        moment, matches = moments[point]
        late = point is Point.CREATE_LATE
        return Trap(
            moment=moment,
            matches=matches,
            delay_s=chance.uniform(0, AFTER_ANSWER_S) / 2**attempt,
            carried_out_after_s=chance.uniform(0, LATE_BY_S) if late else None,
            ready=self._something_written if moment is Moment.UNDER_WAY else None,
            ready_for_s=chance.uniform(0, AFTER_WRITTEN_S),
        )

    def was_hit(self, point: Point, sight: Sight) -> bool:
        """Whether the database shows that the moment after had not come yet."""
        match point:
            case Point.CARD_STANDS | Point.CARD_ANSWERED:
                wish = self._audience.wish_of(interaction_of(sight))
                job = self._onlooker.job_of_prompt(wish.prompt)
                return job is not None and job.is_unconfirmed
            case Point.CREATE_ANSWERED:
                job = self._onlooker.job_of_prompt(sight.body["input"]["prompt"])
                return job is not None and job.status == "submitting"
            case (
                Point.RESULT_SENT
                | Point.RESULT_ANSWERED
                | Point.PRIVATE_RESULT_SENT
                | Point.TOKEN_RESULT_SENT
                | Point.DIRECT_RESULT_SENT
            ):
                job = self._onlooker.job_of_reference(clip_references(dict(sight.answer))[0])
                return job is not None and job.status == "delivering"
            case _:
                return True

    async def _something_written(self, sight: Sight) -> bool:
        """Wait until a part of the file is on disk."""
        job = self._onlooker.job_of_prediction(sight.path.split("/")[-1].removesuffix(".mp4"))
        if job is None:
            return False
        try:
            await until(lambda: self._written(job.id), within_s=WRITTEN_WITHIN_S)
        except TimeoutError:
            return False
        return True

    def _written(self, job_id: int) -> bool:
        return any(_size(path) for path in self._incoming.glob(f"job-{job_id}-*.part"))

    def _is_public_result(self, sight: Sight) -> bool:
        channel = CHANNEL_MESSAGES.fullmatch(sight.path)
        if channel is None or not _brings_clip(sight):
            return False
        return not self._audience.is_direct(int(channel[1]))

    def _is_direct_result(self, sight: Sight) -> bool:
        channel = CHANNEL_MESSAGES.fullmatch(sight.path)
        if channel is None or not _brings_clip(sight):
            return False
        return self._audience.is_direct(int(channel[1]))

    def _is_refused_directly(self, sight: Sight) -> bool:
        channel = CHANNEL_MESSAGES.fullmatch(sight.path)
        if channel is None or sight.answer.get("code") != CANNOT_SEND_CODE:
            return False
        return self._audience.is_direct(int(channel[1]))

    def _is_folding(self, sight: Sight) -> bool:
        card = CARD_EDIT.fullmatch(sight.path)
        if card is None or sight.method != hdrs.METH_PATCH:
            return False
        return self._onlooker.delivered_card(int(card[1]))


def _is_created(sight: Sight) -> bool:
    return is_create(sight) and "predictionID" in sight.answer


def _is_list(sight: Sight) -> bool:
    return sight.path == "/v2/executions"


def _is_poll(sight: Sight) -> bool:
    return sight.method == hdrs.METH_GET and sight.path.startswith("/v1/prediction/")


def _is_download(sight: Sight) -> bool:
    return sight.path.startswith("/uploads/")


def _brings_clip(sight: Sight) -> bool:
    return sight.method == hdrs.METH_POST and bool(clip_references(dict(sight.answer)))


def _is_private_result(sight: Sight) -> bool:
    return _is_follow_up(sight) and bool(sight.answer["flags"] & EPHEMERAL)


def _is_token_result(sight: Sight) -> bool:
    return _is_follow_up(sight) and not sight.answer["flags"] & EPHEMERAL


def _is_follow_up(sight: Sight) -> bool:
    return FOLLOW_UP.fullmatch(sight.path) is not None and _brings_clip(sight)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0

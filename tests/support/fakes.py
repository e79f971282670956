"""Ports played by hand: what a test scripts is what the services meet."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from bot.domain.charts import ChartError, ChartSheet
from bot.domain.clip import ClipRequest
from bot.domain.errors import MessageValue
from bot.domain.ids import GuildId, JobId, MessageId, PredictionId
from bot.domain.job import Job, SendWay
from bot.domain.messenger import CardView, Result, SentMessage, StandingResult
from bot.domain.ports import Clip
from bot.domain.prediction import Execution, Prediction, PredictionStatus


class FakePainter:
    """A ChartPainter that draws nothing, and remembers what it was asked for."""

    PICTURE = b"\x89PNG\r\n\x1a\n and no picture"

    def __init__(self) -> None:
        self.asked: list[Sequence[ChartSheet]] = []
        self.is_broken = False

    async def paint(self, sheets: Sequence[ChartSheet]) -> bytes:
        self.asked.append(sheets)
        if self.is_broken:
            raise ChartError("broken")
        return self.PICTURE


class ScriptedApi:
    """A PredictionApi whose answers a test lines up; without a script all goes well."""

    def __init__(self) -> None:
        self.created: list[ClipRequest] = []
        self.cancelled: list[PredictionId] = []
        self.asked: list[PredictionId] = []
        self.create_errors: list[Exception] = []
        self.cancel_errors: list[Exception] = []
        self.listed: list[tuple[datetime, datetime]] = []
        self.list_errors: list[Exception] = []
        self.execution_rows: list[Execution] = []
        self.balance_answers: list[Decimal | Exception] = []
        self.predictions: dict[PredictionId, Prediction | Exception] = {}
        self.may_send = asyncio.Event()
        self.may_send.set()
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def create(
        self,
        request: ClipRequest,
        *,
        guild_id: GuildId,  # noqa: ARG002 - the port's signature
        job_id: JobId,  # noqa: ARG002 - the port's signature
        sending: Callable[[], None],
    ) -> PredictionId:
        await self.may_send.wait()
        sending()
        self.created.append(request)
        prediction_id = PredictionId(f"prediction-{len(self.created)}")
        await self.may_answer.wait()
        if self.create_errors:
            raise self.create_errors.pop(0)
        self.predictions.setdefault(
            prediction_id, Prediction(id=prediction_id, status=PredictionStatus.RUNNING)
        )
        return prediction_id

    async def get(self, prediction_id: PredictionId, *, guild_id: GuildId) -> Prediction:  # noqa: ARG002 - the port's signature
        self.asked.append(prediction_id)
        answer = self.predictions[prediction_id]
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def cancel(self, prediction_id: PredictionId, *, guild_id: GuildId) -> None:  # noqa: ARG002 - the port's signature
        self.cancelled.append(prediction_id)
        if self.cancel_errors:
            raise self.cancel_errors.pop(0)

    async def balance_usd(self) -> Decimal:
        answer = self.balance_answers.pop(0) if self.balance_answers else Decimal(100)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def executions(self, *, since: datetime, until: datetime) -> Sequence[Execution]:
        self.listed.append((since, until))
        if self.list_errors:
            raise self.list_errors.pop(0)
        return [row for row in self.execution_rows if since <= row.created_at <= until]

    def finish(
        self, prediction_id: PredictionId, status: PredictionStatus, **values: object
    ) -> None:
        self.predictions[prediction_id] = Prediction(
            id=prediction_id,
            status=status,
            **values,  # type: ignore[arg-type] - a test names the fields it needs
        )


class RecordingMessenger:
    """A Messenger that remembers; `errors` are raised, first come first served, by way."""

    def __init__(self) -> None:
        self.cards: list[tuple[Job, CardView]] = []
        self.results: list[tuple[str, Result]] = []
        self.ends: list[Job] = []
        self.deleted: list[JobId] = []
        self.result_stands = True
        self.told: list[tuple[str, dict[str, MessageValue]]] = []
        self.standing_cards: dict[JobId, MessageId | Exception | None] = {}
        self.standing_results: dict[JobId, StandingResult] = {}
        self.looked: list[tuple[JobId, SendWay]] = []
        self.errors: dict[str, list[Exception]] = {}
        self.sending: list[str] = []
        self.may_send = asyncio.Event()
        self.may_send.set()
        self.when_sent: Callable[[], None] = lambda: None
        self.is_throttled = False

    async def show_card(self, job: Job, view: CardView) -> None:
        self._raise_scripted("card")
        self.cards.append((job, view))

    async def card_message_id(self, job: Job) -> MessageId | None:
        answer = self.standing_cards.get(job.id)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def send_to_channel(self, result: Result) -> SentMessage:
        return await self._send("channel", result)

    async def send_by_interaction(self, result: Result) -> SentMessage:
        return await self._send("interaction", result)

    async def send_directly(self, result: Result) -> SentMessage:
        return await self._send("direct", result)

    async def standing_result(self, job: Job, way: SendWay) -> StandingResult | None:
        self.looked.append((job.id, way))
        self._raise_scripted("look")
        return self.standing_results.get(job.id)

    async def announce_end(self, job: Job) -> None:
        self._raise_scripted("end")
        self.ends.append(job)

    async def delete_result(self, job: Job) -> bool:
        self._raise_scripted("delete")
        self.deleted.append(job.id)
        return self.result_stands

    async def tell_operator(self, key: str, **values: MessageValue) -> None:
        self._raise_scripted("operator")
        self.told.append((key, values))

    async def _send(self, way: str, result: Result) -> SentMessage:
        self.sending.append(way)
        await self.may_send.wait()
        self._raise_scripted(way)
        self.results.append((way, result))
        self.when_sent()
        number = len(self.results)
        return SentMessage(
            message_id=MessageId(9000 + number), url=f"https://discord.test/{number}"
        )

    def _raise_scripted(self, way: str) -> None:
        if self.errors.get(way):
            raise self.errors[way].pop(0)


class FolderClipSource:
    """A ClipSource that writes a small file; `errors` are raised first.

    Those in `errors_by_url` are raised for as long as they stand there.
    """

    def __init__(self, folder: Path, *, size_bytes: int = 1000) -> None:
        self._folder = folder
        self.size_bytes = size_bytes
        self.errors: list[Exception] = []
        self.errors_by_url: dict[str, Exception] = {}
        self.fetched: list[str] = []

    @asynccontextmanager
    async def fetch(self, url: str, *, name: str) -> AsyncIterator[Clip]:
        self.fetched.append(url)
        if self.errors:
            raise self.errors.pop(0)
        if url in self.errors_by_url:
            raise self.errors_by_url[url]
        path = self._folder / f"{name}.part"
        path.write_bytes(b"\0" * self.size_bytes)
        try:
            yield Clip(path=path, size_bytes=self.size_bytes)
        finally:
            path.unlink(missing_ok=True)

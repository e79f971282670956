"""One open page: its requests, and the news for the person it speaks for."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import structlog
from aiohttp import WSMsgType, web

from sandbox.discord.changes import Change, Subscription
from sandbox.discord.refusals import ActionRefusedError
from sandbox.discord.world import World
from sandbox.page.actions import Actions
from sandbox.page.backstage import Backstage
from sandbox.page.files import with_local_addresses
from sandbox.page.protocol import (
    Action,
    Event,
    Request,
    RequestError,
    answer,
    event,
    read_request,
    refusal,
)
from sandbox.page.views import people_cards

log = structlog.get_logger(__name__)

FIGURES_INTERVAL_S = 0.5


class Session:
    """Lives as long as its WebSocket."""

    def __init__(
        self, *, socket: web.WebSocketResponse, world: World, backstage: Backstage
    ) -> None:
        self._socket = socket
        self._world = world
        self._backstage = backstage
        self._actions = Actions(world=world, backstage=backstage)
        self._person_id: int | None = None
        self._person_news: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        with self._world.subscribe() as everything:
            self._start(self._tell_all_news(everything))
            self._start(self._tell_figures())
            try:
                await self._send(event("people", people=people_cards(self._world)))
                await self._send(event("bot", online=self._backstage.bot_is_online))
                async for frame in self._socket:
                    if frame.type is WSMsgType.TEXT:
                        self._start(self._respond(frame.data))
            finally:
                await self._stop()

    # -- requests

    async def _respond(self, frame: str) -> None:
        try:
            request = read_request(frame)
        except RequestError as error:
            log.info("page_sent_nonsense", reason=str(error))
            return
        await self._send(await self._answer(request))

    async def _answer(self, request: Request) -> Event:
        try:
            if request.action is Action.BE:
                return answer(request.id, view=await self._become(request.snowflake("person")))
            if self._person_id is None:
                return refusal(request.id, "Say first who you are.")
            done = await self._actions.perform(request, person_id=self._person_id)
        except ActionRefusedError as error:
            return refusal(request.id, error.reason, option=error.option)
        except RequestError as error:
            return refusal(request.id, str(error))
        except TimeoutError:
            return refusal(request.id, "The bot did not answer.")
        return answer(request.id, **done)

    async def _become(self, person_id: int) -> dict[str, Any]:
        view = await self._actions.view(person_id)
        if self._person_news is not None:
            self._person_news.cancel()
        self._person_id = person_id
        self._person_news = self._start(self._tell_person_news(person_id))
        return view

    # -- news

    async def _tell_person_news(self, person_id: int) -> None:
        with self._world.subscribe(person_id=person_id) as changes:
            async for change in changes:
                async for told in self._told_of(change, person_id):
                    await self._send(told)

    async def _told_of(self, change: Change, person_id: int) -> AsyncIterator[Event]:
        match change["kind"]:
            case "message_created" | "message_updated":
                is_new = change["kind"] == "message_created"
                shown = with_local_addresses(change["message"])
                yield event("message", message=shown, is_new=is_new)
            case "message_deleted":
                yield event("gone", channel=change["channel_id"], messages=[change["message_id"]])
            case "channels_changed":
                yield event("view", view=await self._actions.view(person_id))
            case "commands_changed":
                yield event("commands_changed")
            case "bot_connection":
                yield event("bot", online=change["online"])
            case "missed_changes":
                yield event("view", view=await self._actions.view(person_id))
                yield event("stale")

    async def _tell_all_news(self, everything: Subscription) -> None:
        """Somebody else's mention shows beside their name."""
        async for change in everything:
            if change["kind"] != "message_created":
                continue
            for pinged in change["message"]["pinged_user_ids"]:
                if pinged != str(self._person_id):
                    await self._send(event("ping", person=pinged))

    async def _tell_figures(self) -> None:
        told: Event | None = None
        while True:
            figures = event("backstage", **self._backstage.figures())
            if figures != told:
                await self._send(figures)
                told = figures
            await asyncio.sleep(FIGURES_INTERVAL_S)

    # -- the socket and its tasks

    async def _send(self, message: Event) -> None:
        if self._socket.closed:
            return
        try:
            await self._socket.send_json(message)
        except ConnectionResetError:
            # The page was closed in this very moment; the reading loop ends by itself.
            log.debug("page_left")

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("page_task_failed", exc_info=error)

    async def _stop(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

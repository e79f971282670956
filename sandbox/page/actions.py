"""What the page may ask for, each action done for one person."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from sandbox.discord.refusals import ActionRefusedError
from sandbox.discord.views import InteractionState, InteractionView
from sandbox.discord.world import SETTLED, World
from sandbox.page.backstage import Backstage
from sandbox.page.files import with_local_addresses
from sandbox.page.protocol import Action, Request, RequestError
from sandbox.page.views import view_of

Answer = dict[str, Any]
ActionHandler = Callable[[Request, int], Awaitable[Answer]]

# A bot that answers "thinking" has reacted; its message will follow by itself.
REACTED: frozenset[InteractionState] = SETTLED | {"thinking"}


class Actions:
    """Every action but ``be``, which belongs to the connection itself."""

    def __init__(self, *, world: World, backstage: Backstage) -> None:
        self._world = world
        self._backstage = backstage
        self._handlers: Mapping[Action, ActionHandler] = MappingProxyType(
            {
                Action.OPEN: self._open,
                Action.COMMANDS: self._commands,
                Action.SAY: self._say,
                Action.RUN: self._run,
                Action.SUGGEST: self._suggest,
                Action.PRESS: self._press,
                Action.CHOOSE: self._choose,
                Action.SUBMIT: self._submit,
                Action.REMOVE: self._remove,
                Action.LANGUAGE: self._language,
                Action.SERVER_LANGUAGE: self._server_language,
                Action.SPEED: self._speed,
                Action.FAULT: self._fault,
            }
        )

    async def view(self, person_id: int) -> dict[str, Any]:
        if str(person_id) not in {person["id"] for person in self._world.people()}:
            raise RequestError("There is no such person.")
        return await view_of(self._world, person_id)

    async def perform(self, request: Request, *, person_id: int) -> Answer:
        """Raise ActionRefusedError or RequestError with a sentence for the reader."""
        return await self._handlers[request.action](request, person_id)

    async def _open(self, request: Request, person_id: int) -> Answer:
        messages = self._world.messages(request.snowflake("channel"), person_id=person_id)
        return {"messages": with_local_addresses(messages)}

    async def _commands(self, request: Request, person_id: int) -> Answer:
        commands = self._world.commands(request.snowflake("channel"), person_id=person_id)
        # What stands alone comes before what has a family: /video before /videos list.
        ordered = sorted(commands, key=lambda command: " " in command["name"])
        return {"commands": [_required_first(command) for command in ordered]}

    async def _say(self, request: Request, person_id: int) -> Answer:
        await self._world.send_message(
            request.text("content"),
            person_id=person_id,
            channel_id=request.snowflake("channel"),
        )
        return {}

    async def _run(self, request: Request, person_id: int) -> Answer:
        begun = await self._world.run_command(
            request.text("command"),
            request.mapping("options"),
            person_id=person_id,
            channel_id=request.snowflake("channel"),
        )
        return await self._reaction(begun)

    async def _suggest(self, request: Request, person_id: int) -> Answer:
        choices = await self._world.autocomplete(
            request.text("command"),
            request.text("option"),
            request.text("typed"),
            person_id=person_id,
            channel_id=request.snowflake("channel"),
            filled=request.mapping("options"),
        )
        return {"choices": choices}

    async def _press(self, request: Request, person_id: int) -> Answer:
        begun = await self._world.press_button(
            request.text("custom_id"),
            person_id=person_id,
            channel_id=request.snowflake("channel"),
            message_id=request.snowflake("message"),
        )
        return await self._reaction(begun)

    async def _choose(self, request: Request, person_id: int) -> Answer:
        begun = await self._world.choose(
            request.text("custom_id"),
            request.texts("values"),
            person_id=person_id,
            channel_id=request.snowflake("channel"),
            message_id=request.snowflake("message"),
        )
        return await self._reaction(begun)

    async def _submit(self, request: Request, person_id: int) -> Answer:
        begun = await self._world.submit_modal(
            request.mapping("values"),
            person_id=person_id,
            interaction_id=request.snowflake("interaction"),
        )
        return await self._reaction(begun)

    async def _remove(self, request: Request, person_id: int) -> Answer:
        await self._world.delete_message(
            person_id=person_id,
            channel_id=request.snowflake("channel"),
            message_id=request.snowflake("message"),
        )
        return {}

    async def _language(self, request: Request, person_id: int) -> Answer:
        self._world.set_language(request.text("value"), person_id=person_id)
        return {}

    async def _server_language(self, request: Request, person_id: int) -> Answer:
        server = request.text("server")
        if server not in {guild["id"] for guild in self._world.guilds(person_id=person_id)}:
            raise RequestError("You are not in that server.")
        self._world.set_server_language(request.text("value"), guild_id=int(server))
        return {}

    async def _speed(self, request: Request, _person_id: int) -> Answer:
        self._backstage.set_speed(request.number("value"))
        return {}

    async def _fault(self, request: Request, _person_id: int) -> Answer:
        self._backstage.set_fault(
            service=request.text("service"),
            name=request.text("name"),
            is_on=request.switch("on"),
        )
        return {}

    async def _reaction(self, begun: InteractionView) -> Answer:
        reacted = await self._world.settled(int(begun["id"]), states=REACTED)
        if reacted["error"] is not None:
            raise ActionRefusedError(f"{reacted['error']}.")
        if reacted["modal"] is None:
            return {}
        return {"modal": {**reacted["modal"], "interaction": reacted["id"]}}


def _required_first(command: dict[str, Any]) -> dict[str, Any]:
    options = sorted(command["options"], key=lambda option: not option.get("required", False))
    return {**command, "options": options}

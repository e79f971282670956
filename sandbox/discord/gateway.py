"""Discord's gateway: the WebSocket on which a bot hears what happens."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from enum import IntEnum
from http import HTTPStatus
from typing import Any

import discord
import structlog
from aiohttp import WSMsgType, web
from simcord.backend import serializers

from sandbox.discord.faults import FaultName, FaultSwitches
from sandbox.discord.sessions import Outbox, Session, frame
from sandbox.discord.world import World

log = structlog.get_logger(__name__)

HEARTBEAT_INTERVAL_MS = 41_250
# An answer that comes before discord.py has noted its question reads as one to the question before.
ACK_AFTER_S = 0.02
RESUME_URL = "wss://gateway-resume.discord.gg"
MAX_SESSIONS = 32
MAX_MEMBERS_IN_CHUNK = 1000
PRIVILEGED_INTENTS = discord.Intents(members=True, presences=True, message_content=True).value
FINAL_CLOSE_CODES = (1000, 1001)


class Op(IntEnum):
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE_UPDATE = 3
    VOICE_STATE_UPDATE = 4
    RESUME = 6
    RECONNECT = 7
    REQUEST_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


class CloseCode(IntEnum):
    DECODE_ERROR = 4002
    NOT_AUTHENTICATED = 4003
    AUTHENTICATION_FAILED = 4004
    ALREADY_AUTHENTICATED = 4005
    INVALID_SHARD = 4010
    DISALLOWED_INTENTS = 4014


class _Goodbye(Exception):  # noqa: N818 - it is a way out, not an error
    def __init__(self, code: CloseCode) -> None:
        super().__init__(code)
        self.code = code


class Connection:
    """One WebSocket, from HELLO to its close."""

    def __init__(self, request: web.Request) -> None:
        self._request = request
        self.socket = web.WebSocketResponse(compress=False, max_msg_size=1024 * 1024)
        self.session: Session | None = None
        self._outbox: Outbox | None = None
        self._writer: asyncio.Task[None] | None = None

    async def open(self) -> None:
        await self.socket.prepare(self._request)
        await self.send(Op.HELLO, {"heartbeat_interval": HEARTBEAT_INTERVAL_MS})

    async def send(self, opcode: Op, data: Any = None) -> None:
        with suppress(ConnectionResetError):
            await self.socket.send_str(frame(opcode, data))

    def join(self, session: Session) -> None:
        self.session = session
        self._outbox = session.attach(hang_up=self.cut)
        self._writer = asyncio.create_task(self._write(self._outbox))

    async def leave(self) -> None:
        if self.session is not None and self._outbox is not None:
            self.session.detach(self._outbox)
        if self._writer is not None:
            self._writer.cancel()
            with suppress(asyncio.CancelledError):
                await self._writer

    def cut(self) -> None:
        """Without a word, as when a cable is pulled."""
        if self._request.transport is not None:
            self._request.transport.abort()

    async def _write(self, outbox: Outbox) -> None:
        with suppress(ConnectionResetError):
            while True:
                await self.socket.send_str(await outbox.get())


class Gateway:
    def __init__(self, world: World, *, token: str, faults: FaultSwitches) -> None:
        self._world = world
        self._token = token
        self._faults = faults
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        self._was_online = False
        world.backend.subscribers.append(self._on_event)
        faults.on_switched_on(self._on_fault)

    @property
    def is_bot_online(self) -> bool:
        return any(session.is_connected for session in self._sessions.values())

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if self._faults.take(FaultName.CUT_GATEWAY):
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        connection = Connection(request)
        self._connections.add(connection)
        try:
            await connection.open()
            await self._listen(connection)
        except _Goodbye as goodbye:
            await connection.socket.close(code=goodbye.code)
        finally:
            await connection.leave()
            self._connections.discard(connection)
            self._forget_if_final(connection)
            self._tell_if_online_changed()
        return connection.socket

    def cut(self) -> None:
        """Drops every connection; the bot may resume."""
        for connection in list(self._connections):
            connection.cut()

    async def ask_to_reconnect(self) -> None:
        for connection in list(self._connections):
            await connection.send(Op.RECONNECT)

    async def invalidate_sessions(self, *, resumable: bool) -> None:
        for connection in list(self._connections):
            if connection.session is not None and not resumable:
                self._sessions.pop(connection.session.session_id, None)
            await connection.send(Op.INVALID_SESSION, resumable)

    async def close(self) -> None:
        self._world.backend.subscribers.remove(self._on_event)
        for connection in list(self._connections):
            await connection.socket.close(code=1001)

    async def _listen(self, connection: Connection) -> None:
        async for message in connection.socket:
            if message.type is not WSMsgType.TEXT:
                raise _Goodbye(CloseCode.DECODE_ERROR)
            try:
                opcode, data = _parsed(message.data)
                await self._obey(connection, opcode, data)
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise _Goodbye(CloseCode.DECODE_ERROR) from error

    async def _obey(self, connection: Connection, opcode: int, data: Any) -> None:
        match opcode:
            case Op.HEARTBEAT:
                await asyncio.sleep(ACK_AFTER_S)
                await connection.send(Op.HEARTBEAT_ACK)
            case Op.IDENTIFY:
                self._identify(connection, data)
            case Op.RESUME:
                await self._resume(connection, data)
            case _ if connection.session is None:
                raise _Goodbye(CloseCode.NOT_AUTHENTICATED)
            case Op.REQUEST_MEMBERS:
                self._send_members(connection.session, data)
            case Op.PRESENCE_UPDATE | Op.VOICE_STATE_UPDATE:
                log.debug("gateway_command_ignored", opcode=opcode)
            case _:
                raise _Goodbye(CloseCode.DECODE_ERROR)

    def _identify(self, connection: Connection, data: Mapping[str, Any]) -> None:
        if connection.session is not None:
            raise _Goodbye(CloseCode.ALREADY_AUTHENTICATED)
        if data.get("token") != self._token:
            raise _Goodbye(CloseCode.AUTHENTICATION_FAILED)
        intents = int(data["intents"])
        if intents & PRIVILEGED_INTENTS:
            raise _Goodbye(CloseCode.DISALLOWED_INTENTS)
        shard_id, shard_count = data.get("shard") or (0, 1)
        if not 0 <= shard_id < shard_count:
            raise _Goodbye(CloseCode.INVALID_SHARD)
        session = Session(
            self._world.backend, intents=intents, shard_id=shard_id, shard_count=shard_count
        )
        self._remember(session)
        connection.join(session)
        self._greet(session)
        self._tell_if_online_changed()

    def _greet(self, session: Session) -> None:
        backend = self._world.backend
        guild_ids = session.guild_ids()
        ready = {
            "v": 10,
            "user": dict(serializers.user_payload(backend.bot_user)),
            "guilds": [{"id": str(guild_id), "unavailable": True} for guild_id in guild_ids],
            "session_id": session.session_id,
            "session_type": "normal",
            "resume_gateway_url": RESUME_URL,
            "shard": [session.shard_id, session.shard_count],
            "application": {"id": str(backend.application_id), "flags": 0},
        }
        session.dispatch("READY", ready)
        for guild_id in guild_ids:
            session.dispatch("GUILD_CREATE", backend.guild_create_payload(guild_id))

    async def _resume(self, connection: Connection, data: Mapping[str, Any]) -> None:
        if data.get("token") != self._token:
            raise _Goodbye(CloseCode.AUTHENTICATION_FAILED)
        session = self._sessions.get(str(data.get("session_id")))
        missed = None if session is None else session.missed_since(int(data.get("seq") or 0))
        if session is None or missed is None:
            await connection.send(Op.INVALID_SESSION, data=False)
            return
        connection.join(session)
        session.resume(missed)
        self._tell_if_online_changed()

    def _send_members(self, session: Session, data: Mapping[str, Any]) -> None:
        """Members by id or by the beginning of their name; all of them need an intent."""
        backend = self._world.backend
        guild = backend.guilds.get(int(data["guild_id"]))
        if guild is None:
            return
        wanted = data.get("user_ids") or []
        ids = {int(user_id) for user_id in ([wanted] if isinstance(wanted, str) else wanted)}
        query = str(data.get("query") or "").casefold()
        members = [
            member
            for member in guild.members.values()
            if member.user_id in ids
            or (query and backend.users[member.user_id].name.casefold().startswith(query))
        ]
        limit = int(data.get("limit") or MAX_MEMBERS_IN_CHUNK)
        chunk: dict[str, Any] = {
            "guild_id": str(guild.id),
            "members": [serializers.member_payload(backend, guild, m) for m in members[:limit]],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [str(user_id) for user_id in sorted(ids - guild.members.keys())],
        }
        if data.get("nonce") is not None:
            chunk["nonce"] = data["nonce"]
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk)

    def _on_event(self, event: str, payload: Mapping[str, Any]) -> None:
        for session in self._sessions.values():
            if session.hears(event, payload):
                session.dispatch(event, payload)

    def _on_fault(self, name: FaultName) -> None:
        if name is FaultName.CUT_GATEWAY and self._faults.take(name):
            self.cut()

    def _remember(self, session: Session) -> None:
        self._sessions[session.session_id] = session
        while len(self._sessions) > MAX_SESSIONS:
            del self._sessions[next(iter(self._sessions))]

    def _forget_if_final(self, connection: Connection) -> None:
        """A client that says a proper goodbye does not come back to its session."""
        session = connection.session
        if session is None or session.is_connected:
            return
        if connection.socket.close_code in FINAL_CLOSE_CODES:
            self._sessions.pop(session.session_id, None)

    def _tell_if_online_changed(self) -> None:
        if self.is_bot_online is not self._was_online:
            self._was_online = self.is_bot_online
            self._world.news.bot_connection(online=self._was_online)


def _parsed(text: str) -> tuple[int, Any]:
    message = json.loads(text)
    return int(message["op"]), message.get("d")

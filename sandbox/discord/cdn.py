"""Discord's file host: uploaded bytes come back as they were, whole or in ranges."""

from http import HTTPStatus

from aiohttp import web

from sandbox.discord.world import World


class FileHost:
    def __init__(self, world: World) -> None:
        self._world = world

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Ranges are what lets a player start before the whole clip has arrived."""
        stored = self._world.attachment(int(request.match_info["attachment_id"]))
        wanted = request.match_info["channel_id"], request.match_info["filename"]
        if stored is None or (str(stored.channel_id), stored.filename) != wanted:
            return web.Response(
                status=HTTPStatus.NOT_FOUND, text="This content is no longer available."
            )
        headers = {"Content-Type": stored.content_type, "Cache-Control": "private"}
        return web.FileResponse(stored.path, headers=headers)

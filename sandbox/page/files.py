"""Attachments for the browser: the bytes of the local Discord's file host, served from here."""

from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.discord.world import World

CDN_HOSTS = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
SHOWN_TYPES = ("video/", "image/png", "image/jpeg", "image/gif", "image/webp", "audio/")


class Files:
    """Streams from disk, with ranges, so that a clip can be sought in."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def serve(self, request: web.Request) -> web.StreamResponse:
        stored = self._world.attachment(int(request.match_info["attachment_id"]))
        if stored is None or not stored.path.is_file():
            raise web.HTTPNotFound(text="That file is gone.\n")
        response = web.FileResponse(stored.path)
        response.content_type = stored.content_type
        if not stored.content_type.startswith(SHOWN_TYPES):
            # Whatever a bot sent must not run as a page of ours.
            response.headers["Content-Disposition"] = "attachment"
        return response


def with_local_addresses(value: Any) -> Any:
    """The same JSON with every address of Discord's file host leading to this server."""
    if isinstance(value, dict):
        return {key: with_local_addresses(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_local_addresses(item) for item in value]
    if isinstance(value, str) and value.startswith("https://"):
        return _local_address(value)
    return value


def _local_address(url: str) -> str:
    if any(character.isspace() for character in url):
        return url
    parts = urlsplit(url)
    segments = parts.path.split("/")
    is_attachment = len(segments) == 5 and segments[1] == "attachments"  # noqa: PLR2004 - /attachments/channel/id/name
    if parts.netloc not in CDN_HOSTS or not is_attachment:
        return url
    return f"/files/{segments[3]}/{segments[4]}"

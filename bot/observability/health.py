"""Tells a supervisor whether the process lives and whether it can do its work."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import aiohttp
import structlog
from aiohttp import web
from yarl import URL

from bot.http_listener import HttpListener
from bot.observability.metrics import CONTENT_TYPE, Metrics

log = structlog.get_logger(__name__)

CHECK_TIMEOUT_S: Final = 2.0
# Longer than the slowest check, so that a bot that is not ready can say so.
ASK_TIMEOUT_S: Final = 5.0
SHUTDOWN_TIMEOUT_S: Final = 1.0
_ANY_ADDRESS: Final = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - read

Check = Callable[[], Awaitable[bool]]


class HealthServer:
    """Serves /livez, /readyz and /metrics. Names of checks are shown, their errors are not."""

    def __init__(
        self, *, host: str, port: int, readiness: Mapping[str, Check], metrics: Metrics
    ) -> None:
        self._listener = HttpListener(
            host=host, port=port, host_setting="HTTP_HOST", port_setting="HTTP_PORT"
        )
        self._readiness = dict(readiness)
        self._metrics = metrics

    @property
    def port(self) -> int:
        """The port that is listened on: with port 0, the one the system chose."""
        return self._listener.port

    async def start(self) -> None:
        """Raise CannotListenError where nothing can listen."""
        await self._listener.start(
            web.AppRunner(
                self._application(),
                access_log=None,
                handle_signals=False,
                shutdown_timeout=SHUTDOWN_TIMEOUT_S,
            )
        )
        log.info("health_server_started", host=self._listener.host, port=self.port)

    async def stop(self) -> None:
        await self._listener.stop()

    def _application(self) -> web.Application:
        application = web.Application()
        application.router.add_get("/livez", self._livez)
        application.router.add_get("/readyz", self._readyz)
        application.router.add_get("/metrics", self._show_metrics)
        application.on_response_prepare.append(_hide_versions)
        return application

    async def _livez(self, _request: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def _readyz(self, _request: web.Request) -> web.Response:
        answers = await asyncio.gather(
            *(_passes(name, check) for name, check in self._readiness.items())
        )
        ready = all(answers)
        checks = dict(zip(self._readiness, answers, strict=True))
        return web.json_response({"ready": ready, "checks": checks}, status=200 if ready else 503)

    async def _show_metrics(self, _request: web.Request) -> web.Response:
        return web.Response(body=self._metrics.render(), headers={"Content-Type": CONTENT_TYPE})


def ready_url(host: str, port: int) -> URL:
    """Say where a bot that listens there is asked."""
    return URL.build(scheme="http", host=_ANY_ADDRESS.get(host, host), port=port, path="/readyz")


async def ask_ready(host: str, port: int) -> bool:
    """Ask a running bot whether it is ready; no answer is a no."""
    url = ready_url(host, port)
    timeout = aiohttp.ClientTimeout(total=ASK_TIMEOUT_S)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout, trust_env=False) as session,
            session.get(url, allow_redirects=False) as response,
        ):
            return response.status == web.HTTPOk.status_code
    except (aiohttp.ClientError, OSError):
        return False


async def _passes(name: str, check: Check) -> bool:
    try:
        async with asyncio.timeout(CHECK_TIMEOUT_S):
            return bool(await check())
    except Exception as error:  # noqa: BLE001 - whatever a check raises, the answer is no
        log.warning("readiness_check_failed", check=name, error=type(error).__name__)
        return False


async def _hide_versions(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers["Server"] = "showreel"

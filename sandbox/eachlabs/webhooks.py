"""Completion webhooks: sent once something ended, three times at most, signed on request."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Final

import aiohttp
import structlog
from yarl import URL

from sandbox.eachlabs import wire
from sandbox.eachlabs.faults import FaultKind, Faults
from sandbox.eachlabs.prediction import Prediction, Status

log = structlog.get_logger(__name__)

ATTEMPTS: Final = 3
ANSWER_WITHIN_S: Final = 30.0
# A sandbox never calls out: a webhook for any other host is dropped.
LOOPBACK_HOSTS: Final = frozenset({"127.0.0.1", "::1", "localhost"})


class Webhooks:
    """A cancel sends none, as at the real service."""

    def __init__(
        self,
        *,
        session: aiohttp.ClientSession,
        faults: Faults,
        now: Callable[[], datetime],
        retry_s: float,
    ) -> None:
        self._session = session
        self._faults = faults
        self._now = now
        self._retry_s = retry_s
        self._sending: set[asyncio.Task[None]] = set()

    def announce(self, prediction: Prediction) -> None:
        """Begin to send, if the create asked for it."""
        ended = prediction.ending
        wanted = prediction.request.webhook_url
        if not wanted or ended is None or ended.status is Status.CANCELLED:
            return
        if self._faults.strike(FaultKind.WEBHOOK_LOST):
            return
        body = json.dumps(wire.webhook_body(prediction.id, ended)).encode()
        task = asyncio.create_task(self._send(prediction, body))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def close(self) -> None:
        for task in self._sending:
            task.cancel()
        await asyncio.gather(*self._sending, return_exceptions=True)

    async def _send(self, prediction: Prediction, body: bytes) -> None:
        if not _is_loopback(prediction.request.webhook_url):
            log.warning("webhook_target_not_loopback", prediction_id=prediction.id)
            return
        headers = self._headers(body, prediction.request.webhook_secret)
        for attempt in range(1, ATTEMPTS + 1):
            if await self._delivered(prediction.request.webhook_url, body, headers):
                return
            log.info("webhook_not_taken", prediction_id=prediction.id, attempt=attempt)
            if attempt < ATTEMPTS:
                await asyncio.sleep(self._retry_s)

    async def _delivered(self, url: str, body: bytes, headers: dict[str, str]) -> bool:
        timeout = aiohttp.ClientTimeout(total=ANSWER_WITHIN_S)
        try:
            async with self._session.post(
                url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                return HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES
        except (aiohttp.ClientError, TimeoutError):
            return False

    def _headers(self, body: bytes, secret: str) -> dict[str, str]:
        headers = {"Content-Type": "application/json"}
        if not secret:
            return headers
        sent_at = str(int(self._now().timestamp()))
        signed = f"{sent_at}.".encode() + body
        digest = hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
        return {
            **headers,
            "X-Webhook-Signature": f"sha256={digest}",
            "X-Webhook-Timestamp": sent_at,
            "X-Webhook-Secret": secret,
        }


def _is_loopback(url: str) -> bool:
    try:
        return URL(url).host in LOOPBACK_HOSTS
    except ValueError:
        return False

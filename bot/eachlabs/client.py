"""Eachlabs over HTTP: one method for each call.

Nothing is repeated here and no redirect is followed, since a create that is sent twice is paid
for twice. The session is handed in and stays the caller's to close. Build it with
`TCPConnector(force_close=True)`: a create must never meet a kept-alive connection that the
server is about to close, because then nobody knows whether it was carried out.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Final
from uuid import uuid4

import aiohttp
from pydantic import SecretStr

from bot.domain.ports import Clock
from bot.eachlabs.errors import UnsafeIdError
from bot.eachlabs.models import (
    ExecutionsPage,
    PredictionAnswer,
    read_balance_usd,
    read_created_id,
    read_executions,
    read_prediction,
)
from bot.eachlabs.transport import Call, Transport
from bot.eachlabs.values import safe_id

# A healthy service accepts within a second. `connect` also covers a wait for a free socket.
_CONNECT_S: Final = 15.0
_CONNECT_ONE_ADDRESS_S: Final = 10.0
# A create that we cut off has to be searched for, or settled by hand: rather wait long for it.
CREATE_TIMEOUT: Final = aiohttp.ClientTimeout(
    total=90.0, connect=_CONNECT_S, sock_connect=_CONNECT_ONE_ADDRESS_S, sock_read=75.0
)
# A question can be asked again, so a slow answer is not worth much patience.
CALL_TIMEOUT: Final = aiohttp.ClientTimeout(
    total=30.0, connect=_CONNECT_S, sock_connect=_CONNECT_ONE_ADDRESS_S, sock_read=15.0
)
# The most the service hands out at once.
EXECUTIONS_PAGE_ROWS: Final = 100


class EachlabsClient:
    """Raises EachlabsError and its kinds, and nothing of aiohttp's."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        base_url: str,
        api_key: SecretStr,
        clock: Clock,
        create_timeout: aiohttp.ClientTimeout = CREATE_TIMEOUT,
        call_timeout: aiohttp.ClientTimeout = CALL_TIMEOUT,
        new_request_id: Callable[[], str] = lambda: str(uuid4()),
    ) -> None:
        self._transport = Transport(
            session,
            base_url=base_url,
            api_key=api_key,
            clock=clock,
            new_request_id=new_request_id,
        )
        self._api_key = api_key
        self._create_timeout = create_timeout
        self._call_timeout = call_timeout

    async def create(
        self,
        *,
        model: str,
        version: str,
        model_input: Mapping[str, str | int | float],
        webhook_url: str | None = None,
        webhook_secret: SecretStr | None = None,
    ) -> str:
        """Start a prediction that is paid for, and return its id."""
        body: dict[str, Any] = {"model": model, "version": version, "input": dict(model_input)}
        secrets = [value for value in model_input.values() if isinstance(value, str)]
        if webhook_url is not None:
            body["webhook_url"] = webhook_url
            secrets.append(webhook_url)
        if webhook_secret is not None:
            body["webhook_secret"] = webhook_secret.get_secret_value()
            secrets.append(webhook_secret.get_secret_value())
        answer = await self._transport.request(
            Call(
                name="create",
                method="POST",
                # With the slash at its end this path was always accepted; without it, only later.
                path="/v1/prediction/",
                secrets=secrets,
                timeout=self._create_timeout,
                json=body,
            )
        )
        return answer.expect(read_created_id(answer.body), "prediction id")

    async def get(self, prediction_id: str) -> PredictionAnswer:
        answer = await self._transport.request(
            Call(
                name="get",
                method="GET",
                path=_prediction_path(prediction_id),
                secrets=None,
                timeout=self._call_timeout,
            )
        )
        key = self._api_key.get_secret_value()
        found = read_prediction(answer.body, prediction_id=prediction_id, secrets=[key])
        return answer.expect(found, "prediction")

    async def cancel(self, prediction_id: str) -> None:
        """Ask for an end. Only a later `get` tells whether the provider could still stop."""
        await self._transport.request(
            Call(
                name="cancel",
                method="POST",
                path=f"{_prediction_path(prediction_id)}/cancel",
                secrets=None,
                timeout=self._call_timeout,
            )
        )

    async def balance_usd(self) -> Decimal:
        answer = await self._transport.request(
            Call(
                name="balance",
                method="GET",
                path="/v1/billing/balance",
                secrets=(),
                timeout=self._call_timeout,
                as_bearer=True,
            )
        )
        return answer.expect(read_balance_usd(answer.body), "balance")

    async def executions_page(
        self, *, model: str, since: datetime, until: datetime, cursor: str | None
    ) -> ExecutionsPage:
        """One page, newest first. A cursor is bound to the other parameters: keep them."""
        params = {
            "model": model,
            "from": since.isoformat().replace("+00:00", "Z"),
            "to": until.isoformat().replace("+00:00", "Z"),
            "limit": str(EXECUTIONS_PAGE_ROWS),
        }
        if cursor is not None:
            params["cursor"] = cursor
        answer = await self._transport.request(
            Call(
                name="executions",
                method="GET",
                path="/v2/executions",
                secrets=(),
                timeout=self._call_timeout,
                params=params,
                as_bearer=True,
            )
        )
        return answer.expect(read_executions(answer.body), "page of executions")


def _prediction_path(prediction_id: str) -> str:
    if safe_id(prediction_id) is None:
        raise UnsafeIdError("not a prediction id")
    return f"/v1/prediction/{prediction_id}"

"""A local Eachlabs, for the sandbox and for tests on the wire.

It knows no Showreel code: whatever speaks to https://api.eachlabs.ai can speak to it.

Served on 127.0.0.1 only, with a key (`X-API-Key` or `Authorization: Bearer`):

- `POST /v1/prediction/` (the slash is optional), `GET /v1/prediction/{id}`,
  `POST /v1/prediction/{id}/cancel`
- `GET /v2/executions` (cursor, `limit` up to 100, filters `model`, `status`, `from`, `to`)
- `GET /v1/billing/balance` (three requests a second)
- `GET /uploads/{id}.mp4`, without a key: the clip, a real H.264 MP4 that shows the prompt

A prediction goes `created`, `starting`, `processing`, then `success`, `error` or
`cancelled`. Its time is drawn from a log-normal (mean 340 s for 5 s clips, 720 s for
10 s clips) and divided by `speed`. A success is charged, nothing else is. Creates beyond
the cap on predictions in flight get 429, creates beyond the balance 402, unknown or bad
inputs 400. A create is not idempotent and has no idempotency key. Completion webhooks
are sent to loopback addresses, signed when a secret is given.

What a client promises (requests in a rolling window, predictions in flight, open
requests) is watched from this side of the wire: see `violations`, `window_peak`,
`concurrency_peak`, `slot_log`. What may go wrong is a switch in `faults`.
"""

from sandbox.eachlabs.clip_maker import ClipPlan, make_clip
from sandbox.eachlabs.faults import FAULTS, FaultDescription, FaultKind, Faults, FaultSwitch
from sandbox.eachlabs.limits import Promise, RequestKind, Violation
from sandbox.eachlabs.prediction import LedgerRow, Status
from sandbox.eachlabs.server import LocalEachlabs
from sandbox.eachlabs.slot_log import SlotLog, SlotSample

__all__ = [
    "FAULTS",
    "ClipPlan",
    "FaultDescription",
    "FaultKind",
    "FaultSwitch",
    "Faults",
    "LedgerRow",
    "LocalEachlabs",
    "Promise",
    "RequestKind",
    "SlotLog",
    "SlotSample",
    "Status",
    "Violation",
    "make_clip",
]

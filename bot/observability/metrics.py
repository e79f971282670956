"""What an operator can put on a graph, kept in a registry of its own."""

import platform
import re
from decimal import Decimal
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.ports import RequestKind

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
_OTHER: Final = "other"
_LABEL_SHAPE: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
_MAX_LABELS: Final = 64
_REQUEST_BUCKETS_S: Final = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_POLL_LAG_BUCKETS_S: Final = (0.5, 1, 2, 3, 5, 8, 13, 21, 34, 60, 120)
_LOOP_LAG_BUCKETS_S: Final = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)


class Metrics:
    """Small verbs over Prometheus objects that nobody else sees.

    No label ever holds a guild, a member or a job: each new value is a new time series.
    """

    def __init__(self, *, version: str) -> None:
        self._registry = CollectorRegistry()
        self._reasons = _BoundedLabel()
        self._outcomes = _BoundedLabel()
        self._make_job_metrics()
        self._make_request_metrics()
        self._make_process_metrics(version)

    def render(self) -> bytes:
        """Everything in Prometheus' text format, whose type is CONTENT_TYPE."""
        return generate_latest(self._registry)

    def job_ended(self, status: JobStatus, *, reason: str = "") -> None:
        self._jobs.labels(status.value, self._reasons.bounded(reason)).inc()

    def show_load(self, *, waiting: int, running: int, slots: int) -> None:
        self._waiting.set(waiting)
        self._running.set(running)
        self._slots.set(slots)

    def show_request_window(self, *, used: int, limit: int) -> None:
        self._window_used.set(used)
        self._window_limit.set(limit)

    def request_ended(self, kind: RequestKind, *, outcome: str, seconds: float) -> None:
        self._requests.labels(kind.value, self._outcomes.bounded(outcome)).inc()
        self._request_seconds.labels(kind.value).observe(seconds)

    def finish_noticed(self, *, lag_s: float) -> None:
        """A clip was ready for so long before a poll or a webhook told."""
        self._poll_lag.observe(max(0.0, lag_s))

    def delivered(self, way: DeliveryWay | None) -> None:
        """Count one clip that was handed over; None is one that had to be kept."""
        self._deliveries.labels("kept" if way is None else way.value).inc()

    def clip_fetched(self, size_bytes: int) -> None:
        self._downloads.inc()
        self._downloaded_bytes.inc(size_bytes)

    def show_spend(self, usd_last_day: Decimal) -> None:
        self._spend.set(float(usd_last_day))

    def show_open_incidents(self, count: int) -> None:
        self._incidents.set(count)

    def loop_lagged(self, lag_s: float) -> None:
        self._loop_lag.set(lag_s)
        self._loop_lags.observe(lag_s)

    def _make_job_metrics(self) -> None:
        registry = self._registry
        self._jobs = Counter(
            "showreel_jobs", "Jobs that ended.", ("status", "reason"), registry=registry
        )
        self._waiting = Gauge("showreel_jobs_waiting", "Jobs in the queue.", registry=registry)
        self._running = Gauge("showreel_jobs_running", "Jobs that hold a slot.", registry=registry)
        self._slots = Gauge("showreel_slots", "Slots of the account.", registry=registry)
        self._deliveries = Counter(
            "showreel_deliveries",
            "Clips by the way they were delivered.",
            ("way",),
            registry=registry,
        )
        self._downloads = Counter("showreel_downloads", "Outputs fetched.", registry=registry)
        self._downloaded_bytes = Counter(
            "showreel_downloaded_bytes", "Bytes of outputs fetched.", registry=registry
        )
        self._spend = Gauge(
            "showreel_spend_usd_last_day", "US dollars in the last 24 hours.", registry=registry
        )
        self._incidents = Gauge("showreel_incidents_open", "Open incidents.", registry=registry)

    def _make_request_metrics(self) -> None:
        registry = self._registry
        self._window_used = Gauge(
            "showreel_request_window_used", "Requests in the account's window.", registry=registry
        )
        self._window_limit = Gauge(
            "showreel_request_window_limit", "Requests the window may hold.", registry=registry
        )
        self._requests = Counter(
            "showreel_requests", "Requests to Eachlabs.", ("kind", "outcome"), registry=registry
        )
        self._request_seconds = Histogram(
            "showreel_request_seconds",
            "Time until Eachlabs answered.",
            ("kind",),
            buckets=_REQUEST_BUCKETS_S,
            registry=registry,
        )
        self._poll_lag = Histogram(
            "showreel_poll_lag_seconds",
            "Time between a clip's end and our noticing it.",
            buckets=_POLL_LAG_BUCKETS_S,
            registry=registry,
        )

    def _make_process_metrics(self, version: str) -> None:
        registry = self._registry
        self._loop_lag = Gauge(
            "showreel_event_loop_lag_latest_seconds",
            "Latest delay of the event loop.",
            registry=registry,
        )
        self._loop_lags = Histogram(
            "showreel_event_loop_lag_seconds",
            "Delays of the event loop.",
            buckets=_LOOP_LAG_BUCKETS_S,
            registry=registry,
        )
        build = Gauge(
            "showreel_build_info",
            "Always 1; the labels tell.",
            ("version", "python"),
            registry=registry,
        )
        build.labels(version, platform.python_version()).set(1)
        ProcessCollector(registry=registry)


class _BoundedLabel:
    """Keeps a label's values few, whatever it is given."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def bounded(self, value: str) -> str:
        # A rule's number is told in the log; here it would be a series for each rule.
        name = value.partition(":")[0]
        if not name or name in self._seen:
            return name
        if len(self._seen) >= _MAX_LABELS or _LABEL_SHAPE.fullmatch(name) is None:
            return _OTHER
        self._seen.add(name)
        return name

"""How many predictions were in flight, and when."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotSample:
    """From `at` on (the clock's reading), `in_flight` predictions ran."""

    at: float
    in_flight: int


class SlotLog:
    """A step function of time."""

    def __init__(self) -> None:
        self._samples: list[SlotSample] = []

    def note(self, *, at: float, in_flight: int) -> None:
        self._samples.append(SlotSample(at=at, in_flight=in_flight))

    @property
    def samples(self) -> tuple[SlotSample, ...]:
        return tuple(self._samples)

    def mean_in_flight(self, *, since: float, until: float) -> float:
        """The average over a stretch; divided by the number of slots it is their use."""
        if until <= since:
            raise ValueError("an average needs a stretch of time")
        slot_seconds = 0.0
        in_flight, from_s = 0, since
        for sample in self._samples:
            if sample.at >= until:
                break
            if sample.at > from_s:
                slot_seconds += in_flight * (sample.at - from_s)
                from_s = sample.at
            in_flight = sample.in_flight
        slot_seconds += in_flight * (until - from_s)
        return slot_seconds / (until - since)

"""One row of the fault table: a fault, and what becomes of the job."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.job import DeliveryWay, JobStatus
from sandbox.discord.faults import FaultName
from sandbox.eachlabs.faults import FaultKind
from tests.wire.showreel.fault_table_steps import Step, WorldEvent


class Charge(StrEnum):
    """What the clip cost, as the log knows it."""

    NOTHING = "nothing"
    PRICE = "the clip's price"
    NOT_KNOWN = "not known"


class Bench(StrEnum):
    """Where a row is produced."""

    WIRE = "wire"
    WIRE_PUBLIC_ONLY = "wire, public addresses only"
    WIRE_WEBHOOKS = "wire, with webhooks"


class Reads(StrEnum):
    """Where the end is read. A row that is read nowhere says in its own words what there is:
    `told` and `may_do`.
    """

    CHANNEL = "channel"
    CARD = "card"
    DIRECTLY = "directly"
    OWN_LIST = "own list"
    NOWHERE = "nowhere"


@dataclass(frozen=True, kw_only=True, slots=True)
class FaultRow:
    """One fault, and what becomes of the job. Without more said, the clip is delivered.

    `sent` counts the creates that arrived at Eachlabs, `created` those that were carried out.
    `told_first` is the key of a sentence that was true for a while; `charge_told` that of the
    sentence about cost, where more is known later: then the card says that.
    """

    fault: FaultKind | FaultName | WorldEvent
    what: str = ""
    steps: tuple[Step, ...]
    bench: Bench = Bench.WIRE
    status: JobStatus = JobStatus.DELIVERED
    reason: str = ""
    sent: int = 1
    created: int = 1
    charged: Charge = Charge.PRICE
    charge_told: str = ""
    delivery: DeliveryWay | None = None
    later: bool = False
    told_first: str = ""
    reads: Reads = Reads.CHANNEL
    told: str = ""
    may_do: str = ""

    @property
    def id(self) -> str:
        what = self.what.replace(" ", "_").replace(",", "")
        return f"{self.fault}-{what}" if what else str(self.fault)

    @property
    def sentence(self) -> str:
        """The key of what happened; empty when the clip itself is the answer."""
        if self.status is JobStatus.DELIVERED:
            return ""
        if self.status in {JobStatus.UNKNOWN, JobStatus.KEPT}:
            return f"end-{self.status}"
        return f"end-{self.reason.replace('_', '-')}"

    @property
    def told_cost_sentence(self) -> str:
        """What the message says; the card may know more by the end."""
        return self.charge_told or self.cost_sentence

    @property
    def cost_sentence(self) -> str:
        if self.status is JobStatus.UNKNOWN:
            return "cost-open"
        return {
            Charge.NOTHING: "cost-none",
            Charge.PRICE: "cost-charged",
            Charge.NOT_KNOWN: "cost-perhaps",
        }[self.charged]

    @property
    def logged_cost_usd(self) -> str:
        return {
            Charge.NOTHING: "0",
            Charge.PRICE: "1.40",
            Charge.NOT_KNOWN: "",
        }[self.charged]

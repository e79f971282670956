"""The voice: calm, plain, nothing internal, and three questions answered in order."""

import re
from datetime import UTC, datetime

import pytest

from bot.messaging.catalogue import Catalogue

CATALOGUE = Catalogue.load()
VALUES = {
    "limit": 3.0,
    "reference": "A1B2C3",
    "frees_at": datetime(2026, 3, 1, tzinfo=UTC),
    "wait_s": 7200.0,
    "text": "back soon",
    "subject": "42",
    "option": "prompt",
    "chars": 2600,
    "max_chars": 2500,
    "place": 2,
    "started": datetime(2026, 3, 1, tzinfo=UTC),
    "url": "https://discord.com/channels/1/2/3",
    "duration": 5,
    "ratio": "16:9",
    "cfg": 0.5,
    "options": "5 s",
    "took": "5 min",
    "minutes": 5,
    "seconds": 41,
    "prompt": "a red fox",
    "title": "**a red fox**",
    "state": "done",
    "number": 2,
    "kept": 3,
    "asked_at": datetime(2026, 3, 1, tzinfo=UTC),
    "kept_until": datetime(2026, 3, 8, tzinfo=UTC),
    "used": 7,
    "left": 3,
    "waiting": "1 of 5 at most",
    "running": "2 of 2 at most",
    "spent": 4.2,
    "price": 1.4,
    "value": "10 seconds",
    "source": "yours",
    "first": 2,
    "last": 4,
    "count": 3,
    "kind": "word",
    "rule": "#2 · word · fox",
    "found": "f0x",
    "why": "f0x is it in disguise",
    "member": "<@1>",
    "by": "<@2>",
    "since": datetime(2026, 3, 1, tzinfo=UTC),
    "until": datetime(2026, 3, 8, tzinfo=UTC),
    "years": 10,
    "pages": 3,
    "reason": " (spam)",
    "allowed": "nobody",
    "field": "jobs_per_day",
    "scope": "server",
    "highest": 100,
    "answer": "yes",
    "limits": "20 clips in 24 hours",
    "role": "<@&1>",
    "roles": "<@&2> <@&3>",
    "jobs": 20,
    "at": "<t:1772366400:f>",
    "channel": "<#2>",
    "words": "a rule",
    "filter": "by <@1>",
    "cost": 1.4,
    "expected": 1.4,
    "decision": "undecided",
    "actor": "the bot",
    "deleted_at": datetime(2026, 3, 1, tzinfo=UTC),
    "written": 200,
    "total": 400,
    "files": 2,
    "changes": "a: 1 → 2",
    "where": "the server",
    "case": "#1",
    "range": "from its beginning",
    "rows": 3,
    "format": "CSV",
    "name": "clips in 24 hours",
    "before": "1",
    "after": "2",
    "begin_s": 0,
    "end_s": 86_400,
    "at_s": 0,
    "clips": 7,
    "length": "35 s",
    "usd": 9.8,
    "median": "12 s",
    "p90": "40 s",
    "hours": 2,
    "who": "<@1>",
    "cases": "#1, #2",
    "figures": "Requests: 7.",
    "days": 90,
    "requests": 3,
    "live": 2,
    "held": 1,
    "permissions": "Send Messages",
    "categories": "reports",
    "times": 3,
    "requester": "<@1>",
    "standing": "Clips in 24 hours: 20",
    "reporter": "<@2>",
    "moderator": "<@3>",
    "filed_at": datetime(2026, 3, 1, tzinfo=UTC),
}
INTERNAL = re.compile(
    r"\b(predictions?|http|status code|exceptions?|traceback|null|timeout)\b", re.IGNORECASE
)
SERVICE_NAME = re.compile(r"eachlabs|kling", re.IGNORECASE)
# The operator has to act on it, and members have to know who receives what they write.
NAMING_THE_SERVICE = ("incident-", "privacy-policy-")
SAID = {key: CATALOGUE.text("en-US", key, **VALUES) for key in sorted(CATALOGUE.keys_of())}
SENTENCES = {
    key: text
    for key, text in SAID.items()
    if key.split("-")[0] in {"refused", "invalid", "cancel", "delete", "not", "incident"}
}
MONEY = re.compile(r"charged|cost")


@pytest.mark.parametrize("key", SAID)
def test_nothing_shouts_and_nothing_internal_is_named(key):
    text = SAID[key]

    assert "!" not in text
    assert INTERNAL.search(text) is None
    assert key.startswith(NAMING_THE_SERVICE) or SERVICE_NAME.search(text) is None
    assert text == text.strip()
    assert "\u2068" not in text


@pytest.mark.parametrize(
    "key", [key for key in SENTENCES if key.startswith(("refused", "invalid"))]
)
def test_a_refusal_says_that_it_cost_nothing_between_what_happened_and_what_now(key):
    what, cost, now = SENTENCES[key].partition("Nothing was charged.")

    assert what.strip()
    assert cost
    assert now.strip().endswith("Reference `A1B2C3`.")
    assert len(now.strip()) > len("Reference `A1B2C3`.")


@pytest.mark.parametrize(
    "key",
    [
        key
        for key in SAID
        if (
            key.startswith(
                (
                    "cancel-",
                    "delete-",
                    "not-yours",
                    "job-not",
                    "storage",
                    "discord-away",
                    "fetch-",
                    "shelf-",
                    "report-",
                    "modal-",
                    "again-",
                    "request-",
                )
            )
            and not key.startswith("report-form-")
        )
        or key in {"answer-too-slow", "card-not-shown", "unexpected", "command-unavailable"}
        or (key.startswith("quota-") and key.endswith(("-in-servers", "-allowed", "-away")))
        or (
            key.startswith("defaults-")
            and key.endswith(("-unknown", "-range", "-ill", "-away", "-changed", "-forgotten"))
        )
    ],
)
def test_an_answer_says_what_it_cost(key):
    assert MONEY.search(SAID[key])
    assert SAID[key].count(". ") >= 1


@pytest.mark.parametrize("key", [key for key in SAID if key.startswith(("video-", "videos-"))])
def test_descriptions_fit_discords_command_picker(key):
    assert 1 <= len(SAID[key]) <= 100


@pytest.mark.parametrize("key", [key for key in SAID if key.startswith("button-")])
def test_labels_fit_a_button(key):
    assert len(SAID[key]) <= 80


@pytest.mark.parametrize(
    ("limit", "told"),
    [(1.0, "one clip in 24 hours"), (3.0, "3 clips in 24 hours"), (0.0, "no clips here")],
)
def test_a_limit_is_told_in_words(limit, told):
    text = CATALOGUE.text("en-US", "refused-user-daily-limit", limit=limit, reference="A1")

    assert told in text


@pytest.mark.parametrize(
    ("option", "told"), [("prompt", "The description"), ("negative_prompt", "The list of what")]
)
def test_an_ill_option_is_named_in_words(option, told):
    text = CATALOGUE.text(
        "en-US", "invalid-text-too-long", option=option, chars=2501, max_chars=2500, reference="A1"
    )

    assert text.startswith(told)
    assert "2,501 characters; 2,500 are allowed" in text

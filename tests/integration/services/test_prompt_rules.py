"""Moderators write rules, every request is held against them, and nothing stalls the bot."""

import string
import time

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.errors import NotFoundError, ShowreelError
from bot.domain.job import JobStatus
from bot.domain.rules import (
    PATTERN_MAX_CHARS,
    RULES_AT_MOST,
    WORD_MAX_CHARS,
    HitKind,
    NewRule,
    RuleKind,
)
from bot.services.prompt_rules import (
    PATTERNS_MAX_COST,
    REREAD_AFTER_S,
    RuleService,
)
from bot.services.rule_patterns import PATTERN_MAX_COST, BoundedPattern
from bot.storage.prompt_rules import SqlRuleStore
from tests.support.workshop import GUILD, MODERATOR, OTHER_GUILD, MoodyDatabase

WORD, PHRASE, PATTERN = RuleKind.WORD, RuleKind.PHRASE, RuleKind.PATTERN
LONGEST = 2500


@pytest.fixture
def rules(workshop):
    return workshop.rules


@pytest.fixture
def add(rules):
    async def add(text, kind=WORD, *, guild_id=GUILD):
        return await rules.add(kind, text, guild_id=guild_id, by=MODERATOR)

    return add


@pytest.fixture
def other_process(workshop):
    """The same database, seen by a service of its own."""
    return RuleService(
        store=SqlRuleStore(workshop.database),
        clock=workshop.clock,
        compile_pattern=BoundedPattern,
    )


async def refused_key(adding):
    with pytest.raises(ShowreelError) as raised:
        await adding
    return raised.value.key


class TestRequests:
    async def test_a_hit_is_refused_and_logged_with_its_rule(self, workshop, add):
        rule = await add("fox")

        with pytest.raises(ShowreelError) as raised:
            await workshop.submission.submit(workshop.order())

        (row,) = await workshop.jobs()
        assert (row.status, row.reason) == (JobStatus.REFUSED, f"prompt_rule:{rule.id}")
        assert raised.value.job_id == row.id
        sentence = workshop.sentence(raised.value)
        assert "fox" not in sentence
        assert "rule" not in sentence
        assert "Nothing was charged." in sentence

    async def test_to_want_something_left_out_is_not_to_ask_for_it(self, workshop, add):
        await add("badger")

        request = ClipRequest(prompt="a red fox", negative_prompt="badger")

        assert (await workshop.submission.submit(workshop.order(request))).job.id

    async def test_another_servers_rules_do_not_hold(self, workshop, add):
        await add("fox", guild_id=OTHER_GUILD)

        assert (await workshop.submission.submit(workshop.order())).job.id

    async def test_rules_that_cannot_be_read_refuse_the_request(self, workshop):
        away = MoodyDatabase(workshop.database._database)
        away.is_away = True
        workshop.rules._store = SqlRuleStore(away)

        with pytest.raises(ShowreelError) as raised:
            await workshop.submission.submit(workshop.order())

        assert raised.value.key == "storage-unavailable"
        assert await workshop.jobs() == []


class TestChanges:
    async def test_a_rule_holds_at_once_and_ends_at_once(self, rules, add):
        assert await rules.first_hit("a fox", guild_id=GUILD) is None
        rule = await add("fox")
        hit = await rules.first_hit("a fox", guild_id=GUILD)
        assert (hit.rule, hit.kind) == (rule, HitKind.WRITTEN)

        await rules.remove(str(rule.id), guild_id=GUILD, by=MODERATOR)

        assert await rules.first_hit("a fox", guild_id=GUILD) is None

    async def test_what_another_process_changes_holds_within_seconds(
        self, workshop, add, other_process
    ):
        assert await other_process.hits("a fox", guild_id=GUILD) == ()
        await add("fox")
        assert await other_process.hits("a fox", guild_id=GUILD) == ()

        await workshop.clock.advance(REREAD_AFTER_S)

        assert len(await other_process.hits("a fox", guild_id=GUILD)) == 1

    async def test_rules_that_are_read_again_unchanged_hold_on(self, workshop, rules, add):
        await add("fox")
        for _ in range(3):
            assert len(await rules.hits("a fox", guild_id=GUILD)) == 1
            await workshop.clock.advance(REREAD_AFTER_S)

    async def test_blanks_around_a_rule_are_no_part_of_it(self, add):
        assert (await add("  black \n cat ", PHRASE)).text == "black cat"
        assert (await add(" a b ", PATTERN)).text == "a b"


class TestRulesThatCannotBe:
    @pytest.mark.parametrize(
        ("kind", "text", "key"),
        [
            (WORD, "black cat", "rule-not-one-word"),
            (WORD, "...", "rule-empty"),
            (WORD, "\u200b", "rule-empty"),
            (PHRASE, "!?", "rule-empty"),
            (WORD, "x" * (WORD_MAX_CHARS + 1), "rule-too-long"),
            (PHRASE, "x " * WORD_MAX_CHARS, "rule-too-long"),
            (PATTERN, "x" * (PATTERN_MAX_CHARS + 1), "rule-too-long"),
            (PATTERN, "(", "rule-pattern-ill"),
            (PATTERN, r"(a)\1", "rule-pattern-ill"),
            (PATTERN, "(?=fox)", "rule-pattern-ill"),
            (PATTERN, "fox|", "rule-pattern-ill"),
            (PATTERN, ".*", "rule-pattern-ill"),
            (PATTERN, "\ud800", "rule-pattern-ill"),
            (PATTERN, "((a{100}){100}){100}", "rule-pattern-ill"),
            (PATTERN, r"(\pL|\pN){20}", "rule-pattern-ill"),
        ],
    )
    async def test_a_rule_that_cannot_be_is_explained_and_changes_nothing(
        self, workshop, rules, add, kind, text, key
    ):
        with pytest.raises(ShowreelError) as raised:
            await add(text, kind)

        assert raised.value.key == key
        assert "Nothing was changed." in workshop.sentence(raised.value)
        assert await rules.rules(GUILD) == []

    async def test_a_rule_that_stands_is_not_added_again(self, add):
        await add("fox")

        assert await refused_key(add("fox")) == "rule-known"

    async def test_a_server_has_so_many_rules_at_most(self, workshop, add):
        store = SqlRuleStore(workshop.database)
        for number in range(RULES_AT_MOST):
            rule = NewRule(
                guild_id=GUILD,
                kind=WORD,
                text=f"word{number}",
                created_at=workshop.clock.now(),
                created_by=MODERATOR,
            )
            await store.add(rule, at_most=RULES_AT_MOST)

        assert await refused_key(add("fox")) == "rule-too-many"

    async def test_all_patterns_of_a_server_together_have_a_bound(self, rules, add):
        each_costs = BoundedPattern(".{0,120}gun0").cost
        for letter in string.ascii_lowercase[: PATTERNS_MAX_COST // each_costs]:
            await add(f".{{0,120}}gun{letter}", PATTERN)

        assert await refused_key(add(".{0,120}gun", PATTERN)) == "rule-patterns-too-heavy"

        costs = [BoundedPattern(rule.text).cost for rule in await rules.rules(GUILD)]
        assert 0 < sum(costs) <= PATTERNS_MAX_COST


class TestRemoving:
    @pytest.mark.parametrize("text", ["", "fox", "-1", "1.5", "\u0661", "9" * 40])
    async def test_what_is_no_number_is_answered_with_an_example(self, rules, text):
        removing = rules.remove(text, guild_id=GUILD, by=MODERATOR)

        assert await refused_key(removing) == "rule-id-unreadable"

    async def test_another_servers_rule_is_like_one_that_does_not_exist(self, rules, add):
        theirs = await add("fox", guild_id=OTHER_GUILD)

        for rule_id in (str(theirs.id), "12345"):
            with pytest.raises(NotFoundError, match="rule-not-found"):
                await rules.remove(rule_id, guild_id=GUILD, by=MODERATOR)
        assert await rules.rules(OTHER_GUILD) == [theirs]

    async def test_a_number_may_be_typed_as_the_list_shows_it(self, rules, add):
        rule = await add("fox")

        assert await rules.remove(f" #{rule.id}", guild_id=GUILD, by=MODERATOR) == rule


class TestPatterns:
    @pytest.mark.parametrize(
        ("pattern", "prompt"),
        [
            (r"\bfox(es)?\b", "two FOXES"),
            (r"\bfox(es)?\b", "f0x"),
            (r"\bfox(es)?\b", "f\u200box"),
            (r"kill .*king", "k1ll the king"),
            (r"kill .*king", "k i l l the king"),
            (r"kill .*king", "k!!l the king"),
            (r"kill .*king", "ki11 the king"),
            (r"\bblood", "a bIoodbath"),
            (r"na\W*ked", "na ked"),
            (r"caf[eé]", "a CAFÉ"),
            (r"\d{3}-\d{4}", "call 555-1234"),
            (r"^red", "red fox"),
        ],
    )
    async def test_a_pattern_sees_through_disguise_too(self, rules, add, pattern, prompt):
        await add(pattern, PATTERN)

        (hit,) = await rules.hits(prompt, guild_id=GUILD)

        assert hit.kind is HitKind.PATTERN

    async def test_a_pattern_passes_what_does_not_fit(self, rules, add):
        await add(r"\bfox(es)?\b", PATTERN)

        assert await rules.hits("a foxglove and a firefox", guild_id=GUILD) == []

    @pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*b", "(.*a){20}b", "((a?){30}){10}b"])
    async def test_no_pattern_and_no_prompt_stall_the_bot(self, rules, add, pattern):
        await add(pattern, PATTERN)
        begun = time.process_time()  # a busy machine does not count

        await rules.hits("a" * (LONGEST - 1) + "!", guild_id=GUILD)

        assert time.process_time() - begun < 1.0
        assert BoundedPattern(pattern).cost <= PATTERN_MAX_COST

    async def test_a_pattern_that_no_engine_reads_any_more_does_not_silence_the_others(
        self, workshop, rules, add, logged
    ):
        await SqlRuleStore(workshop.database).add(
            NewRule(
                guild_id=GUILD,
                kind=PATTERN,
                text="(",
                created_at=workshop.clock.now(),
                created_by=MODERATOR,
            ),
            at_most=RULES_AT_MOST,
        )
        await add("fox")

        assert len(await rules.hits("a fox", guild_id=GUILD)) == 1
        assert "pattern_no_longer_readable" in {entry["event"] for entry in logged}

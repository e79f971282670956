"""Rules stand by server, and every change of them is on record."""

import asyncio

import pytest

from bot.domain.audit import AuditAction
from bot.domain.ids import GuildId, RuleId, UserId
from bot.domain.rules import KnownRuleError, NewRule, RuleKind, TooManyRulesError
from bot.storage.audit import SqlAuditLog
from bot.storage.encryption import TextCipher
from bot.storage.prompt_rules import SqlRuleStore

HERE, ELSEWHERE = GuildId(100), GuildId(200)
MODERATOR = UserId(7)


@pytest.fixture
def rules(database):
    return SqlRuleStore(database)


@pytest.fixture
def new_rule(clock):
    def build(text="fox", *, guild_id=HERE, kind=RuleKind.WORD):
        return NewRule(
            guild_id=guild_id, kind=kind, text=text, created_at=clock.now(), created_by=MODERATOR
        )

    return build


@pytest.fixture
def record(database):
    async def read(guild_id=HERE):
        return await SqlAuditLog(database, cipher=TextCipher()).page(
            guild_id, before=None, rows=500
        )

    return read


async def test_a_rule_is_read_as_it_was_added_and_the_oldest_first(rules, new_rule):
    first = await rules.add(new_rule(), at_most=9)
    second = await rules.add(new_rule("a|b", kind=RuleKind.PATTERN), at_most=9)

    assert await rules.of(HERE) == [first, second]
    assert (second.kind, second.text, second.created_by) == (RuleKind.PATTERN, "a|b", MODERATOR)


async def test_what_is_added_and_removed_is_on_record_with_its_text(rules, new_rule, record, clock):
    added = await rules.add(new_rule(), at_most=9)
    await rules.remove(added.id, guild_id=HERE, by=UserId(8), at=clock.now())

    removal, addition = await record()

    what = {"kind": "word", "text": "fox"}
    assert (addition.action, addition.actor_id) == (AuditAction.RULE_ADDED, MODERATOR)
    assert (addition.subject, addition.before, addition.after) == (str(added.id), None, what)
    assert (removal.action, removal.actor_id) == (AuditAction.RULE_REMOVED, UserId(8))
    assert (removal.subject, removal.before, removal.after) == (str(added.id), what, None)


async def test_another_servers_rule_is_like_one_that_does_not_exist(rules, new_rule, record, clock):
    theirs = await rules.add(new_rule(guild_id=ELSEWHERE), at_most=9)

    for rule_id in (theirs.id, RuleId(12345)):
        assert await rules.remove(rule_id, guild_id=HERE, by=MODERATOR, at=clock.now()) is None

    assert await rules.of(HERE) == []
    assert await rules.of(ELSEWHERE) == [theirs]
    assert await record() == []


async def test_a_removed_rules_id_is_never_used_again(rules, new_rule, clock):
    first = await rules.add(new_rule(), at_most=9)
    await rules.remove(first.id, guild_id=HERE, by=MODERATOR, at=clock.now())

    assert (await rules.add(new_rule(), at_most=9)).id > first.id


async def test_a_rule_that_stands_is_not_added_twice(rules, new_rule, record):
    await rules.add(new_rule(), at_most=9)

    with pytest.raises(KnownRuleError):
        await rules.add(new_rule(), at_most=9)
    await rules.add(new_rule(kind=RuleKind.PHRASE), at_most=9)

    assert len(await record()) == 2


async def test_however_many_are_added_at_once_no_server_has_more_than_it_may(
    rules, new_rule, record
):
    tries = [rules.add(new_rule(f"word{number}"), at_most=3) for number in range(8)]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)

    assert sum(isinstance(each, TooManyRulesError) for each in outcomes) == 5
    assert len(await rules.of(HERE)) == 3
    assert len(await record()) == 3
    await rules.add(new_rule("word0", guild_id=ELSEWHERE), at_most=3)

"""Whom a choice is about is said by name, as far as Discord knows the account."""

from types import SimpleNamespace

import discord
import pytest

from bot.domain.ids import UserId
from cogs.member_names import ASKED_AT_ONCE, MemberNames


class Accounts:
    """Discord, as far as names are asked for."""

    def __init__(self, names, *, status=404):
        self.names = names
        self.status = status
        self.asked = []

    async def fetch_user(self, user_id):
        self.asked.append(user_id)
        if user_id not in self.names:
            answer = SimpleNamespace(status=self.status, reason="")
            raise discord.HTTPException(answer, {"code": 0, "message": ""})
        return SimpleNamespace(id=user_id, display_name=self.names[user_id])


async def named(names, accounts, user_ids):
    return await names.of(SimpleNamespace(client=accounts), [UserId(each) for each in user_ids])


async def test_accounts_that_are_gone_keep_nobody_else_from_being_named():
    gone = range(100, 100 + ASKED_AT_ONCE)
    names, accounts = MemberNames(), Accounts({7: "ada"})

    assert await named(names, accounts, [*gone, 7]) == {}
    assert await named(names, accounts, [*gone, 7]) == {7: "ada"}
    assert accounts.asked == [*gone, 7]


@pytest.mark.parametrize("status", [500, 429])
async def test_who_could_not_be_named_just_now_is_asked_about_again(status):
    names, accounts = MemberNames(), Accounts({}, status=status)
    assert await named(names, accounts, [7]) == {}
    accounts.names[7] = "ada"

    assert await named(names, accounts, [7]) == {7: "ada"}

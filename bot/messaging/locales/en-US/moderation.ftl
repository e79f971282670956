# What moderators see and steer. Descriptions of commands are at most 100 characters each.

## Rules

name-video-mod = video-mod
name-video-mod-rules = rules
name-video-mod-rules-add = add
name-video-mod-rules-remove = remove
name-video-mod-rules-list = list
name-video-mod-rules-test = test
option-kind = kind
option-text = text
option-rule = rule
video-mod-description = See and steer what members of this server may ask for
video-mod-rules-description = What must not be asked for in this server
video-mod-rules-add-description = Add a rule: requests that hit it are refused
video-mod-rules-add-kind = How the rule is read: as a word, as words in a row or as a pattern
video-mod-rules-add-kind-word = word
video-mod-rules-add-kind-phrase = phrase
video-mod-rules-add-kind-pattern = pattern
video-mod-rules-add-text = The word or words; for a pattern, a regular expression
video-mod-rules-remove-description = Remove a rule
video-mod-rules-remove-rule = Which rule: choose one, or type its number
video-mod-rules-list-description = List the rules of this server
video-mod-rules-test-description = See which rules a text would hit, and why
video-mod-rules-test-text = What to test, as a member would type it
rules-none = This server has no rules. `/video-mod rules add` makes one.
rules-heading = **Rules of this server**: { $count } of { $limit } at most
rules-line = #{ $number } · { $kind } · { $text }
rules-in-file = They stand in the file: number, kind and text, one rule to a line.
rule-added = The rule is added, and holds from now on: { $rule }
rule-removed = The rule is removed, and holds no longer: { $rule }
rules-test-passes = This text hits no rule.
rules-test-hits = { $count ->
    [one] This text hits one rule.
   *[other] This text hits { $count } rules.
  }
rules-test-line = { $rule }: { $why }
rules-test-more = { $count ->
    [one] One more rule is hit.
   *[other] { $count } more rules are hit.
  }
rules-why-written = { $found } is it as written
rules-why-disguised = { $found } is it in disguise
rules-why-stretched = { $found } is it with letters held longer
rules-why-inside = { $found } stands inside the text
rules-why-pattern = { $found } fits it
rule-known = This server has this rule already. Nothing was changed.
rule-too-many = A server may have { $limit } rules, and this one has them all. Nothing was changed. Remove one with `/video-mod rules remove`, or put several words into one pattern.
rule-too-long = That is { $chars } characters; { $limit } are allowed. Nothing was changed. Shorten it, or make two rules of it.
rule-empty = A rule needs at least one letter or figure. Nothing was changed. An example: `spider`.
rule-not-one-word = That is more than one word. Nothing was changed. Choose a phrase as its kind for words in a row. An example: `black cat`.
rule-kind-unknown = A rule is a word, a phrase or a pattern. Nothing was changed. Choose one of them, and try again.
rule-pattern-ill = This pattern cannot be used: it has a mistake, is too large, or fits every text. Nothing was changed. An example: `\bfox(es)?\b`.
rule-patterns-too-heavy = The patterns of this server would take too long together. Nothing was changed. Shorten this one, or remove another.
rule-id-unreadable = A rule is named by its number. Nothing was changed. An example: `12`. The numbers stand in `/video-mod rules list`.
rule-not-found = This server has no such rule. Nothing was changed. Those that it has stand in `/video-mod rules list`.
rules-in-servers = Rules belong to a server. Use the command there.
refused-prompt-rule = The moderators of this server do not allow what this description asks for. { -free } Describe something else; a moderator can tell you more. Reference `{ $reference }`.

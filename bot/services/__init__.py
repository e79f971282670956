"""The verbs: what members, moderators, the operator and the clock can make happen."""

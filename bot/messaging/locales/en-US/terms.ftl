# Said in many places, so said once.

-free = Nothing was charged.
listed = { $before }, { $after }

"""Draws charts, in a process of its own: an idle bot carries no drawing library."""

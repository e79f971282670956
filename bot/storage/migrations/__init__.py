"""The schema's history; every step is forward only."""

"""Benchmarks: each holds the program to a reference and a goal. Start all with `make bench`."""

"""A local Discord: its state, its HTTP API, its gateway and its file host, all on loopback."""

"""What Showreel is about, with no I/O, no clock and no third-party import."""

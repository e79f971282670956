"""The parts that `app` puts together, by side: what all share, Eachlabs, the worker, the front."""

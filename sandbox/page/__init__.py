"""The chat page of the sandbox: a small web app over the local Discord."""

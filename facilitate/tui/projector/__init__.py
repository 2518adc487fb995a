"""The projector: what the whole room sees, as plain values, and how large."""

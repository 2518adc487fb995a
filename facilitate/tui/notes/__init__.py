"""The note-taker's page in parts: what is being written, what becomes of it, how it is listed."""

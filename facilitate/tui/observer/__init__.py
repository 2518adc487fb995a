"""The observer's own screen: where the cursor stands, what a key means, facts, and sending."""

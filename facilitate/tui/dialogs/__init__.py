"""Short questions over a screen: a line of text, a yes or no, the keys."""

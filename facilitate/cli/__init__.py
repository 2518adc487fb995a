"""The commands, one file a family; each imports its half when called."""

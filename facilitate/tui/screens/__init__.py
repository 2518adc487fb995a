"""One screen a file, its style beside it; screens do not know each other."""

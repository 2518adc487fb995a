"""What the pages of the console share: one meeting run from several pages, by several people, with the same keys."""

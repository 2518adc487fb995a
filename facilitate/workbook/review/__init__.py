"""A workbook that a trainer has reviewed, read back: found by keys and codes, compared with what was exported."""

"""Workbooks that somebody else saved: looked at from the outside in, and read without trusting anything in them.

`open.opened` is the only way to a workbook that this program did not write a moment ago; `cells` reads what stands in
it. Parts are unpacked under a limit and read piece by piece; what a workbook never needs (a document type, another
encoding, a tag without end) ends the reading at once. openpyxl never sees a stranger's part: it holds what was read.
"""

"""The meeting: the fold of its events, what each person may see of it, and its clock."""

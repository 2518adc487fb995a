"""Words in Arabic, French and English: catalogs, numbers, dates.

A message is an id and values; it becomes a sentence only here, in the language of whoever reads it. Language belongs to
the seat, never to the process.
"""

from facilitate.language.words import Words, choose_language

__all__ = ["Words", "choose_language"]

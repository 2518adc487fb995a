"""The meeting in words: text, Markdown, a document."""

"""Who may do what, and when: a fact becomes an event, or is refused with a reason."""

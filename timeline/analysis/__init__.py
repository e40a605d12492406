"""Functions from an event table to a table, honest about uncertain time."""

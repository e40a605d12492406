"""Doors out: an event table as a file that other tools read, and back."""

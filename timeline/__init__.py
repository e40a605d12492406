"""Reads prose that tells time the way people do, and gives back an ordered event table."""

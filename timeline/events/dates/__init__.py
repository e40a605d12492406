"""What dates an event: its own time, one carried along, or bounds that follow."""

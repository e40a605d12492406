"""The event in readable words that stand by themselves."""

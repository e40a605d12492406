"""A sentence laid out for reading: its clauses, how they hang together, what it quotes."""

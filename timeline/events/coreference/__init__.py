"""Who and what a document names, and which of them a pronoun means."""

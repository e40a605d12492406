"""Languages: each a folder of words and of ways to tell time."""

from timeline.languages.en import english
from timeline.languages.foreign import read_foreign
from timeline.languages.language import Language, Narration, Shores, Trim

__all__ = ["Language", "Narration", "Shores", "Trim", "english", "read_foreign"]

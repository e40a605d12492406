"""The persons of a text, for its pronouns: named where only one can be meant, else left alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.events.cues import Cues
from timeline.events.scenes import Scene
from timeline.sentences import Token

#: How many sentences back a pronoun may reach.
_REACH = 2
_LONGEST_NAME = 5


class Person(NamedTuple):
    """A person as last named: the name, "male", "female" or "", the sentence, and where first."""

    name: str
    gender: str
    sentence: int
    start: int


class Cast(NamedTuple):
    """Who can be meant in a sentence."""

    persons: tuple[Person, ...]

    def resolve(self, pronoun: Token, words: Cues) -> str:
        """The only person named before it that "he" or "she" can be, or ""."""
        word = pronoun.text.lower()
        if word in words.pronouns.male:
            other = "female"
        elif word in words.pronouns.female:
            other = "male"
        else:
            return ""
        fitting = [
            person.name
            for person in self.persons
            if person.gender != other and person.start < pronoun.start
        ]
        return fitting[0] if len(fitting) == 1 else ""

    def name(self, scene: Scene, chunk: tuple[int, int], words: Cues) -> str:
        """A chunk in words; a pronoun by whom it means, or "" where that is not safe."""
        tokens = scene.tokens
        first, last = chunk
        if first == last and tokens[first].tag == "PRON":
            return self.resolve(tokens[first], words)
        base = scene.sentence.start
        text = scene.source[tokens[first].start - base : tokens[last].end - base]
        return " ".join(text.split())


@dataclass(slots=True)
class People:
    """Persons in the order they were named, with what is known of their gender.

    A person is a name of two words or more, or one with a title, that is the subject or object of
    a clause; later the surname alone will do.
    """

    seen: list[Person] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)

    def enter(self, scene: Scene, number: int, words: Cues) -> Cast:
        """Notes who acts in a sentence, and gives who can be meant by its pronouns."""
        self.seen = [person for person in self.seen if number - person.sentence <= _REACH]
        for clause in scene.clauses:
            subject = clause.subject
            if subject is None or clause.link == "relative":
                continue
            first, last = subject[0], subject[1]
            owner = next((n for n in range(first, last) if scene.tokens[n].xpos == "POS"), 0)
            self._enter(scene, first, owner - 1 if owner else last, number, words)
            if clause.object is not None:
                self._enter(scene, clause.object[0], clause.object[1], number, words)
        return Cast(tuple(self.seen))

    def _enter(self, scene: Scene, first: int, last: int, number: int, words: Cues) -> None:
        name, gender = self._person(scene, first, last, words)
        if name:
            self._note(name, gender, number, scene.tokens[first].start)

    def _note(self, name: str, gender: str, number: int, start: int) -> None:
        last = name.split()[-1]
        known = gender or self.genders.get(last, "")
        self.genders[last] = known
        for place, other in enumerate(self.seen):
            if other.name.split()[-1] == last:
                longer = name if len(name) > len(other.name) else other.name
                self.seen[place] = Person(longer, known or other.gender, number, other.start)
                return
        self.seen.append(Person(name, known, number, start))

    def _person(self, scene: Scene, first: int, last: int, words: Cues) -> tuple[str, str]:
        """The name in a chunk if it may be a person's, and the gender that a title tells."""
        tokens = scene.tokens
        begin = last + 1
        while begin > first and tokens[begin - 1].tag == "PROPN":
            begin -= 1
        if begin > last or last - begin >= _LONGEST_NAME or tokens[last].xpos == "NNPS":
            return "", ""
        # One capitalised word after "the" is an institution or a country.
        if begin > 0 and tokens[begin - 1].text.lower() in ("the", "a", "an"):
            return "", ""
        gender = ""
        for number in range(first, last + 1):
            word = tokens[number].text.lower()
            if word in words.pronouns.male_titles:
                gender = "male"
            elif word in words.pronouns.female_titles:
                gender = "female"
        base = scene.sentence.start
        text = scene.source[tokens[begin].start - base : tokens[last].end - base]
        if last == begin and not gender and text not in self.genders:
            return "", ""
        return text, gender

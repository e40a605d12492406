"""The persons of a text, for its pronouns: named where only one can be meant, else left alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.events.cues import Cues
from timeline.events.scenes import Scene

_REACH = 2


@dataclass(slots=True)
class People:
    """Persons in the order they were named, with what is known of their gender.

    `seen` holds (name, gender, sentence); gender is "male", "female" or "". A pronoun is given a
    name when a single person that it fits was named in this sentence or the two before.
    """

    sentence: int = 0
    seen: list[tuple[str, str, int]] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)

    def enter(self, scene: Scene, number: int, words: Cues) -> None:
        """Notes who speaks or acts in the sentence: names that are subjects."""
        self.sentence = number
        self.seen = [entry for entry in self.seen if number - entry[2] <= _REACH]
        for clause in scene.clauses:
            subject = clause.subject
            if subject is None or clause.link == "relative":
                continue
            first, last = subject[0], subject[1]
            owner = next((n for n in range(first, last) if scene.tokens[n].xpos == "POS"), 0)
            name, gender = self._person(scene, first, owner - 1 if owner else last, words)
            if name:
                self._note(name, gender, number)

    def _note(self, name: str, gender: str, number: int) -> None:
        last = name.split()[-1]
        for place, (other, known, _) in enumerate(self.seen):
            if other.split()[-1] == last:
                longer = name if len(name) > len(other) else other
                self.seen[place] = (longer, gender or known, number)
                return
        self.seen.append((name, gender or self.genders.get(last, ""), number))

    def _person(self, scene: Scene, first: int, last: int, words: Cues) -> tuple[str, str]:
        """The name in a chunk if it may be a person's, and the gender that a title tells."""
        tokens = scene.tokens
        begin = last + 1
        while begin > first and tokens[begin - 1].tag == "PROPN":
            begin -= 1
        if begin > last or tokens[last].tag != "PROPN":
            return "", ""
        # One capitalised word after "the", or a plural, is an institution or a country.
        if begin > 0 and tokens[begin - 1].text.lower() in ("the", "a", "an"):
            return "", ""
        if tokens[last].xpos == "NNPS" or last - begin > 4:
            return "", ""
        gender = ""
        for number in range(first, last + 1):
            word = tokens[number].text.lower()
            if word in words.words("pronouns", "male_titles"):
                gender = "male"
            elif word in words.words("pronouns", "female_titles"):
                gender = "female"
        base = scene.sentence.start
        text = scene.source[tokens[begin].start - base : tokens[last].end - base]
        if last == begin and not gender and text.split()[-1] not in self._surnames():
            return "", ""
        return text, gender

    def _surnames(self) -> set[str]:
        return {name.split()[-1] for name, _, _ in self.seen} | set(self.genders)

    def resolve(self, pronoun: str, words: Cues) -> str:
        """The only person that "he" or "she" can be, or ""."""
        word = pronoun.lower()
        if word in words.words("pronouns", "male"):
            gender, other = "male", "female"
        elif word in words.words("pronouns", "female"):
            gender, other = "female", "male"
        else:
            return ""
        fitting = [name for name, known, _ in self.seen if known != other]
        if len(fitting) != 1:
            return ""
        name = fitting[0]
        self.genders[name.split()[-1]] = gender
        return name

    def name(self, scene: Scene, chunk: tuple[int, int], words: Cues) -> str:
        """A chunk in words; a pronoun by whom it means, or "" where that is not safe."""
        tokens = scene.tokens
        first, last = chunk
        if first == last and tokens[first].tag == "PRON":
            return self.resolve(tokens[first].text, words)
        base = scene.sentence.start
        text = scene.source[tokens[first].start - base : tokens[last].end - base]
        return " ".join(text.split())

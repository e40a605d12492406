"""Dates told by somebody's age: "at the age of 14", "when she was seven", of one born in 1889."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.dates.bounds import Dating, carried
from timeline.events.dates.found import Found, Life, Story
from timeline.events.layout.clauses import Clause
from timeline.events.layout.scenes import Scene
from timeline.expressions import TimeExpression
from timeline.resolution.lives import is_life
from timeline.sentences import Token
from timeline.sentences.vocabulary import BE
from timeline.spans import Granularity, TimeSpan
from timeline.spans.civil import ymd

#: How sure a year is that was counted from an age or a birth.
_SURE = 0.6
#: No age is greater, in years.
_MOST = 115
#: So far from the beginning an article tells in brackets when somebody lived.
_OPENING = 400
#: A name before a life in brackets has at most so many words.
_NAME = 6
_LEAP_DAY = 2, 29
_ENDING = ("PUNCT", "CCONJ", "SCONJ")
#: What a main clause opens with behind "When she was nine", which takes so many words.
_BEGINNING, _FEW = ("DET", "PRON", "PROPN"), 5


def tells_life(text: str, time: TimeExpression, begin: int = 0) -> bool:
    """Whether a time in brackets behind a name tells when somebody lived: "Ann Lee (1736–1784)".

    `text` is what begins at the offset `begin` of the document.

    >>> from timeline.resolution import Publication, resolve
    >>> text = "Ann Lee (1736–1784) led them."
    >>> tells_life(text, resolve(text, Publication(0))[0])
    True
    """
    span = time.span
    if len(time.timexes) < 2 or span is None or span.start is None or span.end is None:
        return False
    return is_life(text, time.start - begin, time.end - begin, span.start, span.end)


def life_told(text: str, expressions: Sequence[TimeExpression]) -> Life | None:
    """The life of whom an article opens with."""
    for time in expressions:
        if time.start > _OPENING:
            break
        if tells_life(text, time) and (span := time.timexes[0].span) is not None:
            line = text[: time.start].rpartition("\n")[2]
            words = (word.strip(",.“”\"'’()") for word in line.split()[-_NAME:])
            name = frozenset(word for word in words if word[:1].isupper())
            return Life(span, name, time.timexes[-1].span)
    return None


def note_birth(one: Found, story: Story) -> None:
    """Keeps when somebody was born, unless it is told in passing of somebody else."""
    clause = one.clause
    if story.life is not None or clause is None or not one.verbal or one.time is None:
        return
    bracket = clause.first and one.scene.tokens[clause.first - 1].text == "("
    early = one.scene.sentence.start < _OPENING and bool(bracket)
    opens = clause.link in ("main", "coordinate") or clause.first == 0 or early
    if opens and one.lemma in story.words.verbs.opening and one.dating.span is not None:
        first, last, _ = clause.subject or (0, -1, 0)
        named = (token for token in one.scene.tokens[first : last + 1] if token.tag == "PROPN")
        story.life = Life(one.dating.span, frozenset(token.text for token in named))


def by_age(one: Found, clause: Clause, story: Story) -> Dating | None:
    """The year in which somebody was as old as a clause says, or was born or died as the article
    told."""
    if not one.verbal:
        return None
    ended = _by_life(one, clause, story.life)
    if ended is not None or one.lemma in story.words.verbs.opening:
        return ended
    birth = _own_birth(one.scene, clause)
    if birth is None and story.life is not None and _is_hero(one, clause, story.life):
        birth = story.life.born
    if birth is None or birth.start is None:
        return None
    grain = birth.granularity
    if grain is None or grain > Granularity.YEAR:
        return None
    birthday = _birthday(one.scene, clause)
    if birthday and grain is Granularity.DAY:
        born, month, day = ymd(birth.start)
        # Who was born on 29 February keeps it on either day beside that.
        if (month, day) != _LEAP_DAY:
            why = f"{birthday} years after the birth on {birth.edtf()}"
            return Dating(TimeSpan.day(born + birthday, month, day), "narrative", _SURE, why)
    age = _ages(one.scene).get(clause.number)
    if age is None:
        return None
    number = ymd(birth.start)[0] + age
    told = story.last.dating.span if story.last is not None else None
    # Who was born in 1886 is 31 in 1918, too: where the story has come to that year, it is that.
    if told is not None and told.start is not None and ymd(told.start)[0] == number + 1:
        number += 1
    year = TimeSpan.year(number)
    today = story.published
    if one.side.where == "before" and today is not None and (year.start or 0) > today:
        return None
    return carried(year, _SURE, f"{age} years after the birth in {birth.edtf()}")


def _by_life(one: Found, clause: Clause, life: Life | None) -> Dating | None:
    """When somebody was born or died whose life the article has told, be it said by the name or
    soon behind it: "Born in Hull to a smith, she …"."""
    if life is None or not _is_named(one.scene, clause, life):
        return None
    verbs, told = one.scene.words.verbs, clause.link in ("main", "coordinate")
    opens = clause.link == "participle" and not clause.first
    span, what = None, ""
    if one.lemma in verbs.opening and (opens or (told and clause.passive)):
        span, what = life.born, "born"
    elif one.lemma in verbs.closing and told and clause.tense == "past":
        span, what = life.died, "died"
    subject = clause.subject
    named = subject is not None and one.scene.tokens[subject[2]].tag == "PROPN"
    if span is None or not (named or one.scene.sentence.start < 2 * _OPENING):
        return None
    return Dating(span, "narrative", _SURE, f"{what} as told at the beginning", of_life=True)


def _is_named(scene: Scene, clause: Clause, life: Life) -> bool:
    """Whether the subject of a clause can be the one whose life is known, by name or pronoun."""
    if clause.subject is None:
        return True
    tokens, (first, last, head) = scene.tokens, clause.subject
    if tokens[head].tag == "PROPN":
        return not life.name or any(t.text in life.name for t in tokens[first : last + 1])
    return _is_one(tokens[head], scene)


def _is_one(token: Token, scene: Scene) -> bool:
    """Whether a word is "he" or "she"."""
    pronouns = scene.words.pronouns
    return token.xpos == "PRP" and token.text.lower() in pronouns.male | pronouns.female


def _is_hero(one: Found, clause: Clause, life: Life) -> bool:
    """Whether an age can be that of the one whose birth is known: not in "her son left at 14"."""
    scene = one.scene
    if _is_named(scene, clause, life) or any(_is_one(token, scene) for token in scene.tokens):
        return True
    first = clause.subject[0] if clause.subject is not None else 0
    return scene.tokens[first].text.lower() == scene.words.small.definite


def _own_birth(scene: Scene, clause: Clause) -> TimeSpan | None:
    """When somebody was born whose life stands before a verb: "Ann Lee (1736–1784) left at 20"."""
    for time in scene.times:
        before = time.last < clause.head
        if before and tells_life(scene.source, time.expression, scene.sentence.start):
            return time.expression.timexes[0].span
    return None


def _ages(scene: Scene) -> Mapping[int, int]:
    """The ages told in a sentence, by the number of the clause that each belongs to."""
    found: dict[int, int] = {}
    for at, token in enumerate(scene.tokens):
        if token.tag != "NUM" or scene.timed[at]:
            continue
        years, last = _number(scene, at)
        opener = _opener(scene, at, last) if 2 < years < _MOST else -1
        clause = _bearer(scene, opener, last) if opener >= 0 else None
        if clause is not None:
            found.setdefault(clause.number, years)
    return found


def _birthday(scene: Scene, clause: Clause) -> int:
    """Which birthday it is that a clause tells of: "on her 80th birthday", or 0."""
    tokens, words = scene.tokens, scene.words
    for at in range(3, len(tokens)):
        on, owner, counted, token = tokens[at - 3 : at + 1]
        if token.lemma.lower() != words.ages.birthday:
            continue
        if scene.owner[at] not in (clause.number, -1):
            continue
        if owner.xpos != "PRP$" or on.text.lower() not in words.ages.on:
            continue
        word = counted.text.lower()
        figures = word.rstrip("stndrh")
        number = int(figures) if figures.isdecimal() else words.ordinals.get(word, 0)
        return number if number < _MOST else 0
    return 0


def _number(scene: Scene, at: int) -> tuple[int, int]:
    """A whole number and its last token: "14", "fourteen", "thirty-two"; or -1."""
    tokens, numbers = scene.tokens, scene.words.numbers
    word = tokens[at].text.lower()
    if word.isascii() and word.isdigit():
        return int(word), at
    if at + 2 < len(tokens) and tokens[at + 1].text == "-":
        joined = numbers.get(f"{word}-{tokens[at + 2].text.lower()}")
        if joined is not None:
            return joined, at + 2
    return numbers.get(word, -1), at


def _opener(scene: Scene, first: int, last: int) -> int:
    """Where the words begin that make a number an age, or -1."""
    ages, tokens = scene.words.ages, scene.tokens
    before = [tokens[k].text.lower() if k >= 0 else "" for k in range(first - 4, first)]
    if ages.age in before[-2:]:
        begin = first - 4 + max(k for k, word in enumerate(before) if word == ages.age) - 1
        return begin - 1 if begin > 0 and tokens[begin - 1].tag == "ADP" else begin
    after = _behind(scene, last)
    turn = after is not None and after.text.lower() in scene.words.connectives.meanwhile
    ends = after is None or turn or after.tag in _ENDING
    # "When she was nine a bomb fell on the school", "At nine she left"
    opening = tokens[0].text.lower()
    opens = opening in scene.words.connectives.meanwhile and first < _FEW
    opens = opens or (opening in ages.at and first == 1)
    if not (ends or (opens and after is not None and after.tag in _BEGINNING)):
        return -1
    if before[-1] in ages.aged or (before[-1] in ages.at and tokens[first - 1].tag == "ADP"):
        return first - 1
    verb = first - 1
    if before[-1] in scene.words.adverbs.focusing | ages.barely:
        verb -= 1
    if verb < 1 or tokens[verb].lemma.lower() != BE or not _is_person(scene, verb - 1):
        return -1
    opens = verb > 1 and tokens[verb - 2].text.lower() in scene.words.connectives.meanwhile
    return verb - 2 if opens else verb if turn else -1


def _behind(scene: Scene, last: int) -> Token | None:
    """What follows an age, after "years old"."""
    at, counted = last + 1, scene.words.ages.counted
    while at < len(scene.tokens) and scene.tokens[at].text.lower() in counted:
        at += 1
    return scene.tokens[at] if at < len(scene.tokens) else None


def _is_person(scene: Scene, at: int) -> bool:
    """Whether a token is a name or a pronoun for somebody."""
    token, pronouns = scene.tokens[at], scene.words.pronouns
    persons = pronouns.male | pronouns.female | pronouns.plural | pronouns.speaking
    return token.tag == "PROPN" or token.text in persons or token.text.lower() in persons


def _bearer(scene: Scene, opener: int, last: int) -> Clause | None:
    """The clause that an age belongs to: of the verb before it, else of the first behind it."""
    tokens = scene.tokens
    verbs = [c for c in scene.clauses if not c.copula or c.link == "main"]
    before = [c for c in verbs if c.head < opener]
    after = _behind(scene, last)
    turns = after is not None and after.text.lower() in scene.words.connectives.meanwhile
    # "He left school and, aged 20, sailed to Java."
    aside = after is not None and after.text == tokens[opener - 1].text == ","
    joint = opener - 2
    while aside and joint > 0 and (scene.timed[joint] or tokens[joint].tag == "ADP"):
        joint -= 1  # "and in 2019, aged 87, she rang a peal"
    if turns or (aside and tokens[joint].tag == "CCONJ"):
        before = []
    behind = [c for c in verbs if c.head > last]
    behind = ([c for c in behind if c.link == "main"] if opener < _FEW else []) or behind
    near = next(iter(before[-1:] or behind), None)
    while near is not None and near.link == "infinitive" and near.governor >= 0:
        near = scene.clauses[near.governor]
    if near is None or near.subject is None:
        return near
    # Shares close "at 23", too; "his wife, aged 50, wept" tells of her own age.
    at = tokens[opener].text.lower() in scene.words.ages.at and last == opener + 1
    hers = near.subject[1] == opener - 2 and tokens[opener - 1].text == ","
    return None if hers or (at and not _is_person(scene, near.subject[2])) else near

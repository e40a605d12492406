"""Names in place of pronouns, and phrases moved from the front of a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Set

from timeline.events.coreference.antecedents import Meant
from timeline.events.coreference.entities import Entity
from timeline.events.words.rendering import render
from timeline.events.words.tidying import possessive
from timeline.events.words.views import View
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.vocabulary import SELF

#: WordNet's number of the nouns for persons.
PERSON = 18
#: The tags of words that are small inside a sentence.
_SMALL = frozenset({"DET", "PRON", "ADV", "ADP", "SCONJ", "NUM"})


def lowered(view: View, words: set[int], instead: Mapping[int, str]) -> str:
    """A phrase that no longer stands first."""
    text = render(view, words, instead)
    return text if _first_told(view, words) in instead else uncapitalised(view, words, text)


def uncapitalised(view: View, words: set[int], text: str) -> str:
    """The text of some words without the large letter of a sentence's first."""
    first = _first_told(view, words)
    if first < 0:
        return text
    token = view.syntax.tokens[first]
    if token.text[:1].islower() and text.lower().startswith(token.text):
        return text[:1].lower() + text[1:]
    if not text.startswith(token.text):
        return text  # of "the chairwoman, Ana Ruiz" only the name is left
    if token.text[1:2].isupper() or view.discourse.is_name(view.number, token.text):
        return text  # "UN officials", the "Jobs" of a Steve Jobs
    named = _is_named(view, first)
    opens = first == 0 or all(t.tag == "PUNCT" for t in view.syntax.tokens[:first])
    proper = token.text.endswith(view.scene.words.small.proper) or named
    small = (token.tag in _SMALL and not named) or (
        opens and token.tag in ("NOUN", "ADJ", "VERB") and not proper
    )
    return text[:1].lower() + text[1:] if small and token.text != SELF else text


def _first_told(view: View, words: set[int]) -> int:
    """The first of some words that is told, -1 if none is."""
    return next((k for k in sorted(words) if not view.hidden(k)), -1)


def _is_named(view: View, word: int) -> bool:
    """Whether a word is the first of a name: "National Grid", or one that no dictionary has."""
    tokens = view.syntax.tokens
    if tokens[word].tag in ("DET", "PRON", "NUM"):
        return False
    owns = word + 2 < len(tokens) and tokens[word + 1].xpos == "POS"
    if owns and tokens[word + 2].tag == "PROPN":
        return True  # "Young's Market Co."
    above = view.syntax.heads[word]
    inside = above >= 0 and view.syntax.relations[word] in ("amod", "compound", "flat")
    if word + 1 < len(tokens) and tokens[word + 1].text.islower():
        inside = False  # "Chief executive Ana Ruiz"
    known = load_lexicon().entry(tokens[word].lemma.lower()).parts
    return (inside and tokens[above].tag == "PROPN") or (
        not known and tokens[word].tag not in ("ADP", "SCONJ")
    )


def names_for_pronouns(
    view: View, covered: frozenset[int] | set[int], subject: Set[int] = frozenset()
) -> dict[int, str]:
    """Names to stand in place of pronouns, where it is safe and they are not there already.

    A `subject` that is told first is named first: "its verdict, which it returned on 22 March".
    """
    found: dict[int, str] = {}
    used: set[str] = set()
    left: set[Meant | None] = set()
    for number in sorted(covered, key=lambda k: (k not in subject, k)):
        token = view.syntax.tokens[number]
        if token.xpos not in ("PRP", "PRP$"):
            continue
        entity = view.meant(number)
        if token.xpos == "PRP" and entity is not None and _repeats(view, number, entity):
            continue
        if entity is None:
            left.add(view.discourse.meaning(view.number, number))
        if entity is None or entity.key in used:
            continue
        if view.discourse.meaning(view.number, number) in left:
            # In "it sold its mill" both are left, or none.
            continue
        if entity.sentence == view.number and _is_beside(view, entity.head, covered):
            continue
        if token.xpos == "PRP$" and _is_the_subjects(view, number, covered):
            continue
        if entity.proper and any(_calls(view, k, entity) for k in covered):
            continue
        used.add(entity.key)
        name = view.discourse.name(entity, view.number)
        # The object of "left her unable to walk" is tagged as an owner, too, and the reverse.
        relation = view.syntax.relations[number]
        owner = token.xpos == "PRP$" and relation not in ("obj", "iobj")
        owns = owner or (relation == "nmod" and view.syntax.child(number, "case") < 0)
        found[number] = possessive(name) if owns else name
    return found


def _calls(view: View, word: int, entity: Entity) -> bool:
    """Whether a word is somebody's name, and not that of one of another first name."""
    tokens = view.syntax.tokens
    if tokens[word].text != entity.key:
        return False
    before = tokens[word - 1] if word else None
    other = before is not None and before.tag == "PROPN" and entity.given
    return not (other and before is not None and before.text != entity.given)


def _is_the_subjects(view: View, number: int, covered: frozenset[int] | set[int]) -> bool:
    """Whether an "its" may well be its clause's subject's: "Acme bought the last of its mills"."""
    syntax = view.syntax
    subject = syntax.subject(syntax.clause(number), view.scene.words)
    neuter = syntax.tokens[number].text.lower() in view.scene.words.pronouns.neuter
    if not neuter or subject < 0 or subject > number or subject not in covered:
        return False
    token = syntax.tokens[subject]
    person = load_lexicon().entry(token.lemma.lower()).noun == PERSON
    # A name at the head of a sentence may be tagged as an adjective.
    return token.xpos in ("NNP", "JJ") or (token.xpos == "NN" and not person)


def meaning_of_one(view: View, subject: int) -> str:
    """What a "one" is that a second verb has for its subject: of "a quake killed two and one in
    2008 hurt six" it is "a quake"; "" if that is not told."""
    syntax, small = view.syntax, view.scene.words.small
    opening = small.again.get(syntax.tokens[subject].text.lower())
    own = [c for c in syntax.below[subject] if not view.dated(c)]
    verb = syntax.heads[subject]
    beside = verb >= 0 and syntax.relations[verb] == "conj"
    before = syntax.heads[verb] if beside else -1
    first = syntax.subject(before, view.scene.words) if before >= 0 else -1
    if opening is None or own or first < 0 or syntax.tokens[first].xpos != "NN":
        return ""
    article = syntax.child(first, "det")
    if article < 0 or syntax.tokens[article].text.lower() not in small.indefinite:
        return ""
    inside = {first, *(c for c in syntax.below[first] if article <= c < first)}
    told = lowered(view, inside - {article} if opening else inside, {})
    return f"{opening} {told}".strip()


def _is_beside(view: View, head: int, covered: frozenset[int] | set[int]) -> bool:
    """Whether a noun is told, or what it is set beside: "the ship, the Aurora, made its way"."""
    syntax = view.syntax
    while head not in covered and syntax.relations[head] == "appos":
        head = syntax.heads[head]
    return head in covered


def _repeats(view: View, number: int, entity: Entity) -> bool:
    """Whether the subject of a pronoun's verb has the name that would stand for it."""
    syntax = view.syntax
    subject = syntax.subject(syntax.heads[number], view.scene.words)
    if subject in (-1, number):
        return False
    other = view.meant(subject)
    words = {syntax.tokens[k].text for k in syntax.phrase(subject)}
    return entity.key in words or (other is not None and other.key == entity.key)

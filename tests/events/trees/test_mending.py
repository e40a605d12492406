"""Trees that give way where the order of words tells better."""

from __future__ import annotations

import pytest

from timeline.events.cues import cues
from timeline.events.layout.scenes import lay_out
from timeline.events.trees.branches import Branches
from timeline.events.trees.mending import mend
from timeline.events.trees.syntax import Syntax
from timeline.resolution import Publication, resolve
from timeline.sentences import Tree, analyze

# A sentence, the arcs of a tree gone astray (word, head, relation), and the arcs to be.
CASES = [
    (
        "He fled after guards found it.",
        ["he fled nsubj", "after guards case", "guards fled obl", "found guards acl"],
        ["guards found nsubj", "after found mark", "found fled advcl"],
    ),
    (
        "The mine, which rebels held, burned.",
        ["mine burned nsubj", "held burned advcl", "rebels held nsubj", "which held obj"],
        ["held mine acl:relcl"],
    ),
    (
        "A judge jailed Poe, who ran it, for life.",
        [
            "judge jailed nsubj",
            "Poe jailed obj",
            "ran Poe acl:relcl",
            "life ran obl",
            "for life case",
        ],
        ["life jailed obl"],
    ),
    (
        "The club that bears his name was founded there.",
        [
            "founded club acl",
            "that bears nsubj",
            "bears club acl",
            "name founded nsubj",
            "his name nmod",
            "was founded aux",
        ],
        ["club founded nsubj", "name bears obj", "bears club acl"],
    ),
    (
        "A plan to sell mills was blocked by Karst.",
        [
            "sell plan acl",
            "to sell mark",
            "mills blocked nsubj",
            "was blocked aux",
            "blocked plan acl",
        ],
        ["plan blocked nsubj", "mills sell obj"],
    ),
    (
        "Eleven guards were hurt.",
        ["guards hurt nsubj", "were hurt aux", "hurt eleven acl"],
        ["guards hurt nsubj", "Eleven guards nummod"],
    ),
    (
        "He fled with two friends, reached Ansel and slept.",
        [
            "he fled nsubj",
            "friends fled obl",
            "two friends nummod",
            "with friends case",
            "reached friends acl",
            "Ansel reached obj",
            "slept reached conj",
            "and slept cc",
        ],
        ["reached fled conj"],
    ),
    (
        "A fire broke out and destroyed Ansel.",
        [
            "fire broke nsubj",
            "out broke compound",
            "destroyed broke conj",
            "and destroyed cc",
            "ansel broke obj",
        ],
        ["Ansel destroyed obj"],
    ),
    (
        "He left hours after guards fled.",
        ["he left nsubj", "hours fled nsubj", "guards hours nmod", "fled left advcl"],
        ["guards fled nsubj", "hours fled obl"],
    ),
    (
        "Poe offered a bonus in January, which guards refused.",
        [
            "Poe offered nsubj",
            "bonus offered obj",
            "January offered obl",
            "which refused obj",
            "guards refused nsubj",
            "refused January acl",
        ],
        ["refused bonus acl:relcl"],
    ),
    (
        "It cut nine jobs in May, closed a mill in June.",
        ["it cut nsubj", "jobs cut obj", "closed cut parataxis", "mill closed obj"],
        ["jobs cut obj", "closed cut conj"],
    ),
    (
        "It was Ruiz who opened the port, which burned.",
        [
            "it Ruiz nsubj",
            "was Ruiz cop",
            "who opened nsubj",
            "opened Ruiz acl:relcl",
            "port opened obj",
            "which burned nsubj",
            "burned Ruiz acl:relcl",
        ],
        ["burned port acl:relcl"],
    ),
    (
        "A hearing is due on 12 January.",
        ["hearing 12 nsubj", "is 12 cop", "due 12 case", "on due fixed"],
        ["hearing due nsubj", "is due cop", "12 due obl"],
    ),
    (
        "They saw it, days after floods near Ansel and left it.",
        ["they saw nsubj", "Ansel saw obl", "left Ansel conj", "and left cc"],
        ["left Ansel conj"],
    ),
    (
        "They staged a strike and have called another.",
        ["they staged nsubj", "strike staged obj", "called strike conj", "have called aux"],
        ["called staged conj"],
    ),
    (
        "It came after the Danish group Rasko withdrew the bid.",
        ["it came nsubj", "after group case", "group came obl", "Rasko withdrew nsubj"],
        ["after withdrew mark", "group Rasko compound"],
    ),
    (
        "Ruiz said guards fled.",
        ["Ruiz said nsubj", "guards said nsubj", "fled said ccomp"],
        ["guards fled nsubj", "Ruiz said nsubj"],
    ),
    (
        "The airline Aero left.",
        ["the airline det", "airline left nsubj", "Aero left nsubj"],
        ["airline Aero compound", "Aero left nsubj"],
    ),
    (
        "They met his sister, the cellist Ruiz.",
        ["they met nsubj", "sister met obj", "Ruiz sister appos", "cellist Ruiz appos"],
        ["cellist Ruiz compound", "Ruiz sister appos"],
    ),
    (
        "The trial is due to begin.",
        ["trial begin nsubj", "is begin cop", "due begin mark", "to begin mark"],
        ["begin due xcomp", "trial due nsubj", "is due cop"],
    ),
    (
        "They met and are due to leave.",
        [
            "they met nsubj",
            "and due cc",
            "are due cop",
            "due leave conj",
            "to leave mark",
            "leave met advcl",
        ],
        ["due met conj", "leave due xcomp", "are due cop"],
    ),
    (
        "It fell when more than 90 men came.",
        [
            "it fell nsubj",
            "more came advmod",
            "than more fixed",
            "90 men nummod",
            "men came nsubj",
            "came fell advcl",
        ],
        ["more 90 advmod", "than more fixed"],
    ),
    (
        "They left four towns, including Ansel, in May.",
        [
            "they left nsubj",
            "towns left obj",
            "four towns nummod",
            "including Ansel case",
            "Ansel left obl",
            "May left obl",
        ],
        ["Ansel towns nmod"],
    ),
    (
        "He won a medal in 1983 and, in 2008, a degree.",
        [
            "he won nsubj",
            "medal won obj",
            "1983 won obl",
            "and degree cc",
            "2008 won obl",
            "degree won conj",
        ],
        ["degree won orphan"],
    ),
    (
        "The first, Babet, flooded homes.",
        ["the first det", "first flooded nsubj", "Babet first appos", "homes flooded obj"],
        ["Babet flooded nsubj", "first Babet parataxis"],
    ),
    (
        "They want $9, of which $3 was received.",
        [
            "they want nsubj",
            "which received obl",
            "3 which appos",
            "was received aux",
            "received want advcl",
        ],
        ["3 received nsubj"],
    ),
    (
        "They went to Corbie and then, in May, home.",
        [
            "they went nsubj",
            "Corbie went obl",
            "then Corbie conj",
            "and then cc",
            "May went obl",
            "in May case",
            "home went advmod",
        ],
        ["home then advmod"],
    ),
    (
        "Poe led his men and, in May, defeated Ruiz.",
        [
            "Poe led nsubj",
            "men led obj",
            "and men cc",
            "May defeated obl",
            "led defeated advcl",
            "Ruiz defeated obj",
        ],
        ["defeated led conj", "and defeated cc", "Poe led nsubj"],
    ),
    (
        "It left at 14:00 and was due at 16:15.",
        [
            "it left nsubj",
            "14:00 left obl",
            "and due cc",
            "was due cop",
            "due 16:15 conj",
            "16:15 left obl",
        ],
        ["due left conj", "16:15 due obl"],
    ),
    (
        "The ferry has turned back, Poe says.",
        ["ferry says nsubj", "has turned aux", "turned says ccomp", "Poe says nsubj"],
        ["ferry turned nsubj", "Poe says nsubj"],
    ),
]


def tree_of(words: list[str], arcs: list[str]) -> Tree:
    heads, relations = [-2] * len(words), ["dep"] * len(words)
    lower = [word.lower() for word in words]
    for word, head, relation in (arc.split() for arc in arcs):
        place = lower.index(word.lower())
        heads[place], relations[place] = lower.index(head.lower()), relation
    root = next(k for k in range(len(words)) if heads[k] == -2 and k in heads)
    heads[root], relations[root] = -1, "root"
    return Tree(tuple(root if head == -2 else head for head in heads), tuple(relations))


@pytest.mark.parametrize(("text", "arcs", "wanted"), CASES)
def test_mended(text: str, arcs: list[str], wanted: list[str]) -> None:
    [sentence] = analyze(text)
    times = resolve(text, Publication(0))
    scene = lay_out(text, sentence, [], times, cues("en"))
    tree = tree_of(sentence.words, arcs)
    found = mend(sentence.tokens, tree, scene.clauses, scene.chunk_of, scene.timed)
    told = {
        f"{sentence.words[k]} {sentence.words[head]} {relation}"
        for k, (head, relation) in enumerate(zip(found.heads, found.relations, strict=True))
        if head >= 0
    }
    assert set(wanted) <= told, told
    Syntax(sentence.tokens, found)


@pytest.mark.parametrize(
    ("heads", "whole"),
    [((1, -1, 1), True), ((-1, 0, 1), True), ((1, 0, -1), False), ((-1, 2, 1), False)],
)
def test_a_circle_is_no_tree(heads: tuple[int, ...], whole: bool) -> None:
    tokens = analyze("He left today")[0].tokens
    tree = Branches(tokens, Tree(heads, ("dep",) * 3), [None] * 3)
    assert tree.is_tree() is whole
    assert tree.is_below(0, 2) is False or whole is False

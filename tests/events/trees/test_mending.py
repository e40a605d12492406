"""Each mend of a tree beside a sentence that needs it."""

from __future__ import annotations

import pytest

from timeline.events.cues import cues
from timeline.events.layout.scenes import lay_out
from timeline.events.trees.branches import Branches
from timeline.events.trees.mending import MENDS, Mend, mend
from timeline.events.trees.syntax import Syntax
from timeline.resolution import Publication, resolve
from timeline.sentences import Tree, analyze

# The mend that a sentence needs, the arcs of a tree gone astray (word, head, relation), the arcs to
# be; a mend may have several sentences.
CASES = [
    (
        "free_pronoun",
        "With his brother Hugh he won it.",
        [
            "With brother case",
            "his brother nmod",
            "brother won obl",
            "Hugh won nsubj",
            "he Hugh flat",
            "it won obj",
        ],
        ["he won nsubj", "Hugh brother appos"],
    ),
    (
        "resume",
        "Hull shut its port, and on 2 July Karst, which never had, took its mill.",
        [
            "Hull shut nsubj",
            "its port nmod",
            "port shut obj",
            "and took cc",
            "on July case",
            "2 July nummod",
            "July Karst nmod",
            "Karst port appos",
            "which had nsubj",
            "never had advmod",
            "had Karst acl",
            "took shut conj",
            "mill took obj",
        ],
        ["Karst took nsubj", "July took obl"],
    ),
    (
        "keep_to_subject",
        "A court in Oslo fined it.",
        ["A court det", "court fined nsubj", "in Oslo case", "Oslo fined obl", "it fined obj"],
        ["Oslo court nmod"],
    ),
    (
        "claim",
        "They put it up for sale, and Poe at once fled.",
        ["They put nsubj", "sale put obl", "and fled cc", "Poe fled conj", "fled put conj"],
        ["Poe fled nsubj"],
    ),
    (
        "claim",
        "Production went to shells",
        ["Production went compound", "to shells case", "shells went obl"],
        ["Production went nsubj"],
    ),
    (
        "join",
        "Lyon and this island's only hospital bought a firm.",
        [
            "Lyon bought obj",
            "and bought cc",
            "this island det",
            "island hospital nmod:poss",
            "'s island case",
            "only hospital amod",
            "hospital bought nsubj",
            "a firm det",
            "firm bought obj",
        ],
        ["Lyon bought nsubj", "hospital Lyon conj", "and hospital cc"],
    ),
    (
        "take_part",
        "It has nine mills, most of which closed in May.",
        [
            "It has nsubj",
            "nine mills nummod",
            "mills has obj",
            "most closed advmod",
            "of which case",
            "which closed obl",
            "closed has advcl:relcl",
            "in May case",
            "May closed obl:unmarked",
        ],
        ["closed mills acl:relcl", "most closed nsubj", "which most nmod"],
    ),
    (
        "go_along",
        "It kept its gains, taking Leeds.",
        [
            "It kept nsubj",
            "its gains nmod:poss",
            "gains kept obj",
            "taking gains acl",
            "Leeds taking obj",
        ],
        ["taking kept advcl"],
    ),
    (
        "set_free",
        "A poet elected president in 2011 resigned.",
        [
            "A president det",
            "poet president compound",
            "elected president amod",
            "president resigned nsubj",
            "in 2011 case",
            "2011 president nmod",
        ],
        [
            "A poet det",
            "poet resigned nsubj",
            "elected poet acl",
            "president elected obj",
        ],
    ),
    (
        "set_participle",
        "A spokesman declined to answer questions sent on Friday.",
        [
            "A spokesman det",
            "spokesman declined nsubj",
            "to answer mark",
            "answer declined xcomp",
            "questions answer obj",
            "sent answer xcomp",
            "on Friday case",
            "Friday sent obl:unmarked",
        ],
        ["sent questions acl"],
    ),
    (
        "name_kin",
        "He was deposed by his brother John.",
        [
            "He deposed dislocated",
            "was deposed aux",
            "by brother case",
            "his brother nmod",
            "brother deposed obl",
            "John deposed nsubj",
        ],
        ["John brother appos", "He deposed nsubj"],
    ),
    (
        "close_up",
        "The Trade and Markets Authority met.",
        ["Trade met nsubj", "and Markets cc", "Markets Trade conj", "Authority Trade conj"],
        ["Markets Trade conj", "Authority Trade flat"],
    ),
    (
        "close_up",
        "The tailings dam broke.",
        ["tailings broke nsubj", "The tailings det", "dam tailings appos"],
        ["The dam det", "dam broke nsubj", "tailings dam compound"],
    ),
    (
        "seat",
        "Ruiz said guards fled.",
        ["Ruiz said nsubj", "guards said nsubj", "fled said ccomp"],
        ["guards fled nsubj", "Ruiz said nsubj"],
    ),
    (
        "seat",
        "The ferry has turned back, Poe says.",
        ["ferry says nsubj", "has turned aux", "turned says ccomp", "Poe says nsubj"],
        ["ferry turned nsubj", "Poe says nsubj"],
    ),
    (
        "give",
        "Officials gave Ruiz the contract.",
        ["Officials gave nsubj", "Ruiz contract compound", "the contract det", "contract gave obj"],
        ["Ruiz gave iobj"],
    ),
    (
        "count",
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
        "belong",
        "A state of emergency, declared on Wednesday, runs until midnight.",
        [
            "A state det",
            "of emergency case",
            "emergency runs nmod",
            "declared emergency acl",
            "on Wednesday case",
            "Wednesday declared obl:unmarked",
            "runs state acl:relcl",
            "until midnight case",
            "midnight runs obl",
        ],
        ["emergency state nmod"],
    ),
    (
        "turn",
        "They said so in a reply sent on Monday.",
        [
            "They said nsubj",
            "so said advmod",
            "in reply case",
            "a reply det",
            "reply sent obl",
            "sent said advcl",
            "on Monday case",
            "Monday sent obl",
        ],
        ["reply said obl", "sent reply acl"],
    ),
    (
        "entitle",
        "Harbour operator Maas Holding NV had bought the mill.",
        [
            "Harbour operator compound",
            "operator bought nsubj",
            "Maas NV compound",
            "Holding NV compound",
            "NV bought nsubj",
            "had bought aux",
            "the mill det",
            "mill bought obj",
        ],
        ["operator NV compound"],
    ),
    (
        "attach",
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
        "attach",
        "It hired them without a tender in May, which auditors are now looking into.",
        [
            "It hired nsubj",
            "them hired obj",
            "without tender case",
            "a tender det",
            "tender hired obl",
            "in May case",
            "May hired obl:unmarked",
            "which looking obj",
            "auditors looking nsubj",
            "are looking aux",
            "now looking advmod",
            "looking hired advcl:relcl",
            "into looking obl",
        ],
        ["looking tender acl:relcl"],
    ),
    (
        "lift",
        "She told the court the company knew by the spring of 2021 that its rosters were unsafe.",
        [
            "She told nsubj",
            "the court det",
            "court told iobj",
            "company knew nsubj",
            "knew told ccomp",
            "by 2021 case",
            "spring 2021 compound",
            "of 2021 case",
            "2021 knew obl",
            "that unsafe mark",
            "its rosters nmod:poss",
            "rosters unsafe nsubj",
            "were unsafe cop",
            "unsafe 2021 acl:relcl",
        ],
        ["unsafe knew ccomp"],
    ),
    (
        "find_person",
        "Ana Poe, a nurse who ran the ward, left in June.",
        [
            "Ana left nsubj",
            "Poe Ana flat",
            "a nurse det",
            "nurse Ana appos",
            "who ran nsubj",
            "ran nurse acl:relcl",
            "the ward det",
            "ward ran obj",
            "in June case",
            "June left obl:unmarked",
        ],
        ["ran Ana acl:relcl"],
    ),
    (
        "raise_turned",
        "Only then did Hull agree.",
        ["Only did advmod", "then did advmod", "Hull did obj", "agree did parataxis"],
        ["did agree aux", "Hull agree nsubj", "then agree advmod"],
    ),
    (
        "number",
        "It was May when 31 people drowned.",
        [
            "It May nsubj",
            "was May cop",
            "when drowned advmod",
            "31 drowned obl",
            "people drowned nsubj",
            "drowned May advcl",
        ],
        ["31 people nummod"],
    ),
    (
        "find_event",
        "It was a revolt of salt workers in the lower valley that began in May 1837.",
        [
            "It revolt nsubj",
            "was revolt cop",
            "a revolt det",
            "of workers case",
            "salt workers compound",
            "workers revolt nmod",
            "in valley case",
            "the valley det",
            "lower valley amod",
            "valley revolt nmod",
            "that began nsubj",
            "began valley acl:relcl",
            "May 1837 compound",
            "1837 began obl:unmarked",
        ],
        ["began revolt acl:relcl"],
    ),
    (
        "chain",
        "It cut nine jobs in May, closed a mill in June.",
        ["it cut nsubj", "jobs cut obj", "closed cut parataxis", "mill closed obj"],
        ["jobs cut obj", "closed cut conj"],
    ),
    (
        "chain",
        "The union dropped its demand, then scrapped a plan to strike.",
        [
            "The union det",
            "union dropped nsubj",
            "its demand nmod:poss",
            "demand dropped obj",
            "then scrapped advmod",
            "scrapped dropped parataxis",
            "a plan det",
            "plan scrapped obj",
            "to strike mark",
            "strike scrapped advcl",
        ],
        ["demand dropped obj", "scrapped dropped conj"],
    ),
    (
        "keep_particles",
        "Troops took back Izyum.",
        ["Troops took nsubj", "back took advmod", "Izyum took obj"],
        ["back took compound:prt"],
    ),
    (
        "take_bare",
        "Troops took back Izyum.",
        ["Troops took nsubj", "back took compound:prt", "Izyum took obl"],
        ["Izyum took obj"],
    ),
    (
        "describe",
        "The shed in which they slept burned.",
        [
            "The shed det",
            "in which case",
            "which slept obl",
            "they slept nsubj",
            "slept burned advcl",
            "burned shed acl:relcl",
        ],
        ["slept shed acl:relcl"],
    ),
    (
        "describe",
        "The storeroom in which they were kept was looted.",
        [
            "The storeroom det",
            "storeroom looted nsubj:pass",
            "in which case",
            "which looted obl",
            "they kept nsubj:pass",
            "were kept aux:pass",
            "kept storeroom acl:relcl",
            "was looted aux:pass",
        ],
        ["which kept obl"],
    ),
    (
        "describe_what",
        "She was born in what is now Aden.",
        [
            "She born nsubj:pass",
            "was born aux:pass",
            "in what case",
            "what born obl",
            "is Aden cop",
            "now Aden advmod",
            "Aden born parataxis",
        ],
        ["Aden what acl:relcl"],
    ),
    (
        "say",
        "Poe told a meeting in the capital that 214 people had been hurt.",
        [
            "Poe told nsubj",
            "a meeting det",
            "meeting told obj",
            "in capital case",
            "the capital det",
            "capital meeting nmod",
            "that hurt mark",
            "214 people nummod",
            "people hurt nsubj:pass",
            "had hurt aux",
            "been hurt aux:pass",
            "hurt capital acl:relcl",
        ],
        ["hurt told ccomp"],
    ),
    (
        "take_along",
        "A war in the course of which towns burned came.",
        [
            "war came nsubj",
            "in course case",
            "course war nmod",
            "of which case",
            "which course nmod",
            "burned course acl:relcl",
            "towns burned nsubj",
        ],
        ["burned war acl:relcl", "course burned obl"],
    ),
    (
        "share_clauses",
        "He fled after guards found it.",
        ["he fled nsubj", "after guards case", "guards fled obl", "found guards acl"],
        ["guards found nsubj", "after found mark", "found fled advcl"],
    ),
    (
        "share_clauses",
        "He left hours after guards fled.",
        ["he left nsubj", "hours fled nsubj", "guards hours nmod", "fled left advcl"],
        ["guards fled nsubj", "hours fled obl"],
    ),
    (
        "share_clauses",
        "It came after the Danish group Rasko withdrew the bid.",
        ["it came nsubj", "after group case", "group came obl", "Rasko withdrew nsubj"],
        ["after withdrew mark", "group Rasko compound"],
    ),
    (
        "share_clauses",
        "In 1940 France fell.",
        ["In 1940 case", "1940 fell obl:unmarked", "France fell obl:unmarked"],
        ["France fell nsubj"],
    ),
    (
        "go_on",
        "The ship was seized in May 2021, searched twice.",
        [
            "The ship det",
            "ship seized nsubj:pass",
            "was seized aux:pass",
            "in 2021 case",
            "May 2021 compound",
            "2021 seized obl:unmarked",
            "searched seized advcl",
            "twice searched advmod",
        ],
        ["searched seized conj"],
    ),
    (
        "make_verb",
        "He was jailed in May and elected mayor in June.",
        [
            "He jailed nsubj",
            "was jailed aux",
            "in May case",
            "May jailed obl",
            "and mayor cc",
            "elected mayor amod",
            "mayor jailed conj",
            "in June case",
            "June mayor nmod",
        ],
        ["elected jailed conj", "mayor elected xcomp", "and elected cc", "June elected nmod"],
    ),
    (
        "go_on_saying",
        "The ministry denied that its gunners had opened fire, and promised to publish records.",
        [
            "The ministry det",
            "ministry denied nsubj",
            "that opened mark",
            "its gunners nmod:poss",
            "gunners opened nsubj",
            "had opened aux",
            "opened denied ccomp",
            "fire opened obj",
            "and promised cc",
            "promised opened conj",
            "to publish mark",
            "publish promised xcomp",
            "records publish obj",
        ],
        ["promised denied conj"],
    ),
]

# What more than one mend sees to, or none may touch.
BY_SEVERAL = [
    (
        "Payments deposited there belonged to Poe.",
        ["payments belonged nsubj", "deposited payments acl", "there deposited advmod"],
        ["Payments belonged nsubj", "deposited Payments acl"],
    ),
    (
        "He paid if you are ready.",
        ["he paid nsubj", "if ready mark", "you ready nsubj", "are ready cop", "ready paid advcl"],
        ["you ready nsubj", "if ready mark", "ready paid advcl"],
    ),
    (
        "They won, but Poe denied that, he added.",
        [
            "They won nsubj",
            "won added ccomp",
            "Poe denied nsubj",
            "but denied cc",
            "denied won conj",
            "he added nsubj",
        ],
        ["won added ccomp", "denied won conj"],
    ),
    (
        "The mine, which rebels held, burned.",
        ["mine burned nsubj", "held burned advcl", "rebels held nsubj", "which held obj"],
        ["held mine acl:relcl"],
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
        "They saw it, days after floods near Ansel and left it.",
        ["they saw nsubj", "Ansel saw obl", "left Ansel conj", "and left cc"],
        ["left Ansel conj"],
    ),
    (
        "The airline Aero left.",
        ["the airline det", "airline left nsubj", "Aero left nsubj"],
        ["airline Aero compound", "Aero left nsubj"],
    ),
]

WORDS = cues("en")


def tree_of(words: list[str], arcs: list[str]) -> Tree:
    heads, relations = [-2] * len(words), ["dep"] * len(words)
    lower = [word.lower() for word in words]
    for word, head, relation in (arc.split() for arc in arcs):
        place = lower.index(word.lower())
        heads[place], relations[place] = lower.index(head.lower()), relation
    root = next(k for k in range(len(words)) if heads[k] == -2 and k in heads)
    heads[root], relations[root] = -1, "root"
    return Tree(tuple(root if head == -2 else head for head in heads), tuple(relations))


def arcs_of(text: str, arcs: list[str], mends: tuple[Mend, ...] = MENDS) -> set[str]:
    """The arcs of a mended tree, written as in the tables."""
    [sentence] = analyze(text)
    times = resolve(text, Publication(0))
    scene = lay_out(text, sentence, [], times, WORDS)
    tree = tree_of(sentence.words, arcs)
    telling = WORDS.verbs.informing
    found = mend(sentence.tokens, tree, scene.clauses, scene.chunk_of, scene.timed, telling, mends)
    Syntax(sentence.tokens, found)
    return {
        f"{sentence.words[k]} {sentence.words[head]} {relation}"
        for k, (head, relation) in enumerate(zip(found.heads, found.relations, strict=True))
        if head >= 0
    }


@pytest.mark.parametrize(("name", "text", "arcs", "wanted"), CASES)
def test_a_mend_repairs_its_sentence(
    name: str, text: str, arcs: list[str], wanted: list[str]
) -> None:
    found = arcs_of(text, arcs)
    assert set(wanted) <= found, found
    without = tuple(one for one in MENDS if one.repair.__name__ != name)
    assert not set(wanted) <= arcs_of(text, arcs, without)


@pytest.mark.parametrize(("text", "arcs", "wanted"), BY_SEVERAL)
def test_several_mends_repair_a_sentence(text: str, arcs: list[str], wanted: list[str]) -> None:
    found = arcs_of(text, arcs)
    assert set(wanted) <= found, found


def test_each_mend_has_a_sentence_and_a_fault_of_its_own() -> None:
    names = [one.repair.__name__ for one in MENDS]
    assert set(names) == {name for name, *_ in CASES}
    assert len(set(names)) == len({one.fault for one in MENDS}) == len(MENDS)


def test_a_mend_that_leaves_no_tree_is_taken_back() -> None:
    def tie(tree: Branches) -> None:
        tree.heads[0] = 1
        tree.heads[1] = 0

    def uproot(tree: Branches) -> None:
        tree.heads[0] = -1

    arcs = ["He left nsubj", "today left obl"]
    wanted = {"He left nsubj", "today left obl"}
    for repair in (tie, uproot):
        assert arcs_of("He left today", arcs, (Mend(repair, ""),)) == wanted


@pytest.mark.parametrize(
    ("heads", "whole"),
    [
        ((1, -1, 1), True),
        ((-1, 0, 1), True),
        ((1, 0, -1), False),
        ((-1, 2, 1), False),
        ((-1, 0, -1), False),
    ],
)
def test_a_circle_and_two_roots_are_no_tree(heads: tuple[int, ...], whole: bool) -> None:
    tokens = analyze("He left today")[0].tokens
    tree = Branches(tokens, Tree(heads, ("dep",) * 3), [None] * 3)
    assert tree.is_tree() is whole
    assert tree.is_below(0, 2) is False or whole is False

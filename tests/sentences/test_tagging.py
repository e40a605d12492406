"""Tags, lemmas and the dictionary."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.sentences import analyze, find_lemma
from timeline.sentences.lexicon import UNKNOWN, load_lexicon

CASES = [
    "The/DT troops/NNS left/VBD the/DT city/NN ./.",
    "He/PRP may/MD have/VB been/VBN there/RB ./.",
    "She/PRP did/VBD n't/RB want/VB to/TO go/VB ./.",
    "How/WRB many/JJ people/NNS did/VBD the/DT storm/NN kill/VB ?/.",
    "Does/VBZ the/DT crew/NN know/VB the/DT engine/NN ?/.",
    "Shares/NNS fell/VBD 5/CD %/NN on/IN Monday/NNP ./.",
    "Moscow/NNP 's/POS army/NN retreated/VBD ./.",
    "Police/NNS said/VBD the/DT car/NN belonged/VBD to/IN him/PRP ./.",
    "He/PRP again/RB criticised/VBD the/DT army/NN ./.",
    "In/IN time/NN ,/, pay/NN will/MD rise/VB ./.",
    "Those/DT who/WP pay/VBP will/MD lose/VB ./.",
    "The/DT mill/NN shut/VBD in/IN May/NNP ./.",
    "A/DT gas/NN pipe/NN burst/VBD in/IN May/NNP ,/, officials/NNS said/VBD ./.",
    "A/DT dam/NN burst/VBD in/IN May/NNP ,/, and/CC a/DT street/NN was/VBD flooded/VBN ./.",
    "A/DT dam/NN burst/VBD ,/, sending/VBG a/DT wave/NN that/WDT killed/VBD two/CD ./.",
    "World/NNP War/NNP I/NNP had/VBD failed/VBN ./.",
    "Karst/NNP AS/NNP sold/VBD it/PRP in/IN May/NNP ./.",
    "Leopold/NNP I/NNP of/IN Karst/NNP fled/VBD ./.",
    "After/IN Henry/NNP VIII/NNP had/VBD died/VBN ,/, he/PRP fled/VBD ./.",
    "He/PRP was/VBD held/VBN in/IN May/NNP 1650/CD and/CC shot/VBN in/IN June/NNP ./.",
    "He/PRP was/VBD caught/VBN in/IN May/NNP and/CC hanged/VBN at/IN Hull/NNP ./.",
    "He/PRP was/VBD held/VBN and/CC ,/, the/DT next/JJ day/NN ,/, hanged/VBD a/DT man/NN ./.",
    "It/PRP was/VBD taken/VBN in/IN 1402/CD ,/, burned/VBN and/CC rebuilt/VBN in/IN 1410/CD ./.",
    "He/PRP was/VBD held/VBN in/IN May/NNP and/CC elected/VBN mayor/NN in/IN June/NNP ./.",
    "He/PRP was/VBD held/VBN in/IN May/NNP and/CC found/VBN guilty/JJ in/IN June/NNP ./.",
    "He/PRP was/VBD freed/VBN in/IN 1950/CD and/CC returned/VBD to/IN Hull/NNP ./.",
    "In/IN Hull/NNP I/PRP 'm/VBP Ann/NNP Poe/NNP ./.",
    "It/PRP was/VBD late/JJ ,/, but/CC on/IN Monday/NNP the/DT bank/NN closed/VBD ./.",
    "He/PRP praised/VBD the/DT men/NNS and/CC the/DT methods/NNS used/VBN ./.",
    "The/DT burst/NN of/IN fire/NN was/VBD short/JJ ./.",
    "The/DT rate/NN rose/VBD to/IN 5/CD %/NN ./.",
    "Profit/NN rose/VBD and/CC sales/NNS slid/VBD ./.",
    "The/DT firm/NN said/VBD profit/NN rose/VBD ./.",
    "He/PRP gave/VBD her/PRP a/DT rose/NN ./.",
    "The/DT union/NN plans/VBZ to/TO sue/VB ./.",
    "The/DT deal/NN concerns/VBZ a/DT pier/NN ./.",
    "Small/JJ investors/NNS own/VBP 65/CD %/NN ./.",
    "It/PRP has/VBZ no/DT plans/NNS to/TO sue/VB ./.",
    "The/DT panel/NN is/VBZ due/JJ to/TO report/VB within/IN a/DT year/NN ./.",
    "The/DT firm/NN failed/VBD to/TO branch/VB into/IN toys/NNS ./.",
    "Lund/NNP would/MD issue/VB between/IN 2/CD and/CC 3/CD million/CD ./.",
    "The/DT spill/NN led/VBD to/IN damage/NN in/IN Bonn/NNP ./.",
    "Tuesday/NNP 's/POS tremor/NN damaged/VBD 40/CD barns/NNS ./.",
    "A/DT batch/NN of/IN valves/NNS overheated/VBD in/IN the/DT summer/NN of/IN 2019/CD ./.",
    "Total/JJ value/NN of/IN contracts/NNS awarded/VBN to/IN two/CD firms/NNS ./.",
    "A/DT village/NN flooded/VBN by/IN its/PRP$ own/JJ dam/NN ./.",
    "2009/CD :/: Work/NN resumes/VBZ ./.",
    "The/DT mayor/NN ,/, Ida/NNP Brandt/NNP ,/, resigns/VBZ ./.",
    "A/DT new/JJ owner/NN paints/VBZ it/PRP blue/JJ ./.",
    "A/DT list/NN of/IN water/NN works/NNS ./.",
    "Rail/NN strikes/NNS ./.",
    "2019/CD :/: Rail/NN strikes/NNS",
    "2008/CD :/: Harriet/NNP Pell/NNP retires/VBZ",
    "2001/CD –/: the/DT mill/NN shuts/VBZ in/IN June/NNP",
    "She/PRP fell/VBD under/IN the/DT Digital/NNP Markets/NNPS Act/NNP"
    " the/DT bloc/NN passed/VBD ./.",
    "The/DT agency/NN (/-LRB- WHO/NNP )/-RRB- left/VBD ./.",
    "He/PRP came/VBD in/IN 1758/CD but/CC left/VBD in/IN 1760/CD ,/, when/WRB his/PRP$ father/NN"
    " 's/POS brewery/NN burned/VBD down/RP ./.",
    "The/DT defeated/VBN rebels/NNS fled/VBD back/RB towards/IN the/DT sea/NN ,/, he/PRP"
    " wrote/VBD ./.",
    "Burgoyne/NNP set/VBD off/RP in/IN June/NNP ,/,",
    "Corvey/NNP 's/NNP ,/, which/WDT sold/VBD it/PRP ,/, agreed/VBD ./.",
    "Only/RB in/IN 1974/CD did/VBD the/DT mill/NN pay/VB ./.",
    "Not/RB until/IN 9/CD March/NNP did/VBD the/DT mayor/NN resign/VB ./.",
    "Never/RB before/IN 1996/CD had/VBD the/DT party/NN lost/VBN the/DT seat/NN ./.",
    "A/DT poet/NN charged/VBN on/IN Monday/NNP with/IN theft/NN has/VBZ fled/VBN ./.",
    "A/DT nurse/NN fined/VBN $/$ 2/CD million/CD on/IN Friday/NNP has/VBZ appealed/VBN ./.",
    "The/DT firm/NN will/MD close/VB its/PRP$ plant/NN and/CC cut/VB 40/CD jobs/NNS ./.",
    "Police/NNS raided/VBD the/DT office/NN on/IN Monday/NNP and/CC seized/VBD computers/NNS ./.",
    "They/PRP sold/VBD fruit/NN and/CC canned/VBN goods/NNS ./.",
    "Revenue/NN fell/VBD 14/CD percent/NN ./.",
    "Apple/NNP fell/VBD 14/CD percent/NN ./.",
    "The/DT men/NNS sent/VBN to/TO destroy/VB them/PRP had/VBD been/VBN caught/VBN ./.",
    "A/DT survey/NN commissioned/VBN in/IN May/NNP found/VBD cracks/NNS ./.",
    "Only/RB in/IN 2014/CD did/VBD Hull/NNP and/CC the/DT board/NN agree/VB ./.",
    "The/DT town/NN that/WDT Rome/NNP illegally/RB annexed/VBD fell/VBD ./.",
]


#: What the tagger gets wrong: it fails here once it is read.
MISREAD = [
    "The/DT mill/NN shut/VBD ./.",
    "The/DT firm/NN failed/VBD by/IN the/DT time/NN Poe/NNP was/VBD freed/VBN ./.",
    "Troops/NNS fired/VBD after/IN the/DT crowd/NN threw/VBD stones/NNS ./.",
    "The/DT train/NN ran/VBD in/IN May/NNP ,/, hauled/VBN by/IN Sprat/NNP ,/, and/CC goods/NNS"
    " traffic/NN ceased/VBD in/IN 1951/CD ./.",
]


@pytest.mark.parametrize(
    "tagged",
    [*CASES, *(pytest.param(one, marks=pytest.mark.xfail(strict=True)) for one in MISREAD)],
)
def test_plain_sentences_are_tagged_right(tagged: str) -> None:
    pairs = [item.rsplit("/", 1) for item in tagged.split()]
    text = " ".join(word for word, _ in pairs)
    tokens = analyze(text)[0].tokens
    assert [[token.text, token.xpos] for token in tokens] == pairs


@pytest.mark.parametrize(
    ("word", "tag", "xpos", "lemma"),
    [
        ("took", "VERB", "VBD", "take"),
        ("stopped", "VERB", "VBD", "stop"),
        ("making", "VERB", "VBG", "make"),
        ("Dying", "VERB", "VBG", "die"),
        ("left", "VERB", "VBN", "leave"),
        ("left", "ADJ", "JJ", "left"),
        ("armies", "NOUN", "NNS", "army"),
        ("women", "NOUN", "NNS", "woman"),
        ("larger", "ADJ", "JJR", "large"),
        ("best", "ADJ", "JJS", "good"),
        ("’ll", "AUX", "MD", "will"),
        ("'d", "AUX", "VBD", "have"),
        ("'d", "AUX", "MD", "would"),
        ("ca", "AUX", "MD", "can"),
        ("are", "AUX", "VBP", "be"),
        ("blorbed", "VERB", "VBD", "blorb"),
        ("Orders", "PROPN", "NNPS", "Orders"),
    ],
)
def test_lemmas(word: str, tag: str, xpos: str, lemma: str) -> None:
    assert find_lemma(word, tag, xpos) == lemma


def test_the_dictionary_knows_what_nouns_name() -> None:
    lexicon = load_lexicon()
    assert lexicon.entry("invasion").eventful == 9
    assert lexicon.entry("table").eventful == 0
    assert lexicon.entry("invasion").derived & 1
    assert lexicon.entry("zzxyq") == UNKNOWN


def test_weights_are_small_and_no_pickles() -> None:
    weights = Path(__file__).parents[2] / "timeline" / "sentences" / "weights"
    found = sorted(weights.iterdir())
    assert sum(path.stat().st_size for path in found) < 7_900_000
    assert {path.suffix for path in found} <= {".npz", ".json", ".md", ""}

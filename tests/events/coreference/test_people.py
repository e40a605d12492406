"""Whom and what a pronoun means, and where that is left open."""

from __future__ import annotations

import pytest

from timeline.events.coreference.people import Discourse
from timeline.events.cues import cues
from timeline.events.trees.syntax import LazyTrees
from timeline.sentences import analyze

MEANT = [
    ("Ada Moss won in 2001. She retired in 2009.", "She", "Ada Moss"),
    ("Ada Moss won the prize. Her husband wept.", "Her", "Ada Moss"),
    ("The rebels left the town. They burned the bridge.", "They", "the rebels"),
    ("The government denied that it had lost the town.", "it", "the government"),
    ("The firm sold the mill to Acme, which rebuilt it.", "it", "the mill"),
    (
        "Ana Poe was born in Ayr. She left in 1920. She sang. She wrote a book. She sold it. A war "
        "began. The town fell. Rain fell. It was cold, and she lived with a sister.",
        "she",
        "Ana Poe",
    ),
    ("A van hit a wall. It did not stop.", "It", "the van"),
    ("The firm sold the mill, and it bought a ship.", "it", "the firm"),
    ("Judge Zofia Lem jailed two men. She told them to repay the bank.", "She", "Zofia Lem"),
    ("The firm closed the mill. It was told that the town would pay.", "It", "the firm"),
    ("The firm closed the mill. It was so small that nobody came.", "It", "the firm"),
    ("The union said it would strike in May.", "it", "the union"),
    ("Chief Executive Ieva Berg told them so. She took over in 2009.", "She", "Ieva Berg"),
    (
        "A road led to the town of Chasel Ruv. Ivor Tamm, owner of the mill, had left. He was ill.",
        "He",
        "Ivor Tamm",
    ),
    ("French rebels left the town. They burned the bridge.", "They", "French rebels"),
    ("Two rebels left the town. They burned the bridge.", "They", "the two rebels"),
    ("Upon his release, Ruiz moved to Leeds.", "his", "Ruiz"),
    ("When Poe met his son, Ruiz moved to Leeds.", "his", "Poe"),
    ("The liner Astrid was launched. She sank. A dentist, Carlo Poe, raised her.", "her", "Astrid"),
    ("Since its sale, Pathfinder has gone far.", "its", "Pathfinder"),
    ("Ana Moss was born in Ayr to a smith, John Moss. She left in 1820.", "She", "Ana Moss"),
    ("Ana Moss sold the inn. Mr Moss, her son, was away. He sued the buyer.", "He", "Mr Moss"),
    ("Ana Moss fell ill in May. Mrs Moss was 90. She left a mill to the town.", "She", "Ana Moss"),
    (
        "Paul Ruiz moved to Ayr with a nurse. Paul left in 1820. He sold the mill.",
        "He",
        "Paul Ruiz",
    ),
    ("Ed Hale met the accountants Fenner & Lowe. He left in 2019.", "He", "Ed Hale"),
    ("MPs met on Monday. They will ask him.", "They", "MPs"),
    # What is done to something goes on with what was done before, or with all that is named.
    ("Acme bought the mill in 1990 and sold it in 1995.", "it", "the mill"),
    ("The firm built the ship and scrapped it in 1930.", "it", "the ship"),
    ("The law was passed in 2014; the court struck it down.", "it", "the law"),
    # A ship is "she" and "it", unless a person has acted since.
    ("The Astrid was a passenger and cargo steamer. She left Hull.", "She", "the Astrid"),
    ("The Astrid was a liner. It served as a ferry. She left Hull.", "She", "the Astrid"),
    ("The liner Astrid was launched in May. She left in June.", "She", "Astrid"),
    ("The liner Astrid was launched in May. It left in June.", "It", "Astrid"),
    ("The yacht sank in May. Its owner, Kim Moss, was ill. She left in June.", "She", "Kim Moss"),
    # Whose office speaks of him.
    ("President Volo Zelar’s office said he chaired a meeting.", "he", "Volo Zelar"),
    ("Ana Ilse Marta Moss was born in Ayr. Moss moved. Her mother wept. She died.", "Her", "Moss"),
    ("The port's head, Moira Tennant, was made a dame in 2014. She left.", "She", "Moira Tennant"),
    ("Every child fell ill, said Marta Ruiz. Her son died.", "Her", "Marta Ruiz"),
    ("Prosecutors charged two managers. They will stand trial.", "They", "the two managers"),
    ("Police held a clerk, Ann Poe, on Friday. She denies theft.", "She", "Ann Poe"),
    ("Prosecutors charged two managers. They also searched a flat.", "They", "prosecutors"),
    ("The Lady Irena was built in Gdansk. It failed a test.", "It", "the Lady Irena"),
    ("The Emperor visited Lund. He stayed for a week.", "He", "the Emperor"),
    ("My brother joined the navy in 1940. He was lost in 1942.", "He", "my brother"),
    ("His brother joined the navy in 1940. He was lost in 1942.", "He", "the brother"),
]
OPEN = [
    ("For their part, Ruiz said no.", "their"),
    ("Ed Poe hid himself in a barn.", "himself"),
    ("John Hale met Peter Moss in 2001. He retired in 2009.", "He"),
    ("It rained for days.", "It"),
    ("Parliament passed the law, but the court struck it down.", "it"),
    ("The van hit a wall. It was found that its brakes had failed.", "It"),
    ("The van hit a wall. It is clear that nobody saw the wall.", "It"),
    ("The van hit a wall. It was hard for the crew to leave.", "It"),
    ("The van hit a wall. It took until noon to clear the road.", "It"),
    ("The van hit a wall. A judge said how easy it was to blame the crew.", "it"),
    ("The money went to a road. It is the worst flood since 1962.", "It"),
    ("The money went to a road. It comes a year after a fire.", "It"),
    ("Sir Paul Ruiz won. The town cheered for days. The jury met. A juror fell. He left.", "He"),
    ("The mayor spoke. “They will see,” said a man.", "They"),
    ("She left.", "She"),
    ("PCR came back positive. He fell on the ward.", "He"),
    ("Tocilizumab was given in May. He fell on the ward.", "He"),
    ("Brazil began giving it to pupils.", "it"),
    ("Revenue fell 14 percent. It withdrew its forecast.", "It"),
    ("Jobs was born in San Francisco. He was fired.", "He"),
]


def resolved(text: str, word: str) -> str | None:
    sentences = analyze(text)
    discourse = Discourse(text, LazyTrees(sentences, {}, cues("en")), cues("en"))
    for number, sentence in enumerate(sentences):
        for place, token in enumerate(sentence.tokens):
            if token.text == word:
                entity = discourse.resolve(number, place)
                return None if entity is None else discourse.name(entity, number)
    raise AssertionError(f"no {word!r} in {text!r}")


@pytest.mark.parametrize(("text", "pronoun", "name"), MEANT)
def test_a_pronoun_means_the_one_it_can_mean(text: str, pronoun: str, name: str) -> None:
    assert resolved(text, pronoun) == name


@pytest.mark.parametrize(("text", "pronoun"), OPEN)
def test_a_pronoun_that_could_mean_others_is_left_alone(text: str, pronoun: str) -> None:
    assert resolved(text, pronoun) is None

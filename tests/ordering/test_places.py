"""Where events without a date stand: in the news on its day, in a history where the story is."""

from __future__ import annotations

import pytest

from timeline.timelines import read

HISTORY = (
    "The customs house was built in 1802. On 9 April 1837 a crowd burned it. {} The last band "
    "surrendered at Dry Ford in October 1838. The lease was lost in 1840."
)


def ranks(text: str, published: str = "2015-06-30") -> dict[str, int]:
    rows = read(text, published=published).all_events
    return dict(zip(rows["trigger"], rows["order"], strict=True))


@pytest.mark.parametrize(
    ("told", "trigger"),
    [
        ("The garrison ran short of bread.", "ran"),
        ("The governor ordered a retreat.", "retreat"),
        ("The garrison might never have left.", "left"),
        ("Historians suggest that the garrison must have known.", "known"),
    ],
)
def test_an_event_without_a_date_stands_where_the_story_has_come_to(
    told: str, trigger: str
) -> None:
    found = ranks(HISTORY.format(told))
    assert found["built"] < found[trigger] < found["surrendered"]


def test_what_is_so_today_stands_at_the_end_of_a_history() -> None:
    found = ranks(HISTORY.format("Historians suggest that the garrison must have known."))
    assert found["suggest"] > found["lost"]


def test_the_opening_of_a_history_stands_at_its_first_date() -> None:
    found = ranks("The rising was led by a ferryman. " + HISTORY.format(""))
    assert found["led"] < found["surrendered"]


def test_the_opening_of_the_news_stands_behind_what_led_to_it() -> None:
    text = "Rebels took Asmel. The army had lost it in 2011. Talks began on Sunday."
    found = ranks(text, "2023-03-06")
    assert found["lost"] < found["took"]


def test_what_had_been_done_stands_before_what_is_told() -> None:
    found = ranks(HISTORY.format("The garrison had sold its guns."))
    assert found["built"] < found["sold"] < found["burned"]


def test_what_had_happened_by_then_is_told_of_then() -> None:
    found = ranks(
        "Digging began on 4 October 2021, after the town granted a permit that July. By the "
        "following spring landings had fallen by half. In June 2022 the state closed the port.",
        "2024-05-06",
    )
    assert found["granted"] < found["began"] < found["fallen"] < found["closed"]

"""What is told as fact, as plan, as possible, as not so; and who tells it."""

from __future__ import annotations

import pytest

from tests.events.reader import event_of

STATUS = [
    ("The union accepted the offer.", "accepted", "asserted"),
    ("The union did not accept the offer.", "accept", "negated"),
    ("The union refused to accept the offer.", "accept", "negated"),
    ("The union will accept the offer.", "accept", "planned"),
    ("The union plans to accept the offer.", "accept", "planned"),
    ("The union is to accept the offer.", "accept", "planned"),
    ("The union may accept the offer.", "accept", "hypothetical"),
    ("If the union accepts the offer, work begins.", "accepts", "hypothetical"),
    ("The union managed to block the offer.", "block", "asserted"),
    ("The union denied that it had accepted the offer.", "accepted", "negated"),
    ("The union left without accepting the offer.", "accepting", "negated"),
    ("The union said it would accept the offer.", "accept", "planned"),
    ("Had the union accepted the offer, work would have begun.", "accepted", "hypothetical"),
    ("Has the union accepted the offer?", "accepted", "hypothetical"),
    ("Please accept the offer.", "accept", "planned"),
    ("No one accepted the offer.", "accepted", "negated"),
    ("The union was able to accept the offer.", "accept", "asserted"),
    ("The union kept accepting the offer.", "accepting", "asserted"),
    ("The court kept the union from accepting the offer.", "accepting", "negated"),
    ("A judge cleared the union of accepting bribes.", "accepting", "hypothetical"),
    ("The offer, accepted in May, would end the strike.", "accepted", "asserted"),
    ("The mayor accused the ministry of failing to pay its workers.", "pay", "hypothetical"),
    ("The ministry failed to pay its workers.", "pay", "negated"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), STATUS)
def test_status(text: str, trigger: str, status: str) -> None:
    assert event_of(text, trigger).status == status


TELLERS = [
    ("The ministry said that rebels had crossed the border.", "crossed", "the ministry"),
    ("Rebels crossed the border, the ministry said.", "crossed", "the ministry"),
    (
        "Rebels crossed the border, according to the United Nations.",
        "crossed",
        "the United Nations",
    ),
    ("“Rebels crossed the border,” said Ana Ruiz.", "crossed", "Ana Ruiz"),
    ("His lawyer, Ana Ruiz, said rebels crossed it.", "crossed", "his lawyer, Ana Ruiz"),
    ("Rebels crossed the border.", "crossed", None),
]


@pytest.mark.parametrize(("text", "trigger", "teller"), TELLERS)
def test_attribution(text: str, trigger: str, teller: str | None) -> None:
    assert event_of(text, trigger).attribution == teller


def test_the_saying_and_the_said_are_two_linked_rows() -> None:
    text = "The ministry said that rebels had crossed the border."
    said, crossed = event_of(text, "said"), event_of(text, "crossed")
    assert (said.kind, crossed.kind) == ("reporting", "occurrence")
    assert (crossed.governor, crossed.link) == (0, "content")

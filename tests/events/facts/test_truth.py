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
    ("Police asked anyone who saw a dark car on Saturday to call.", "saw", "hypothetical"),
    ("Police met a man who saw a dark car on Saturday.", "saw", "asserted"),
    ("The area is poor; the mill shut in 1990.", "shut", "asserted"),
    ("If the union accepts the offer, work begins.", "accepts", "hypothetical"),
    ("The union managed to block the offer.", "block", "asserted"),
    ("The union denied that it had accepted the offer.", "accepted", "negated"),
    ("The union left without accepting the offer.", "accepting", "negated"),
    ("The union said it would accept the offer.", "accept", "planned"),
    ("Had the union accepted the offer, work would have begun.", "accepted", "hypothetical"),
    ("The king, having won the war, had the envoys blinded.", "won", "asserted"),
    ("Has the union accepted the offer?", "accepted", "hypothetical"),
    ("Please accept the offer.", "accept", "planned"),
    ("The bridge was expected to open in May 2014.", "open", "planned"),
    ("The verdict is expected on Monday.", "expected", "planned"),
    ("A hearing scheduled for last month was put off.", "scheduled", "planned"),
    ("A hearing was scheduled last month.", "scheduled", "asserted"),
    ("A commission is set up in 1947.", "set", "asserted"),
    ("No one accepted the offer.", "accepted", "negated"),
    ("They landed, but after doing no work, left in May.", "left", "asserted"),
    ("The union was able to accept the offer.", "accept", "asserted"),
    ("The union kept accepting the offer.", "accepting", "asserted"),
    ("The court kept the union from accepting the offer.", "accepting", "negated"),
    ("A judge cleared the union of accepting bribes.", "accepting", "hypothetical"),
    ("The offer, accepted in May, would end the strike.", "accepted", "asserted"),
    ("The mayor accused the ministry of failing to pay its workers.", "pay", "hypothetical"),
    ("The ministry failed to pay its workers.", "pay", "negated"),
    ("The union had been expected to appeal, but did not.", "appeal", "negated"),
    ("The union tried to reach a deal and failed.", "reach", "negated"),
    ("The union almost accepted the offer.", "accepted", "negated"),
    ("Membership of the union almost doubled.", "doubled", "asserted"),
    ("The union came close to accepting the offer.", "accepting", "negated"),
    ("The union has yet to accept the offer.", "accept", "negated"),
    ("The union neither accepted nor refused the offer.", "accepted", "negated"),
    ("Neither side has since accepted the offer.", "accepted", "negated"),
    ("The thief is believed to have fled the country.", "fled", "hypothetical"),
    ("The thief is said to have fled the country.", "fled", "asserted"),
    ("The bridge was to have opened in May.", "opened", "planned"),
    ("The union was allowed to appeal.", "appeal", "asserted"),
    ("The union had to appeal.", "appeal", "asserted"),
    ("The union has to appeal.", "appeal", "planned"),
    ("The union was the first to accept the offer.", "accept", "asserted"),
    ("Shares rose two points to close at 40.", "close", "asserted"),
    ("The chairman begged the union not to appeal.", "appeal", "hypothetical"),
    ("The union moved to dismiss the suit, arguing that it was late.", "arguing", "asserted"),
    ("The union did not appeal, citing the cost.", "citing", "asserted"),
    ("The union will not decide until its members meet.", "meet", "planned"),
    ("The union considered accepting the offer.", "accepting", "planned"),
    ("The union called for closing the plant.", "closing", "planned"),
    ("Instead of accepting the offer, the union sued.", "accepting", "negated"),
    ("Rather than accept the offer, the union sued.", "accept", "negated"),
    ("Rumours that the union had accepted proved false.", "accepted", "hypothetical"),
    ("The union wishes it had accepted.", "accepted", "hypothetical"),
    ("The union escaped being fined.", "fined", "negated"),
    ("The union may never accept the offer.", "accept", "hypothetical"),
    ("The union could not accept the offer.", "accept", "negated"),
    ("The union ruled out accepting the offer.", "accepting", "negated"),
    ("The union cancelled the march after losing the vote.", "losing", "asserted"),
    ("The union would often strike in May.", "strike", "asserted"),
    # What begins after publication is no fact, whatever its verb looks like.
    ("The union said it would leave in May and cut 40 jobs over the next year.", "cut", "planned"),
    ("It would have closed if the union had not accepted.", "accepted", "hypothetical"),
    pytest.param(
        "It would have closed had the union not accepted.",
        "accepted",
        "hypothetical",
        marks=pytest.mark.xfail(reason="“had” is hung on the verb before it", strict=True),
    ),
    ("The union said that it has set 1 May 2023 as the day.", "set", "asserted"),
    ("An estimated 400 members accepted the offer.", "accepted", "asserted"),
    ("The union founded a school, which would close in 1936.", "close", "asserted"),
    ("Its failure to accept the offer cost the union 40 jobs.", "accept", "negated"),
    ("The union dropped its demand, then scrapped a plan to strike.", "strike", "negated"),
    ("The port was closed to protect the crew.", "protect", "planned"),
    ("Police blocked the road to protect the crew.", "protect", "planned"),
    ("The union began a march to urge a change.", "urge", "planned"),
    ("The offers are meant only to please the union.", "please", "planned"),
    ("It is possible that the union accepted.", "accepted", "hypothetical"),
    ("It is untrue that the union accepted.", "accepted", "negated"),
    ("The court did not find that the union had lied.", "lied", "hypothetical"),
    ("The union did not realise that it had lost.", "lost", "asserted"),
    ("The union did not know who had lied.", "lied", "asserted"),
    ("Work will go on should they accept the offer.", "accept", "hypothetical"),
    ("It agreed to buy the mine, three years after walking away.", "walking", "asserted"),
    ("Accept the offer before Friday.", "Accept", "planned"),
    ("The union vowed not to accept the offer.", "vowed", "asserted"),
    ("The union resigned not long after the vote.", "resigned", "asserted"),
    ("The union made no offer.", "made", "negated"),
    ("The union hopes no one accepted.", "hopes", "asserted"),
    ("No fewer than 40 members accepted.", "accepted", "asserted"),
    ("The mayor found no proof that the union had lied.", "lied", "hypothetical"),
    ("There is no doubt that the union lied.", "lied", "asserted"),
    ("Dropping a plan to buy a mine, the union left.", "buy", "negated"),
    ("The union made its case and was about to sign.", "sign", "planned"),
    ("The union met Ana Ruiz, whom it would later elect.", "elect", "asserted"),
    ("The union said it would later elect Ana Ruiz.", "elect", "planned"),
    ("It will run a ferry, provided that the port pays for it.", "pays", "hypothetical"),
    ("The mayor does not think that they will accept.", "accept", "hypothetical"),
    ("The union plans instead to accept the offer.", "accept", "planned"),
    ("The union turned down an invitation to merge.", "merge", "negated"),
    ("The union beat its rivals to become the largest.", "become", "asserted"),
    ("The union claims that the port closed.", "closed", "asserted"),
    ("The union argues that the port closed.", "closed", "asserted"),
    ("Driven out of the port, the union did not return.", "Driven", "asserted"),
    ("The members have left, haven't they?", "left", "asserted"),
    ("The union, which lost, said if it wins, it expects to merge.", "said", "asserted"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), STATUS)
def test_status(text: str, trigger: str, status: str) -> None:
    assert event_of(text, trigger).status == status


NOUNS = [
    ("The strike was averted on Sunday.", "strike", "negated"),
    ("The strike, called off on Tuesday, would have closed the port.", "strike", "negated"),
    ("The union called off the strike.", "strike", "negated"),
    ("The union may call off the strike.", "strike", "hypothetical"),
    ("The trial has been postponed until May.", "trial", "planned"),
    ("The ministry denied the attack.", "attack", "hypothetical"),
    ("The union did not attend the hearing.", "hearing", "asserted"),
    ("The union did not stage a strike.", "strike", "negated"),
    ("The explosion may have been caused by gas.", "explosion", "asserted"),
    ("The fire could have been prevented.", "fire", "asserted"),
    ("Police will investigate the attack.", "attack", "asserted"),
    ("Without the attack they would have won.", "attack", "asserted"),
    ("The union ended the strike.", "strike", "asserted"),
    ("The union promised a strike.", "strike", "planned"),
    ("The mayor repeated her call for an inquiry.", "inquiry", "planned"),
    ("The trial is set to begin in May.", "trial", "planned"),
    ("The strike will end in May.", "strike", "asserted"),
    ("The union will apologise for an accident.", "accident", "asserted"),
    ("The union has called for a strike.", "strike", "planned"),
    ("The union issued a threat of a strike.", "strike", "planned"),
    ("The risk of a strike has grown.", "strike", "hypothetical"),
    ("The union warned of a strike.", "strike", "hypothetical"),
    ("The union warned of the strike.", "strike", "asserted"),
    ("For lack of repair the roof fell.", "repair", "negated"),
    ("A strike was expected but never came.", "strike", "planned"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), NOUNS)
def test_status_of_what_a_noun_names(text: str, trigger: str, status: str) -> None:
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
    (
        '"If it is so, we will leave the talks," Ana Ruiz, the mayor of Orla, told reporters.',
        "leave",
        "Ana Ruiz",
    ),
    ("His lawyer, Ana Ruiz, said rebels crossed it.", "crossed", "his lawyer, Ana Ruiz"),
    ("According to the monk Odo, rebels crossed the border.", "crossed", "the monk Odo"),
    ("According to a report published in May, rebels crossed it.", "crossed", "a report"),
    ("According to a report published in May, rebels crossed it.", "published", None),
    (
        "“Rebels crossed it,” said the chief executive, Mei Tan.",
        "crossed",
        "the chief executive, Mei Tan",
    ),
    ("Rebels were told to leave the border.", "leave", None),
    ("Reporters were told that rebels had crossed it.", "crossed", None),
    ("Reporters were told by Ana Ruiz that rebels had crossed it.", "crossed", "Ana Ruiz"),
    ("Rebels crossed the border.", "crossed", None),
    ("As the Daily Post reported, rebels crossed it.", "crossed", "the Daily Post"),
    ("Rebels had crossed it, the Daily Post reported on Sunday.", "crossed", "the Daily Post"),
    ("The ministry accused the rebels of crossing it.", "crossing", "the ministry"),
    ("The court found that rebels had crossed it.", "crossed", "the court"),
    ("Villagers fear that rebels have crossed it.", "crossed", "villagers"),
    ("The bank admitted losing the border files.", "losing", "the bank"),
    ("The rebels claim to have crossed it.", "crossed", "the rebels"),
    ("The rebels promised to cross it.", "cross", None),
    ("Moving on, Ana Ruiz announced a strike.", "Moving", None),
]


@pytest.mark.parametrize(("text", "trigger", "teller"), TELLERS)
def test_attribution(text: str, trigger: str, teller: str | None) -> None:
    assert event_of(text, trigger).attribution == teller


def test_the_saying_and_the_said_are_two_linked_rows() -> None:
    text = "The ministry said that rebels had crossed the border."
    said, crossed = event_of(text, "said"), event_of(text, "crossed")
    assert (said.kind, crossed.kind) == ("reporting", "occurrence")
    assert (crossed.governor, crossed.link) == (0, "content")

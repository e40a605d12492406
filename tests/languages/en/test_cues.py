"""Which way a bare time points, by the words around it."""

from __future__ import annotations

import pytest

from tests.costs import is_quick
from timeline.languages.en.cues import lean


def told(marked: str, kind: str) -> str | None:
    start, end = marked.index("["), marked.index("]") - 1
    return lean(marked.replace("[", "").replace("]", ""), start, end, kind)


@pytest.mark.parametrize(
    ("marked", "weekday", "month"),
    [
        ("Parliament will vote [on Tuesday].", "future", "future"),
        ("The vote is due [on Tuesday].", "future", "future"),
        ("They’ll meet [on Tuesday].", "future", "future"),
        ("Parliament is expected to vote [on Tuesday].", "future", "future"),
        ("He said so [on Tuesday].", "past", "past"),
        ("He was [on Tuesday] in Rome.", "past", "past"),
        ("They attacked [on Tuesday].", "past", "past"),
        ("He has been there since [Tuesday].", "past", "past"),
        ("A vote [on Tuesday].", None, None),
        ("They will stay until [Tuesday].", "future", "future"),
        ("The school did not open until [Tuesday].", "past", "past"),
        ("The deal was not signed until [Tuesday].", "past", "past"),
        ("Talks dragged on in the capital until [Tuesday].", "past", "past"),
        ("The shop was closed until [Tuesday].", "future", "future"),
        ("He said it would last until [Tuesday].", "future", "future"),
        ("She wrote until a week before her death on [Tuesday].", "past", "past"),
        ("They host Albion on [Tuesday].", "future", "future"),
        ("The bid did not please, and gave them until [Tuesday].", "future", "future"),
        ("He did not say if it will stay shut until [Tuesday].", "future", "future"),
        ("Sales fell in May and [in June].", "past", "past"),
        # What is called for a day is ahead, what is told of it is not.
        ("The party called a snap vote for [3 July].", "past", "future"),
        ("The bank announced its results for [June].", "past", "past"),
        # What is told in the present of a day is ahead, be it what one does or what is being done.
        ("The court hears the appeal [on Tuesday].", "future", "future"),
        ("The bill goes to the upper house [on Tuesday].", "future", "future"),
        ("The court heard how the rules work [on Tuesday].", "past", "past"),
        ("New rules come into force [in June].", "future", "future"),
        ("She is flying to Rome [on Tuesday].", "future", "future"),
        ("They are getting married [on Tuesday].", "future", "future"),
        ("Police are looking for a man seen leaving [on Tuesday].", None, None),
        ("Sentencing is in [June].", None, "future"),
        # Verbs that are their own past.
        ("Hosts Denmark beat Spain [on Tuesday].", "past", "past"),
        ("Denmark hopes to beat Spain [on Tuesday].", "future", "future"),
        # What should have begun is not ahead.
        ("Work should have begun [in June].", "past", "past"),
        ("Work should begin [in June].", "future", "future"),
        # The day that does it, or two.
        ("He said that [Monday] and Tuesday should be dry.", "future", "future"),
        # Only strong words turn a weekday forward.
        # What could be lies ahead where nothing is told as past.
        ("They could vote [on Tuesday].", "future", "future"),
        ("They may have voted [on Tuesday].", "past", "past"),
        ("It could not be found [on Tuesday].", None, "future"),
        ("He said they could vote [on Tuesday].", "past", "future"),
        ("They want to vote [on Tuesday].", None, "future"),
        ("They hope to vote [on Tuesday].", "future", "future"),
        ("Rain is forecast to fall [on Tuesday].", "future", "future"),
        ("They will be sought [on Tuesday].", "future", "future"),
        # What stands nearest decides.
        ("He will say that they fled [on Tuesday].", "past", "past"),
        ("He said that he will go [on Tuesday].", "future", "future"),
        ("They will say that he left [on Tuesday].", "past", "past"),
        ("They will attack Iran [on Tuesday].", "future", "future"),
        ("It was to be tried [on Tuesday].", "future", "future"),
        ("The two leaders meet separately [on Tuesday].", "future", "future"),
        ("They could begin [on Tuesday].", "future", "future"),
        ("The storm is expected to hit the coast [on Tuesday].", "future", "future"),
        ("The storm hit the coast [on Tuesday].", "past", "past"),
        ("He came for talks that run through [Tuesday].", "future", "future"),
        ("It had been forecast to hit the coast on [Tuesday].", "past", "future"),
        ("It is to stay closed through [Tuesday].", "future", "future"),
        ("Shops stay closed through [Tuesday].", None, None),
        ("The figures come out [on Tuesday].", "future", "future"),
        ("It was moved to [Tuesday].", "future", "future"),
        ("He moved to Leeds [on Tuesday].", "past", "past"),
        # Many, who do it in the present.
        ("The Rovers play their first match [on Tuesday].", "future", "future"),
        ("Italy face Spain [on Tuesday].", "future", "future"),
        ("The director, who came in 2009, retires on [Tuesday].", "future", "future"),
        ("They open a 10-day trip at Carver on [Tuesday].", "future", "future"),
        ("They have the week off and host the Hawks on [Tuesday].", "future", "future"),
        ("The schools reopen on [Tuesday].", "future", "future"),
        ("The funeral is at [Tuesday].", "future", None),
        ("The match comes after a school play [on Tuesday].", None, None),
        # "Promised in June to pay" tells of the promise.
        ("They had promised in [June] to pay.", "past", "past"),
        ("They had promised to pay in [June].", "past", "future"),
        ("He was put to death [in June].", "past", "past"),
        # A "to" behind what was managed, begun or forced looks at what was done.
        ("He was forced to resign in [June].", "past", "past"),
        ("She managed to reach the town in [June].", "past", "past"),
        ("They began to sell it in [June].", "past", "past"),
        ("They will be forced to sell it in [June].", "future", "future"),
        ("They agreed to sell it in [June].", None, "future"),
        # A plan for a day, a day that it is put off to, and one that is told in the present.
        ("A march was planned for [Tuesday].", "future", "future"),
        ("They planned a march through the town on [Tuesday].", "future", "future"),
        ("It ended as planned [Tuesday].", "past", "future"),
        ("The hearing was postponed to [Tuesday].", "future", "future"),
        ("The vote comes [Tuesday].", "future", "future"),
        ("The vote comes after the riots on [Tuesday].", None, None),
        ("The polls open [Tuesday].", "future", "future"),
        # These are no verbs of the past.
        ("She will succeed him [in June].", "future", "future"),
        ("They will need two hundred [in June].", "future", "future"),
        # A figure that others are measured against is known.
        ("They will vote, but support is down from 53 percent in [June].", "future", "past"),
        ("They will move from two rooms in [June].", "future", "future"),
        # A record is set already, a date is not there yet.
        ("It is near the record high set [on Tuesday].", "past", "past"),
        ("A hearing is set [on Tuesday].", None, "future"),
        # Other sentences and clauses do not, whatever opens the next.
        ("They had forecast a gain of 75,000. [Tuesday]'s figure, too", None, None),
        ("They will vote. He is in Rome [on Tuesday].", None, None),
        ("They will vote; no news [on Tuesday].", None, None),
        ("They will vote\n\nNo news [on Tuesday].", None, None),
        ("First woman to be sent to space\nOn [Tuesday], they said", "past", "past"),
        ("They will meet\n[Tuesday], they said", "future", "future"),
        # Nor do causes, and what is past a beginning.
        ("Delays due to heavy rain on [Tuesday]", None, None),
        ("Delays due to flooding on [Tuesday]", None, None),
        ("Talks due to start on [Tuesday]", "future", "future"),
        ("They met after the beginning of a strike on [Tuesday].", "past", "past"),
        ("The halls were re-opened [Tuesday].", "past", "past"),
        # Words behind the time may tell too.
        ("[Tuesday] will tell.", "future", "future"),
        ("The [Tuesday] deadline", "future", "future"),
        ("The pre-will vote [on Tuesday]", None, None),
        # The present tells what the calendar has.
        ("The ministers arrive and the king leaves [on Tuesday].", "future", "future"),
        ("More rain is expected [on Tuesday].", "future", "future"),
        ("They said that it would rain [on Tuesday].", "future", "future"),
        ("Three days of talks starting [on Tuesday]", "future", "future"),
        # What is the day's own is mostly the last day's.
        ("They will fight [Tuesday]'s ruling.", None, "future"),
        # What is fixed beforehand is not, where it is told of as ahead.
        ("[Tuesday]'s match starts at noon.", "future", "future"),
        ("[Tuesday]'s short meeting will bring no ruling.", "future", "future"),
        ("[Tuesday]'s ruling will bring more rain.", None, "future"),
        ("He hopes to win [Tuesday]'s race.", "future", "future"),
        ("He failed to win [Tuesday]'s race.", "past", "past"),
        ("They will speak in [Tuesday]'s debate.", "future", "future"),
        ("The talks ahead of [Tuesday]'s vote", "future", "future"),
        # So may the clause that it opens, as far as that goes.
        ("[On Tuesday], the two sides will meet.", "future", "future"),
        ("[On Tuesday], the mayor told them he will go.", "past", "past"),
        ("[On Tuesday], the mayor planned to go.", "past", "past"),
        ("[On Tuesday], they voted to stay until it is over.", "past", "past"),
        ("No news [on Tuesday]. They will meet.", None, None),
        # What has an article before it is no verb.
        ("It would be shown on a still unfixed day [in June].", "future", "future"),
        # "To" before a figure or a comparison has no verb.
        ("Output rose to more than 13 percent [in June].", "past", "past"),
        ("It comes to nearly 13 percent [in June].", None, None),
        ("The band moves up to the main stage [on Tuesday].", "future", "future"),
        # Behind an article a plan is a noun.
        ("Voters oppose the plan, up from 75 percent [in June].", None, None),
        # A day that is, and not was.
        ("The funeral is [on Friday].", "future", None),
        ("[Friday] is the day that worries me", "future", None),
        ("[Friday] was the day that worried me", "past", "past"),
        # What is supposed has not been, and what goes on goes beyond.
        ("I would be surprised if it reached them before [Tuesday].", "future", "future"),
        ("It may cost more if it goes on past [Tuesday].", "future", "future"),
        ("It went on past [Tuesday].", "past", "past"),
        # What is traded is not there yet.
        ("Oil for [June] delivery is cheap.", None, "future"),
        # A month that a noun has to itself.
        ("It tries to sell under a [June] treaty.", None, None),
        ("It tries to sell [in June].", None, "future"),
        ("It will hold a [June] summit.", "future", "future"),
        ("The [June] summit will settle it.", "future", "future"),
    ],
)
def test_the_clause_tells(marked: str, weekday: str | None, month: str | None) -> None:
    assert (told(marked, "weekday"), told(marked, "month")) == (weekday, month)


@pytest.mark.parametrize(
    ("marked", "told_so"),
    [
        ("The stock will be sold in [five years].", "future"),
        ("In [five years], the stock will be sold.", "future"),
        ("The first free vote in [five years] will be held.", "past"),
        ("Nobody there had been sold in [five years].", "past"),
    ],
)
def test_a_length_leans_by_the_words_before_it(marked: str, told_so: str | None) -> None:
    assert told(marked, "length") == told_so


def test_words_far_off_do_not_tell() -> None:
    assert told("They will vote, " + "so they say, " * 12 + "[on Tuesday]", "weekday") is None


def test_only_the_words_nearby_are_looked_at() -> None:
    text = "They will vote " * 20_000
    assert is_quick(lambda: lean(text, len(text), len(text), "weekday"), 0.02)

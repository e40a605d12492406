"""Ranks and relations: dates first, then words, no circles, ties where nothing is known."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.reader import MONDAY, events_of, instant
from timeline.events import Event, Words
from timeline.ordering import Order, Relation, order
from timeline.ordering.pairs import describe_pair, neighbouring_nouns, neighbours
from timeline.ordering.ranking import rank
from timeline.spans import TimeSpan


def ranked(text: str) -> tuple[dict[str, int], Order]:
    found = events_of(text)
    result = order(found, instant(MONDAY))
    words = [text[e.trigger_start : e.trigger_end] for e in found]
    return dict(zip(words, result.ranks, strict=True)), result


def test_clocks_of_several_zones_are_put_in_order_by_their_instants() -> None:
    ranks, _ = ranked(
        "The ferry struck the pier at 9 p.m. in Oslo (2000 GMT) on Sunday. Rescuers in Boston took "
        "the call at 3:10 p.m. EST on Sunday. The ferry sank at 2130 GMT on Sunday."
    )
    assert sorted(("struck", "took", "sank"), key=ranks.__getitem__) == ["struck", "took", "sank"]
    naive, _ = ranked("The ferry struck the pier at 9 p.m. on Sunday. It sank at 3 p.m. on Sunday.")
    assert naive["sank"] < naive["struck"]


PATHS = [
    ("Hill said police searched the house to find a gun.", "said", "find", "*infinitive^content"),
    ("Hill sold a mill and bought a yard.", "sold", "bought", "*coordinate"),
    ("Police, who met him, said he fled.", "met", "fled", "relative*content"),
    # Nothing is above both: how deep each stands.
    ("Police met. Hill said he fled.", "met", "fled", "1|2"),
]


@pytest.mark.parametrize(("text", "first", "second", "path"), PATHS)
def test_a_pair_is_told_by_the_way_from_one_to_the_other(
    text: str, first: str, second: str, path: str
) -> None:
    found = events_of(text)
    at = {text[e.head_start : e.head_end]: number for number, e in enumerate(found)}
    assert f"path={path}" in describe_pair(found, at[first], at[second])


def test_events_that_hang_on_each_other_have_a_way_that_ends() -> None:
    one, other = events_of("Hill sold a mill and bought a yard.")
    found = [replace(one, governor=1), replace(other, governor=0)]
    assert "path=*coordinate" in describe_pair(found, 0, 1)


BEFORE = [
    ("A court gave Karst the dams, a ruling that Leeds rejected.", "gave", "rejected"),
    ("It sold the mill to Karst, which closed it.", "sold", "closed"),
    ("Poe, who stole it, fled.", "stole", "fled"),
    ("She resigned in May and returned in 2021.", "returned", "resigned"),
    ("The mayor resigned after police searched his house.", "searched", "resigned"),
    ("Police searched the house before the mayor resigned.", "searched", "resigned"),
    ("Officials said that troops had left.", "left", "said"),
    ("The firm plans to close the mill.", "plans", "close"),
    ("The firm said it will close the mill.", "said", "close"),
    ("Police found a rope before the trial.", "found", "trial"),
    ("Police found a rope after the trial.", "trial", "found"),
    ("The explosion killed two men.", "explosion", "killed"),
    ("The mayor condemned the attack.", "attack", "condemned"),
    ("The court upheld the decision.", "decision", "upheld"),
    ("Two men were charged in the bombing.", "bombing", "charged"),
    ("The verdict triggered a riot.", "triggered", "riot"),
    ("Guards tried to prevent an escape.", "prevent", "escape"),
    ("The riot was triggered by a verdict.", "verdict", "triggered"),
    ("Ministers called for an investigation.", "called", "investigation"),
    ("An inquiry followed the crash.", "crash", "followed"),
    ("The blaze stemmed from an explosion.", "explosion", "stemmed"),
    ("Even before the trial, Bell had begun to sell the house.", "begun", "trial"),
    ("Since the coup, the army has ruled.", "coup", "ruled"),
    ("The firm named Ann Bell. She previously ran a mill.", "ran", "named"),
    ("The firm denied it. It originally blamed a rival.", "blamed", "denied"),
    ("The decision set off a riot.", "set off", "riot"),
    ("The guards leave when the siren sounds.", "sounds", "leave"),
    ("Crowds gathered before the verdict was announced.", "gathered", "announced"),
    ("The firm grew by buying two rivals.", "buying", "grew"),
    ("Dogs barked when the bell rang.", "rang", "barked"),
    ("The strike will end if the firm pays.", "pays", "end"),
    ("A lorry overturned on Sunday. The owner said its brakes had failed.", "overturned", "said"),
]


@pytest.mark.parametrize(("text", "first", "second"), BEFORE)
def test_order_of_two(text: str, first: str, second: str) -> None:
    places, _ = ranked(text)
    assert places[first] < places[second]


def test_nouns_are_compared_within_their_sentence_and_verbs_with_the_next() -> None:
    text = "The explosion killed two men. Police opened an inquiry into the attack."
    found = events_of(text)
    words = [text[e.head_start : e.head_end] for e in found]
    verbs = {(words[a], words[b]) for a, b in neighbours(found)}
    nouns = {(words[a], words[b]) for a, b in neighbouring_nouns(found)}
    assert verbs == {("killed", "opened")}
    assert nouns >= {("explosion", "killed"), ("opened", "attack")}
    assert not nouns & {("explosion", "attack"), ("killed", "attack")}


def test_every_relation_says_why() -> None:
    _, result = ranked("The mayor resigned after police searched his house.")
    surest = result.relations[0]
    assert (surest.first, surest.second, surest.kind, surest.why) == (1, 0, "before", "“after”")


def test_what_only_leans_numbers_events_and_is_not_shown() -> None:
    leaning = Relation(1, 0, "before", 0.75, "")
    result = rank([event(n) for n in range(2)], [leaning], [0.0] * 2)
    assert result.ranks == (2, 1)
    assert result.relations == ()
    assert result.highest == (2, 2)


def test_the_opener_of_a_clause_says_nothing_of_its_subject() -> None:
    _, result = ranked("Crowds gathered before the verdict was announced.")
    told = [(r.first, r.second) for r in result.relations if r.why == "“before”"]
    assert told == [(0, 2)]


def event(number: int, when: str | None = None) -> Event:
    span = TimeSpan.from_edtf(when) if when else None
    basis = "expression" if when else "tense"
    return Event(0, 9, number, number + 1, number, number + 1, Words("x"), span=span, basis=basis)


def test_dates_beat_relations() -> None:
    events = [event(0, "2001"), event(1, "1999")]
    result = rank(events, [Relation(0, 1, "before", 0.9, "wrong")], [31.0, 29.0])
    assert result.ranks == (2, 1)
    assert result.relations == ()


def test_what_goes_on_since_then_began_before_a_later_date() -> None:
    places, _ = ranked("Troops took the town last September. Since August the siege has held.")
    assert places["held"] < places["took"]


def test_no_chain_of_relations_turns_two_dates_around() -> None:
    events = [event(0, "2025"), event(1), event(2, "2017")]
    chain = [Relation(0, 1, "before", 0.95, ""), Relation(1, 2, "before", 0.9, "")]
    result = rank(events, chain, [55.0, 55.0, 47.0])
    assert result.ranks[2] < result.ranks[0] < result.ranks[1]
    assert result.relations == (chain[0],)


def test_a_circle_is_refused_at_its_weakest_edge() -> None:
    edges = [
        Relation(0, 1, "before", 0.9, ""),
        Relation(1, 2, "before", 0.8, ""),
        Relation(2, 0, "before", 0.7, ""),
    ]
    result = rank([event(n) for n in range(3)], edges, [0.0] * 3)
    assert result.relations == tuple(edges[:2])
    assert result.ranks == (1, 2, 3)


def test_what_nothing_sets_apart_shares_a_rank() -> None:
    result = rank([event(n) for n in range(3)], [Relation(0, 2, "before", 0.9, "")], [0.0] * 3)
    assert result.ranks == (1, 1, 2)
    assert result.lowest == (1, 1, 2)
    assert result.highest == (2, 3, 3)


def test_an_undated_event_does_not_hold_up_a_dated_one() -> None:
    events = [event(0, "1900"), event(1), event(2, "1950")]
    result = rank(events, [Relation(1, 2, "before", 0.9, "")], [-70.0, 0.0, -20.0])
    assert result.ranks == (1, 2, 3)


def test_a_model_does_not_put_the_present_before_a_dated_past() -> None:
    now = replace(event(0), to_published="overlap")
    model = Relation(0, 1, "before", 0.9, "", "model")
    assert rank([now, event(1, "1999")], [model], [99.0, 29.0]).ranks == (2, 1)
    said = model._replace(basis="words")
    assert rank([now, event(1, "1999")], [said], [99.0, 29.0]).ranks == (1, 2)


@settings(deadline=None)
@given(
    st.integers(2, 9).flatmap(
        lambda size: st.tuples(
            st.just(size),
            st.lists(
                st.tuples(
                    st.integers(0, size - 1),
                    st.integers(0, size - 1),
                    st.sampled_from(["before", "same"]),
                    st.floats(0.5, 1.0),
                ).filter(lambda edge: edge[0] != edge[1]),
                max_size=20,
            ),
            st.lists(st.floats(-9, 9), min_size=size, max_size=size),
        )
    )
)
def test_ranks_respect_all_relations_taken(
    given_: tuple[int, list[tuple[int, int, str, float]], list[float]],
) -> None:
    size, edges, places = given_
    relations = [Relation(a, b, kind, sure, "") for a, b, kind, sure in edges]
    result = rank([event(n) for n in range(size)], relations, places)
    assert min(result.ranks) == 1
    for edge in result.relations:
        left, right = result.ranks[edge.first], result.ranks[edge.second]
        assert left == right if edge.kind == "same" else left < right
    # What was refused would have contradicted what was taken.
    assert len(result.relations) <= len(relations)


def test_reading_order_is_deterministic() -> None:
    text = "Rebels took the port. The army fled. Rebels burned the ships, officials said."
    events = events_of(text)
    again = [replace(e) for e in events]
    assert order(events).ranks == order(again).ranks

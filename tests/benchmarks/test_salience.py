"""The marks that salience is taught and measured with."""

from __future__ import annotations

from benchmarks.train.salience import fit, marked, own_articles, precision, read_article


def test_brackets_are_taken_out_of_a_text_and_their_places_kept() -> None:
    text, events = marked("He [fled] and [died].", 10)
    assert text == "He fled and died."
    assert [(e["start"], e["end"]) for e in events] == [(13, 17), (22, 26)]


def test_every_mark_of_our_own_articles_is_one_word_of_its_text() -> None:
    for article in own_articles():
        words = [article["text"][e["start"] : e["end"]] for e in article["events"]]
        assert all(word.isalpha() for word in words), words
        assert len(set(words)) > 3


def test_what_is_taught_is_learnt() -> None:
    text, events = marked("The army [bombed] the port. The mayor yawned. He [fled]. A man yawned.")
    article = read_article({"text": text, "dct": "2024-05-16", "events": events})
    assert precision([article], fit([article] * 6)) == 1

"""What words tell of the events in their complements, affirmed and denied."""

from __future__ import annotations

from dataclasses import fields

import pytest

from tests.events.reader import event_of
from timeline.events.cues import cues
from timeline.events.implicatives import Signature

TOLD = [
    # Two-way: what was managed was done, what was not managed was not.
    ("The crew managed to restart the engine.", "restart", "asserted"),
    ("The crew did not manage to restart the engine.", "restart", "negated"),
    ("The crew failed to restart the engine.", "restart", "negated"),
    ("The crew did not fail to restart the engine.", "restart", "asserted"),
    ("The crew will not fail to restart the engine.", "restart", "hypothetical"),
    ("Do not hesitate to restart the engine.", "restart", "hypothetical"),
    # One-way.
    ("The storm forced the crew to restart the engine.", "restart", "asserted"),
    ("The crew refused to restart the engine.", "restart", "negated"),
    ("The crew did not refuse to restart the engine.", "restart", "hypothetical"),
    ("The crew did not try to restart the engine.", "restart", "negated"),
    # Told in the past alone.
    ("The crew was allowed to restart the engine.", "restart", "asserted"),
    ("The crew is allowed to restart the engine.", "restart", "planned"),
    # Down a chain.
    ("The crew refused to stop running the engine.", "running", "asserted"),
    ("The crew failed to prevent the engine from leaking.", "leaking", "asserted"),
    ("The crew will fail to prevent the engine from leaking.", "leaking", "hypothetical"),
    ("The crew did not bar the engine from leaking.", "leaking", "hypothetical"),
    ("The crew failed to prevent a fire.", "fire", "asserted"),
    ("The crew prevented a fire.", "fire", "negated"),
    ("The crew blocked the road in an attempt to save the engine.", "save", "planned"),
    ("The crew rejected a plan to save the engine.", "save", "negated"),
    ("The crew was allowed to rest, only to find that the engine leaked.", "find", "asserted"),
    ("The crew sold it without telling us that the engine leaked.", "leaked", "asserted"),
    ("An attempted robbery at a bank hurt two men.", "robbery", "hypothetical"),
    ("The cancelled strike cost the crew its pay.", "strike", "negated"),
    ("The crew warned against a strike at the mine.", "strike", "hypothetical"),
    ("Talks about a merger have stalled.", "merger", "planned"),
    ("The crew was forced to forget to restart the engine.", "restart", "negated"),
    ("The crew may have been forced to restart the engine.", "restart", "hypothetical"),
    # A verb with its object.
    ("The crew took the opportunity to restart the engine.", "restart", "asserted"),
    ("The crew had the courage to restart the engine.", "restart", "asserted"),
    ("The crew missed its chance to restart the engine.", "restart", "negated"),
    ("The crew kept its promise to restart the engine.", "restart", "asserted"),
    ("The crew made a promise to restart the engine.", "restart", "planned"),
    # Adjectives with a measure.
    ("The crew was quick enough to restart the engine.", "restart", "asserted"),
    ("The crew was too slow to restart the engine.", "restart", "negated"),
    # Behind a noun the aim is that of the noun.
    ("The crew began a march to save the engine.", "save", "planned"),
    ("The crew closed the valve to save the engine.", "save", "planned"),
    ("The crew travelled to Bern to save the engine.", "save", "asserted"),
    ("The crew restarted it, only to lose the engine.", "lose", "asserted"),
    # Verbs in "-ing".
    ("The crew avoided losing the engine.", "losing", "negated"),
    ("The crew stopped using the engine.", "using", "asserted"),
    ("The crew succeeded in restarting the engine.", "restarting", "asserted"),
    ("The crew did not succeed in restarting the engine.", "restarting", "negated"),
    # Clauses.
    ("The crew regretted that it had lost the engine.", "lost", "asserted"),
    ("The crew did not regret that it had lost the engine.", "lost", "asserted"),
    ("The crew pretended that it had lost the engine.", "lost", "negated"),
    ("The judge alleged that the crew had lost the engine.", "lost", "hypothetical"),
    ("The judge asked why the crew had lost the engine.", "lost", "asserted"),
    ("The judge asked whether the crew had lost the engine.", "lost", "hypothetical"),
    ("The fact that the crew had lost the engine hurt the firm.", "lost", "asserted"),
    ("The firm wants to ensure that the mine closes.", "closes", "planned"),
    ("The mine will regret that it sold the engine.", "sold", "asserted"),
    # Nouns, adjectives and comparisons.
    ("The firm was nervous about selling the engine.", "selling", "planned"),
    ("The engine was found to be leaking.", "leaking", "asserted"),
    ("The mine will close in response to the strike.", "strike", "asserted"),
    ("The mine could close in response to a strike.", "strike", "hypothetical"),
    ("The mine will open later than planned.", "planned", "asserted"),
    ("Not all of the engines leaked.", "leaked", "asserted"),
    ("The mine reportedly closed.", "closed", "asserted"),
    ("Rather than appeal, the firm paid the fine.", "appeal", "negated"),
    ("The rule permits the second-largest firm to sell the engine.", "sell", "planned"),
    ("It is impossible for the crew to restart the engine.", "restart", "negated"),
    ("The crew has shown an interest in restarting the engine.", "restarting", "planned"),
    ("The crew are finally going to be restarting the engine.", "restarting", "planned"),
    ("The crew said that no engine had leaked and promised to restart it.", "promised", "asserted"),
    ("It is unlikely that the engine will run.", "run", "hypothetical"),
    ("The crew wants the engine torn down.", "torn", "planned"),
    ("Could the engine have been restarted?", "restarted", "hypothetical"),
    ("The crew tried to calm them into waiting by restarting it.", "restarting", "asserted"),
    ("The law would not be fair because gifts are already made.", "made", "asserted"),
    ("The crew made plans to shut the mine and sell the engine.", "sell", "planned"),
    # Who ends up where.
    ("The crew found no trace of the engine, said the sheriff.", "said", "asserted"),
    ("The mayor said no one saw the engine.", "said", "asserted"),
    (
        '"I do not say so, but we lost it," Ana Poe, chairman and chief, said in an interview.',
        "said",
        "asserted",
    ),
    ("The crew will be brief and lose no time.", "lose", "negated"),
    ("The firm will grow and lose its name.", "lose", "planned"),
    ("The firm hopes to grow; it owns two mines.", "owns", "asserted"),
    ("The firm moved to cut costs and, in turn, to grow.", "grow", "planned"),
    ("The wreck could be seen from the shore.", "seen", "asserted"),
    ("Does she know the engine?", "know", "hypothetical"),
    ("Does the crew know the engine?", "know", "hypothetical"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), TOLD)
def test_what_a_word_tells_of_its_complement(text: str, trigger: str, status: str) -> None:
    assert event_of(text, trigger).status == status


def test_signs_are_plus_minus_and_open() -> None:
    signatures = cues("en").signatures
    tables = [getattr(signatures, field.name) for field in fields(signatures)]
    signs = {sign for table in tables for pair in table.values() for sign in pair}
    assert signs == {"+", "-", "o"}
    assert signatures.infinitive["fail"] == Signature("-", "+")
    assert {"fail", "refusal", "unable", "deny"} <= signatures.denying


def test_no_word_has_two_signatures() -> None:
    signatures = cues("en").signatures
    both = signatures.infinitive.keys() & signatures.past.keys()
    assert not both

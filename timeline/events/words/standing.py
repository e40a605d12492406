"""Whether the words of a clause can stand by themselves, though cut from their sentence."""

from __future__ import annotations

from collections.abc import Mapping, Set

from timeline.events.words.predicates import Predicate
from timeline.events.words.relatives import owners, parts_of, points_back
from timeline.sentences.lexicon import load_lexicon
from timeline.sentences.tokens import RELATIVE
from timeline.sentences.vocabulary import TO

#: WordNet's numbers of the nouns for groups, places and persons, and of words it has none for.
_ACTING = frozenset({0, 14, 15, 18})
_HELPING = frozenset({"AUX", "PART", "PUNCT"})


def stands(
    one: Predicate, body: Set[int], instead: Mapping[int, str], *, helped: bool, quoted: bool
) -> bool:
    """Whether the words of a predicate need no others.

    `instead` are words that are told in place of others; `helped` tells that auxiliaries are told
    with it, `quoted` that what somebody says is.
    """
    if not _is_clause(one, instead, helped) or points_back(one, instead):
        return False
    return (quoted or not _says_nothing(one)) and not _lacks_predicate(one, body)


def _is_clause(one: Predicate, instead: Mapping[int, str], helped: bool) -> bool:
    """Whether the words are a clause: a subject that names something, and a tense."""
    tokens, top = one.syntax.tokens, one.top
    if not _has_subject(one) or one.syntax.tells_what(top):
        return False
    described = one.syntax.relations[top] == "acl"
    if described and (_has_no_actor(one) or _only_says_done(one)):
        return False
    owned = [k for k in one.syntax.below[one.subject] if tokens[k].xpos == "WP$"]
    owned += parts_of(one)  # "the homepage of which shows it"
    if owned and not owners(one, {*owned}):
        return False
    mark = one.syntax.child(top, "mark") if one.syntax.relations[top] == "advcl" else -1
    # "Rates rose, as expected", but "were confirmed as infected"
    supposed = (
        mark > 0
        and mark - 1 != one.syntax.heads[top]
        and tokens[mark].text.lower() in one.words.openers.supposing
    )
    if supposed and tokens[top].xpos == "VBN" and one.own < 0:
        return False
    lead = min((*one.syntax.auxiliaries(top), top))
    if _is_wished(one, lead) and not helped:
        return False
    # "Been due" has lost its "had".
    bare = tokens[lead].xpos == "VBG" or (lead != top and tokens[lead].xpos in ("VBN", "VB"))
    # "She regretted calling him a traitor and praying for his death"
    beside = one.syntax.relations[top] == "conj" and helped
    return not bare or lead in instead or beside


def _has_subject(one: Predicate) -> bool:
    """Whether the subject names something: no time, no bullet, no "which"."""
    syntax, subject = one.syntax, one.subject
    if subject < 0 or one.view.scene.dating[subject]:
        return False
    tokens, phrase = syntax.tokens, list(syntax.phrase(subject))
    if tokens[subject].xpos in RELATIVE:
        # "What was left of it was sold"
        return tokens[subject].xpos == "WP" and syntax.child(subject, "acl") >= 0
    if not any(letter.isalnum() for k in phrase for letter in tokens[k].text):
        return False
    # "Fighting broke out"
    doing = tokens[subject].xpos == "VBG" and one.own == subject == min(phrase)
    doing = doing and all(tokens[k].tag != "PUNCT" for k in phrase)
    return doing or tokens[subject].tag not in ("VERB", "AUX", "PUNCT")


def _is_wished(one: Predicate, lead: int) -> bool:
    """Whether a verb is as somebody wants it ("an order that the boy remain"), or an infinitive
    that lost its "to" ("told the city to shut schools, ban cars and take action")."""
    syntax, top = one.syntax, one.top
    bare = lead == top and syntax.tokens[top].xpos in ("VB", "VBP")
    meant = syntax.relations[top] in ("acl", "ccomp") and syntax.child(top, "mark") >= 0
    beside = syntax.relations[top] == "conj" and one.own < 0
    beside = beside and not syntax.is_passive(syntax.heads[top])  # "was sold and put away"
    named = one.own if meant else one.subject if beside else -1
    single = named >= 0 and syntax.tokens[named].xpos in ("NN", "NNP")
    return bare and single and syntax.child(named, "conj") < 0


def _says_nothing(one: Predicate) -> bool:
    """Whether a "said" lacks what was said; "has not commented" lacks nothing."""
    if one.view.scene.is_denied(one.top, 2):
        return False
    verbs, lemma = one.words.verbs, one.syntax.tokens[one.top].lemma
    before = [c for c in one.syntax.below[one.top] if one.syntax.relations[c] == "ccomp"]
    if before and before[-1] < one.top and one.syntax.child(one.top, "obj") < 0:
        return True  # "The bank paid them, the court found"
    informed = lemma in verbs.informing and lemma not in verbs.saying
    if lemma in verbs.avowing or (informed and one.syntax.child(one.top, "obj") >= 0):
        return False
    plain = lemma in verbs.saying or lemma in verbs.reporting or lemma in verbs.believing
    told = ("ccomp", "xcomp") if lemma in verbs.informing else ("obj", "ccomp", "xcomp")
    beside = one.syntax.relations[one.top] == "parataxis"
    about = [c for c in one.syntax.below[one.top] if one.syntax.relations[c] == "obl"]
    modals = one.words.modals.planned
    ahead = one.syntax.is_infinitive(one.top) or any(
        one.syntax.tokens[k].lemma in modals for k in one.syntax.auxiliaries(one.top)
    )
    if ahead and about:
        return False
    cases = (one.syntax.child(c, "case") for c in about)
    to = any(c >= 0 and one.syntax.tokens[c].text == TO for c in cases)
    if to and lemma in verbs.addressing:
        return False
    dated = any(one.view.scene.dating[c] for c in about)
    if lemma in verbs.replying and dated and not beside:
        return False  # "the clerk replied on 1 September"
    if lemma not in verbs.saying and any(not one.view.scene.dating[c] for c in about):
        return False  # "complained about the rosters", "will report to Congress"
    active = plain and not one.syntax.is_passive(one.top)
    return active and (beside or one.syntax.child(one.top, *told) < 0)


def _only_says_done(one: Predicate) -> bool:
    """Whether a "which he did" only says that something was done."""
    taken = one.syntax.child(one.top, "obj")
    relative = taken >= 0 and one.syntax.is_relative(taken)
    return relative and one.syntax.tokens[one.top].lemma == one.words.small.doing


def _lacks_predicate(one: Predicate, body: Set[int]) -> bool:
    """Whether an "it was not" lacks what it was: "it was not until 1896, he said, that …"."""
    tokens, neuter = one.syntax.tokens, one.words.pronouns.neuter
    named = one.subject < 0 or tokens[one.subject].text.lower() not in neuter
    was = tokens[one.top].tag == "AUX" or one.view.hidden(one.top)
    left = {k for k in body if tokens[k].tag not in _HELPING}
    return was and not named and all(one.view.hidden(k) for k in left)


def _has_no_actor(one: Predicate) -> bool:
    """Whether a "who" hangs on what is nobody: "the inquiry into the death of Poe, who …"."""
    syntax, human = one.syntax, one.words.pronouns.human
    if not any(syntax.tokens[k].lemma in human for k in syntax.below[one.top]):
        return False
    noun = syntax.tokens[one.subject]
    kind = load_lexicon().entry(noun.lemma.lower()).noun
    # "Holders, who approved it": the first holder of the dictionary is a thing.
    doer = noun.lemma.lower().endswith(one.words.small.doers)
    return noun.tag == "NOUN" and kind not in _ACTING and not doer

"""Which words of a sentence tell a verb, so that they can stand by themselves."""

from __future__ import annotations

from timeline.events.trees.syntax import Syntax
from timeline.events.words.nounwords import (
    accords,
    aim_words,
    drops_from_noun,
    is_aim,
    mark_before,
    noun_words,
)
from timeline.events.words.views import ASIDE, DASHES, NOUNS, SHORT, SHORTER, View
from timeline.sentences.vocabulary import THAT


def verb_words(view: View, word: int, level: int, top: int) -> set[int]:
    """The words of a clause; of the one that is told (`top`) the subject and marker are not."""
    syntax = view.syntax
    found = {word}
    for child in syntax.below[word]:
        if _drops_from_verb(view, word, child, level, top):
            continue
        if level == SHORTER and is_aim(view, child):
            found |= aim_words(view, child)
        elif syntax.is_predicate(child) or syntax.relations[child] in ("xcomp", "advcl", "ccomp"):
            found |= verb_words(view, child, level, top)
        else:
            found |= noun_words(view, child, level)
    return found


def _drops_from_verb(view: View, word: int, child: int, level: int, top: int) -> bool:
    syntax, relation = view.syntax, view.syntax.relations[child]
    token = syntax.tokens[child]
    if relation in ASIDE or (child == top and relation != "conj"):
        return True
    if word == top:
        if _precedes_marker(syntax, child, top) or _set_off(view, child, top):
            return True
        if relation in ("nsubj", "csubj"):
            return syntax.child(top, "expl") < 0
        if relation in ("mark", "cc"):
            return token.xpos != "TO" and token.tag != "ADJ"
        if syntax.relations[top] == "acl" and syntax.is_relative(child):
            return True
    if relation == "conj":
        return syntax.is_predicate(child) and not is_unit(syntax, word, child)
    if relation == "advcl":
        return not _stays(view, child, level)
    if relation == "ccomp":
        return child < word
    if relation == "advmod":
        adverbs, after = view.scene.words.adverbs, syntax.tokens[child + 1 : child + 2]
        # "Has yet to report" is not "has to report".
        unmet = token.lemma.lower() in adverbs.unmet and any(t.xpos == "TO" for t in after)
        loose = token.lemma.lower() in adverbs.linking and not unmet
        degree = token.text.lower() in view.scene.words.small.degrees  # "too polluted to row on"
        beside = child == word - 1 and (syntax.tokens[word].tag == "ADJ" or degree)
        onwards = token.text.lower() in view.scene.words.prepositions.onwards
        if onwards and child > 0 and view.leaving[child - 1]:
            return True  # "ran it from 2001 onwards"
        return (loose and not beside) or _opens(view, child, word)
    if relation in ("obl", "nmod", "obj"):
        if _measures(view, word, child, level) or _is_measured(view, child):
            return True
        if _lacks_content(view, child, level):
            return True
        if _opens_clause(view, word, child):
            return True
        if accords(view, child) or mark_before(view, child) in DASHES or _is_score(view, child):
            return True
        apart = child > word and mark_before(view, child) == ","
        taken = [c for c in syntax.below[word] if syntax.relations[c] == "obj"]
        before = syntax.tokens[word : syntax.first_of(child) + 1] if taken == [child] else ()
        if sum(token.text == "," for token in before) > 1:
            return False  # "got, in 1958, a hall"
        return apart and (level >= SHORTER or syntax.child(child, "case") < 0)
    if relation == "acl" and syntax.is_finite(child):
        return True  # "was moved to Corbie, where we sleep in a barn"
    most = SHORTER if syntax.is_infinitive(child) else SHORT
    return relation == "appos" or (relation == "acl" and level >= most)


def _opens_clause(view: View, verb: int, noun: int) -> bool:
    """Whether a noun opens a clause: "left by the time police came", "by the time police came"."""
    syntax = view.syntax
    known = syntax.tokens[noun].lemma.lower() in view.scene.words.nouns.moments
    if not known or syntax.child(noun, "case") < 0:
        return False
    clause, subject = syntax.child(noun, "acl"), syntax.child(verb, "nsubj")
    behind = subject >= 0 and syntax.first_of(subject) == noun + 1
    return behind or (clause >= 0 and syntax.is_finite(clause))


def _is_score(view: View, word: int) -> bool:
    """Whether a number is what a vote or a game ended in: "passed the bill, 22 to 15"."""
    syntax = view.syntax
    case = syntax.child(word, "case")
    won = case > 1 and syntax.tokens[case - 1].tag == "NUM" and syntax.tokens[case - 2].text == ","
    return won and syntax.tokens[word].tag == "NUM"


def _precedes_marker(syntax: Syntax, child: int, top: int) -> bool:
    """Whether a word stands before what opens its clause: "two days" of "two days after …"."""
    marker = syntax.child(top, "mark")
    return child < marker and syntax.tokens[marker].xpos == "IN"


def _measures(view: View, word: int, child: int, level: int) -> bool:
    """Whether a time measures the way to a clause that is left out: "came two days after …"."""
    syntax = view.syntax
    if not view.scene.timed[child] or child in view.kept or syntax.child(child, "case") >= 0:
        return False
    whole = set(syntax.phrase(child))
    if any(syntax.tokens[k].tag in NOUNS and not view.scene.timed[k] for k in whole):
        return False  # "three days of strikes after …"
    after = max(whole) + 1
    return any(
        syntax.relations[c] == "advcl"
        and syntax.first_of(c) == after
        and not _stays(view, c, level)
        for c in syntax.below[word]
    )


def _is_measured(view: View, child: int) -> bool:
    """Whether a length tells how far off a phrase is: ", three centuries before his neighbours".

    What is left in keeps what it measures: "fell asleep minutes before the crash".
    """
    scene, case = view.scene, view.syntax.child(child, "case")
    measured = case > 0 and case == view.syntax.first_of(child) and scene.timed[case - 1]
    if not measured or scene.dating[case - 1] or not scene.is_set_off(case):
        return False
    joins, entering = scene.words.connectives, scene.words.prepositions.entering
    opener = view.syntax.tokens[case].lemma
    return any(opener in some for some in (joins.earlier, joins.later, entering))


def _lacks_content(view: View, child: int, level: int) -> bool:
    """Whether what a phrase tells of is left out: "on condition" without "that it be kept"."""
    syntax = view.syntax
    if syntax.child(child, "det", "amod", "nmod") >= 0:
        return False
    told = [c for c in syntax.below[child] if syntax.relations[c] == "acl" and c > child]
    marks = [mark for c in told if (mark := syntax.child(c, "mark")) == child + 1]
    opens = any(syntax.tokens[mark].text.lower() == THAT for mark in marks)
    return (
        opens and syntax.child(child, "case") >= 0 and drops_from_noun(view, child, told[0], level)
    )


def _set_off(view: View, child: int, top: int) -> bool:
    """Whether a phrase stands between commas before its verb: "the crew, most ill, left"."""
    syntax = view.syntax
    subject = syntax.child(top, "nsubj")
    if not 0 <= subject < child < top or syntax.relations[child] not in ("advmod", "obl", "nmod"):
        return False
    words = (k for k in syntax.phrase(child) if syntax.tokens[k].tag != "PUNCT")
    last = max(words, default=child)  # "the '-' was removed later on" has none
    closes = syntax.tokens[last + 1 : last + 2]
    return mark_before(view, child) == "," and any(token.text == "," for token in closes)


def is_unit(syntax: Syntax, word: int, other: int) -> bool:
    """Whether two verbs are one act: "seized and burned the town"."""
    if not syntax.tokens[word].tag == syntax.tokens[other].tag == "VERB":
        return False
    between = range(word + 1, other)
    return syntax.child(other, "nsubj") < 0 and all(
        syntax.tokens[k].tag in ("CCONJ", "ADV") for k in between
    )


def _opens(view: View, child: int, word: int) -> bool:
    """Whether an adverb stands before the whole clause and not before its verb."""
    after = child + 1
    return child < word and view.syntax.tokens[after].text == ","


def _stays(view: View, child: int, level: int) -> bool:
    """Whether an adverbial clause belongs to what is told: "by taking bribes", "to win"."""
    syntax = view.syntax
    if syntax.is_finite(child):
        return _is_question(view, child)
    if level > SHORTER:
        return False
    near = child > syntax.heads[child] and mark_before(view, child) not in (",", *DASHES)
    if level == SHORTER:
        return near and is_aim(view, child) and syntax.child(child, "nsubj") < 0
    if _goes_with(view, child):
        return True
    mark = syntax.child(child, "mark", "case")
    opened = mark >= 0 and syntax.tokens[mark].xpos != "TO"
    bound = opened and syntax.tokens[mark].lemma.lower() in view.scene.words.prepositions.binding
    if view.dated(child) and not (syntax.is_infinitive(child) or bound):
        return False
    # "With the third leaving on Monday" tells of another.
    doing = opened and syntax.tokens[child].xpos == "VBG"
    between = syntax.tokens[mark + 1 : child] if doing else ()
    if (
        any(token.tag not in ("ADV", "PART") for token in between)
        or syntax.child(child, "nsubj") >= 0
    ):
        return False
    comma = mark_before(view, child) in (",", *DASHES)
    if opened:
        return bound
    return not comma and child > syntax.heads[child]


def _is_question(view: View, child: int) -> bool:
    """Whether a clause is what a preposition takes: "were looking into whether it leaked"."""
    syntax, content = view.syntax, view.scene.words.openers.content
    return any(
        syntax.tokens[mark].text.lower() in content and syntax.tokens[mark - 1].xpos == "IN"
        for mark in syntax.below[child]
        if mark > 0 and syntax.relations[mark] == "mark"
    )


def _goes_with(view: View, child: int) -> bool:
    """Whether a verb in "-ing" is what the verb before it begins or ends: "stopped making them"."""
    syntax, verbs = view.syntax, view.scene.words.verbs
    above = syntax.heads[child]
    lemma, denying = syntax.tokens[above].lemma, view.scene.words.signatures.denying
    phase = lemma in verbs.aspectual or lemma in denying
    return phase and syntax.tokens[child].xpos == "VBG" and child == above + 1

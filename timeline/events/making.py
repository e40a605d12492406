"""From a mention that has been read to an event that can be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property

from timeline.events.cues import Cues
from timeline.events.dates.bounds import Dating
from timeline.events.dates.found import Found, Story
from timeline.events.event import Event
from timeline.events.facts.sources import DEEPEST, Source, teller
from timeline.events.facts.supposing import asks_what
from timeline.events.layout.clauses import Clause
from timeline.events.salience import salience
from timeline.events.settling import settle_status
from timeline.events.words.keeping import Owners, kept_times
from timeline.events.words.naming import uncapitalised
from timeline.events.words.participants import name_of, participants, place
from timeline.events.words.plain import tell_entry, tell_plainly
from timeline.events.words.saying import find_saying, is_passive
from timeline.events.words.telling import Told
from timeline.events.words.views import SHORT, View
from timeline.events.words.wording import Matter, find_matter, tell, tell_source
from timeline.spans import DAY, Granularity, TimeSpan


class LazyWording:
    """The wording of a mention, made from its sentence's tree when it is asked for."""

    def __init__(
        self,
        one: Found,
        view: View,
        story: Story,
        outside: Source,
        owners: Owners,
        voices: Sequence[LazyWording] = (),
    ) -> None:
        """`outside` is who stands behind an "according to" in the sentence, `owners` what its times
        date, `voices` the verb by which its whole is spoken, in another sentence."""
        self._one = one
        self._view = view
        self._story = story
        self._outside = outside
        self._owners = owners
        self._voices = voices

    @cached_property
    def told(self) -> Told:
        """The clause or the noun phrase, with the words it comes from."""
        one = self._one
        if self._is_source():
            return tell_source(self._view, self._outside.noun, one.mention.head)
        if one.whole:
            return tell_entry(self._view, one.whole)
        kept = kept_times(self._view, one.mention.head, self._owners, self._matter.word)
        view, plain = self._view, self._is_plainly_past()
        view = replace(view, kept=kept, plain=plain) if kept or plain else view
        found = tell(view, self._matter, one.dated, one.apart)
        if one.verbal and asks_what(one.scene, one.clause):
            return replace(found, whole=False)
        if found.whole or not one.dated or not one.verbal or one.clause is None:
            return found
        # What has a date of its own is not left out for want of words.
        return tell_plainly(view, one.clause) or found

    def _is_plainly_past(self) -> bool:
        """Whether the event is a fact whose date says when it was, so that "had" tells no more."""
        one = self._one
        span = one.dating.span if one.dating.basis == "expression" else None
        return span is not None and span.relation == "within" and one.status == "asserted"

    @cached_property
    def _matter(self) -> Matter:
        """What of the sentence tells the event."""
        return find_matter(self._view, self._one.mention.head, self._one.dated)

    @cached_property
    def salience(self) -> float:
        """How much an editor would want the event told."""
        return salience(self._one, self._view.number, self._story)

    @property
    def about(self) -> int:
        """The verb or noun that is told, as an offset in the document."""
        word = self._one.mention.head if self._is_source() else self._matter.top
        return self._one.scene.tokens[word].start

    @property
    def text(self) -> str:
        """The clause or the noun phrase, standing by itself."""
        return self.told.text

    @property
    def participants(self) -> tuple[str, ...]:
        """Who takes part."""
        return participants(self._view, self._one.mention.head) if self._one.verbal else ()

    @property
    def place(self) -> str | None:
        """Where it happens."""
        return place(self._view, self._one.mention.head)

    @property
    def whole(self) -> bool:
        """Whether the words stand by themselves."""
        return self.told.whole

    @property
    def clausal(self) -> bool:
        """Whether the words are a clause, or all that an entry of a list tells."""
        return self.told.clause or (self._one.listed and bool(self._one.whole))

    @property
    def candid(self) -> bool:
        """Whether the words tell what the event's status is, if it is no fact."""
        if self._one.status == "asserted":
            return True
        clause = self._one.clause
        laid_down = self._one.status == "planned" and self._one.dated and self._one.verbal
        plain = clause is not None and clause.tense == "present" and clause.aspect == "none"
        if laid_down and plain:
            return True  # "Parliament returns on Thursday"
        tokens, words, time = self._one.scene.tokens, self._one.scene.words, self._one.time
        owned = time is not None and tokens[time.first].text.lower() in words.prepositions.owned
        if owned and self._one.status == "planned" and not self._one.verbal:
            return True  # "a strike for 12 May"
        lemmas = {tokens[k].lemma.lower() for k in self.told.tokens}
        # Of "will close and cut 40 jobs" the second is told with a "will" that is the first's.
        lemmas |= {*self.told.text.lower().split()}
        return not lemmas.isdisjoint(_signs(words, self._one.status))

    @property
    def says(self) -> bool:
        """Whether the word only says something."""
        verbs, lemma = self._one.scene.words.verbs, self._one.lemma
        return self._is_source() or (lemma in verbs.saying and lemma not in verbs.announcing)

    @cached_property
    def heads(self) -> frozenset[int]:
        """Where the words begin, as offsets in the document."""
        tokens = self._one.scene.tokens
        return frozenset(tokens[k].start for k in self.told.tokens)

    @property
    def attribution(self) -> str | None:
        """Who says so: the subject of the verb of saying above, or of an "according to"."""
        one, host = self._one, self._saying()
        unnamed = host >= 0 and is_passive(self._view.syntax, host) and self._sayer(host) < 0
        if (host < 0 or unnamed) and self._outside.name and self._outside.noun < 0:
            return self._outside.name  # whose turn it is in a transcript
        if host < 0 or unnamed:
            # What the source is said to be does not stand in its own words.
            told = one.mention.kind != "reporting" and not self._describes_source()
            voices = (voice.speaker for voice in self._voices)
            return (self._outside.name or next(filter(None, voices), None)) if told else None
        return self._name_of(host)

    @property
    def speaker(self) -> str | None:
        """Who speaks by the word, a verb of saying."""
        return self._name_of(self._one.mention.head)

    def _name_of(self, host: int) -> str | None:
        """The name of who says something by a verb."""
        scene, subject = self._one.scene, self._sayer(host)
        marks = scene.quoted
        if subject < 0:
            clause = scene.by_head.get(host)
            subject = clause.subject[2] if clause is not None and clause.subject else -1
        if subject >= 0 and marks is not None and marks[subject] != marks[host]:
            # No word of a quotation is who says it, but what stands first behind it.
            behind = (k for k in range(subject + 1, host) if marks[k] == marks[host])
            chunk = next(filter(None, (scene.chunk_of[k] for k in behind)), None)
            subject = chunk.head if chunk is not None else -1
        if subject < 0:
            return None
        name = name_of(self._view, subject, level=SHORT)
        own = scene.tokens[subject].tag != "PRON"
        words = set(self._view.syntax.phrase(subject))
        return (uncapitalised(self._view, words, name) if own else name) or None

    def _is_source(self) -> bool:
        """Whether the word is the "according" before who says so."""
        return self._one.mention.first == self._outside.opener

    def _sayer(self, host: int) -> int:
        """The noun of who says so by a verb: subject, or agent ("were told by …"); or -1."""
        syntax = self._view.syntax
        if is_passive(syntax, host):
            return syntax.agent(host)
        return syntax.subject(host, self._one.scene.words)

    def _describes_source(self) -> bool:
        """Whether the event belongs to an "according to": "a report published in May"."""
        syntax, seen = self._view.syntax, self._one.mention.head
        while seen >= 0 and seen != self._outside.noun:
            seen = syntax.heads[seen]
        return seen >= 0

    def _saying(self) -> int:
        """The verb that reports the event, or -1."""
        syntax, one = self._view.syntax, self._one
        said = find_saying(syntax, one.mention.head, one.scene.words)
        if said >= 0:
            return said
        clause = one.clause
        if clause is None or clause.link != "content":
            return -1
        host = teller(one.scene, clause)
        return -1 if host is None or syntax.child(host.head, "obj") >= 0 else host.head


@cache
def _signs(words: Cues, status: str) -> frozenset[str]:
    """Words that show that something is planned, not sure or not so."""
    ahead = (
        words.modals.planned
        | words.verbs.intending
        | words.adjectives.planned
        | {words.connectives.aiming}
    )
    if status == "planned":
        return ahead | words.modals.hypothetical | words.nouns.planned | words.nouns.heralding
    if status == "negated":
        undone = {phrase.partition(" ")[0] for phrase in words.verbs.undoing | words.verbs.dropping}
        missed = words.adverbs.nearly | words.adverbs.unmet | words.adverbs.neither
        missed |= words.adjectives.short | words.nouns.lacking | words.adverbs.excessive
        return words.modals.negative | words.signatures.denying | undone | missed
    doubts = words.modals.hypothetical | words.adverbs.doubtful | words.adjectives.doubtful
    doubts |= words.nouns.fearing | words.nouns.unsure | words.adjectives.unsure
    return doubts | words.verbs.doubting | words.verbs.warning


def make_event(
    one: Found,
    story: Story,
    view: View,
    wording: LazyWording,
    heads: Mapping[int, int],
) -> Event:
    """The event of a mention; `heads` gives the place of the sentence's events by their tokens."""
    scene, mention, clause = one.scene, one.mention, one.clause
    tokens = scene.tokens
    head = tokens[mention.head]
    last = mention.last
    if one.verbal and clause is not None:
        last = max(last, clause.last)
    governor, link = _governor(one, clause, heads)
    side = to_published(one.side.where, one.dating, story.published)
    status = settle_status(one, side)
    return Event(
        sentence_start=scene.sentence.start,
        sentence_end=scene.sentence.end,
        trigger_start=tokens[min(mention.first, mention.head)].start,
        trigger_end=tokens[last].end,
        head_start=head.start,
        head_end=head.end,
        wording=wording,
        kind=mention.kind,
        status=status,
        expression=one.time.expression if one.time is not None else None,
        span=_still_ahead(one.dating.span, status, story.published),
        basis=one.dating.basis,
        to_published=side,
        confidence=round(one.dating.sure, 3),
        why=one.dating.why,
        governor=governor,
        link=link,
        connective=one.connective,
        tense=clause.tense if clause is not None else "",
        aspect=clause.aspect if clause is not None else "none",
        modal=clause.modal if clause is not None else "",
        passive=clause is not None and clause.passive,
        lemma=head.lemma,
        title=view.number < story.body,
        known=not one.verbal and _is_known(one),
        preceding=one.verbal and clause is not None and scene.precedes(clause),
        answering=one.verbal and clause is not None and scene.answers(clause),
    )


def _still_ahead(span: TimeSpan | None, status: str, published: int | None) -> TimeSpan | None:
    """The time of an event: of what is planned to be done by a day, from publication till then."""
    if span is None or published is None or status != "planned" or span.relation != "before":
        return span
    today = published - published % DAY
    if span.end is None or span.end <= today + DAY:
        return span
    return replace(span, start=today, relation="within", start_granularity=Granularity.DAY)


def _is_known(one: Found) -> bool:
    """Whether a noun names what the reader is taken to know of: "the attack", "his arrest"."""
    scene, head = one.scene, one.mention.head
    chunk = scene.chunk_of[head]
    within = scene.tokens[chunk.first if chunk is not None else head : head]
    pointing = scene.words.small.pointing
    return any(t.text.lower() in pointing or t.xpos in ("PRP$", "POS") for t in within)


def _governor(
    one: Found, clause: Clause | None, heads: Mapping[int, int]
) -> tuple[int | None, str]:
    """The event that this one hangs on: the nearest clause above that is an event itself."""
    if clause is None:
        return None, "main"
    clauses = one.scene.clauses
    link = clause.link if one.verbal else "argument"
    above: Clause | None = clause
    if one.verbal:
        above = clauses[clause.governor] if clause.governor >= 0 else None
    for _ in range(DEEPEST):
        if above is None:
            break
        number = heads.get(above.head)
        if number is not None and number != one.number:
            return number, link
        if above.link == "content":
            link = "content"
        above = clauses[above.governor] if above.governor >= 0 else None
    return None, link


def to_published(side: str, dating: Dating, published: int | None) -> str | None:
    """Before, overlapping or after publication: by the date if it tells, else by the tense."""
    if published is None:
        return None
    span = dating.span
    today = published - published % DAY
    if span is not None and dating.basis in ("expression", "narrative"):
        if span.end is not None and span.end <= today:
            return "before"
        if span.start is not None and span.start >= today + DAY:
            return "after"
        if span.ongoing:
            return "overlap"
    return side

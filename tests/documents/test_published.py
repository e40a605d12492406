"""Publication dates in every form that people and machines write them in."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.documents import Published, read_published
from timeline.errors import ImpossibleDate, TimelineError
from timeline.spans import Granularity, seconds

DAY, HALF_PAST_TEN = "2023-03-06", "2023-03-06T10:30:00"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-03-06", DAY),
        ("20230306", DAY),
        ("2023-W10-1", DAY),
        ("2023/03/06", DAY),
        ("2023-3-6", DAY),
        ("6 March 2023", DAY),
        ("6th of March, 2023", DAY),
        ("March 6, 2023", DAY),
        ("MARCH 6, 2023", DAY),
        ("Mar. 6, 2023", DAY),
        ("Monday 6 March 2023", DAY),
        ("06MAR2023", DAY),
        ("6 mars 2023", DAY),
        ("6. März 2023", DAY),
        ("segunda-feira, 6 de março de 2023", DAY),
        ("6 березня 2023", DAY),
        ("2023年3月6日", DAY),
        ("  6 March\n2023 ", DAY),
        ("13/04/2023", "2023-04-13"),
        ("04/13/2023", "2023-04-13"),
        ("24.02.22", "2022-02-24"),
        ("03/03/2023", "2023-03-03"),
        ("March 6, 1066", "1066-03-06"),
        ("2023-03-06T10:30", HALF_PAST_TEN),
        ("2023-03-06T10:30:00Z", HALF_PAST_TEN),
        ("2023-03-06T10:30:00-05:00", HALF_PAST_TEN),
        ("2023-03-06T10:30:00.123456789Z", HALF_PAST_TEN),
        ("2023-03-06 10:30 GMT", HALF_PAST_TEN),
        ("March 6, 2023 10:30 GMT", HALF_PAST_TEN),
        ("March 6, 2023, 10:30 a.m. ET", HALF_PAST_TEN),
        ("Mon, 06 Mar 2023 10:30:00 +0100", HALF_PAST_TEN),
        ("6 Mar 2023 10:30 PM EST", "2023-03-06T22:30:00"),
        ("2023-03-06T00:00:00Z", DAY),
        (date(2023, 3, 6), DAY),
        (datetime(2023, 3, 6), DAY),
        (datetime(2023, 3, 6, 10, 30), HALF_PAST_TEN),
        (datetime(2023, 3, 6, 10, 30, tzinfo=timezone(timedelta(hours=5))), HALF_PAST_TEN),
        (pd.Timestamp("2023-03-06 10:30"), HALF_PAST_TEN),
        (np.datetime64("2023-03-06"), DAY),
        (np.datetime64("2023-03-06T10:30", "ns"), HALF_PAST_TEN),
    ],
)
def test_a_usual_form_is_read(value: object, expected: str) -> None:
    assert str(read_published(value)) == expected


@pytest.mark.parametrize(
    "value",
    [
        *("February 30", "February 30, 2023", "30 February 2023", "29 February 2023"),
        *("31 April 2023", "31st of April, 2023", "32 March 2023", "2023-02-30"),
        *("2023-02-30T10:00", "2023-13-01", "2023-W60-1", "31/04/2023"),
    ],
)
def test_a_day_that_no_calendar_has_is_called_impossible(value: str) -> None:
    with pytest.raises(ImpossibleDate, match="no such day"):
        read_published(value)


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ("03/04/2023", "4 March 2023 or 3 April 2023"),
        ("3.4.2023", "write it as 2023-03-04 or 2023-04-03"),
        ("10/11/12", "may be"),
        ("March 2023", "names no day"),
        ("6 March", "names no year"),
        ("2023", "no publication date"),
        ("2023-W10", "no publication date"),
        ("today", "no publication date"),
        ("yesterday", "no publication date"),
        ("2 hours ago", "no publication date"),
        ("Monday", "no publication date"),
        ("", "no publication date"),
        ("one two three", "no publication date"),
        ("x" * 1_000_000, "no publication date"),
        ("2023-03-06T25:00", "no publication date"),
        (None, "no publication date"),
        (1678060800, "no publication date"),
        (float("nan"), "no publication date"),
        (pd.NaT, "no publication date"),
        (np.datetime64("NaT"), "no publication date"),
    ],
)
def test_what_names_no_single_day_is_refused(value: object, complaint: str) -> None:
    with pytest.raises(TimelineError, match=complaint):
        read_published(value)


def test_a_published_comes_back_as_it_is() -> None:
    found = Published(seconds(2023, 3, 6), Granularity.DAY, "the dateline")
    assert read_published(found, "given") is found


@given(st.datetimes(min_value=datetime(1000, 1, 1)))
def test_any_iso_moment_is_read_to_the_second(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    found = read_published(moment.isoformat())
    assert found.instant == seconds(*moment.timetuple()[:6])
    assert (found.granularity is Granularity.DAY) == (moment.time() == datetime.min.time())


@given(
    st.dates(min_value=date(1900, 1, 1)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%a %d %b %Y"])
)
def test_a_date_written_out_is_the_date(day: date, form: str) -> None:
    assert str(read_published(day.strftime(form))) == day.isoformat()

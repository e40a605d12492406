"""What a table's columns say of begin and end."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from tests.analysis.strategies import law, placements, table, tables
from timeline.analysis import same_events
from timeline.analysis.bounds import HIGH, LOW, bounds, faults, instants, moments
from timeline.errors import BadTable
from timeline.spans import TimeSpan, seconds

DAY = 86_400


@law
@given(tables(1, 3))
def test_bounds_are_the_extremes_of_all_placements(events: pd.DataFrame) -> None:
    known = bounds(events)
    for row in range(len(events)):
        allowed = placements(events.iloc[row])
        begins, ends = [b for b, _ in allowed], [e for _, e in allowed]
        for bound, extreme in (
            (known.begin_low[row], min(begins)),
            (known.begin_high[row], max(begins)),
            (known.end_low[row], min(ends)),
            (known.end_high[row], max(ends)),
        ):
            assert bound == extreme or abs(bound) > 1 << 50


def span_table(*spans: TimeSpan) -> pd.DataFrame:
    found = table([(s.start, s.end, s.start_latest, s.end_earliest) for s in spans])
    return found.assign(
        granularity=[s.granularity.value if s.granularity else None for s in spans],
        ongoing=[s.ongoing for s in spans],
        approximate=[s.approximate for s in spans],
    )


def test_last_september_has_no_inner_bounds() -> None:
    known = bounds(span_table(TimeSpan.month(2022, 9)))
    assert known.begin_low[0] == seconds(2022, 9)
    assert known.begin_high[0] == seconds(2022, 10) - 1
    assert known.end_low[0] == seconds(2022, 9) + 1


def test_ongoing_may_end_at_any_later_time() -> None:
    known = bounds(span_table(TimeSpan.month(2022, 8).since(seconds(2023, 3, 6))))
    assert known.end_low[0] == seconds(2023, 3, 6)
    assert known.end_high[0] == HIGH


def test_before_has_no_beginning() -> None:
    known = bounds(span_table(TimeSpan.year(2011).before()))
    assert known.begin_low[0] == LOW
    assert known.end_high[0] == seconds(2011)


def test_approximate_is_padded_by_its_own_length() -> None:
    known = bounds(span_table(TimeSpan.year(1901).about()))
    assert known.begin_low[0] == seconds(1900)
    assert known.end_high[0] == seconds(1903)


def test_years_before_one_work() -> None:
    known = bounds(span_table(TimeSpan.year(-43)))
    assert str(instants(known.begin_low)[0]) == "-043-01-01T00:00:00"


def test_a_day_s_event_came_about_somewhere_in_it() -> None:
    low, high = moments(span_table(TimeSpan.day(2022, 9, 3)))
    assert (high - low).tolist() == [DAY - 1]


def test_a_missing_end_is_the_unit_of_the_start() -> None:
    plain = pd.DataFrame({"start": pd.to_datetime(["2022-09-03", "2022-09-05"])})
    assert (bounds(plain).end_high - bounds(plain).begin_low).tolist() == [DAY, DAY]
    timed = pd.DataFrame({"start": pd.to_datetime(["2022-09-03 10:00", "2022-09-05 00:00"])})
    assert (bounds(timed).end_high - bounds(timed).begin_low).tolist() == [1, 1]


def test_an_event_of_no_length_lasts_a_second() -> None:
    known = bounds(table([(5, 5, None, None)]))
    assert (known.begin_low[0], known.end_high[0]) == (5, 6)


def test_rows_without_any_date_know_nothing() -> None:
    assert not bounds(table([(None, None, None, None)])).dated.any()


def test_faults_are_found_and_refused() -> None:
    wrong = table([(0, 5, None, None), (5, 4, None, None), (3, 9, 1, None), (0, 5, None, 6)])
    assert faults(wrong).tolist() == [False, True, True, True]
    with pytest.raises(BadTable, match="row 1"):
        bounds(wrong)


@pytest.mark.parametrize(
    ("column", "values", "words"),
    [
        ("start", ["2022-09-03"], "from_csv"),
        ("start", pd.to_datetime(["2022-09-03"]).tz_localize("UTC"), "tz_localize"),
        ("begin", pd.to_datetime(["2022-09-03"]), "no column 'start'; it has: begin"),
    ],
)
def test_unusable_columns_are_named(column: str, values: object, words: str) -> None:
    with pytest.raises(BadTable, match=words):
        bounds(pd.DataFrame({column: values}))


def test_finer_units_of_pandas_are_read() -> None:
    fine = pd.DataFrame({"start": np.array(["2022-09-03T10:00:00.9"], dtype="datetime64[ns]")})
    assert str(instants(bounds(fine).begin_low)[0]) == "2022-09-03T10:00:00"


def own(start: str, end: str, granularity: str | None, checked: bool = True) -> pd.DataFrame:
    """A row as a user's own file gives it."""
    row = {"start": pd.to_datetime([start]), "end": pd.to_datetime([end])}
    missing = {name: pd.to_datetime([None]) for name in ("start_latest", "end_earliest")}
    told = {"granularity": [granularity], "relation": [None]}
    return pd.DataFrame({**row, **(missing | told if checked else {})})


@pytest.mark.parametrize("checked", [True, False])
def test_a_user_s_own_days_are_filled(checked: bool) -> None:
    known = bounds(own("2022-01-01", "2022-03-01", "day", checked))
    assert (known.begin_low == known.begin_high).all()
    assert (known.end_low == known.end_high).all()


def test_a_user_s_own_month_is_somewhere_within() -> None:
    known = bounds(own("2022-09-01", "2022-10-01", "month"))
    assert known.begin_high[0] == seconds(2022, 10) - 1
    assert known.end_low[0] == seconds(2022, 9) + 1


def test_a_user_s_own_years_are_unsure_by_a_year_at_either_end() -> None:
    known = bounds(own("1914-01-01", "1919-01-01", "year"))
    assert seconds(1915) <= known.begin_high[0] <= seconds(1915, 1, 2)
    assert seconds(1917, 12, 31) <= known.end_low[0] <= seconds(1918)


@pytest.mark.parametrize("unit", ["s", "ns"])
def test_times_of_arrow_are_times(unit: str) -> None:
    told = pd.DataFrame({"start": pd.to_datetime(["2022-02-24", None]).as_unit(unit)})
    arrow = told.convert_dtypes(dtype_backend="pyarrow")
    assert "pyarrow" in str(arrow["start"].dtype)
    assert bounds(arrow).begin_low.tolist() == bounds(told).begin_low.tolist()
    zoned = told.assign(start=told["start"].dt.tz_localize("UTC"))
    with pytest.raises(BadTable, match="has a time zone"):
        bounds(zoned.convert_dtypes(dtype_backend="pyarrow"))


def test_a_column_that_is_there_twice_is_named() -> None:
    twice = pd.DataFrame([["2022", "a", "b"]], columns=["start", "event", "event"])
    with pytest.raises(BadTable, match="more than one column 'event'"):
        same_events(twice, twice)

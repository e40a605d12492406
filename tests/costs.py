"""Whether work takes time in proportion to its size, so that no busy machine deceives a test.

Others on the machine make work slower, never quicker: what is right at one of a few tries is right,
and what grows with the square of the length fails them all.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

# Four times the text may take so many times as long: 4 is linear, 16 quadratic.
BOUND = 9.0
TRIES = 5


def seconds_taken(work: Callable[[], object], clock: Callable[[], float] = process_time) -> float:
    """Processor time, or what another clock counts, not shorter than a clock can tell.

    Garbage is not collected meanwhile, as `timeit` has it: a sweep through all that a long run of
    tests keeps falls on the longer text alone.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        begun = clock()
        work()
        return max(clock() - begun, 0.002)
    finally:
        if collecting:
            gc.enable()


def is_linear(
    work: Callable[[str], object],
    unit: str,
    characters: int,
    clock: Callable[[], float] = process_time,
) -> bool:
    """Whether four times the text takes about four times as long."""
    short = unit * (characters // len(unit))

    def told() -> bool:
        long = seconds_taken(lambda: work(short * 4), clock)
        return long < BOUND * seconds_taken(lambda: work(short), clock)

    return any(told() for _ in range(TRIES))


def is_quick(work: Callable[[], object], seconds: float) -> bool:
    """Whether work takes no longer than some seconds of a processor."""
    return any(seconds_taken(work) < seconds for _ in range(TRIES))

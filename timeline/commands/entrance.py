"""Where `timeline` begins and ends: arguments in, an exit code out."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence

from timeline.commands import terminal
from timeline.commands.arguments import build_parser
from timeline.commands.doorway import worker
from timeline.commands.failures import Usage
from timeline.errors import TimelineError

# Exit codes; the last is the shell's for an interruption (128 + SIGINT).
OK, UNREAD, MISUSED, INTERRUPTED = 0, 1, 2, 130
# New objects after which Python looks for those that are held only by each other: more than a first
# table needs. After a few hundred, as by default, looking takes a tenth of the time to it.
COLLECT_AFTER = 500_000
_HINT = "\nTo see what it does, begin with `timeline demo`."


def start() -> int:
    """`main` as a process of its own, which looks for garbage seldom and not at its end.

    What is left when a process ends goes with it: to look for garbage then takes a tenth of a
    second, a fifth of the time of a short command. So does going back to looking often.
    """
    gc.set_threshold(COLLECT_AFTER, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)
    return main()


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line and return its exit code.

    >>> main(["find", "They left last September.", "--published", "2023-03-06"])
    10-24  last September  2022-09  Last(Month(9))
    0

    0 says that all went well, 1 that some input could not be read or some output not be written,
    2 that the command was not understood, 130 that it was interrupted. Failures are told in one
    line on standard error; where no command is given, the help is printed.
    """
    parser = build_parser()
    options, unknown = parser.parse_known_args(argv)
    if options.command is None:
        parser.print_help()
        print(_HINT)
        return MISUSED
    if unknown:
        told = f"{' '.join(unknown)!r} is not understood; see `timeline {options.command} --help`"
        return _fail(options.command, told, MISUSED)
    try:
        code = worker(options.command)(options)
        sys.stdout.flush()
        return code
    except Usage as error:
        return _fail(options.command, error, MISUSED)
    except TimelineError as error:
        return _fail(options.command, error, UNREAD)
    except BrokenPipeError:
        terminal.hush()
        return OK
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _fail(options.command, f"{place}{error.strerror or error}", UNREAD)
    except KeyboardInterrupt:
        return _fail(options.command, "interrupted", INTERRUPTED)


def _fail(command: str, error: object, code: int) -> int:
    line = " ".join(str(error).split())
    print(f"timeline {command}: {line}", file=sys.stderr)
    return code

"""`python -m timeline` is `timeline`."""

import sys

from timeline.commands import start

sys.exit(start())

"""`python -m timeline` is `timeline`."""

import sys

from timeline.commands import main

sys.exit(main())

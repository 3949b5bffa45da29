"""`python -m wijkgids`: the door for people and for CI."""

import sys

from wijkgids.cli import main

sys.exit(main(sys.argv[1:]))

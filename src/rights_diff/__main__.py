"""`python -m rights_diff`."""

import sys

from rights_diff.cli import main

sys.exit(main())

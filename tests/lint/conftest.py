"""Lets the tests below, in any folder, import ``lint_support``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

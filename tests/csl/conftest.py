"""Makes the runners of this folder importable by its tests, as they are by each other when run as scripts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

"""Print the bibliography, the faults and the cross-reference of a shelf of essays.

python3 examples/format_a_shelf.py [FOLDER]
"""

import sys
from pathlib import Path

import anora_bib as ab


def main(folder: Path) -> None:
    essays = [ab.read(path) for path in sorted(folder.iterdir())]

    print("Bibliography\n")
    print(ab.format(ab.collect(essays), style="mla", to="text"))

    print("\nFaults\n")
    for essay in essays:
        for problem in ab.check(essay):
            print(f"{essay.name}:{problem.start.line}: {problem.code} {problem.message}")

    print("\nCross-reference\n")
    for work in ab.cross_reference(essays).index():
        print(work)


if __name__ == "__main__":
    shelf = Path(__file__).parent / "shelf"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else shelf)

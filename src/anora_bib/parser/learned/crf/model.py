"""The model of the labeller: weights of features, read from a file that is small, quick to load and free of code.

The file is ``MAGIC``, then one zlib stream: a JSON header line (labels, transitions, the scale of the weights), the
features in order, one a line, and for each feature how many weights it has, their labels, and the weights, rounded.
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from anora_bib.errors import InputError

MAGIC: Final = b"anora-crf 1\n"
_STEPS: Final = 32_000
"""Weights are whole numbers up to this, times the scale of the file."""
_MOST: Final = 64 * 2**20
"""Bytes that the stream of a file may unfold to."""

Weights = Mapping[str, Sequence[tuple[int, float]]]


@dataclass(frozen=True)
class Model:
    """A linear-chain CRF (Lafferty, McCallum and Pereira 2001).

    ``labels`` are those of the states, "" for outside; ``transitions[i][j]`` is the weight of state ``j`` behind ``i``.
    """

    labels: tuple[str, ...]
    transitions: tuple[tuple[float, ...], ...]
    _names: str
    """Those of the features, in order, one a line: a text takes a tenth of the memory of its lines."""
    _starts: array[int]
    _states: bytes
    _weights: array[int]
    _scale: float

    @classmethod
    def of(cls, labels: Sequence[str], transitions: Mapping[tuple[int, int], float], weights: Weights) -> Model:
        """A model of the weights that training found, each with the index of its label or labels."""
        numbers = range(len(labels))
        table = tuple(tuple(transitions.get((one, other), 0.0) for other in numbers) for one in numbers)
        largest = max((abs(weight) for row in weights.values() for _, weight in row), default=1.0) or 1.0
        scale = largest / _STEPS
        names = sorted(name for name, row in weights.items() if any(round(weight / scale) for _, weight in row))
        starts, states, values = array("I", [0]), bytearray(), array("h")
        for name in names:
            for state, weight in weights[name]:
                if step := round(weight / scale):
                    states.append(state)
                    values.append(step)
            starts.append(len(states))
        return cls(tuple(labels), table, "\n".join(names), starts, bytes(states), values, scale)

    def weights(self) -> Iterator[tuple[str, list[tuple[int, float]]]]:
        """The features in order, and of each the weights with the indexes of their labels."""
        for feature, start, end in zip(self.names, self._starts, self._starts[1:], strict=False):
            yield feature, [(self._states[at], self._weights[at] * self._scale) for at in range(start, end)]

    @property
    def names(self) -> list[str]:
        """Those of the features, in order."""
        return self._names.split("\n") if self._names else []

    def arrays(self) -> tuple[array[int], bytes, array[int]]:
        """Where the weights of each row begin, and of each weight its label and its size, in steps of :attr:`scale`."""
        return self._starts, self._states, self._weights

    @property
    def scale(self) -> float:
        """The size of a step."""
        return self._scale

    def dump(self) -> bytes:
        """The file."""
        head = json.dumps({"labels": self.labels, "transitions": self.transitions, "scale": self._scale})
        lengths = array("H", (self._starts[row + 1] - self._starts[row] for row in range(len(self._starts) - 1)))
        parts = [self._names.encode(), _little(lengths), self._states, _little(self._weights)]
        body = b"".join((struct.pack("<I", len(part)) + part) for part in (head.encode(), *parts))
        return MAGIC + zlib.compress(body, 9)

    @classmethod
    def load(cls, data: bytes, path: str = "") -> Model:
        """The model of a file.

        Raises:
            InputError: it is no such file, or damaged.
        """
        if not data.startswith(MAGIC):
            raise InputError("is no model of the labeller, or of another version", path=path)
        try:
            stream = zlib.decompressobj()
            body = stream.decompress(data[len(MAGIC) :], _MOST)
            if not stream.eof:
                raise ValueError("it ends too early, or is too large")
            parts: list[bytes] = []
            at = 0
            for _ in range(5):
                (length,) = struct.unpack_from("<I", body, at)
                parts.append(body[at + 4 : at + 4 + length])
                at += 4 + length
            return cls._of_parts(*parts)
        except (zlib.error, struct.error, ValueError, KeyError, TypeError, OverflowError) as error:
            raise InputError(f"is damaged: {error}", path=path) from error

    @classmethod
    def _of_parts(cls, head: bytes, names: bytes, lengths: bytes, states: bytes, weights: bytes) -> Model:
        header = json.loads(head)
        count = names.count(b"\n") + 1 if names else 0
        starts = array("I", [0])
        total = 0
        for length in _read("H", lengths):
            total += length
            starts.append(total)
        values = _read("h", weights)
        labels = tuple(str(label) for label in header["labels"])
        transitions = tuple(tuple(float(weight) for weight in row) for row in header["transitions"])
        whole = count == len(starts) - 1 and total == len(states) == len(values)
        square = len(transitions) == len(labels) and all(len(row) == len(labels) for row in transitions)
        if not (whole and square and max(states, default=0) < len(labels)):
            raise ValueError("its parts do not fit together")
        return cls(labels, transitions, names.decode(), starts, states, values, float(header["scale"]))


def _little(values: array[int]) -> bytes:
    """The bytes of an array, the lowest first whatever the machine."""
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values.tobytes()


def _read(code: str, data: bytes) -> array[int]:
    values: array[int] = array(code)
    values.frombytes(data)
    if sys.byteorder == "big":
        values.byteswap()
    return values

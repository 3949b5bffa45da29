"""The shortest sound that is one: a second of a soft tone, as the bytes of a .wav."""

from __future__ import annotations

import io
import math
import wave
from pathlib import Path

RATE = 8000  # samples a second, one byte each


def tone(seconds: float = 1) -> bytes:
    """A tone of 440 Hz as a RIFF WAVE file, mono, 8 bits."""
    samples = bytes(128 + round(20 * math.sin(2 * math.pi * 440 * at / RATE)) for at in range(int(RATE * seconds)))
    into = io.BytesIO()
    with wave.open(into, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(samples)
    return into.getvalue()


def record_sound(root: Path, name: str, content: bytes | None = None, neighbourhood: str = "wijk") -> Path:
    """Put a recording where records of a neighbourhood name it; returns its file."""
    path = root / "data" / "audio" / neighbourhood / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(tone() if content is None else content)
    return path

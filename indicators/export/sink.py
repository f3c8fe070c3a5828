"""A file that is taken away while it is written, for writers that want a file."""

import io


class Sink(io.RawIOBase):
    """Keeps what is written until `take`; nobody can go back in it."""

    def __init__(self) -> None:
        self._kept: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        """True."""
        return True

    def write(self, content: object) -> int:
        """Keeps the bytes of the content; returns their number."""
        kept = bytes(memoryview(content))  # type: ignore[arg-type]  # io.RawIOBase has no name for what has bytes
        self._kept.append(kept)
        self._written += len(kept)
        return len(kept)

    def tell(self) -> int:
        """Number of bytes written so far."""
        return self._written

    def take(self) -> bytes:
        """What was written since the last call."""
        kept, self._kept = self._kept, []
        return b"".join(kept)

"""A proxy that asks the server as another host than the page did, as nginx does unless told otherwise."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.support.dashboard import Server


@contextmanager
def rewriting_proxy(server: Server) -> Iterator[str]:
    """The address of the proxy, which ends with the block."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_accept, args=(listening, server.port), daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def _accept(listening: socket.socket, port: int) -> None:
    with suppress(OSError):  # it is closed
        while True:
            near = listening.accept()[0]
            far = socket.create_connection(("127.0.0.1", port))
            threading.Thread(target=_pass_on, args=(near, far), daemon=True).start()
            threading.Thread(target=_pass_on, args=(far, near), daemon=True).start()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError), source, target:
        while data := source.recv(65536):
            target.sendall(re.sub(rb"(?mi)^Host: [^\r]*", b"Host: backend", data) if b"HTTP/1.1\r\n" in data else data)

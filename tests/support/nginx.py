"""Debian's nginx with the settings of `deploy/nginx.conf`, in front of two replicas on the loopback."""

import http.client
import os
import re
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.dashboard import Server, free_port
from tests.support.http import Answer, request
from tests.support.places import ROOT
from tests.support.programs import program

NAME = "dash.localhost"
"""A name of the loopback, to browsers without a look-up."""
_PREFIX = "/dash"
_AROUND = """
{user}
daemon off;
pid {folder}/pid;
error_log {folder}/errors.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    log_format replicas '$upstream_addr $status $request_uri';
    access_log {folder}/access.log replicas;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    include {folder}/indicators.conf;
}}
"""


@dataclass(frozen=True, kw_only=True)
class Proxy:
    """A running nginx; its address has no slash at its end."""

    port: int
    plain_port: int
    folder: Path

    @property
    def address(self) -> str:
        return f"https://{NAME}:{self.port}{_PREFIX}"

    def ask(self, path: str, name: str = NAME, **headers: str) -> Answer:
        """The answer to a request below the prefix by a program that trusts the certificate; ``name`` is its SNI."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(self.folder / "crt")
        connection = http.client.HTTPConnection(NAME, self.port)
        with socket.create_connection(("127.0.0.1", self.port)) as plain:
            connection.sock = context.wrap_socket(plain, server_hostname=name)
            return request(connection, f"{_PREFIX}{path}", "GET", headers)

    def log(self) -> list[tuple[int, int, str]]:
        """Port of the replica that answered last, status and address of each request that one was asked for."""
        lines = (self.folder / "access.log").read_text(encoding="utf-8").splitlines()
        found = (re.match(r"(?:\S+, )*127\.0\.0\.1:(\d+) (\d+) (\S+)$", line) for line in lines)
        return [(int(match[1]), int(match[2]), match[3]) for match in found if match]


@contextmanager
def nginx(replicas: Sequence[Server], folder: Path, *, host: bool = True) -> Iterator[Proxy]:
    """The proxy, which ends with the block, with its files in an empty folder. Without ``host`` it changes `Host`.

    The test is skipped where nginx is missing and cannot be installed.
    """
    nginx, openssl = program("nginx", "nginx-light"), program("openssl", "openssl")
    port, plain_port = free_port(), free_port()
    certificate = ["-keyout", str(folder / "key"), "-out", str(folder / "crt"), "-days", "2", "-subj", f"/CN={NAME}"]
    certificate += ["-addext", f"subjectAltName=DNS:{NAME}"]
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", *certificate], check=True, capture_output=True
    )
    settings = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for here, there in (
        ("127.0.0.1:8501", f"127.0.0.1:{replicas[0].port}"),
        ("127.0.0.1:8502", f"127.0.0.1:{replicas[1].port}"),
        ("listen 80;", f"listen 127.0.0.1:{plain_port};"),
        ("listen 443 ", f"listen 127.0.0.1:{port} "),
        ("dash.example.org;", f"{NAME};"),
        ("/etc/ssl/dash.example.org.crt", str(folder / "crt")),
        ("/etc/ssl/dash.example.org.key", str(folder / "key")),
        ("/var/cache/nginx/indicators", str(folder / "cache")),
    ):
        assert here in settings
        settings = settings.replace(here, there)
    if not host:
        settings, count = re.subn(r"proxy_set_header Host .*\n", "\n", settings)
        assert count
    (folder / "indicators.conf").write_text(settings, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""  # the folder of a test is its owner's only
    (folder / "nginx.conf").write_text(_AROUND.format(folder=folder, user=user), encoding="utf-8")
    process = subprocess.Popen([nginx, "-c", str(folder / "nginx.conf"), "-e", str(folder / "errors.log")])
    try:
        _wait_for(process, port)
        yield Proxy(port=port, plain_port=plain_port, folder=folder)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(process: "subprocess.Popen[bytes]", port: int) -> None:
    while process.poll() is None:
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("nginx did not start; see its errors.log")

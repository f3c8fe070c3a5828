"""Entity tags, computed from the inputs of a file."""

from urllib.parse import urlencode

from indicators.ui.shared import program
from indicators.ui.shared.file import File, Request


def etag(path: str, file: File, request: Request) -> str:
    """The entity tag of a file, without making the file: 32 hexadecimal digits.

    Files with other bytes have another tag, in this version of the program and in others.
    """
    return program.digest_of(
        program.digest(),
        request.catalogue.digest,
        path,
        request.id,
        urlencode(request.query.parameters()),
        request.root if file.holds_address(request) else "",
    )[:32]

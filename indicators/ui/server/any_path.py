"""The convertor of a route that takes any text, also with line breaks, which Starlette's own `path` does not."""

from starlette.convertors import PathConvertor, register_url_convertor


class _AnyPath(PathConvertor):
    regex = r"[\s\S]*"


ANY = "any"
"""Its name in the path of a route: ``{id:any}``."""

register_url_convertor(ANY, _AnyPath())

"""What pages and server share: the list of pages, queries, links, addressable files and caches.

Uses the library; `ui/server/` and `ui/parts/` use it.
"""

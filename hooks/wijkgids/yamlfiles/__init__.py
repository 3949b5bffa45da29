"""YAML files as text: every scalar stays what was typed, and every value knows its line and column.

What could hurt is refused while reading: size, depth, aliases, anchors, labels, duplicate keys, signs that nobody sees.
"""

from wijkgids.yamlfiles.document import Document, Path_
from wijkgids.yamlfiles.read import MAX_BYTES, read, read_bytes
from wijkgids.yamlfiles.tree import MAX_DEPTH

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Document", "Path_", "read", "read_bytes"]

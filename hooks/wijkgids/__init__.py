"""The wijkgids program: records of a neighbourhood in, a site and printed sheets out. It knows no MkDocs."""

"""Where a triple stands in a file: line, column, path into a document. Read only once there is something to show.

pyoxigraph tells no places. A file that it has parsed is read a second time, by a reader that keeps the place of each
token and skips what nobody asked for; tests prove that it reads the same triples.
"""

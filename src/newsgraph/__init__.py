"""newsgraph reads news articles into an RDF knowledge graph in which every statement carries its evidence."""

__version__ = "0.1.0"

"""Screen and confirm: validation of large graphs.

Shapes are compiled to SPARQL queries that name the focus nodes that may fail, never too few (component, query); those
nodes and what their shapes see from them are cut out of the graph (footprint), and pySHACL judges them there (judge).
"""

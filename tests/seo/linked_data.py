"""A page's structured data as a graph of statements, for tests that know nothing of JSON."""

import json
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, SDO, Graph

SHAPES = Graph().parse(Path(__file__).parent / "shapes.ttl")
# The vocabulary is bundled with the library; the address of the context would be fetched.
CONTEXT = {"@vocab": str(SDO)}


def graph_of(nodes: list[dict]) -> Graph:
    return Graph().parse(data=json.dumps({"@context": CONTEXT, "@graph": nodes}), format="json-ld")


def faults(nodes: list[dict]) -> str:
    """What the shapes find wrong; empty if nothing."""
    conforms, _report, text = validate(graph_of(nodes), shacl_graph=SHAPES)
    return "" if conforms else text


def unknown_terms(nodes: list[dict]) -> set[str]:
    """Types and properties that schema.org does not know."""
    graph = graph_of(nodes)
    used = set(graph.predicates()) - {RDF.type} | set(graph.objects(None, RDF.type))
    return {str(term) for term in used if term not in SDO}

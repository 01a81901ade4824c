"""Writes references.json: what networkx, numpy, scipy and mpmath give for the library's tests.

python3 references.py > references.json, with networkx 3.6, numpy 2.4, scipy 1.17, mpmath 1.4.
"""

import json

import networkx
import numpy


def graphs():
    """W. Zachary's karate club (1977), whose weights are how many ways two members have met."""
    club = networkx.karate_club_graph()
    laplacian = networkx.laplacian_matrix(club, weight="weight").toarray().astype(float)
    distances = networkx.single_source_dijkstra_path_length(club, 16)
    tree = networkx.minimum_spanning_tree(club)
    return {
        "edges": [[a, b, data["weight"]] for a, b, data in club.edges(data=True)],
        "degrees": [degree for _, degree in sorted(club.degree())],
        "strengths": [strength for _, strength in sorted(club.degree(weight="weight"))],
        "hops": [count for _, count in sorted(networkx.single_source_shortest_path_length(club, 16).items())],
        "distances": [distances[node] for node in sorted(club)],
        "diameter": networkx.diameter(club),
        "mean_path_length": networkx.average_shortest_path_length(club),
        "clustering_of": [value for _, value in sorted(networkx.clustering(club).items())],
        "clustering": networkx.average_clustering(club),
        "transitivity": networkx.transitivity(club),
        "tree_weight": tree.size(weight="weight"),
        "laplacian_eigenvalues": sorted(numpy.linalg.eigvalsh(laplacian)),
    }


print(json.dumps({"graphs": graphs()}, indent=1, default=float))

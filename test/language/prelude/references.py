"""Writes references.json: what networkx, numpy, scipy and mpmath give for the library's tests.

python3 references.py > references.json, with networkx 3.6, numpy 2.4, scipy 1.17, mpmath 1.4.
"""

import json

import mpmath
import networkx
import numpy
import scipy.integrate
import scipy.interpolate


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


def dynamics():
    """E. Lorenz's equations (1963), and the oscillator of B. van der Pol (1926)."""

    def lorenz(_, x):
        return [10 * (x[1] - x[0]), x[0] * (28 - x[2]) - x[1], x[0] * x[1] - 8 / 3 * x[2]]

    def van_der_pol(_, x):
        return [x[1], 3 * (1 - x[0] ** 2) * x[1] - x[0]]

    def solved(f, start, times):
        found = scipy.integrate.solve_ivp(
            f, (0, times[-1]), start, "DOP853", times, rtol=1e-13, atol=1e-13
        )
        return found.y.T.tolist()

    return {
        "lorenz": solved(lorenz, [1, 2, 3], [0.5, 1, 1.5, 2]),
        "van_der_pol": solved(van_der_pol, [2, 0], [2.5, 5, 7.5, 10]),
    }


def spline():
    """A natural spline through uneven points."""
    xs = [0, 0.5, 2, 3, 4.5, 7]
    ys = [1, 3, -1, 0.5, 4, 2]
    curve = scipy.interpolate.CubicSpline(xs, ys, bc_type="natural")
    places = [0, 0.25, 0.5, 1.7, 2.5, 4, 5.5, 7]
    return {
        "xs": xs,
        "ys": ys,
        "places": places,
        "values": curve(places).tolist(),
        "slopes": curve(places, 1).tolist(),
        "lines": numpy.interp(places, xs, ys).tolist(),
    }


def matrices():
    """Eigenvalues, norms, conditions and exponentials of matrices of several kinds."""
    mpmath.mp.dps = 40
    frank = [[min(6 - i, 6 - j) if j >= i - 1 else 0 for j in range(6)] for i in range(6)]
    grcar = [[-1 if j == i - 1 else 1 if i <= j <= i + 3 else 0 for j in range(8)] for i in range(8)]
    mixed = [[(7 * i * i + 11 * j + 3 * i * j) % 19 - 9 for j in range(7)] for i in range(7)]
    rotation = [[0, 0, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]]
    found = []
    for rows in (frank, grcar, mixed, rotation):
        exact, _ = mpmath.eig(mpmath.matrix(rows))
        pairs = sorted(
            (round(float(value.real), 14), round(float(value.imag), 14)) for value in exact
        )
        found.append(
            {
                "rows": rows,
                "eigenvalues": pairs,
                "exponential": [float(x) for x in mpmath.expm(mpmath.matrix(rows), method="taylor")],
                "condition": numpy.linalg.cond(rows),
                "norms": [numpy.linalg.norm(rows, kind) for kind in ("fro", 1, numpy.inf, 2)],
            }
        )
    return found


PARTS = (graphs, dynamics, spline, matrices)
print(json.dumps({part.__name__: part() for part in PARTS}, indent=1, default=float))

"""Writes references.json: what networkx, numpy, scipy and mpmath give for the library's tests.

python3 references.py > references.json, with networkx 3.6, numpy 2.4, scipy 1.17, mpmath 1.4.
"""

import json
import random

import mpmath
import networkx
import numpy
import scipy.integrate
import scipy.interpolate
import scipy.stats


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


def split(value):
    """The nearest double, and what it lacks."""
    nearest = float(value)
    return [nearest, float(value - mpmath.mpf(nearest))]


def special():
    """Functions at random places, the same in each run: the place, the value, the rest of it."""
    mpmath.mp.dps = 60
    chance = random.Random(20_260)

    def between(low, high, count):
        return [chance.uniform(low, high) for _ in range(count)]

    def powers(low, high, count):
        return [10 ** chance.uniform(low, high) for _ in range(count)]

    def log_gamma(x):
        return mpmath.log(mpmath.gamma(x)) if x < 1000 else mpmath.loggamma(x)

    near_poles = [-k + chance.uniform(-1e-9, 1e-9) for k in range(0, 120, 4)]
    near = [center + sign * x for center in (1, 2) for sign in (-1, 1) for x in powers(-8, -0.5, 10)]
    places = {
        "erf": (mpmath.erf, between(-1, 1, 40) + between(-6, 6, 40) + powers(-300, 0, 10)),
        "erfc": (mpmath.erfc, between(-6, 27, 40) + between(0, 2, 40) + between(26, 27.2, 5)),
        "gamma": (
            mpmath.gamma,
            between(-170, 171.6, 50) + between(-5, 5, 40) + near_poles + between(-183, -170, 5),
        ),
        "log_gamma": (log_gamma, between(0, 25, 40) + powers(-30, 300, 20) + near),
        "asinh": (mpmath.asinh, between(-3, 3, 30) + powers(-20, 300, 20)),
        "acosh": (mpmath.acosh, [1 + x for x in powers(-15, 300, 40)]),
        "atanh": (mpmath.atanh, between(-1, 1, 30) + powers(-20, 0, 20)),
    }
    return {
        name: [[x, *split(f(mpmath.mpf(x)))] for x in xs] for name, (f, xs) in places.items()
    }


def bessel():
    """Bessel functions at places near and far: the place, and the value."""
    mpmath.mp.dps = 40
    xs = [-1000, -70.5, -25.5, -24.5, -3, -0.25, 1e-9, 0.5, 1, 2.404825557695773, 5, 12, 24.9, 25.1, 40, 41, 300]
    return {
        "bessel_j0": [[x, float(mpmath.besselj(0, x))] for x in xs],
        "bessel_j1": [[x, float(mpmath.besselj(1, x))] for x in xs],
        "bessel_i0": [[x, float(mpmath.besseli(0, x))] for x in xs[1:]],
        "bessel_i1": [[x, float(mpmath.besseli(1, x))] for x in xs[1:]],
    }


def regularised():
    """Incomplete gamma and beta functions: shapes, place and value."""
    mpmath.mp.dps = 30
    gammas = [(0.5, 0.1), (0.5, 3), (1, 1), (2.5, 8), (10, 3), (10, 12), (100, 90), (100, 130), (1e4, 9900)]
    betas = [(0.5, 0.5, 0.3), (2, 3, 0.1), (2, 3, 0.9), (30, 0.5, 0.95), (5, 200, 0.02), (1e3, 1e3, 0.49)]
    return {
        "gamma": [[a, x, float(mpmath.gammainc(a, 0, x, regularized=True))] for a, x in gammas],
        "beta": [
            [a, b, x, float(mpmath.betainc(a, b, 0, x, regularized=True))] for a, b, x in betas
        ],
    }


def samples():
    """What scipy says of two samples."""
    xs = [((37 * k * k + 11 * k) % 101) / 7 for k in range(25)]
    ys = [((53 * k * k + 5 * k) % 97) / 6 for k in range(18)]
    plain, welch = scipy.stats.ttest_1samp(xs, 6), scipy.stats.ttest_ind(xs, ys, equal_var=False)
    return {
        "xs": xs,
        "ys": ys,
        "skewness": scipy.stats.skew(xs),
        "kurtosis": scipy.stats.kurtosis(xs),
        "standard_error": scipy.stats.sem(xs),
        "t_test": [plain.statistic, plain.df, plain.pvalue],
        "welch_test": [welch.statistic, welch.df, welch.pvalue],
    }


PARTS = (graphs, dynamics, spline, matrices, special, bessel, regularised, samples)
print(json.dumps({part.__name__: part() for part in PARTS}, indent=1, default=float))
